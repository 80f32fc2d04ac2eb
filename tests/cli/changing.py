"""A register in git for tests of the verbs that change it."""

from pathlib import Path

import pytest

from tests.history.repository import PEOPLE, THREE, build, git, write

DAY = "2025-03-01"
STAFFING = "agreement/staffing/kom.yaml"
TWO_ROLES = """\
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - {id: ute, kind: operative, holders: {at-least: 1}, forms: [grannar]}
"""


def made(folder: Path) -> Path:
    """Make a register."""
    build(folder)
    write(folder, {"agreement/terms/guarantees/kom.yaml": TWO_ROLES})
    git(folder, "commit", "--quiet", "--all", "-m", "Lova mer", day=THREE)
    return folder


def begin(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a register, and stand in it as somebody with a name."""
    made(folder)
    for name, value in PEOPLE.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.chdir(folder)
    return folder


def commits(folder: Path) -> int:
    """Return how many revisions there are."""
    return int(git(folder, "rev-list", "--count", "HEAD"))


def changed(folder: Path) -> list[str]:
    """Return the files that the last revision changed."""
    return git(folder, "diff-tree", "-r", "--name-only", "--no-commit-id", "HEAD").splitlines()


def message(folder: Path) -> str:
    """Return the message of the last revision."""
    return git(folder, "log", "-1", "--format=%B")


def added(folder: Path) -> list[str]:
    """Return the lines that the last revision added, and those it took away."""
    lines = git(folder, "diff", "-U0", "HEAD~1", "HEAD").splitlines()
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
