"""Agreements that a link leads to: nothing is written elsewhere than where one is."""

import shutil
from pathlib import Path

import pytest

from tests.cli.changing import STAFFING, begin, commits
from tests.conftest import Run
from tests.history.repository import build, commit, git

ASSIGN = ("assign", "kom-1", "kom-sam/ute", "--from", "2025-03-01")


@pytest.fixture
def other(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a register, and stand in another repository beside it, which holds none."""
    assert callable(samverkan)
    found = begin(tmp_path / "other", monkeypatch)
    build(tmp_path / "mine")
    shutil.rmtree(tmp_path / "mine" / "agreement")
    monkeypatch.chdir(tmp_path / "mine")
    return found


def untouched(samverkan: Run, other: Path, *arguments: str) -> None:
    """See that a verb refuses a link, writes nothing, and that its cure works."""
    before = commits(other)
    for flags in ((), ("--no-commit",), ("--dry-run",)):
        answer = samverkan(*ASSIGN, *flags, *arguments)
        assert (answer.code, answer.out) == (4, "")
        assert "or a link leads to it." in answer.err
        assert f"name that one: {other / 'agreement'}\n" in " ".join(answer.err.split()) + "\n"
    assert (commits(other), git(other, "status", "--porcelain")) == (before, "")
    assert not (other / ".git" / "samverkan.lock").exists()
    assert samverkan(*ASSIGN, "--agreement", str(other / "agreement")).code == 0
    assert commits(other) == before + 1


def test_an_agreement_that_is_a_link(samverkan: Run, other: Path) -> None:
    Path("agreement").symlink_to("../other/agreement")
    commit(Path.cwd(), "Länka")
    untouched(samverkan, other)


@pytest.mark.parametrize("named", ["below/agreement", "x/../below/agreement"])
def test_a_link_on_the_way(samverkan: Run, other: Path, named: str) -> None:
    Path("x").mkdir()
    Path("below").symlink_to("../other")
    untouched(samverkan, other, "--agreement", named)


def test_a_link_out_of_any_repository(samverkan: Run, other: Path) -> None:
    (other.parent / "link").symlink_to(other / "agreement")
    untouched(samverkan, other, "--agreement", "../link")


def test_a_link_above_every_repository_is_the_machines_own(samverkan: Run, other: Path) -> None:
    (other.parent / "home").symlink_to(other.parent)
    answer = samverkan(*ASSIGN, "--agreement", str(other.parent / "home/other/agreement"))
    assert (answer.code, answer.err) == (0, "")
    assert git(other, "show", "--name-only", "--format=") == STAFFING


def test_a_linked_git_folder_is_that_of_another(samverkan: Run, other: Path) -> None:
    before = commits(other)
    shutil.rmtree(".git")
    Path(".git").symlink_to("../other/.git")
    shutil.copytree(other / "agreement", "agreement")
    for flags in ((), ("--no-commit",)):
        answer = samverkan(*ASSIGN, *flags)
        assert (answer.code, answer.out) == (4, "")
        assert f"“{Path.cwd() / '.git'}” is a link" in answer.err
        assert "work in the clone" in answer.err
    assert commits(other) == before
    assert not (other / ".git" / "samverkan.lock").exists()
