"""A program that writes as a verb does: it adds a line to a file of an agreement and commits it.

    python -m tests.history.driver FOLDER FILE LINE...

What is committed already is not added again, so that a run that was cut short can be repeated. The
exit code is 0 when every line is committed; else what is in the way stands on standard error.
"""

import sys
from pathlib import Path

from samverkan_cli.history.commit import commit
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.lock import locked
from samverkan_cli.history.message import message
from samverkan_cli.history.objects import Objects
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import Stand, entries, inside, stand
from samverkan_cli.history.tree import Write

REFUSED = 4


def add(there: Git, path: str, line: str) -> None:
    """Add a line to a file, from what is committed, and commit it."""
    with locked(there):
        at = stand(there)
        old = held(there, at, path)
        new = f"# {line}\n".encode()
        if new not in old.splitlines(keepends=True):
            text = message(f"Lägg till {line}", [], [("Samverkan-Verb", "assign")])
            commit(there, at, [Write(path, old or None, old + new)], text)


def held(there: Git, at: Stand, path: str) -> bytes:
    """Return what the last commit holds at a path; nothing where there is no file."""
    with Objects(there) as objects:
        for name in entries(there, at.head, [inside(there, path)]).values():
            return objects.one(name).content or b""
    return b""


def add_patiently(there: Git, path: str, line: str) -> None:
    """Add a line, however often somebody with a plain git is quicker."""
    while True:
        try:
            return add(there, path, line)
        except GitError as error:
            if error.problem not in (GitProblem.MOVED, GitProblem.SWEPT):
                raise


def main(folder: str, path: str, *lines: str) -> int:
    """Add lines, one commit for each; return the exit code."""
    try:
        there = discover(Path(folder))
        for line in lines:
            add_patiently(there, path, line)
    except GitError as error:
        import json  # a run that goes well does not pay for it

        values = {name: str(value) for name, value in error.values.items()}
        sys.stderr.write(json.dumps({"problem": error.problem, "left": error.left, **values}))
        return REFUSED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
