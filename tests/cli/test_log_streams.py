"""`log` tells the newest at once, and stops where nobody listens any more."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.examples import SOUND
from tests.history.repository import git
from tests.shell import COMMAND, environment

REVISIONS = 1500
STAFFING = SOUND["staffing/kom.yaml"]


def revisions(number: int) -> Iterator[str]:
    """Yield a history as fast-import reads it: an agreement, and a post that comes and goes."""
    for one in range(number):
        files = {f"agreement/{path}": text for path, text in SOUND.items()} if not one else {}
        if one % 2:
            files["agreement/staffing/kom.yaml"] = STAFFING.replace("Samordnare", f"Nummer {one}")
        elif one:
            files["agreement/staffing/kom.yaml"] = STAFFING
        who = f"x <x@samverkan.invalid> {1_704_100_000 + 3600 * one} +0000"
        yield f"commit refs/heads/main\ncommitter {who}\n{data(f'Ändra {one}')}"
        for path, text in files.items():
            yield f"M 100644 inline {path}\n{data(text)}"


def data(text: str) -> str:
    """Return a text as fast-import reads it."""
    return f"data {len(text.encode())}\n{text}\n"


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("long")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "fast-import", "--quiet", text="".join(revisions(REVISIONS)).encode())
    git(folder, "reset", "--quiet", "--hard")
    return folder


def effort(folder: Path, *, whole: bool) -> float:
    """Return the seconds of work that the history takes, heard to its end or for a few letters."""
    with subprocess.Popen(
        [*COMMAND, "log"], cwd=folder, env=environment(), stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        told = os.read(process.stdout.fileno(), 10)
        while whole and os.read(process.stdout.fileno(), 1 << 20):
            pass
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert (len(told), process.returncode) == (10, 0)
    return usage.ru_utime + usage.ru_stime


def test_the_first_lines_come_at_once(long: Path) -> None:
    # Work, and not time, so that a busy machine is no fault.
    assert effort(long, whole=False) < effort(long, whole=True) / 2
