"""What terminals, pipes, logs and old code pages get: everything, and no exception."""

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from tests.cli.broken import BROKEN_AGREEMENT, DAY
from tests.examples import example
from tests.shell import COMMAND, TIMEOUT, environment, spawn

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
STATUS = ("status", "--example", "--on", DAY)
CHECK = ("check", "--example", "--on", DAY)


def on_a_terminal(*arguments: str, folder: Path, **settings: str) -> str:
    """Return what the program writes where a terminal listens on all three streams."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(TERM="xterm-256color", COLUMNS="100") | settings,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        parts = []
        try:
            while part := os.read(ours, 65536):
                parts.append(part)
        except OSError:
            pass  # Linux answers so when the other end is closed.
        process.wait(TIMEOUT)
    os.close(ours)
    return b"".join(parts).decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_the_same_words_as_a_pipe(tmp_path: Path) -> None:
    coloured = on_a_terminal(*STATUS, folder=tmp_path)
    plain = spawn(*STATUS, folder=tmp_path, COLUMNS="100").out
    assert "\x1b[32m✓" in coloured
    assert "\x1b" not in plain
    assert ESCAPE.sub("", coloured) == plain


def test_a_terminal_gets_colour_in_frames_on_standard_error(tmp_path: Path) -> None:
    example(BROKEN_AGREEMENT).write(tmp_path)
    assert "\x1b[31merror: " in on_a_terminal("status", "--agreement", ".", folder=tmp_path)


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_no_colour_gets_none(
    tmp_path: Path, settings: dict[str, str]
) -> None:
    answer = on_a_terminal(*STATUS, folder=tmp_path, **settings)
    assert "\x1b" not in answer
    assert answer == spawn(*STATUS, folder=tmp_path, COLUMNS="100").out


def test_a_terminal_narrower_than_any_text_gets_every_word(tmp_path: Path) -> None:
    narrow = on_a_terminal(*STATUS, folder=tmp_path, COLUMNS="1", NO_COLOR="1")
    wide = spawn(*STATUS, folder=tmp_path).out
    assert sorted(narrow.split()) == sorted(wide.split())


@pytest.mark.parametrize(
    ("settings", "coloured"),
    [
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": ""}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ({"CI": "true"}, False),
    ],
    ids=repr,
)
def test_a_pipe_gets_colour_only_where_it_is_forced(
    tmp_path: Path, settings: dict[str, str], *, coloured: bool
) -> None:
    assert ("\x1b[" in spawn(*STATUS, folder=tmp_path, **settings).out) == coloured


def test_nothing_is_said_by_colour_alone(tmp_path: Path) -> None:
    plain = spawn(*STATUS, folder=tmp_path).out
    for mark in ("✓ ", "✗ ", "◐ ", "? "):
        assert f"\n  {mark}" in plain
    for word in ("vacant since", "nothing recorded", "nobody stands in", "Late", "Example:"):
        assert word in plain
    frames = spawn(*CHECK, folder=tmp_path).out
    assert "\nwarning: [" in frames


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-8", "utf-16"])
def test_json_says_the_same_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    arguments = (*CHECK, "--format", "json")
    answer = spawn(*arguments, folder=tmp_path, PYTHONIOENCODING=encoding)
    assert json.loads(answer.out) == json.loads(spawn(*arguments, folder=tmp_path).out)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("arguments", [STATUS, CHECK, ("show", "est", "--example"), ("--help",)])
def test_an_old_code_page_gets_every_word_and_no_question_marks(
    tmp_path: Path, encoding: str, arguments: tuple[str, ...]
) -> None:
    answer = spawn(*arguments, folder=tmp_path, PYTHONIOENCODING=encoding)
    whole = spawn(*arguments, folder=tmp_path)
    assert (answer.code, answer.err) == (whole.code, whole.err)
    assert len(answer.out.splitlines()) == len(whole.out.splitlines())
    assert answer.out.count("?") == whole.out.count("?")
    if encoding != "ascii":
        assert "\\x" not in answer.out


def test_a_mistake_is_told_on_an_old_code_page(tmp_path: Path) -> None:
    answer = spawn("show", "åäö→", "--example", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert answer.code == 2
    assert 'Nothing here is called "\\xe5\\xe4\\xf6>".' in answer.err


@pytest.mark.parametrize(
    "command",
    [
        "samverkan check --all --example | head -1",
        "samverkan check --all --example --format json | head -1",
        "samverkan check --all --example | true",
        "samverkan check --example --lang en | true",
        "samverkan --help | true",
        "samverkan rules | head -1",
    ],
)
def test_a_reader_who_has_seen_enough_ends_the_program_quietly(
    tmp_path: Path, command: str
) -> None:
    script = f'samverkan() {{ "$@" ; }}; set -o pipefail; {command}'
    script = f"samverkan() {{ {' '.join(COMMAND)} \"$@\"; }}; {command}"
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) <= 1


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_full_disk_gives_4_and_one_sentence(tmp_path: Path, format_: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *STATUS, "--format", format_],
            cwd=tmp_path,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=TIMEOUT,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr == "samverkan: The answer cannot be written: the disk is full.\n"


def test_the_hash_seed_and_the_time_zone_change_nothing(tmp_path: Path) -> None:
    answers = {
        spawn(*CHECK, "--format", "json", folder=tmp_path, PYTHONHASHSEED=seed, TZ=zone).out
        for seed, zone in (("0", "UTC"), ("1", "Pacific/Kiritimati"), ("2", "Etc/GMT+12"))
    }
    assert len(answers) == 1
