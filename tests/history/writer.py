"""What tests of writing share: who writes, what a repository looks like, and one small change."""

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from samverkan_cli.history.commit import commit
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.lock import locked
from samverkan_cli.history.message import message
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import stand
from samverkan_cli.history.tree import Write
from samverkan_cli.language.tongue import tongue
from tests.history.repository import NOON, PEOPLE, QUIET, THREE, git

KOM = "staffing/kom.yaml"
NOTE = "# Ändrat.\n".encode()
SUBJECT = "Bemanna tjänsten"
MESSAGE = message(SUBJECT, ["Därför."], [("Samverkan-Verb", "assign")])
WRITER = {
    "GIT_AUTHOR_NAME": "Åsa Tjänst",
    "GIT_AUTHOR_EMAIL": "asa@samverkan.invalid",
    "GIT_AUTHOR_DATE": f"{THREE} {NOON}",
    "GIT_COMMITTER_NAME": "Kansliet",
    "GIT_COMMITTER_EMAIL": "kansli@samverkan.invalid",
    "GIT_COMMITTER_DATE": f"{THREE} 13:00:00 +0100",
}


@dataclass(frozen=True)
class Look:
    """All of a repository that a person can see: commits, index, files, and what is left behind."""

    refs: str
    index: str
    files: Mapping[str, tuple[int, bytes]]
    litter: tuple[str, ...]


def look(top: Path) -> Look:
    """Return how a repository looks."""
    files = {}
    for path in sorted(top.rglob("*")):
        inside = path.relative_to(top).as_posix()
        if inside.split("/")[0] != ".git" and not path.is_dir():
            mode = stat.S_IMODE(path.lstat().st_mode)
            is_plain = stat.S_ISREG(path.lstat().st_mode)
            files[inside] = (mode, path.read_bytes() if is_plain else os.fsencode(path.name))
    return Look(
        git(top, "for-each-ref") + git(top, "rev-parse", "--symbolic-full-name", "HEAD"),
        git(top, "ls-files", "--stage", "-t"),
        files,
        tuple(sorted(path.name for path in top.rglob("*samverkan*") if path.suffix != ".lock")),
    )


def writes(there: Git, *paths: str, text: bytes = NOTE) -> list[Write]:
    """Return a change: a line at the end of files as they are committed."""
    found = []
    for path in paths or (KOM,):
        file = there.folder / path
        seen = file.read_bytes() if file.is_file() else None
        found.append(Write(path, seen, (seen or b"") + text))
    return found


def made(folder: Path, *paths: str, may_be_first: bool = False) -> str:
    """Change files of an agreement as a verb does; return the commit."""
    there = discover(folder)
    with locked(there):
        at = stand(there, may_be_first=may_be_first)
        return commit(there, at, writes(there, *paths), MESSAGE)


@contextmanager
def refused(top: Path, problem: GitProblem, **values: object) -> Iterator[None]:
    """See that something is refused for this reason, and that nothing at all has changed."""
    before = look(top)
    with pytest.raises(GitError) as error:
        yield
    assert (error.value.problem, {**error.value.values, **values}) == (problem, error.value.values)
    assert look(top) == before
    assert not error.value.left


def cure(error: GitError) -> str:
    """Return the cure in English."""
    assert error.hint is not None
    return tongue("en")(error.hint)


def sound(top: Path) -> None:
    """See that nothing in a repository is damaged."""
    assert "error" not in git(top, "fsck", "--strict", "--no-dangling")


def clean_environment(**own: str) -> dict[str, str]:
    """Return the environment of a process that writes."""
    root = str(Path(__file__).parents[2])
    return QUIET | PEOPLE | WRITER | {"PYTHONPATH": root, "HOME": "/nonexistent"} | own
