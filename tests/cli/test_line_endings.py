"""A register that git checked out with other line endings than it holds."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.changing import STAFFING, added, begin, commits
from tests.conftest import Run
from tests.history.repository import git

ASSIGN = ("assign", "kom-1", "kom-sam/ute", "--from", "2025-03-01")
REVISE = ("revise", "--reason", "Mer.", "--body", "Nämnden", "--decided", "2025-03-01")


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register that git has converted, and that it calls untouched."""
    assert callable(samverkan)
    monkeypatch.setenv("COLUMNS", "1000")
    found = begin(tmp_path / "re gister", monkeypatch)
    git(found, "config", "core.autocrlf", "true")
    shutil.rmtree(found / "agreement")
    git(found, "checkout", "--quiet", "--", ".")
    assert b"\r\n" in (found / STAFFING).read_bytes()
    return found


@pytest.mark.parametrize("command", [ASSIGN, REVISE])
def test_the_cause_is_told_and_the_cure_works(
    samverkan: Run, register: Path, command: tuple[str, ...]
) -> None:
    before = commits(register)
    answer = samverkan(*command)
    assert (answer.code, answer.out, commits(register)) == (4, "", before)
    assert "other line endings (CRLF)" in answer.err
    cure = answer.err.partition("back: ")[2].partition(" – ")[0]
    subprocess.run(["sh", "-c", cure], cwd="/", check=True)
    assert git(register, "status", "--porcelain") == ""
    assert samverkan(*ASSIGN).code == 0
    assert added(register) == [
        "+  - {post: kom-1, slot: kom-sam/ute, from: 2025-03-01}",
    ]
    assert git(register, "status", "--porcelain") == ""
    assert "nothing to revise" in " ".join(samverkan(*REVISE).err.split())


def test_terms_that_an_editor_saved_so_are_not_swept_in(samverkan: Run, register: Path) -> None:
    git(register, "config", "core.autocrlf", "false")
    before = commits(register)
    assert samverkan(*REVISE).code == 4
    assert commits(register) == before
