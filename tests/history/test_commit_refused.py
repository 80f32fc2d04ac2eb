"""Every state in which nothing can be committed: the exact problem, and nothing has changed."""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest

from samverkan_cli.cli.past import CODES
from samverkan_cli.history import runner
from samverkan_cli.history.commit import commit
from samverkan_cli.history.lock import locked, locked_folder
from samverkan_cli.history.placing import put
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.stand import stand
from samverkan_cli.history.tree import Write
from samverkan_cli.history.writing import PATIENCE
from samverkan_cli.language.tongue import tongue
from tests.evaluate.test_personal import check_digit
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, git, write
from tests.history.repository import commit as git_commit
from tests.history.writer import (
    KOM,
    MESSAGE,
    NOTE,
    SUBJECT,
    WRITER,
    clean_environment,
    look,
    made,
    refused,
    writes,
)

NUMBER = "850709980"
NUMBER += check_digit(NUMBER)


def cure(error: GitError) -> str:
    """Return the cure in English."""
    assert error.hint is not None
    return tongue("en")(error.hint)


def others(top: Path) -> None:
    """Let somebody else commit another version of the file."""
    write(top, {STAFFING: "party: kom\n"})
    git_commit(top, "Någon annan")


# The branch and git's own state


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


# Who commits


def test_nobody(register: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in WRITER:
        monkeypatch.delenv(name)
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Ingen Adress\n", "utf-8")
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")
    monkeypatch.setenv("EMAIL", "kansli@samverkan.invalid")
    made(register.path / "agreement")
    who = ("log", "-1", "--format=%an <%ae> %cn <%ce>")
    assert git(register.path, *who).startswith("Ingen Adress <kansli@samverkan.invalid> Ingen A")
    git(register.path, "config", "user.name", "Arkivet")
    git(register.path, "config", "author.name", "Utredaren")
    made(register.path / "agreement")
    assert git(register.path, *who).startswith("Utredaren <kansli@samverkan.invalid> Arkivet <")


@pytest.mark.parametrize("name", ["", " ", ".,:;<>"])
def test_a_name_that_is_none(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("GIT_COMMITTER_NAME", name)
    with refused(register.path, GitProblem.NO_IDENTITY):
        made(register.path / "agreement")


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("GIT_AUTHOR_NAME", f"Tjänst {NUMBER[:6]}-{NUMBER[6:]}"),
        ("GIT_COMMITTER_NAME", f"19{NUMBER}"),
        ("GIT_AUTHOR_EMAIL", f"{NUMBER}@samverkan.invalid"),
    ],
)
def test_an_identity_number(
    register: Repository, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    monkeypatch.setenv(variable, value)
    with refused(register.path, GitProblem.PERSONAL):
        made(register.path / "agreement")


def test_an_identity_number_in_the_message(register: Repository) -> None:
    there = register.git
    with refused(register.path, GitProblem.PERSONAL), locked(there):
        at = stand(there)
        commit(there, at, writes(there), f"{SUBJECT} {NUMBER}\n")


@pytest.mark.parametrize("date", ["igår", "2025-02-30T", " "])
def test_a_time_that_git_does_not_know(
    register: Repository, monkeypatch: pytest.MonkeyPatch, date: str
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", date)
    with refused(register.path, GitProblem.BAD_DATE, name="GIT_AUTHOR_DATE", text=date):
        made(register.path / "agreement")


@pytest.mark.parametrize(
    ("name", "kept"), [("Åsa\nRad två", "ÅsaRad två"), ("Å <a@b> B", "Å a@b B"), ('"A" \\B', None)]
)
def test_odd_names(
    register: Repository, monkeypatch: pytest.MonkeyPatch, name: str, kept: str | None
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", name)
    made(register.path / "agreement")
    assert git(register.path, "log", "-1", "--format=%an") == (kept or name.strip('"'))


# The files


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


def test_a_file_that_is_committed_as_another_kind(register: Repository) -> None:
    top = register.path
    (top / STAFFING).chmod(0o755)
    git_commit(top, "Gör den körbar")
    with refused(top, GitProblem.NOT_PLAIN, path=STAFFING):
        made(top / "agreement")
    (top / STAFFING).unlink()
    (top / STAFFING).symlink_to("pol.yaml")
    git_commit(top, "Gör den till en länk")
    there = register.git
    with refused(top, GitProblem.NOT_PLAIN, path=STAFFING):
        commit(there, stand(there), [Write(KOM, b"pol.yaml", NOTE)], MESSAGE)


def linked(top: Path, outside: Path) -> Iterator[str]:
    """Put something that is no ordinary file where one was; yield what was done."""
    file = top / STAFFING
    text = file.read_bytes()
    (outside / "kom.yaml").write_bytes(text)
    file.unlink()
    file.symlink_to(outside / "kom.yaml")
    yield "a link"
    file.unlink()
    os.mkfifo(file)
    yield "a pipe"
    file.unlink()
    file.mkdir()
    yield "a folder"
    shutil.rmtree(file.parent)
    file.parent.symlink_to(outside)
    yield "a folder that is a link"
    file.parent.unlink()
    file.parent.write_bytes(b"")
    yield "a file where a folder was"


def test_nothing_is_written_through_a_link(register: Repository, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    there = register.git
    at = stand(there)
    change = writes(there)
    text = (register.path / STAFFING).read_bytes()
    for _ in linked(register.path, outside):
        with refused(register.path, GitProblem.LINKED):
            commit(there, at, change, MESSAGE)
        with refused(register.path, GitProblem.LINKED):
            put(there.folder, change)
        assert {file.name: file.read_bytes() for file in outside.iterdir()} == {"kom.yaml": text}


@pytest.mark.parametrize("path", ["../x", "/x", "a/../x", "a//x", ".git/x", "a/.GIT/x", "", "a/"])
def test_a_path_that_leads_elsewhere_is_a_mistake_of_ours(register: Repository, path: str) -> None:
    there = register.git
    before = look(register.path)
    with pytest.raises(ValueError, match=f"^{re.escape(path)}$"):
        commit(there, stand(there), [Write(path, None, NOTE)], MESSAGE)
    with pytest.raises(ValueError, match=f"^{re.escape(path)}$"):
        put(there.folder, [Write(path, None, NOTE)])
    assert look(register.path) == before


def test_a_file_in_the_way_of_a_folder(register: Repository) -> None:
    there = register.git
    with refused(register.path, GitProblem.LINKED):
        commit(there, stand(there), [Write("waivers.yaml/x", None, NOTE)], MESSAGE)


# Our own lock


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


def test_every_problem_is_told_in_both_languages() -> None:
    for problem in GitProblem:
        error = GitError(problem, path="p", paths=("p",), id="1", text="t", name="n", words="w")
        error.values |= {"ids": ("1",), "day": "d", "first": "f", "n": 1, "needed": "1.2"}
        error.values |= {"version": "1", "seconds": 1, "age": "a", "command": "c", "what": "merge"}
        for left in (None, (), ("a", "b")):
            error.left = left
            english, swedish = (tongue(code)(error.message) for code in ("en", "sv"))
            assert english != swedish
            assert english.endswith((".", "it."))
            assert ("Nothing was changed." in english) == (left == ())
            assert ("a, b" in english) == (left == ("a", "b"))


def test_without_a_commit(register: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    shutil.copytree(register.path / "agreement", folder)
    seen = (folder / KOM).read_bytes()
    (folder / KOM).chmod(0o600)
    with locked_folder(folder):
        put(folder, [Write(KOM, seen, NOTE), Write("records/kom.yaml", None, NOTE)])
    assert ((folder / KOM).read_bytes(), (folder / "records/kom.yaml").read_bytes()) == (NOTE, NOTE)
    assert (folder / KOM).stat().st_mode & 0o777 == 0o600
    with pytest.raises(GitError) as error:
        put(folder, [Write("nytt/a.yaml", None, NOTE), Write(KOM, seen, b"annat")])
    assert (error.value.problem, error.value.left) == (GitProblem.CHANGED_MEANWHILE, ())
    assert not (folder / "nytt").exists()
    put(folder, [Write(KOM, NOTE, None), Write(KOM, NOTE, None)])
    assert sorted(file.name for file in (folder / "staffing").iterdir()) == ["pol.yaml"]
    assert git(register.path, "status", "--porcelain") == ""
