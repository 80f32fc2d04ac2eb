"""No commit is made over what somebody else has done to the files or the branch."""

import shlex
from pathlib import Path

import pytest

from samverkan_cli.cli.past import CODES
from samverkan_cli.history.commit import commit
from samverkan_cli.history.lock import locked
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.stand import stand
from samverkan_cli.history.tree import Write
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, git, write
from tests.history.repository import commit as git_commit
from tests.history.writer import KOM, MESSAGE, NOTE, cure, made, refused, writes


def test_somebody_elses_version_is_staged(register: Repository) -> None:
    top = register.path
    seen = (top / STAFFING).read_bytes()
    (top / STAFFING).write_bytes(b"annat\n")
    git(top, "add", STAFFING)
    (top / STAFFING).write_bytes(seen)
    with refused(top, GitProblem.STAGED, path=STAFFING):
        made(top / "agreement")
    with pytest.raises(GitError) as error:
        made(top / "agreement")
    command = shlex.split(cure(error.value).partition(": ")[2])
    assert command[:3] == ["git", "restore", "--staged"]
    git(top / "agreement", *command[1:])
    made(top / "agreement")


def test_a_removal_or_another_mode_is_staged(register: Repository) -> None:
    top = register.path
    git(top, "rm", "--quiet", "--cached", STAFFING)
    with refused(top, GitProblem.STAGED):
        made(top / "agreement")
    git(top, "reset", "--quiet")
    git(top, "update-index", "--chmod=+x", STAFFING)
    with refused(top, GitProblem.STAGED):
        made(top / "agreement")


def test_staged_before_the_first_commit(register: Repository, tmp_path: Path) -> None:
    top = tmp_path / "new"
    top.mkdir()
    git(top, "init", "--quiet")
    (top / "a.yaml").write_bytes(b"annat\n")
    git(top, "add", "a.yaml")
    (top / "a.yaml").unlink()
    with pytest.raises(GitError) as error:
        made(top, "a.yaml", may_be_first=True)
    assert error.value.problem is GitProblem.STAGED
    git(top, *shlex.split(cure(error.value).partition(": ")[2])[1:])
    made(top, "a.yaml", may_be_first=True)
    assert register.git.top != top


def test_a_file_that_was_changed_meanwhile(register: Repository) -> None:
    there = register.git
    file = there.folder / KOM
    for text in (b"annat\n", file.read_bytes() + NOTE + b"\n", b""):
        with locked(there):
            at = stand(there)
            change = writes(there)
            old = file.read_bytes()
            file.write_bytes(text)
            with refused(register.path, GitProblem.CHANGED_MEANWHILE, path=STAFFING):
                commit(there, at, change, MESSAGE)
            file.write_bytes(old)
    with locked(there):
        at = stand(there)
        change = writes(there)
        file.unlink()
        with refused(register.path, GitProblem.CHANGED_MEANWHILE):
            commit(there, at, change, MESSAGE)


def test_a_file_that_came_meanwhile(register: Repository) -> None:
    there = register.git
    (there.folder / "ny.yaml").write_bytes(b"")
    with refused(register.path, GitProblem.CHANGED_MEANWHILE):
        commit(there, stand(there), [Write("ny.yaml", None, NOTE)], MESSAGE)


def test_a_branch_that_moved_or_was_left_meanwhile(register: Repository) -> None:
    there = register.git
    at = stand(there)
    change = writes(there)
    write(register.path, {"README.md": "Annat.\n"})
    git_commit(register.path, "Någon annan")
    with refused(register.path, GitProblem.MOVED):
        commit(there, at, change, MESSAGE)
    at = stand(there)
    git(register.path, "checkout", "--quiet", "-b", "annan")
    with refused(register.path, GitProblem.MOVED):
        commit(there, at, change, MESSAGE)


def test_nothing_new(register: Repository) -> None:
    there = register.git
    with refused(register.path, GitProblem.NOTHING_NEW):
        commit(there, stand(there), writes(there, text=b""), MESSAGE)
    with refused(register.path, GitProblem.NOTHING_NEW):
        commit(there, stand(there), [Write("ny.yaml", None, None)], MESSAGE)
    assert CODES[GitProblem.NOTHING_NEW] == 2
