"""Exit codes of every command, for every way a run can end."""

import shutil
from pathlib import Path

import pytest

from tests.cli.broken import (
    BROKEN_AGREEMENT,
    BROKEN_STAFFING,
    DAY,
    GAP,
    NO_AGREEMENT,
    NO_STAFFING,
    ONLY_A_NOTE,
    SEVERAL_ERRORS,
    WRONG_FIELD,
)
from tests.conftest import Run, Write
from tests.history.repository import write

COMMANDS = {
    "status": ("status", "--on", DAY),
    "check": ("check", "--on", DAY),
    "show": ("show", "kom-sam", "--on", DAY),
    "explain": ("explain", "file-missing"),
    "rules": ("rules",),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_a_sound_agreement_gives_0_and_nothing_on_standard_error(
    samverkan: Run, agreement: Write, name: str
) -> None:
    agreement()
    answer = samverkan(*COMMANDS[name])
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("\n")


def test_a_document_that_no_item_cites_gives_1(samverkan: Run, agreement: Write) -> None:
    (agreement().parent / "document.txt").write_text("Parterna lovar.\n", "utf-8")
    answer = samverkan("trace", "document.txt")
    assert answer.code == 1
    assert "uncited: line 1" in answer.out


def test_an_empty_document_gives_0(samverkan: Run, agreement: Write) -> None:
    (agreement().parent / "document.txt").write_bytes(b"")
    assert samverkan("trace", "document.txt").code == 0


LEVELS = ("error", "warning", "note", "gap", "never")
CODES = {
    "sound": ("", (0, 0, 0, 0, 0)),
    "a note": (ONLY_A_NOTE, (0, 0, 1, 0, 0)),
    "a gap": (GAP, (0, 1, 1, 1, 0)),
    "an error": (WRONG_FIELD, (1, 1, 1, 1, 0)),
}


@pytest.mark.parametrize("command", ["status", "check"])
@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        pytest.param(text, level, code, id=f"{name}-{level}")
        for name, (text, codes) in CODES.items()
        for level, code in zip(LEVELS, codes, strict=True)
    ],
)
def test_fail_on_decides_when_findings_give_1(
    samverkan: Run, agreement: Write, command: str, text: str, level: str, code: int
) -> None:
    agreement(text)
    assert samverkan(command, "--on", DAY, "--fail-on", level).code == code


@pytest.mark.parametrize("text", ["", ONLY_A_NOTE, GAP, WRONG_FIELD, BROKEN_STAFFING])
@pytest.mark.parametrize("command", ["status", "check", "show"])
def test_the_format_never_changes_the_code(
    samverkan: Run, agreement: Write, command: str, text: str
) -> None:
    agreement(text)
    codes = {
        samverkan(*COMMANDS[command], "--format", format_).code
        for format_ in ("text", "concise", "json")
    }
    assert len(codes) == 1


@pytest.mark.parametrize("command", ["status", "check", "show", "trace"])
def test_no_agreement_gives_2_and_says_where_it_was_looked_for(
    samverkan: Run, agreement: Write, command: str
) -> None:
    shutil.rmtree(agreement(NO_AGREEMENT))
    arguments = COMMANDS.get(command, ("trace", "document.txt"))
    answer = samverkan(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "There is no agreement in this folder or those above it." in answer.err
    assert "--example" in answer.err


@pytest.mark.parametrize("command", ["status", "check", "show"])
def test_an_agreement_without_its_first_file_is_not_passed_over(
    samverkan: Run, agreement: Write, command: str
) -> None:
    agreement(NO_AGREEMENT)
    answer = samverkan(*COMMANDS[command])
    assert answer.code == 2
    assert "[file-missing]" in answer.out + answer.err


@pytest.mark.parametrize("command", ["status", "check", "show"])
def test_a_folder_that_is_no_agreement_gives_2(
    samverkan: Run, agreement: Write, command: str
) -> None:
    folder = agreement(NO_AGREEMENT)
    answer = samverkan(*COMMANDS[command], "--agreement", str(folder))
    assert answer.code == 2
    assert "[file-missing]" in answer.out + answer.err


@pytest.mark.parametrize("command", ["status", "check"])
def test_of_a_folder_that_is_no_agreement_nothing_else_is_told(
    samverkan: Run, tmp_path: Path, agreement: Write, command: str
) -> None:
    agreement()
    write(tmp_path, {"compose.yaml": "a: [", "config.yaml": "x: 1\n", "deep/er/more.yml": "b\n"})
    answer = samverkan(command, "--agreement", ".")
    said = answer.out + answer.err
    assert answer.code == 2
    assert said.count("error: [") == said.count("[file-missing]") == 1
    assert "Did you mean --agreement agreement?" in said
    (tmp_path / "else").mkdir()
    write(tmp_path / "else", {"compose.yaml": "a: ["})
    answer = samverkan(command, "--agreement", "else")
    said = answer.out + answer.err
    assert said.count("error: [") == said.count("[file-missing]") == 1
    assert "Did you mean" not in said


@pytest.mark.parametrize("format_", ["text", "concise", "json"])
@pytest.mark.parametrize("command", ["status", "show", "trace"])
def test_an_unreadable_agreement_gives_2_with_frames_on_standard_error(
    samverkan: Run, agreement: Write, command: str, format_: str
) -> None:
    (agreement(BROKEN_AGREEMENT).parent / "document.txt").write_bytes(b"")
    arguments = COMMANDS.get(command, ("trace", "document.txt"))
    answer = samverkan(*arguments, "--format", format_)
    assert (answer.code, answer.out) == (2, "")
    assert "error: [yaml-syntax]" in answer.err
    assert "--> agreement/terms/agreement.yaml:" in answer.err
    assert "samverkan: The agreement cannot be read." in answer.err


def test_check_tells_what_is_wrong_with_an_unreadable_agreement(
    samverkan: Run, agreement: Write
) -> None:
    agreement(BROKEN_AGREEMENT)
    answer = samverkan("check", "--on", DAY)
    assert (answer.code, answer.err) == (1, "")
    assert "error: [yaml-syntax]" in answer.out


def test_status_answers_what_it_can_where_staffing_is_broken(
    samverkan: Run, agreement: Write
) -> None:
    agreement(BROKEN_STAFFING)
    answer = samverkan("status", "--on", DAY)
    assert answer.code == 1
    assert "1 of 2 functions staffed · 1 unknown" in answer.out
    assert "what it says is missing above: staffing/kom.yaml" in answer.out
    assert "“samverkan check” says what is wrong." in answer.out
    assert answer.err == ""


def test_check_tells_the_findings_of_all_files_where_one_is_broken(
    samverkan: Run, agreement: Write
) -> None:
    agreement(SEVERAL_ERRORS)
    answer = samverkan("check", "--on", DAY, "--format", "concise")
    assert answer.code == 1
    for file in ("staffing/kom.yaml", "records/2024.yaml", "waivers.yaml"):
        assert f"agreement/{file}:" in answer.out
    assert "2 files could not be read" in answer.out


def test_a_missing_staffing_file_is_a_gap_and_no_error(samverkan: Run, agreement: Write) -> None:
    agreement(NO_STAFFING)
    assert samverkan("status", "--on", DAY).code == 0
    assert samverkan("status", "--on", DAY, "--fail-on", "gap").code == 1


def test_gap_looks_only_at_the_party_that_was_asked_for(samverkan: Run, agreement: Write) -> None:
    agreement(GAP)
    assert samverkan("status", "--on", DAY, "--party", "pol", "--fail-on", "gap").code == 0
    assert samverkan("status", "--on", DAY, "--party", "kom", "--fail-on", "gap").code == 1


def test_outside_the_period_nothing_is_a_gap(samverkan: Run, agreement: Write) -> None:
    agreement(GAP)
    answer = samverkan("status", "--on", "2030-01-01", "--fail-on", "gap")
    assert answer.code == 0
    assert "The agreement is not in force on this day." in answer.out
