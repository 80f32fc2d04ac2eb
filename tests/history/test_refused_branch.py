"""No commit is made where the branch is none, or something is not finished on it."""

from pathlib import Path

import pytest

from samverkan_cli.history import runner
from samverkan_cli.history.problems import GitError, GitProblem
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, git, write
from tests.history.repository import commit as git_commit
from tests.history.writer import made, refused


def others(top: Path) -> None:
    """Let somebody else commit another version of the file."""
    write(top, {STAFFING: "party: kom\n"})
    git_commit(top, "Någon annan")


def test_detached(register: Repository) -> None:
    git(register.path, "checkout", "--quiet", "--detach")
    with refused(register.path, GitProblem.DETACHED):
        made(register.path / "agreement")


def test_a_head_that_is_no_branch(register: Repository) -> None:
    git(register.path, "update-ref", "refs/other/x", "HEAD")
    git(register.path, "symbolic-ref", "HEAD", "refs/other/x")
    with refused(register.path, GitProblem.DETACHED):
        made(register.path / "agreement")


def test_bare_no_repository_and_no_git(
    register: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(register.path), "bare.git")
    with pytest.raises(GitError) as error:
        made(tmp_path / "bare.git")
    assert error.value.problem is GitProblem.BARE
    with pytest.raises(GitError) as error:
        made(tmp_path)
    assert error.value.problem is GitProblem.NO_REPOSITORY
    monkeypatch.setenv("PATH", "relative")
    with pytest.raises(GitError) as error:
        made(register.path / "agreement")
    assert error.value.problem is GitProblem.NO_GIT


def test_another_users_repository(
    register: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(runner.ENVIRONMENT, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with refused(register.path, GitProblem.FOREIGN_OWNER):
        made(register.path / "agreement")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".gitconfig").write_text(f"[safe]\n\tdirectory = {register.path}\n", "utf-8")
    made(register.path / "agreement")


def conflict(top: Path, how: str) -> None:
    """Leave a branch in the middle of something, with a conflict."""
    git(top, "checkout", "--quiet", "-b", "sidan", "HEAD~2")
    others(top)
    git(top, "checkout", "--quiet", "-b", "andra-sidan", "main~1")
    with pytest.raises(AssertionError):
        git(top, how, "sidan")


def test_a_conflict(register: Repository) -> None:
    top = register.path
    conflict(top, "merge")
    (top / ".git" / "MERGE_HEAD").unlink()
    with refused(top, GitProblem.CONFLICTED, paths=(STAFFING,)):
        made(top / "agreement")


@pytest.mark.parametrize("how", ["merge", "cherry-pick", "rebase"])
def test_what_is_not_finished(register: Repository, how: str) -> None:
    top = register.path
    conflict(top, how)
    problem = GitProblem.DETACHED if how == "rebase" else GitProblem.UNFINISHED
    with refused(top, problem):
        made(top / "agreement")
    git(top, "checkout", "--ours", STAFFING)
    git(top, "add", STAFFING)
    with refused(top, problem):
        made(top / "agreement")
    git(top, how, "--abort")
    made(top / "agreement")


def test_a_revert_and_a_mailed_patch_that_are_not_finished(register: Repository) -> None:
    top = register.path
    others(top)
    with pytest.raises(AssertionError):
        git(top, "revert", "--no-edit", "HEAD~1")
    with refused(top, GitProblem.UNFINISHED, what="revert"):
        made(top / "agreement")
    git(top, "revert", "--abort")
    patch = git(top, "format-patch", "--stdout", "HEAD~2..HEAD~1").encode()
    with pytest.raises(AssertionError):
        git(top, "am", text=patch + b"\n")
    with refused(top, GitProblem.UNFINISHED, what="am"):
        made(top / "agreement")
    git(top, "am", "--abort")
    made(top / "agreement")
