"""Personal identity numbers: what is typed is neither kept nor repeated, what is found is not told.

Numbers that are made up for tests by the authority that gives them.
"""

from pathlib import Path

import pytest

from tests.cli.changing import begin, commits
from tests.conftest import Run

NUMBER = "811218-9876"
PARTED = ("811218-\n9876", "811218\t9876", "811218\u200b9876", "8112\u00ad18-9876", "81121\n8-9876")


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register."""
    # Asked for first, since it moves to a folder of its own.
    assert callable(samverkan)
    return begin(tmp_path / "register", monkeypatch)


@pytest.mark.parametrize("text", [NUMBER, *PARTED])
@pytest.mark.parametrize("option", ["--reason", "--anyway", "--title"])
def test_no_commit_holds_a_number_however_it_is_parted(
    samverkan: Run, register: Path, option: str, text: str
) -> None:
    before = commits(register)
    answer = samverkan("assign", "kom-2", "kom-sam/ute", "--title", "Ny", option, f"se {text}")
    assert answer.code == 2
    assert "9876" not in answer.err + answer.out
    assert commits(register) == before


@pytest.mark.parametrize("text", [NUMBER, *PARTED])
@pytest.mark.parametrize("option", ["--reason", "--body", "--reference"])
def test_no_revision_holds_a_number_however_it_is_parted(
    samverkan: Run, register: Path, option: str, text: str
) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("{at-least: 1}", "{at-least: 2}"), "utf-8")
    before = commits(register)
    given = {"--reason": "Mer", "--body": "KS", "--reference": "KS 1"} | {option: f"se {text}"}
    arguments = [part for pair in given.items() for part in pair]
    answer = samverkan("revise", *arguments, "--decided", "2025-03-01", "--anyway", "ja")
    assert answer.code == 2
    assert "9876" not in answer.err + answer.out
    assert commits(register) == before
