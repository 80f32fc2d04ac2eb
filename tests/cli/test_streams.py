"""What terminals, pipes, logs and old code pages get: everything, and no exception."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TypeAlias

import pytest

from samverkan_cli.cli.run import run
from samverkan_cli.render.terminal import is_colourful, width_of
from tests.cli.broken import BROKEN_AGREEMENT, DAY
from tests.conftest import Run
from tests.examples import example
from tests.shell import COMMAND, TIMEOUT, environment, spawn

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
STATUS = ("status", "--example", "--on", DAY)
CHECK = ("check", "--example", "--on", DAY)
SHOW = ("show", "est", "--example", "--on", DAY)


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


def test_a_narrow_terminal_without_colour_gets_every_word(tmp_path: Path) -> None:
    narrow = on_a_terminal(*STATUS, folder=tmp_path, COLUMNS="1", NO_COLOR="1")
    wide = spawn(*STATUS, folder=tmp_path).out
    assert "\x1b" not in narrow + wide
    assert sorted(narrow.split()) == sorted(wide.split())


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "settings", "coloured"),
    [
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        (StringIO(), {}, False),
        (StringIO(), {"TERM": "xterm-256color", "CI": "true"}, False),
        (StringIO(), {"FORCE_COLOR": "1"}, True),
        (StringIO(), {"FORCE_COLOR": "0"}, False),
        (StringIO(), {"FORCE_COLOR": ""}, False),
        (StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
    ],
)
def test_colour_is_for_those_who_want_it(
    stream: StringIO, settings: dict[str, str], *, coloured: bool
) -> None:
    assert is_colourful(stream, settings) == coloured


@pytest.mark.parametrize(
    ("stream", "columns", "width"),
    [
        (StringIO(), "", 120),
        (StringIO(), "80", 80),
        (StringIO(), "200", 200),
        (StringIO(), "1", 40),
        (StringIO(), "0", 120),
        (StringIO(), "-5", 120),
        (StringIO(), "99999999999", 120),
        (StringIO(), "åttio", 120),
        (Terminal(), "", 80),
        (Terminal(), "60", 60),
    ],
)
def test_the_width_is_the_terminals_or_the_one_asked_for(
    stream: StringIO, columns: str, width: int
) -> None:
    assert width_of(stream, {"COLUMNS": columns}) == width


def test_nothing_is_said_by_colour_alone(samverkan: Run) -> None:
    plain = samverkan(*STATUS).out
    for mark in ("✓ ", "✗ ", "◐ ", "? "):
        assert f"\n  {mark}" in plain
    for word in ("vacant since", "nothing recorded", "nobody stands in", "Late", "Example:"):
        assert word in plain
    assert "\nwarning: [" in samverkan(*CHECK).out


Encoded: TypeAlias = Callable[..., tuple[str, str]]


@pytest.fixture
def encoded(samverkan: Run, monkeypatch: pytest.MonkeyPatch) -> Encoded:
    """Run the program with streams of an encoding."""

    def start(encoding: str, *arguments: str) -> tuple[str, str]:
        assert samverkan("--version").code == 0
        buffers = BytesIO(), BytesIO()
        with monkeypatch.context() as patch:
            for name, buffer in zip(("stdout", "stderr"), buffers, strict=True):
                patch.setattr(f"sys.{name}", TextIOWrapper(buffer, encoding, newline="\n"))
            run(list(arguments))
            sys.stdout.flush()
            sys.stderr.flush()
            out, err = (buffer.getvalue().decode(encoding) for buffer in buffers)
        return out, err

    return start


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "utf-16"])
def test_json_says_the_same_in_every_encoding(encoded: Encoded, encoding: str) -> None:
    arguments = (*STATUS, "--format", "json")
    assert json.loads(encoded(encoding, *arguments)[0]) == json.loads(
        encoded("utf-8", *arguments)[0]
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("arguments", [STATUS, CHECK, SHOW, ("--help",)], ids=" ".join)
def test_an_old_code_page_gets_every_word_and_no_question_marks(
    encoded: Encoded, encoding: str, arguments: tuple[str, ...]
) -> None:
    out, err = encoded(encoding, *arguments)
    whole, _ = encoded("utf-8", *arguments)
    assert err == ""
    assert len(out.splitlines()) == len(whole.splitlines())
    assert out.count("?") == whole.count("?")
    if encoding != "ascii":
        assert "\\x" not in out


def test_a_mistake_is_told_on_an_old_code_page(tmp_path: Path) -> None:
    answer = spawn("show", "åäö→", "--example", folder=tmp_path, PYTHONIOENCODING="ascii")
    assert answer.code == 2
    assert 'Nothing here is called "\\xe5\\xe4\\xf6>".' in answer.err


@pytest.mark.parametrize(
    "command",
    [
        "samverkan check --all --example | head -1",
        "samverkan check --all --example --format json | head -1",
        "samverkan --help | true",
    ],
)
def test_a_reader_who_has_seen_enough_ends_the_program_quietly(
    tmp_path: Path, command: str
) -> None:
    program = f'samverkan() {{ {" ".join(COMMAND)} "$@"; }}'
    done = subprocess.run(
        ["bash", "-c", f"{program}; {command}"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) <= 1


def test_a_full_disk_gives_4_and_one_sentence(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, *STATUS],
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
        for seed, zone in (("1", "Pacific/Kiritimati"), ("2", "Etc/GMT+12"))
    }
    assert len(answers) == 1
