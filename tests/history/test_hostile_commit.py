"""A commit in a repository of somebody hostile's runs no code of theirs, and is what was asked."""

from contextlib import suppress

import pytest

from samverkan_cli.history.problems import GitProblem
from tests.history.conftest import Repository
from tests.history.hostile import CASES, Hostile
from tests.history.repository import STAFFING, git
from tests.history.writer import NOTE, WRITER, made, refused

SIGNED = ("signatures_shown",)
"""Commits are to be signed, and there is no key."""
EVERYDAY = ("fsmonitor", "every_hook", "filters", "git_environment", "promisor", *SIGNED)
OWN = {
    "GIT_AUTHOR_NAME": "--help",
    "GIT_TEMPLATE_DIR": "/nonexistent",
    "GIT_DEFAULT_HASH": "sha256",
    "GIT_INDEX_VERSION": "99",
}


def attempt(register: Repository, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Make the case, commit, and look at what came of it and what ran."""
    before = (register.path / STAFFING).read_bytes()
    hostile = Hostile(register.path, register.ids)
    CASES[name](hostile)
    hostile.marker.unlink(missing_ok=True)
    # What the case plants may run when git is asked as a person would.
    for variable, value in (hostile.environ | OWN).items():
        monkeypatch.setenv(variable, value)
    if name in SIGNED:
        with refused(register.path, GitProblem.NOT_SIGNED):
            made(register.path / "agreement")
        assert not hostile.marker.exists()
        return
    made_commit = made(register.path / "agreement")
    assert not hostile.marker.exists()
    quiet = ("--no-replace-objects", "-c", "core.fsmonitor=false")
    facts = git(register.path, *quiet, "cat-file", "commit", made_commit).split("\n")
    assert facts[1:3] == [
        f"parent {register.ids[-1]}",
        "author --help <asa@samverkan.invalid> 1740654000 +0100",
    ]
    blob = git(register.path, *quiet, "cat-file", "blob", f"{made_commit}:{STAFFING}")
    assert blob.encode() + b"\n" == before + NOTE
    assert git(register.path, *quiet, "rev-parse", "refs/heads/main") == made_commit


@pytest.mark.parametrize("name", EVERYDAY)
def test_nothing_foreign_runs(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    attempt(register, monkeypatch, name)


@pytest.mark.long
@pytest.mark.parametrize("name", [name for name in CASES if name not in EVERYDAY])
def test_nothing_foreign_runs_in_any_case(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    attempt(register, monkeypatch, name)


@pytest.mark.parametrize("name", ["fsmonitor", "every_hook", "filters"])
def test_the_cases_are_sharp(register: Repository, name: str) -> None:
    hostile = Hostile(register.path, register.ids)
    CASES[name](hostile)
    hostile.marker.unlink(missing_ok=True)
    with (register.path / STAFFING).open("ab") as file:
        file.write(NOTE)
    with suppress(AssertionError):
        git(register.path, "commit", "--all", "-m", "x", own=WRITER)
    assert hostile.marker.exists()
