"""An exception that nobody expected: 70, a block to paste, and no values from any file."""

import re
from typing import Any, NoReturn

import pytest

from samverkan_cli import __main__, __version__
from samverkan_cli.cli import check, explain, show, status, trace
from tests.conftest import Run, Write

QUOTED = "Anna Andersson"
FLOWS = {
    "status": (status, "status", ("status",)),
    "check": (check, "check", ("check",)),
    "show": (show, "show", ("show", QUOTED)),
    "explain": (explain, "explain", ("explain", QUOTED)),
    "trace": (trace, "trace_document", ("trace", "document.txt")),
}


def fail(*_: Any) -> NoReturn:
    raise ZeroDivisionError(QUOTED)


@pytest.mark.parametrize("name", FLOWS)
def test_an_unexpected_exception_gives_70_and_a_block_without_values(
    samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (agreement().parent / "document.txt").write_bytes(b"")
    module, attribute, arguments = FLOWS[name]
    monkeypatch.setattr(module, attribute, fail)
    answer = samverkan(*arguments)
    assert (answer.code, answer.out) == (70, "")
    assert QUOTED not in answer.err
    assert "Traceback" not in answer.err
    head, block, rest = answer.err.split("---\n")
    assert head == (
        "samverkan: This is our mistake, not yours. Please report it with the lines below.\n"
    )
    assert rest == ""
    assert f"samverkan {__version__}, Python 3." in block
    assert f"command: {name}\n" in block
    assert "ZeroDivisionError in:\n" in block
    assert re.search(r"command \(samverkan_cli/cli/\w+\.py:\d+\)\n", block)


def test_the_block_names_no_folder_of_the_user(
    samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    agreement()
    monkeypatch.setattr(status, "status", fail)
    block = samverkan("status").err
    assert not re.search(r"\(/", block)


def test_an_interrupt_ends_quietly_with_130(
    samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: Any) -> NoReturn:
        raise KeyboardInterrupt

    agreement()
    monkeypatch.setattr(status, "status", interrupt)
    assert samverkan("status") == type(samverkan("--help"))(130, "", "")


def test_the_version_is_told(
    samverkan: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert samverkan("--version").out == f"samverkan {__version__}\n"
    monkeypatch.setattr("sys.argv", ["samverkan", "--version"])
    left: list[int] = []
    monkeypatch.setattr("os._exit", left.append)
    __main__.main()
    assert (left, capsys.readouterr().out) == ([0], f"samverkan {__version__}\n")


def test_the_version_as_a_flag_before_a_command_is_told(samverkan: Run) -> None:
    answer = samverkan("--version", "status")
    assert (answer.code, answer.out) == (0, f"samverkan {__version__}\n")
