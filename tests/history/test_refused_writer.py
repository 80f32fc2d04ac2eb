"""No commit is made by nobody, at no time, or with a personal number."""

from pathlib import Path

import pytest

from samverkan_cli.history.commit import commit
from samverkan_cli.history.lock import locked
from samverkan_cli.history.problems import GitProblem
from samverkan_cli.history.stand import stand
from tests.evaluate.test_personal import check_digit
from tests.history.conftest import Repository
from tests.history.repository import git
from tests.history.writer import SUBJECT, WRITER, made, refused, writes

NUMBER = "850709980"
NUMBER += check_digit(NUMBER)


def test_nobody(register: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in WRITER:
        monkeypatch.delenv(name)
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Ingen Adress\n", "utf-8")
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")
    monkeypatch.setenv("EMAIL", "kansli@samverkan.invalid")
    made(register.path / "agreement")
    who = ("log", "-1", "--format=%an <%ae> %cn <%ce>")
    assert git(register.path, *who).startswith("Ingen Adress <kansli@samverkan.invalid> Ingen A")
    git(register.path, "config", "user.name", "Arkivet")
    git(register.path, "config", "author.name", "Utredaren")
    made(register.path / "agreement")
    assert git(register.path, *who).startswith("Utredaren <kansli@samverkan.invalid> Arkivet <")


@pytest.mark.parametrize("name", ["", " ", ".,:;<>"])
def test_a_name_that_is_none(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_NAME", name)
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GIT_AUTHOR_NAME", f"Tjänst {NUMBER[:6]}-{NUMBER[6:]}"),
        ("GIT_COMMITTER_NAME", f"19{NUMBER}"),
        ("GIT_AUTHOR_EMAIL", f"{NUMBER}@samverkan.invalid"),
    ],
)
def test_an_identity_number(
    register: Repository, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with refused(register.path, GitProblem.PERSONAL):
        made(register.path / "agreement")


def test_an_identity_number_in_the_message(register: Repository) -> None:
    there = register.git
    with refused(register.path, GitProblem.PERSONAL), locked(there):
        at = stand(there)
        commit(there, at, writes(there), f"{SUBJECT} {NUMBER}\n")


@pytest.mark.parametrize("date", ["igår", "2025-02-30T", " "])
def test_a_time_that_git_does_not_know(
    register: Repository, monkeypatch: pytest.MonkeyPatch, date: str
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", date)
    with refused(register.path, GitProblem.BAD_DATE, name="GIT_AUTHOR_DATE", text=date):
        made(register.path / "agreement")


@pytest.mark.parametrize(
    ("name", "kept"), [("Åsa\nRad två", "ÅsaRad två"), ("Å <a@b> B", "Å a@b B"), ('"A" \\B', None)]
)
def test_odd_names(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str, kept: str | None
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", name)
    made(register.path / "agreement")
    assert git(register.path, "log", "-1", "--format=%an") == (kept or name.strip('"'))
