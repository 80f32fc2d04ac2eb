"""Reads each hostile folder that is asked for, in a process of its own; a line of JSON answers.

The child is forked when the folder is ready, so that its time and memory are those of reading.
"""

import difflib  # noqa: F401 - nobody may not read the files, so all is loaded before
import json
import os
import resource
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

import samverkan_cli.store.compose
import samverkan_cli.store.schema
import samverkan_cli.store.schema_words
import samverkan_cli.store.syntax
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.register import read_at
from tests.store.corpus import HOSTILE

NOBODY = 65534


def words(value: Any) -> str:
    """Return words as they would be told."""
    template = value.template
    return str(template.format(**{name: str(said) for name, said in value.values}))


def read(root: Path) -> dict[str, Any]:
    """Read a folder; return its faults and what reading took."""
    # Time of its own: a machine that has much else to do is slow.
    start = time.process_time()
    register = read_at(root)
    seconds = time.process_time() - start
    faults = []
    for fault in register.faults:
        hit, span = fault.hit, fault.hit.span
        if span is None and hit.place.file in register.documents:
            span = register.documents[hit.place.file].span_of(fault)
        told = words(hit.message) + (f" {words(hit.hint)}" if hit.hint else "")
        spot = [span.line, span.column] if span else [1, 1]
        faults.append({"rule": fault.rule, "file": hit.place.file, "spot": spot, "told": told})
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "memory": memory, "faults": faults, "unread": register.unread}


def child(root: Path, channel: int) -> None:
    """Read a folder with nobody's rights and write the outcome to `channel`."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setuid(NOBODY)
    resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
    try:
        outcome = read(root)
    except BaseException:  # noqa: BLE001 - whatever it is, the test has to see it
        outcome = {"error": traceback.format_exc()}
    with os.fdopen(channel, "w", encoding="utf-8") as pipe:
        json.dump(outcome, pipe)


def outcome_of(name: str) -> dict[str, Any]:
    """Return what came of reading a hostile folder."""
    root = Path(tempfile.mkdtemp())
    try:
        HOSTILE[name].write(root)
        root.chmod(0o755)
        ours, theirs = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(ours)
            child(root, theirs)
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours, encoding="utf-8") as pipe:
            said = pipe.read()
        _, status = os.waitpid(process, 0)
        return json.loads(said) if said else {"error": f"the process ended with {status}"}
    finally:
        shutil.rmtree(root)


def main() -> None:
    """Warm up, then read every folder whose name comes in."""
    import jsonschema  # noqa: F401 - so that its import is not counted each time

    for kind in Kind:
        samverkan_cli.store.schema.accepts(kind)
        # Nobody may have no right to the folder that the schemas lie in.
        samverkan_cli.store.schema.explainer(kind)
    for line in sys.stdin:
        sys.stdout.write(json.dumps(outcome_of(json.loads(line))) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
