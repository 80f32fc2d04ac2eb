"""No commit is made where git is locked, sparse, wrongly set or only to be read."""

import os
import shlex
import time
from pathlib import Path
from threading import Timer

import pytest

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.writing import PATIENCE
from samverkan_cli.language.tongue import tongue
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, git, write
from tests.history.repository import commit as git_commit
from tests.history.writer import cure, look, made, refused


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("name", ["index.lock", "HEAD.lock", "refs/heads/main.lock"])
def test_a_lock_that_a_dead_git_left(register: Repository, name: str) -> None:
    lock = register.path / ".git" / name
    lock.touch()
    os.utime(lock, (0, time.time() - 3 * 3600))
    with pytest.raises(GitError) as error:
        made(register.path / "agreement")
    assert error.value.problem is GitProblem.GIT_LOCK
    assert error.value.values["path"] == str(lock)
    assert "3 hours old" in tongue("en")(error.value.message)
    assert "3 timmar gammalt" in tongue("sv")(error.value.message)
    assert cure(error.value).endswith(f": rm {lock}")
    assert lock.exists()
    command, path = shlex.split(cure(error.value).partition(": ")[2])
    assert command == "rm"
    Path(path).unlink()
    made(register.path / "agreement")


def test_a_lock_of_a_git_that_is_alive_is_waited_for(register: Repository) -> None:
    assert 1 <= PATIENCE <= 2
    lock = register.path / ".git" / "index.lock"
    lock.touch()
    timer = Timer(0.3, lock.unlink)
    timer.start()
    made(register.path / "agreement")
    timer.join()


def test_a_sparse_checkout_without_the_file(register: Repository) -> None:
    top = register.path
    git(top, "update-index", "--refresh")  # a copy; git keeps what it takes for changed
    git(top, "sparse-checkout", "set", "--no-cone", "/README.md", "/agreement/terms/")
    assert not (top / STAFFING).exists()
    with refused(top, GitProblem.SPARSE):
        made(top / "agreement")
    git(top, "sparse-checkout", "set", "--no-cone", "/agreement/")
    assert not (top / "README.md").exists()
    made(top / "agreement")
    assert git(top, "ls-tree", "--name-only", "HEAD") == "README.md\nagreement"
    git(top, "sparse-checkout", "disable")
    git(top, "update-index", "--skip-worktree", STAFFING)
    with refused(top, GitProblem.SPARSE, path=STAFFING):
        made(top / "agreement")


def test_a_sparse_checkout_in_cones(register: Repository) -> None:
    top = register.path
    write(top, {"annat/mapp/fil.txt": "Annat.\n"})
    git_commit(top, "Annat")
    git(top, "sparse-checkout", "set", "--cone", "--sparse-index", "agreement")
    assert not (top / "annat").exists()
    made(top / "agreement")
    assert git(top, "status", "--porcelain") == ""
    assert "annat/mapp/fil.txt" in git(top, "ls-tree", "-r", "--name-only", "HEAD")


@pytest.mark.parametrize("name", ["HEAD", "refs/heads/main"])
def test_a_log_of_gits_that_is_a_link(register: Repository, tmp_path: Path, name: str) -> None:
    log = register.path / ".git" / "logs" / name
    log.rename(tmp_path / "elsewhere")
    log.symlink_to(tmp_path / "elsewhere")
    before = (tmp_path / "elsewhere").read_bytes()
    with refused(register.path, GitProblem.LINKED, path=str(log)):
        made(register.path / "agreement")
    assert (tmp_path / "elsewhere").read_bytes() == before
    log.unlink()
    made(register.path / "agreement")


@pytest.mark.parametrize("setting", ["gpg.format", "gpg.minTrustLevel", "core.sharedRepository"])
def test_a_setting_that_git_cannot_read(register: Repository, setting: str) -> None:
    config = register.path / ".git" / "config"
    before = config.read_bytes()
    git(register.path, "config", setting, "påhitt")
    with refused(register.path, GitProblem.BAD_SETTING):
        made(register.path / "agreement")
    with pytest.raises(GitError, match="bad-setting") as error:
        made(register.path / "agreement")
    assert setting.lower() in str(error.value.values["words"])
    config.write_bytes(before)
    made(register.path / "agreement")


def test_an_index_of_ours_that_is_a_link(register: Repository, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"annans")
    for name in ("samverkan.index", "samverkan.index.lock"):
        (register.path / ".git" / name).symlink_to(tmp_path / "elsewhere")
    (register.path / "agreement/staffing/.kom.yaml.samverkan").symlink_to(tmp_path / "elsewhere")
    made(register.path / "agreement")
    assert (tmp_path / "elsewhere").read_bytes() == b"annans"
    assert look(register.path).litter == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; see test_crash.py")
@pytest.mark.parametrize("name", [".git", ".git/objects", "agreement"])
def test_a_folder_that_can_only_be_read(register: Repository, name: str) -> None:
    folder = register.path / name
    folder.chmod(0o555)
    try:
        with refused(register.path, GitProblem.READ_ONLY):
            made(register.path / "agreement")
    finally:
        folder.chmod(0o755)
