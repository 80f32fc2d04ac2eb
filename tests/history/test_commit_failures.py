"""Something goes wrong in the middle: what is told is true, and what can be put back is put back.

Git is the real one; a program before it on PATH does something at one call, then lets it go on.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, git
from tests.history.writer import KOM, clean_environment, look, made, refused, sound

GIT = shutil.which("git")
Meddle = Callable[[str, str], None]
MOVE = "update-ref -m"
STAGE = "update-index --add --cacheinfo 100644,*,agreement"


@pytest.fixture
def meddle(register: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Meddle:
    """Let some lines of shell run in the repository at the calls that hold certain words."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()

    def plant(words: str, lines: str) -> None:
        program.write_text(
            f'#!/bin/sh\ncase " $* " in *{shell(words)}*)\ncd {register.path}\n{lines}\n;; esac\n'
            f'exec {GIT} "$@"\n',
            "utf-8",
        )
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")

    return plant


def shell(words: str) -> str:
    """Return words as a pattern of the shell, in which only stars mean more than themselves."""
    return "*".join(f'"{part}"' for part in words.split("*"))


def told(register: Repository) -> GitError:
    """Try, and return what is told."""
    with pytest.raises(GitError) as error:
        made(register.path / "agreement")
    return error.value


OTHERS = f"""
tree=$({GIT} rev-parse HEAD^{{tree}})
new=$({GIT} -c user.name=x -c user.email=x@x.invalid commit-tree $tree -p HEAD -m annat)
{GIT} update-ref refs/heads/main $new
"""
PLAIN = f"{GIT} -c user.name=x -c user.email=x@x.invalid commit --quiet -m annat\n"


def test_somebody_else_commits_another_thing(register: Repository, meddle: Meddle) -> None:
    before = look(register.path)
    meddle(MOVE, OTHERS)
    error = told(register)
    assert (error.problem, error.left) == (GitProblem.MOVED, ())
    assert git(register.path, "log", "-1", "--format=%s") == "annat"
    after = look(register.path)
    assert (after.files, after.index, after.litter) == (before.files, before.index, ())


def test_somebody_else_commits_what_we_have_staged(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, PLAIN)
    error = told(register)
    assert error.problem is GitProblem.SWEPT
    assert git(register.path, "rev-parse", "HEAD").startswith(str(error.values["id"]))
    assert git(register.path, "log", "-1", "--format=%s") == "annat"
    assert git(register.path, "status", "--porcelain") == ""
    assert look(register.path).litter == ()


def test_a_branch_that_moved_is_told_as_committed(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, f'{GIT} "$@"\nexit 1')
    name = made(register.path / "agreement")
    assert git(register.path, "rev-parse", "HEAD") == name
    assert git(register.path, "status", "--porcelain") == ""


def test_so_is_one_that_others_went_on_from(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, f'{GIT} "$@"\n{OTHERS}\nexit 1')
    name = made(register.path / "agreement")
    assert git(register.path, "rev-parse", "HEAD~1") == name


@pytest.mark.parametrize(
    ("words", "said", "problem"),
    [
        (MOVE, "error: x: No space left on device", GitProblem.DISK_FULL),
        (STAGE, "error: x: Disk quota exceeded", GitProblem.DISK_FULL),
        (
            "hash-object",
            "error: insufficient permission for adding an object",
            GitProblem.READ_ONLY,
        ),
        ("commit-tree", "fatal: x: Read-only file system", GitProblem.READ_ONLY),
        ("write-tree", "fatal: Unable to write new index file", GitProblem.NOT_WRITTEN),
        (MOVE, "fatal: cannot lock ref: is at x but expected y", GitProblem.MOVED),
    ],
)
def test_git_cannot_write(
    register: Repository, meddle: Meddle, words: str, said: str, problem: GitProblem
) -> None:
    meddle(words, f"echo '{said}' >&2; exit 128")
    with refused(register.path, problem):
        made(register.path / "agreement")
    assert told(register).left == ()


def test_git_does_not_tell(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, "mv .git/HEAD .git/refs/heads/main .. ; exit 1")
    error = told(register)
    assert error.problem is GitProblem.UNCERTAIN
    (register.path.parent / "HEAD").rename(register.path / ".git" / "HEAD")
    (register.path.parent / "main").rename(register.path / ".git" / "refs" / "heads" / "main")
    meddle("nothing", "")
    made(register.path / "agreement")
    sound(register.path)


@pytest.mark.usefixtures("hasty")
def test_what_cannot_be_put_back_is_named(register: Repository, meddle: Meddle) -> None:
    block = "mkdir agreement/staffing/.kom.yaml.samverkan; exit 1"
    before = (register.path / STAFFING).read_bytes()
    meddle(MOVE, block)
    error = told(register)
    assert (error.problem, error.left) == (GitProblem.NOT_WRITTEN, (STAFFING,))
    assert (register.path / STAFFING).read_bytes() != before
    assert git(register.path, "diff", "--cached", "--name-only") == ""
    (register.path / STAFFING).write_bytes(before)
    (register.path / "agreement/staffing/.kom.yaml.samverkan").rmdir()
    meddle(MOVE, "touch .git/index.lock; exit 1")
    error = told(register)
    assert error.left == (STAFFING,)
    assert (register.path / STAFFING).read_bytes() == before
    assert git(register.path, "diff", "--cached", "--name-only") == STAFFING


def test_what_others_wrote_since_is_theirs(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, f"echo mer >> {STAFFING}; exit 1")
    error = told(register)
    assert error.left == (STAFFING,)
    assert (register.path / STAFFING).read_text("utf-8").endswith("# Ändrat.\nmer\n")


def test_a_new_file_and_its_folders_are_taken_back(register: Repository, meddle: Meddle) -> None:
    meddle(MOVE, "exit 1")
    with refused(register.path, GitProblem.NOT_WRITTEN):
        made(register.path / "agreement", "records/a/b/c.yaml", KOM)
    assert not (register.path / "agreement" / "records" / "a").exists()
    meddle(MOVE, "echo annat > agreement/records/a/annat; exit 1")
    with pytest.raises(GitError):
        made(register.path / "agreement", "records/a/b/c.yaml")
    assert [path.name for path in (register.path / "agreement/records/a").iterdir()] == ["annat"]


@pytest.mark.parametrize(
    ("words", "is_made"), [(STAGE, False), (MOVE, True), ("commit-tree", False)]
)
def test_interrupted(register: Repository, meddle: Meddle, words: str, is_made: bool) -> None:
    meddle(words, f'{GIT} "$@"\nkill -INT $PPID\nsleep 0.1\nexit 0')
    before = look(register.path)
    command = [sys.executable, "-m", "tests.history.driver", "agreement", KOM, "rad"]
    done = subprocess.run(
        command,
        cwd=register.path,
        env=clean_environment(PATH=os.environ["PATH"]),
        capture_output=True,
        check=False,
    )
    if is_made:
        assert done.returncode == 0, done.stderr
        assert git(register.path, "rev-parse", "HEAD~1") == register.ids[-1]
        assert git(register.path, "status", "--porcelain") == ""
    else:
        assert done.returncode == -signal.SIGINT
        assert look(register.path) == before
