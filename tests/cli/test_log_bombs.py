"""Revisions with a great many files: what they changed is told, briefly and soon."""

import time
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.history.repository import TWO, build, git

FOLDER = "agreement/staffing"


def bomb(folder: Path, files: int) -> None:
    """Commit a folder of so many files that say nothing, and take them away again."""
    build(folder)
    blob = git(folder, "hash-object", "-w", "--stdin", text=b"x\n")
    known = git(folder, "ls-tree", f"HEAD:{FOLDER}")
    strangers = (f"100644 blob {blob}\tf{number:06}.yaml" for number in range(files))
    tree = git(folder, "mktree", text="\n".join((known, *strangers)).encode())
    for path in (FOLDER, "agreement"):
        parent, _, name = path.rpartition("/")
        lines = git(folder, "ls-tree", f"HEAD:{parent}").splitlines()
        others = [line for line in lines if not line.endswith(f"\t{name}")]
        tree = git(
            folder, "mktree", text="\n".join((*others, f"040000 tree {tree}\t{name}")).encode()
        )
    full = git(folder, "commit-tree", tree, "-p", "HEAD", "-m", "Fyll mappen", day=TWO)
    back = git(folder, "commit-tree", "HEAD^{tree}", "-p", full, "-m", "Töm mappen", day=TWO)
    git(folder, "reset", "--hard", "--quiet", back)


def seconds(samverkan: Run) -> float:
    """Return the processor time that `log` takes."""
    start = time.process_time()
    assert samverkan("log").code == 0
    return time.process_time() - start


def test_many_files_that_cannot_be_read_are_told_in_one_sentence(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bomb(tmp_path / "register", 50)
    monkeypatch.chdir(tmp_path / "register")
    told = " ".join(samverkan("log").out.split())
    assert "staffing/f000005.yaml and 44 more cannot be read here; what changed in them" in told
    told = " ".join(samverkan("diff", "HEAD~2", "HEAD~1").out.split())
    assert "and 44 more cannot be read on one of the sides, and are left out." in told


def test_four_times_the_files_take_no_more_than_some_four_times_as_long(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = []
    for files in (5_000, 20_000):
        bomb(tmp_path / str(files), files)
        monkeypatch.chdir(tmp_path / str(files))
        taken.append(min(seconds(samverkan) for _ in range(2)))
    assert taken[1] < 7 * taken[0]
