"""What is committed: the very bytes, alone, by whom the user is; read back by another program."""

import os
from datetime import UTC, datetime
from pathlib import Path

import git as gitpython
import pytest

from samverkan_cli.history.commit import commit
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.lock import locked
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.stand import dirty, stand
from samverkan_cli.history.tree import Write
from tests.history.conftest import Repository
from tests.history.repository import STAFFING, build, git
from tests.history.writer import KOM, MESSAGE, NOTE, SUBJECT, look, made, refused, sound, writes


def only(top: Path, *paths: str) -> None:
    """See that the last commit changed these files and no others, and that all is in order."""
    assert git(top, "diff", "--name-only", "HEAD~1", "HEAD").split("\n") == sorted(paths)
    assert git(top, "diff", "--name-only", "HEAD", "--", *paths) == ""
    assert git(top, "status", "--porcelain", "--", *paths) == ""
    sound(top)
    assert look(top).litter == ()


def test_another_program_reads_what_was_committed(register: Repository) -> None:
    before = (register.path / STAFFING).read_bytes()
    name = made(register.path / "agreement")
    with gitpython.Repo(register.path) as repo:
        found = repo.head.commit
        assert (found.hexsha, repo.active_branch.name) == (name, "main")
        assert [parent.hexsha for parent in found.parents] == [register.ids[-1]]
        assert (found.author.name, found.author.email) == ("Åsa Tjänst", "asa@samverkan.invalid")
        assert found.committer.name == "Kansliet"
        assert found.authored_datetime == datetime(2025, 2, 27, 11, tzinfo=UTC)
        assert found.committed_datetime == datetime(2025, 2, 27, 12, tzinfo=UTC)
        assert found.message == MESSAGE
        assert found.encoding == "UTF-8"
        [change] = found.parents[0].diff(found)
        assert (change.a_path, change.change_type) == (STAFFING, "M")
        assert change.b_blob is not None
        assert change.b_blob.mode == 0o100644
        assert change.b_blob.data_stream.read() == before + NOTE
        assert not repo.is_dirty(untracked_files=True)
        assert repo.head.log()[-1].message == f"samverkan: {SUBJECT}"
    only(register.path, STAFFING)


def test_what_others_have_staged_stays_staged_and_out_of_it(register: Repository) -> None:
    top = register.path
    (top / "README.md").write_text("Ett annat avtal.\n", "utf-8")
    (top / "ny.txt").write_text("Ny.\n", "utf-8")
    git(top, "add", "README.md", "ny.txt")
    (top / "README.md").write_text("Ett tredje avtal.\n", "utf-8")
    (top / "agreement" / "staffing" / "pol.yaml").write_text("Halvfärdigt", "utf-8")
    before = git(top, "status", "--porcelain")
    made(top / "agreement")
    assert git(top, "status", "--porcelain") == before
    only(top, STAFFING)
    assert git(top, "show", ":README.md") == "Ett annat avtal."


def test_several_files_new_folders_and_a_file_that_goes(register: Repository) -> None:
    there = register.git
    with locked(there):
        at = stand(there)
        new = [Write("records/kom.yaml", None, b"records: []\n"), Write("a/b/c.yaml", None, b"")]
        gone = Write("staffing/pol.yaml", (there.folder / "staffing/pol.yaml").read_bytes(), None)
        commit(there, at, [*writes(there), *new, gone], MESSAGE)
    names = (STAFFING, "agreement/records/kom.yaml", "agreement/a/b/c.yaml")
    only(register.path, *names, "agreement/staffing/pol.yaml")
    assert not (there.folder / "staffing/pol.yaml").exists()


def test_the_first_commit_of_all(
    register: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "new"
    top.mkdir()
    git(top, "init", "--quiet", "--initial-branch=start")
    (top / "other").write_text("Förberett.\n", "utf-8")
    git(top, "add", "other")
    monkeypatch.chdir(top)
    assert discover(top) != register.git
    with pytest.raises(GitError) as error:
        made(top, "agreement.yaml")
    assert error.value.problem is GitProblem.UNBORN
    name = made(top, "agreement.yaml", may_be_first=True)
    assert git(top, "log", "--format=%H %P") == name
    assert git(top, "ls-tree", "--name-only", "HEAD") == "agreement.yaml"
    assert git(top, "status", "--porcelain") == "A  other"
    made(top, "agreement.yaml", may_be_first=True)
    sound(top)


@pytest.mark.parametrize("text", [b"a: 1\r\nb: 2\r\n", b"utan slut", b"\xff\x00\r\n\r", b""])
def test_bytes_are_committed_as_they_are(register: Repository, text: bytes) -> None:
    top = register.path
    git(top, "config", "core.autocrlf", "true")
    git(top, "config", "core.safecrlf", "true")
    (top / ".gitattributes").write_text("* text eol=crlf ident working-tree-encoding=UTF-16\n")
    there = register.git
    with locked(there):
        at = stand(there)
        commit(there, at, [Write("ny.yaml", None, text)], MESSAGE)
    with gitpython.Repo(top) as repo:
        blob = repo.head.commit.tree / "agreement/ny.yaml"
        assert blob.data_stream.read() == text
    assert (there.folder / "ny.yaml").read_bytes() == text


def test_the_rights_of_a_file_stay(register: Repository) -> None:
    file = register.path / STAFFING
    file.chmod(0o640)
    made(register.path / "agreement")
    assert file.stat().st_mode & 0o777 == 0o640
    assert git(register.path, "ls-tree", "HEAD", STAFFING).startswith("100644 ")


@pytest.mark.parametrize("is_staged", [False, True])
def test_a_run_that_was_cut_short_is_completed(register: Repository, is_staged: bool) -> None:
    there = register.git
    with locked(there):
        at = stand(there)
        [write] = writes(there)
        assert write.after is not None
        (there.folder / KOM).write_bytes(write.after)
        (there.folder / "staffing" / ".kom.yaml.samverkan").write_bytes(b"halvt")
        (register.path / ".git" / "samverkan.index").write_bytes(b"halvt")
        (register.path / ".git" / "samverkan.index.lock").write_bytes(b"halvt")
        if is_staged:
            git(register.path, "add", STAFFING)
        commit(there, at, [write], MESSAGE)
    only(register.path, STAFFING)


def test_an_agreement_at_the_top_and_odd_names(register: Repository) -> None:
    there = discover(register.path)
    with locked(there):
        at = stand(there)
        commit(there, at, [Write("-rf/å [x]*.yaml", None, NOTE)], MESSAGE)
    with gitpython.Repo(register.path) as repo:
        assert (repo.head.commit.tree / "-rf" / "å [x]*.yaml").data_stream.read() == NOTE
    assert git(register.path, "status", "--porcelain") == ""


def test_a_linked_worktree(register: Repository, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git(register.path, "worktree", "add", "--quiet", str(linked), "-b", "ny")
    before = look(register.path).files
    name = made(linked / "agreement")
    only(linked, STAFFING)
    assert look(register.path).files == before
    assert git(register.path, "rev-parse", "ny") == name
    assert git(register.path, "rev-parse", "main") == register.ids[-1]
    made(register.path / "agreement")
    assert (register.path / ".git" / "samverkan.lock").exists()
    assert [*linked.rglob("samverkan*")] == []


def test_a_submodule_is_a_repository_of_its_own(register: Repository, tmp_path: Path) -> None:
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    allowed = ("-c", "protocol.file.allow=always")
    git(outer, *allowed, "submodule", "--quiet", "add", str(register.path), "inner")
    name = made(outer / "inner" / "agreement")
    only(outer / "inner", STAFFING)
    assert git(outer / "inner", "rev-parse", "main") == name
    with pytest.raises(AssertionError):
        git(outer, "rev-parse", "--verify", "HEAD")


def test_sha256(register: Repository, tmp_path: Path) -> None:
    path = tmp_path / "sha256"
    build(path, "--object-format=sha256")
    assert len(made(path / "agreement")) == 64
    only(path, STAFFING)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    git(fresh, "init", "--quiet", "--object-format=sha256")
    assert len(made(fresh, "a.yaml", may_be_first=True)) == 64
    assert register.git.top != fresh


def test_a_shallow_clone(register: Repository, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{register.path}", "shallow")
    made(tmp_path / "shallow" / "agreement")
    only(tmp_path / "shallow", STAFFING)


def test_a_partial_clone_with_all_that_is_needed(register: Repository, tmp_path: Path) -> None:
    git(register.path, "config", "uploadpack.allowFilter", "true")
    url = f"file://{register.path}"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", url, "partial")
    made(tmp_path / "partial" / "agreement")
    assert git(tmp_path / "partial", "status", "--porcelain") == ""


def test_a_partial_clone_without_what_is_needed(register: Repository, tmp_path: Path) -> None:
    git(register.path, "config", "uploadpack.allowFilter", "true")
    url = f"file://{register.path}"
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", "--no-checkout", url, "partial")
    partial = tmp_path / "partial"
    there = discover(partial)
    git(partial, "read-tree", "HEAD")
    seen = (register.path / STAFFING).read_bytes()
    (partial / "agreement" / "staffing").mkdir(parents=True)
    (partial / STAFFING).write_bytes(seen)
    with refused(partial, GitProblem.PARTIAL), locked(there):
        commit(there, stand(there), [Write(STAFFING, seen, seen + NOTE)], MESSAGE)


def test_index_formats_of_large_repositories(register: Repository) -> None:
    top = register.path
    for name in ("core.splitIndex", "core.untrackedCache", "feature.manyFiles", "index.sparse"):
        git(top, "config", name, "true")
    git(top, "update-index", "--split-index", "--index-version", "4")
    for _ in range(3):
        made(top / "agreement")
        only(top, STAFFING)
    shared = [*(top / ".git").glob("sharedindex.*")]
    assert len(shared) <= 2, shared


def test_the_cure_of_a_dirty_file_works_anywhere(register: Repository) -> None:
    hint = dirty(STAFFING).hint
    assert hint is not None
    command = dict(hint.values)["command"]
    assert isinstance(command, str)
    before = (register.path / STAFFING).read_bytes()
    (register.path / STAFFING).write_bytes(b"annat")
    os.chdir(register.path / "agreement" / "terms")
    git(Path.cwd(), "restore", command)
    assert (register.path / STAFFING).read_bytes() == before
