"""Our own lock: one writes at a time, and who dies leaves none."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from samverkan_cli.history.lock import locked, locked_folder
from samverkan_cli.history.problems import GitProblem
from tests.history.conftest import Repository
from tests.history.writer import clean_environment, made, refused

HOLDER = """
import sys
from pathlib import Path
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.lock import locked, locked_folder
folder, in_git = Path(sys.argv[1]), len(sys.argv) > 2
with locked(discover(folder)) if in_git else locked_folder(folder):
    print(flush=True)
    sys.stdin.read()
"""


@contextmanager
def another(folder: Path, *how: str) -> Iterator[None]:
    """Let another process hold the lock until the block ends."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder), *how],
        env=clean_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == b"\n"
        yield
        process.stdin.close()


def test_somebody_else_is_writing(register: Repository) -> None:
    folder = register.path / "agreement"
    with another(folder, "in git"):
        lock = register.path / ".git" / "samverkan.lock"
        told = {"path": str(lock), "seconds": 0}
        with refused(register.path, GitProblem.LOCKED, **told), locked(register.git, 0.2):
            pass
        with locked_folder(folder):
            pass
    made(folder)
    with another(folder):
        with refused(register.path, GitProblem.LOCKED), locked_folder(folder, 0.2):
            pass
        with locked(register.git):
            pass


def test_one_who_dies_leaves_no_lock(register: Repository) -> None:
    with locked(register.git):
        pass
    lock = register.path / ".git" / "samverkan.lock"
    assert lock.exists()
    with pytest.raises(ZeroDivisionError), locked(register.git):
        assert 1 / 0
    with locked(register.git, 0.0):
        pass
    assert lock.exists()


def test_the_lock_is_no_link(register: Repository, tmp_path: Path) -> None:
    (register.path / ".git" / "samverkan.lock").symlink_to(tmp_path / "elsewhere")
    with refused(register.path, GitProblem.LINKED):
        made(register.path / "agreement")
    assert not (tmp_path / "elsewhere").exists()
