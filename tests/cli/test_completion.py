"""What TAB offers in bash."""

from pathlib import Path

import pytest

from samverkan_cli.rules import RULES
from tests.cli.broken import BROKEN_AGREEMENT
from tests.conftest import Write
from tests.examples import example
from tests.shell import spawn


def tab(line: str, folder: Path) -> list[str]:
    """Return what TAB offers at the end of a line."""
    answer = spawn(
        folder=folder,
        COMP_WORDS=line,
        COMP_CWORD=str(len(line.split(" ")) - 1),
        _SAMVERKAN_COMPLETE="complete_bash",
    )
    assert (answer.code, answer.err) == (0, "")
    return answer.out.split()


def test_commands_are_completed(tmp_path: Path) -> None:
    assert tab("samverkan st", tmp_path) == ["status"]


def test_options_are_completed(tmp_path: Path) -> None:
    assert tab("samverkan status --fo", tmp_path) == ["--form", "--format"]


def test_rules_are_completed_for_explain(tmp_path: Path) -> None:
    wanted = [rule.id for rule in RULES if rule.id.startswith("file-")]
    assert tab("samverkan explain file-", tmp_path) == wanted


def test_ids_of_the_agreement_here_are_completed_for_show(
    tmp_path: Path, agreement: Write
) -> None:
    agreement()
    offered = tab("samverkan show kom-", tmp_path)
    assert "kom-sam" in offered
    assert "kom-1" in offered
    assert all(name.startswith("kom-") for name in offered)


@pytest.mark.parametrize("text", [None, BROKEN_AGREEMENT])
def test_nothing_is_offered_for_show_where_no_agreement_can_be_read(
    tmp_path: Path, text: str | None
) -> None:
    if text:
        example(text).write(tmp_path / "agreement")
    assert tab("samverkan show k", tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_completion_is_shown_and_nothing_is_written(
    tmp_path: Path, shell: str
) -> None:
    answer = spawn(
        folder=tmp_path,
        HOME=str(tmp_path),
        _SAMVERKAN_COMPLETE=f"source_{shell}",
    )
    assert answer.code == 0
    assert "_SAMVERKAN_COMPLETE" in answer.out
    assert list(tmp_path.iterdir()) == []
