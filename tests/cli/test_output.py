"""Where an answer goes: standard output in one format, files in any, and nothing beside it."""

import json
from pathlib import Path

import pytest

from tests.cli.broken import DAY, WRONG_FIELD
from tests.conftest import Run, Write

COMMANDS = (
    ("status", "--on", DAY),
    ("check", "--on", DAY),
    ("show", "kom-sam", "--on", DAY),
    ("explain", "file-missing"),
    ("rules",),
    ("trace", "document.txt"),
)


@pytest.fixture(autouse=True)
def folder(agreement: Write) -> Path:
    """Write an agreement with an error, and a document."""
    here = agreement(WRONG_FIELD).parent
    (here / "document.txt").write_text("Parterna lovar.\n", "utf-8")
    return here


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_json_stands_alone_on_standard_output(samverkan: Run, command: tuple[str, ...]) -> None:
    answer = samverkan(*command, "--format", "json")
    assert json.loads(answer.out)["format"] == f"samverkan.{command[0]}/1"
    assert answer.out.endswith("}\n")


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_files_hold_what_standard_output_would(
    samverkan: Run, folder: Path, command: tuple[str, ...]
) -> None:
    formats = ("text", "concise", "json")
    outputs = [word for name in formats for word in ("--output", f"{name}={name}.out")]
    plain = samverkan(*command)
    answer = samverkan(*command, *outputs)
    assert answer == plain
    for name in formats:
        written = (folder / f"{name}.out").read_text("utf-8")
        assert written == samverkan(*command, "--format", name).out


def test_a_file_takes_the_place_of_an_older_one(samverkan: Run, folder: Path) -> None:
    (folder / "answer.txt").write_text("old\n" * 10_000, "utf-8")
    samverkan("rules", "--output", "text=answer.txt")
    assert "old\n" not in (folder / "answer.txt").read_text("utf-8")


def test_a_path_may_hold_an_equals_sign(samverkan: Run, folder: Path) -> None:
    assert samverkan("rules", "--output", "json=a=b.json").code == 0
    assert json.loads((folder / "a=b.json").read_text("utf-8"))


@pytest.mark.parametrize("path", ["nowhere/answer.json", "agreement", "document.txt/x"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_file_that_cannot_be_written_gives_4_and_one_sentence(
    samverkan: Run, command: tuple[str, ...], path: str
) -> None:
    answer = samverkan(*command, "--output", f"json={path}")
    assert (answer.code, answer.out) == (4, "")
    assert answer.err.startswith(f"samverkan: “{path}” cannot be written: ")
    assert answer.err.count("\n") == 1


@pytest.mark.parametrize("wrong", ["json", "json=", "=answer", "", "yaml=answer", "JSON=answer"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_output_written_wrong_gives_2_and_nothing_is_written(
    samverkan: Run, folder: Path, command: tuple[str, ...], wrong: str
) -> None:
    before = sorted(folder.rglob("*"))
    answer = samverkan(*command, "--output", "text=good.txt", "--output", wrong)
    assert (answer.code, answer.out) == (2, "")
    assert "--output" in answer.err
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_unknown_format_gives_2_and_nothing_is_written(
    samverkan: Run, folder: Path, command: tuple[str, ...]
) -> None:
    before = sorted(folder.rglob("*"))
    answer = samverkan(*command, "--output", "text=good.txt", "--format", "csv")
    assert (answer.code, answer.out) == (2, "")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_command_writes_anything_that_was_not_asked_for(
    samverkan: Run, folder: Path, command: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    samverkan(*command)
    after = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert after == before


def test_notes_on_the_wording_take_a_line_for_each_rule_unless_all_are_asked_for(
    samverkan: Run,
) -> None:
    short = samverkan("check", "--example", "--on", DAY).out
    whole = samverkan("check", "--example", "--on", DAY, "--all").out
    assert "Each of them: samverkan check --all" in short
    assert "Each of them" not in whole
    assert whole.count("note: [") > short.count("note: [")
    assert short.splitlines()[-2:] == whole.splitlines()[-2:]
