"""Runs of the program, each in a process forked from one that has loaded it already.

    python -m tests.cli.forked

For each line of JSON on standard input (folder, environment, arguments, and the file that takes
standard error) a run is started in a group of its own, and its status is written to standard
output. Loading the program anew for thousands of runs would take an hour.
"""

import ctypes
import json
import os
import sys
from contextlib import suppress
from typing import Any

import ruamel.yaml

from samverkan_cli.cli import absent, assign, record, release, revise, waive
from samverkan_cli.cli.run import run
from samverkan_cli.render import json_change, text_change

LOADED = (absent, assign, record, release, revise, waive, json_change, text_change, ruamel.yaml)


def child(asked: dict[str, Any]) -> int:
    """Run the program as asked; the library that makes steps fail begins here."""
    os.setsid()
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    with open(asked["err"], "wb") as err, open(os.devnull, "w+b") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
        os.dup2(err.fileno(), 2)
    with suppress(AttributeError):
        ctypes.CDLL(None).faults_start()
    return run(asked["arguments"])


def main() -> None:
    """Start a run for each line, and tell how it ended."""
    assert LOADED
    for line in sys.stdin:
        number = os.fork()
        if not number:
            code = 70
            try:
                code = child(json.loads(line))
            finally:
                sys.stdout.flush()
                sys.stderr.flush()
                os._exit(code)
        _, status = os.waitpid(number, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
