"""Every state of git: the exit code, one sentence and its cure."""

import os
import shutil
from pathlib import Path

import pytest

from samverkan_cli.cli.past import CODES
from samverkan_cli.history import runner
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.problems import CURES, SENTENCES, GitError, GitProblem
from samverkan_cli.history.ready import branch, settled
from tests.conftest import Run
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, build, commit, copied, git, write

STATUS = ("status", "--on", "2025-03-01", "--format", "concise", "--as-of")


def refused(samverkan: Run, folder: Path, code: int, words: str, as_of: str = "HEAD") -> str:
    """Ask, hold the code and the sentence against what they should be; return the cure."""
    os.chdir(folder)
    answer = samverkan(*STATUS, as_of)
    assert (answer.code, answer.out) == (code, ""), answer
    sentence, cure = answer.err.splitlines()[0], " ".join(answer.err.splitlines()[1:])
    assert words in " ".join(answer.err.split()), answer.err
    assert sentence.startswith("samverkan: ")
    assert "Traceback" not in answer.err
    return " ".join(cure.split()).removeprefix("= cure: ")


def answers(samverkan: Run, folder: Path, repository: Repository, as_of: str = "HEAD") -> None:
    """Ask, and see that the answer is that of a revision."""
    os.chdir(folder)
    answer = samverkan(*STATUS, as_of)
    assert answer.code == 0, answer.err
    assert repository.ids[-1][:7] in answer.out or as_of != "HEAD"
    assert answer.err == ""


@pytest.fixture
def samverkan(samverkan: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("HOME", "/nonexistent")
    monkeypatch.chdir(tmp_path)
    return samverkan


def test_every_problem_has_a_sentence_a_cure_and_a_code() -> None:
    assert set(SENTENCES) == set(CURES) == set(CODES) == set(GitProblem)


def test_a_sound_repository(samverkan: Run, repository: Repository) -> None:
    answers(samverkan, repository.path, repository)
    answers(samverkan, repository.path / "agreement" / "terms", repository)


def test_no_repository(samverkan: Run, repository: Repository) -> None:
    shutil.rmtree(repository.path / ".git")
    cure = refused(samverkan, repository.path, 4, "lies in no git repository")
    assert "clone" in cure


@pytest.mark.parametrize("name", ["co:lon", "new\nline", ":"])
def test_a_folder_with_an_odd_name(
    samverkan: Run, repository: Repository, tmp_path: Path, name: str
) -> None:
    folder = copied(repository.path, tmp_path / name / "register")
    answers(samverkan, folder, repository)
    git(folder, "worktree", "add", "--quiet", "--detach", str(tmp_path / name / "linked"))
    answers(samverkan, tmp_path / name / "linked", repository)


def test_no_repository_above_a_broken_one_answers_for_it(
    samverkan: Run, repository: Repository
) -> None:
    folder = repository.path / "co:lon" / "inner"
    shutil.copytree(repository.path / "agreement", folder / "agreement")
    commit(repository.path, "Ett avtal i avtalet")
    for make in ((folder / ".git").mkdir, (folder / ".git" / "HEAD").touch):
        make()
        cure = refused(samverkan, folder, 4, "lies in no git repository")
        assert "clone" in cure


def test_a_setting_that_git_cannot_read(samverkan: Run, repository: Repository) -> None:
    with (repository.path / ".git" / "config").open("a") as file:
        file.write("[core]\n\tcompression = much\n")
    cure = refused(samverkan, repository.path, 4, "value 'much' for 'core.compression'")
    assert "git config --show-origin --list" in cure


def test_no_git(samverkan: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in ("", "/nonexistent", ".:bin", "relative"):
        monkeypatch.setenv("PATH", path)
        cure = refused(samverkan, repository.path, 4, "git is not found")
        assert cure.startswith("Install git")


def test_no_commit_yet(samverkan: Run, repository: Repository) -> None:
    shutil.rmtree(repository.path / ".git")
    git(repository.path, "init", "--quiet")
    for as_of in ("HEAD", "HEAD~2", "2025-01-01"):
        refused(samverkan, repository.path, 2, "has no commit yet", as_of)
    assert branch(repository.git).startswith("refs/heads/")


def test_a_bare_repository(samverkan: Run, repository: Repository, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(repository.path), "bare.git")
    os.chdir(tmp_path)
    answer = samverkan(*STATUS, "HEAD", "--agreement", "bare.git")
    assert (answer.code, answer.out) == (4, "")
    assert "is bare" in answer.err
    for folder in (tmp_path / "bare.git", tmp_path / "bare.git" / "refs"):
        os.chdir(folder)
        for command in (
            ["status"],
            ["log"],
            ["release", "kom-1"],
            ["show", "kom", "--as-of", "HEAD"],
        ):
            answer = samverkan(*command)
            assert (answer.code, answer.out) == (4, "")
            assert "is bare" in answer.err
    git(repository.path, "config", "core.bare", "true")
    answers(samverkan, repository.path, repository)


def test_a_detached_head_is_read_but_not_written(samverkan: Run, repository: Repository) -> None:
    assert branch(repository.git) == "refs/heads/main"
    git(repository.path, "checkout", "--quiet", "--detach")
    answers(samverkan, repository.path, repository)
    with pytest.raises(GitError) as error:
        branch(repository.git)
    assert error.value.problem is GitProblem.DETACHED


def test_a_conflict_is_read_past_but_not_written(samverkan: Run, repository: Repository) -> None:
    folder = repository.path
    settled(repository.git)
    git(folder, "checkout", "--quiet", "-b", "sidan", repository.ids[0])
    write(folder, {STAFFING: "party: kom\n"})
    commit(folder, "Tomt")
    git(folder, "checkout", "--quiet", "-b", "andra-sidan", repository.ids[1])
    with pytest.raises(AssertionError):
        git(folder, "merge", "sidan")
    with pytest.raises(GitError) as error:
        settled(repository.git)
    assert error.value.problem is GitProblem.CONFLICTED
    assert error.value.values == {"paths": (STAFFING,)}
    answers(samverkan, folder, repository, "main")


def test_a_shallow_clone(samverkan: Run, repository: Repository, tmp_path: Path) -> None:
    url = f"file://{repository.path}"
    git(tmp_path, "clone", "--quiet", "--depth=2", url, "shallow")
    folder = tmp_path / "shallow"
    answers(samverkan, folder, repository)
    answers(samverkan, folder, repository, "HEAD~1")
    answers(samverkan, folder, repository, "2024-05-01")
    for beyond in ("HEAD~2", "2024-02-01", repository.ids[0], repository.ids[0][:9]):
        cure = refused(samverkan, folder, 3, f"“{beyond}” may lie beyond", beyond)
        assert "--unshallow" in cure
    refused(samverkan, folder, 2, "There is no revision “nej”", "nej")


def test_a_partial_clone(samverkan: Run, repository: Repository, tmp_path: Path) -> None:
    git(repository.path, "config", "uploadpack.allowFilter", "true")
    url = f"file://{repository.path}"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", url, "partial")
    answers(samverkan, tmp_path / "partial", repository)
    cure = refused(samverkan, tmp_path / "partial", 3, "clone is partial", "HEAD~1")
    assert "--refetch" in cure


def test_another_users_repository(
    samverkan: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(runner.ENVIRONMENT, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    cure = refused(samverkan, repository.path, 4, "belongs to another user")
    assert cure.endswith(f"git config --global --add safe.directory {repository.path}")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for trusted in ("/somewhere/else", f"{repository.path}/agreement"):
        (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {trusted}\n", "utf-8")
        refused(samverkan, repository.path, 4, "belongs to another user")
    (home / ".gitconfig").write_text(f"[safe]\n\tdirectory = {repository.path}\n", "utf-8")
    answers(samverkan, repository.path, repository)
    git(repository.path, "config", "safe.directory", "*")
    (home / ".gitconfig").unlink()
    refused(samverkan, repository.path, 4, "belongs to another user")


def test_a_git_that_is_too_old(
    samverkan: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = tmp_path / "bin" / "git"
    old.parent.mkdir()
    old.write_text("#!/bin/sh\necho git version 2.30.2\n", "utf-8")
    old.chmod(0o755)
    monkeypatch.setenv("PATH", f"{old.parent}:{os.environ['PATH']}")
    assert "2.34" in refused(samverkan, repository.path, 4, "too old")


def test_a_repository_from_the_future(samverkan: Run, repository: Repository) -> None:
    git(repository.path, "config", "core.repositoryFormatVersion", "1")
    git(repository.path, "config", "extensions.fromTheFuture", "true")
    refused(samverkan, repository.path, 4, "too old")


def test_a_configuration_that_cannot_be_read(samverkan: Run, repository: Repository) -> None:
    (repository.path / ".git" / "config").write_text("[core\n", "utf-8")
    refused(samverkan, repository.path, 4, "bad config line 1")


def test_a_git_folder_that_is_none_is_not_looked_for_above(
    samverkan: Run, repository: Repository
) -> None:
    inner = repository.path / "inner"
    shutil.copytree(repository.path / "agreement", inner / "agreement")
    (inner / ".git").mkdir()
    refused(samverkan, inner, 4, "lies in no git repository")


@pytest.mark.parametrize("what", ["blob", "tree", "commit", "parent"])
def test_an_object_that_is_gone(samverkan: Run, repository: Repository, what: str) -> None:
    names = {
        "blob": f"HEAD:{STAFFING}",
        "tree": "HEAD:agreement/staffing",
        "commit": "HEAD",
        "parent": "HEAD~1",
    }
    name = git(repository.path, "rev-parse", names[what])
    (repository.path / ".git" / "objects" / name[:2] / name[2:]).unlink()
    if what == "blob":  # the oldest revision holds the same file
        refused(samverkan, repository.path, 3, name, "HEAD~2")
    if what == "parent":
        answers(samverkan, repository.path, repository)
    asked = "HEAD~1" if what == "parent" else "HEAD"
    assert "git fsck" in refused(samverkan, repository.path, 3, "damaged", asked)
    refused(samverkan, repository.path, 3, "damaged", "2024-01-01" if what == "parent" else "HEAD")


@pytest.mark.parametrize("what", [f"HEAD:{STAFFING}", "HEAD"])
def test_an_object_that_is_another(samverkan: Run, repository: Repository, what: str) -> None:
    folder = repository.path
    objects = folder / ".git" / "objects"
    name, other = (
        git(folder, "rev-parse", text) for text in (what, what.replace("HEAD", "HEAD~1"))
    )
    target = objects / name[:2] / name[2:]
    target.chmod(0o644)
    target.write_bytes((objects / other[:2] / other[2:]).read_bytes())
    refused(samverkan, folder, 3, "damaged")


def test_a_linked_worktree(samverkan: Run, repository: Repository, tmp_path: Path) -> None:
    git(repository.path, "worktree", "add", "--quiet", str(tmp_path / "linked"), "-b", "ny")
    answers(samverkan, tmp_path / "linked", repository)
    assert branch(discover(tmp_path / "linked")) == "refs/heads/ny"


def test_a_submodule(samverkan: Run, repository: Repository, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    allowed = ("-c", "protocol.file.allow=always")
    git(outer, *allowed, "submodule", "--quiet", "add", str(repository.path), "inner")
    answers(samverkan, outer / "inner", repository)


def test_sha256(samverkan: Run, tmp_path: Path) -> None:
    path = tmp_path / "sha256"
    repository = Repository(path, build(path, "--object-format=sha256"))
    answers(samverkan, path, repository)
    for as_of in ("HEAD~1", repository.ids[0], repository.ids[0][:9], "2024-02-01", "main"):
        answers(samverkan, path, repository, as_of)


def test_an_agreement_at_the_top(samverkan: Run, tmp_path: Path) -> None:
    path = tmp_path / "outer"
    built = build(path)
    for entry in (path / "agreement").iterdir():
        entry.rename(path / entry.name)
    (path / "agreement").rmdir()
    built.append(commit(path, "Flytta upp", "2025-03-01"))
    answers(samverkan, path, Repository(path, built))
    before = samverkan(*STATUS, "HEAD~1")
    assert (before.code, before.err) == (0, "")
    assert built[2][:7] in before.out


def test_a_revision_without_an_agreement(samverkan: Run, repository: Repository) -> None:
    git(repository.path, "rm", "--quiet", "agreement/terms/agreement.yaml")
    commit(repository.path, "Borta", "2025-03-01")
    os.chdir(repository.path)
    told = samverkan(*STATUS, "HEAD")
    assert (told.code, told.out) == (2, "")
    assert "The file terms/agreement.yaml is missing" in told.err
    answers(samverkan, repository.path, repository, "HEAD~1")


def test_a_folder_that_was_not_there_then(samverkan: Run, repository: Repository) -> None:
    git(repository.path, "mv", "agreement", "avtal")
    commit(repository.path, "Byt namn", "2025-03-01")
    os.chdir(repository.path)
    answer = samverkan(*STATUS, "HEAD~1", "--agreement", "avtal")
    assert (answer.code, answer.out) == (2, "")
    assert f"In revision {repository.ids[2][:7]} there is no folder “avtal/”" in answer.err
    gone = samverkan(*STATUS, "HEAD~1", "--agreement", "agreement")
    assert gone.code == 0
    assert samverkan("status", "--agreement", "agreement").code == 2


def test_a_folder_reached_through_a_link(samverkan: Run, repository: Repository) -> None:
    (repository.path.parent / "link").symlink_to(repository.path)
    answers(samverkan, repository.path.parent / "link", repository)


def test_a_repository_that_can_only_be_read(
    samverkan: Run, repository: Repository, tmp_path: Path
) -> None:
    before = {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")}
    answers(samverkan, repository.path, repository)
    assert {path: path.stat().st_mtime_ns for path in repository.path.rglob("*")} == before
    target = copied(repository.path, tmp_path / "still")
    for path in (target, *target.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    answers(samverkan, target, repository)
    for path in (target, *target.rglob("*")):
        path.chmod(0o755)


def test_the_example_has_no_past(samverkan: Run) -> None:
    answer = samverkan(*STATUS, "HEAD", "--example")
    assert (answer.code, answer.out) == (2, "")
    assert "no history" in answer.err
