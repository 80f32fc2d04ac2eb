"""Running text is no wider than it may be, unless a single word is; and nothing is lost."""

import re

import pytest

from tests.cli.broken import DAY, SEVERAL_ERRORS
from tests.conftest import Run, Write

# The lines of a file with their carets, rows of signs for months, and places in files.
NO_RUNNING_TEXT = re.compile(r" +\d* \| |\s*[█▓░·? ]+$|  --> ")
WHOLE = re.compile(r"\s+samverkan (?:assign|record) [^ ]+(?: [^ ]+)?$")
"""A command, which is never broken."""
COMMANDS = (
    ("status", "--on", DAY),
    ("status", "--on", "2026-12-31"),
    ("check", "--on", DAY),
    ("show", "est", "--on", DAY),
    ("show", "kom-utpekade", "--on", DAY),
    ("rules",),
    ("explain", "duty-late"),
    ("--help",),
    ("status", "--help"),
    ("status", "--party", "nix"),
)


def too_wide(text: str, width: int) -> list[str]:
    """Return the lines of running text that could have been wrapped."""
    return [
        line
        for line in text.splitlines()
        if len(line) > width
        and len(line.split()) > 1
        and not (NO_RUNNING_TEXT.match(line) or WHOLE.match(line))
    ]


def without_manuals(text: str) -> str:
    """Return a text without the examples of YAML in it."""
    return "\n".join(line for line in text.splitlines() if not line.startswith("    "))


@pytest.mark.parametrize("width", [40, 60, 80])
@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_of_running_text_is_wider_than_the_terminal(
    samverkan: Run,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    language: str,
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("SAMVERKAN_LANG", language)
    example = () if "help" in command[-1] or command[0] in ("rules", "explain") else ("--example",)
    answer = samverkan(*command, *example)
    said = answer.out + answer.err
    assert too_wide(without_manuals(said) if command[0] == "explain" else said, width) == []


@pytest.mark.parametrize("command", COMMANDS[:8], ids=" ".join)
def test_every_word_of_a_wide_answer_is_in_a_narrow_one(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    example = () if "help" in command[-1] or command[0] in ("rules", "explain") else ("--example",)
    words = []
    for width in ("40", "200"):
        monkeypatch.setenv("COLUMNS", width)
        out = samverkan(*command, *example).out
        kept = [line for line in out.splitlines() if not NO_RUNNING_TEXT.match(line)]
        words.append(sorted(" ".join(kept).split()))
    assert words[0] == words[1]


def test_frames_of_errors_fit_a_narrow_terminal(
    samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement(SEVERAL_ERRORS)
    monkeypatch.setenv("COLUMNS", "40")
    out = samverkan("check", "--on", DAY).out
    assert [line for line in out.splitlines() if " | " in line and len(line) > 40] == []
