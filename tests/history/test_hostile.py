"""No configuration, environment or object of a repository runs code or changes the answer."""

import json
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.history.walk import commits, revisions
from tests.conftest import Run
from tests.history.conftest import Repository
from tests.history.hostile import CASES, Hostile
from tests.history.repository import git

ASKED = ("HEAD", "main~1", "HEAD~2", "2024-05-01", "2025-12-31")
COMMANDS = (("status",), ("check",), ("show", "kom-sam"))


def told(samverkan: Run, command: tuple[str, ...], as_of: str) -> Any:
    """Return an answer in JSON."""
    answer = samverkan(*command, "--on", "2025-03-01", "--format", "json", "--as-of", as_of)
    assert answer.code in (0, 1), answer.err
    assert "Traceback" not in answer.err
    return json.loads(answer.out)


def answers(samverkan: Run, repository: Path, ids: list[str]) -> list[Any]:
    """Return what is answered by every way of asking, and what every revision says of itself."""
    asked = [*ASKED, ids[1], ids[0][:10]]
    found = [told(samverkan, COMMANDS[0], as_of) for as_of in asked]
    found += [told(samverkan, command, "HEAD~1") for command in COMMANDS[1:]]
    found.append(json.loads(samverkan("log", "--as-of", ids[2], "--format", "json").out))
    past = Repository(repository, ids).git
    found += [repr(one) for one in commits(past, ids[2], b"agreement/")]
    return found + [repr(one) for one in revisions(past, ids[2], b"agreement/")]


@pytest.fixture(scope="session")
def sound() -> dict[str, list[Any]]:
    """Keep the answers of the untouched repository."""
    return {}


def test_there_are_many_cases() -> None:
    assert len(CASES) >= 30


FEW = ("fsmonitor", "external_diff", "git_environment", "filters", "every_hook", "replace_refs")
SOME = [name if name in FEW else pytest.param(name, marks=pytest.mark.long) for name in CASES]


@pytest.mark.parametrize("name", SOME)
def test_nothing_foreign_runs_and_the_answers_are_right(
    samverkan: Run,
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    sound: dict[str, list[Any]],
    name: str,
) -> None:
    monkeypatch.chdir(repository.path)
    if not sound:
        sound["answers"] = answers(samverkan, repository.path, repository.ids)
    hostile = Hostile(repository.path, repository.ids)
    CASES[name](hostile)
    # Making the case may run what it plants.
    hostile.marker.unlink(missing_ok=True)
    for variable, value in hostile.environ.items():
        monkeypatch.setenv(variable, value)
    assert answers(samverkan, repository.path, repository.ids) == sound["answers"]
    monkeypatch.chdir(repository.path / "agreement" / "staffing")
    told(samverkan, ("status",), "HEAD")
    assert not hostile.marker.exists()


@pytest.mark.parametrize("name", ["fsmonitor", "external_diff", "git_environment"])
def test_the_cases_are_sharp(repository: Repository, name: str) -> None:
    hostile = Hostile(repository.path, repository.ids)
    CASES[name](hostile)
    (repository.path / "README.md").write_text("Ändrat.\n", "utf-8")
    try:
        git(repository.path, "status", own=hostile.environ)
        git(repository.path, "diff", own=hostile.environ)
    except AssertionError:
        pass
    assert hostile.marker.exists()
