"""`init` in a repository of others: what is left alone, and what git has no say in."""

from pathlib import Path

import pytest

from tests.cli.beginning import AGREEMENT, WHOLE
from tests.conftest import Run
from tests.history.repository import git, write

pytestmark = pytest.mark.usefixtures("somebody")


def test_what_others_have_begun_is_neither_taken_along_nor_touched(
    samverkan: Run, tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q", "-b", "trunk")
    write(tmp_path, {"README.md": "Ours.\n", "other.txt": "1\n"})
    git(tmp_path, "add", "README.md", "other.txt")
    git(tmp_path, "commit", "-qm", "Begin")
    write(tmp_path, {"other.txt": "2\n", "new.txt": "staged\n", ".gitignore": "mine\n"})
    git(tmp_path, "add", "other.txt", "new.txt")
    answer = samverkan("init", *WHOLE)
    assert answer.code == 0
    assert "There already, and left as it was: .gitignore, README.md." in answer.out
    assert (tmp_path / "README.md").read_text("utf-8") == "Ours.\n"
    changed = git(tmp_path, "diff", "--name-only", "HEAD~1", "HEAD").splitlines()
    assert AGREEMENT in changed
    assert {"README.md", "other.txt", "new.txt", ".gitignore"}.isdisjoint(changed)
    status = git(tmp_path, "status", "--porcelain").splitlines()
    assert sorted(status) == ["?? .gitignore", "A  new.txt", "M  other.txt"]


def test_deep_in_a_repository_what_only_works_at_its_top_is_left_out(
    samverkan: Run, tmp_path: Path
) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    answer = samverkan("init", "deep/reg", *WHOLE)
    assert answer.code == 0
    assert "Left out" in answer.out
    files = git(tmp_path, "ls-tree", "-r", "--name-only", "HEAD").splitlines()
    assert f"deep/reg/{AGREEMENT}" in files
    assert not any("CODEOWNERS" in path or ".github" in path for path in files)
    assert not (tmp_path / "deep" / "reg" / ".git").exists()


def test_a_repository_of_the_newer_kind_of_ids_will_do(samverkan: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main", "--object-format=sha256")
    assert samverkan("init", *WHOLE).code == 0
    assert len(git(tmp_path, "rev-parse", "HEAD")) == 64


def test_neither_templates_nor_hooks_of_the_user_have_a_say(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks = tmp_path / "template" / "hooks"
    hooks.mkdir(parents=True)
    for name in ("pre-commit", "post-commit", "reference-transaction", "post-index-change"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/marker\n", "utf-8")
        (hooks / name).chmod(0o755)
    home = tmp_path / "home"
    write(
        home,
        {
            ".gitconfig": f"[init]\n\ttemplateDir = {hooks.parent}\n\tdefaultBranch = odd\n"
            f"[core]\n\thooksPath = {hooks}\n"
        },
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_TEMPLATE_DIR", str(hooks.parent))
    assert samverkan("init", "reg", *WHOLE).code == 0
    assert not (tmp_path / "marker").exists()
    assert not (tmp_path / "reg" / ".git" / "hooks").exists()
    assert git(tmp_path / "reg", "symbolic-ref", "HEAD") == "refs/heads/main"


def test_a_clone_has_the_bytes_that_were_committed_whatever_its_owner_has_set(
    samverkan: Run, tmp_path: Path
) -> None:
    samverkan("init", "reg", *WHOLE)
    odd = tmp_path / "odd"
    odd.write_text("*.yaml text eol=crlf ident filter=shout -diff merge=union\n", "utf-8")
    settings = (
        "core.autocrlf=true",
        f"core.attributesFile={odd}",
        "filter.shout.smudge=tr a-z A-Z",
    )
    options = [part for one in settings for part in ("-c", one)]
    git(tmp_path, *options, "clone", "-q", "reg", "clone")
    for path in sorted((tmp_path / "reg" / "agreement").rglob("*.yaml")):
        name = path.relative_to(tmp_path / "reg")
        assert (tmp_path / "clone" / name).read_bytes() == path.read_bytes()
    seen = git(tmp_path / "clone", *options, "check-attr", "diff", "merge", "--", AGREEMENT)
    assert seen.splitlines() == [f"{AGREEMENT}: diff: set", f"{AGREEMENT}: merge: set"]


def test_what_is_half_written_is_not_kept_by_git(samverkan: Run, tmp_path: Path) -> None:
    samverkan("init", "reg", *WHOLE)
    write(tmp_path / "reg", {"agreement/.waivers.yaml.samverkan": "half"})
    assert git(tmp_path / "reg", "status", "--porcelain") == ""


def test_git_is_needed_only_for_the_commit(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = samverkan("init", "reg", *WHOLE)
    assert answer.code == 4
    assert "git is not found" in answer.err
    assert [*tmp_path.iterdir()] == []
    assert samverkan("init", "reg", *WHOLE, "--no-commit").code == 0
