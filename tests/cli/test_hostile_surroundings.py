"""Streams that are closed or full, pipes in place of files, names that would be commands."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, Write
from tests.shell import COMMAND, TIMEOUT, environment

STATUS = "status --example --on 2025-03-01"


def shell(line: str, folder: Path) -> tuple[int, str]:
    """Run the program in a shell; return its code and what it wrote on standard error."""
    command = " ".join([*COMMAND, line])
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"{STATUS} >&-", 0),
        (f"{STATUS} --format json >&-", 0),
        (f"{STATUS} 2>&-", 0),
        (f"{STATUS} --fail-on warning <&- >&- 2>&-", 1),
        ("status --on x 2>&-", 2),
        ("--help >&-", 0),
        ("--version >&-", 0),
        ("--version >/dev/full", 4),
        ("--help >/dev/full", 4),
        ("status --help >/dev/full", 4),
        (f"{STATUS} >/dev/full", 4),
        (f"{STATUS} >/dev/full 2>/dev/full", 4),
        ("status --on x 2>/dev/full", 2),
        ("--version | true; exit ${PIPESTATUS[0]}", 0),
    ],
)
def test_a_stream_that_takes_nothing_changes_no_code_and_ends_in_no_traceback(
    line: str, code: int, tmp_path: Path
) -> None:
    found, told = shell(line, tmp_path)
    assert (found, "Traceback" in told, "our mistake" in told) == (code, False, False)


@pytest.mark.parametrize("flags", [(), ("-P",)])
@pytest.mark.parametrize("name", ["yaml", "typer", "json", "rich", "jsonschema", "re"])
def test_nothing_is_imported_from_where_the_user_stands(
    tmp_path: Path, name: str, flags: tuple[str, ...]
) -> None:
    trap = "import pathlib\npathlib.Path('ran').touch()\nraise SystemExit(9)\n"
    (tmp_path / f"{name}.py").write_text(trap, "utf-8")
    done = subprocess.run(
        [sys.executable, *flags, *COMMAND[1:], "status", "--example", "--on", "2025-03-01"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("arguments", [("check",), ("status",), ("--help",)])
def test_a_pipe_in_place_of_the_agreement_is_not_waited_for(
    arguments: tuple[str, ...], samverkan: Run, agreement: Write
) -> None:
    file = agreement() / "terms/agreement.yaml"
    file.unlink()
    os.mkfifo(file)
    assert samverkan(*arguments).code in {0, 1, 2}


def test_the_language_is_not_taken_from_where_a_link_leads(
    samverkan: Run, agreement: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMVERKAN_LANG")
    root = agreement()
    assert "Användning" in samverkan("--help").out
    (root / "terms").rename(tmp_path / "elsewhere")
    (root / "terms").symlink_to(tmp_path / "elsewhere")
    assert "Usage" in samverkan("--help").out


def test_an_answer_overwrites_neither_an_agreement_nor_what_a_link_leads_to(
    samverkan: Run, agreement: Write, tmp_path: Path
) -> None:
    file = agreement() / "staffing/kom.yaml"
    content = file.read_text("utf-8")
    (tmp_path / "link.txt").symlink_to(file)
    for path in (file, tmp_path / "link.txt", tmp_path / "New.YML"):
        answer = samverkan("status", "--output", f"text={path}")
        assert (answer.code, "not written to" in " ".join(answer.err.split())) == (2, True)
    assert file.read_text("utf-8") == content
    assert not (tmp_path / "New.YML").exists()
    assert samverkan("status", "--output", "text=/dev/null").code == 0


@pytest.mark.parametrize("day", ["2025-W09-1", "20250301", "２０２５-０３-０１", "2025-03-01\n"])
def test_a_day_has_one_spelling(day: str, samverkan: Run, agreement: Write) -> None:
    agreement()
    assert samverkan("status", "--on", day).code == 2


COMMANDS = re.compile(r"^\s*::|##\[", re.MULTILINE)


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_no_name_of_a_file_or_folder_becomes_a_command_to_a_pipeline(
    form: str, samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = agreement(name="::set-env name=x::")
    for name in ("::error::a.yaml", "##[error]b.yaml", "\n::error::c.yaml", "\u0085::d.yaml"):
        (root / name).touch()
    answers = [samverkan("check", "--agreement", str(root.name), "--format", form)]
    monkeypatch.chdir(root)
    answers.append(samverkan("check", "--agreement", ".", "--format", form))
    answers.append(samverkan("show", f"{'x' * 90} ::error::y ##[error]z", "--agreement", "."))
    for answer in answers:
        assert not COMMANDS.search(answer.out + answer.err)
    assert "error::a.yaml" in answers[0].out
