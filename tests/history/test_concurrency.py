"""Several at once: every change is a commit of its own, and none is lost."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.history.conftest import Repository
from tests.history.repository import git
from tests.history.writer import KOM, clean_environment, look, sound

OTHER = "waivers.yaml"
TRIES = 400


def writers(top: Path, many: int, each: int) -> list["subprocess.Popen[bytes]"]:
    """Start processes that each add lines to one of two files, one commit for each line."""
    return [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.history.driver", "agreement"),
                *((KOM, OTHER)[number % 3 == 2], *lines(number, each)),
            ],
            cwd=top,
            env=clean_environment(),
            stderr=subprocess.PIPE,
        )
        for number in range(many)
    ]


def lines(number: int, each: int) -> list[str]:
    """Return what a writer adds."""
    return [f"rad {number}-{line}" for line in range(each)]


def ended(processes: list["subprocess.Popen[bytes]"]) -> None:
    """See that all went well."""
    for process in processes:
        _, err = process.communicate(timeout=120)
        assert (process.returncode, err) == (0, b"")


def nothing_lost(top: Path, many: int, each: int) -> None:
    """See that every line is there, once, and that what lies there is what is committed."""
    found = (top / "agreement" / KOM).read_text("utf-8")
    found += (top / "agreement" / OTHER).read_text("utf-8")
    counted = Counter(found.splitlines())
    for number in range(many):
        assert all(counted[f"# {line}"] == 1 for line in lines(number, each))
    assert git(top, "status", "--porcelain") == ""
    assert look(top).litter == ()
    sound(top)


def together(repository: Repository, many: int, each: int) -> None:
    """Let writers write beside each other."""
    top = repository.path
    ended(writers(top, many, each))
    subjects = git(top, "log", "--format=%s", f"{repository.ids[-1]}..HEAD").splitlines()
    wanted = [f"Lägg till {line}" for number in range(many) for line in lines(number, each)]
    assert sorted(subjects) == sorted(wanted)
    nothing_lost(top, many, each)


def test_a_few(repository: Repository) -> None:
    together(repository, 3, 4)


@pytest.mark.long
def test_eight_writers_with_twenty_five_changes_each(repository: Repository) -> None:
    together(repository, 8, 25)


def beside_git(repository: Repository, many: int, each: int, commits: int) -> None:
    """Let writers write beside somebody who commits another file with a plain git."""
    top = repository.path
    processes = writers(top, many, each)
    left = commits
    for number in range(TRIES):
        if not left:
            break
        (top / "README.md").write_text(f"Utgåva {number}\n", "utf-8")
        try:
            git(top, "commit", "--quiet", "-m", "annat", "--", "README.md")
        except AssertionError:
            continue  # one of ours had a lock of git's, or the branch had moved
        left -= 1
    assert not left
    ended(processes)
    git(top, "checkout", "--quiet", "--", "README.md")
    nothing_lost(top, many, each)
    subjects = git(top, "log", "--format=%s", f"{repository.ids[-1]}..HEAD").splitlines()
    assert subjects.count("annat") == commits


def test_beside_a_plain_git(repository: Repository) -> None:
    beside_git(repository, 2, 4, 4)


@pytest.mark.long
def test_long_beside_a_plain_git(repository: Repository) -> None:
    beside_git(repository, 4, 25, 50)
