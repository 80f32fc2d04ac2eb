"""`init` as it is asked for: what is written, committed, left alone and refused."""

import json
import resource
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Run
from tests.history.repository import PEOPLE, git, write
from tests.shell import COMMAND, environment

WHOLE = (
    "--title",
    "Exempel: avtal # 1",
    "--party",
    "kom=Exempel kommun",
    "--party",
    "pol=Lokalpolisområde Exempel",
    "--from",
    "2027-01-01",
    "--until",
    "2029-12-31",
)
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas/output/init.schema.json").read_text("utf-8")
)
AGREEMENT = "agreement/terms/agreement.yaml"


@pytest.fixture(autouse=True)
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be somebody who may commit, with no configuration."""
    for name, value in {**PEOPLE, "HOME": "/nonexistent"}.items():
        monkeypatch.setenv(name, value)


def lying(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, git's own left out."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


@pytest.mark.parametrize(
    "given",
    [(*WHOLE, "--lang", "sv"), (*WHOLE, "--lang", "en"), ("--template", "orebro", "--lang", "sv")],
    ids=lambda one: "-".join(one[-2:]),
)
def test_a_new_register_is_whole_committed_and_without_error(
    samverkan: Run, tmp_path: Path, given: tuple[str, ...]
) -> None:
    answer = samverkan("init", "reg", *given)
    assert (answer.code, answer.err) == (0, "")
    top = tmp_path / "reg"
    assert git(top, "status", "--porcelain") == ""
    assert git(top, "symbolic-ref", "HEAD") == "refs/heads/main"
    assert git(top, "rev-list", "--count", "HEAD") == "1"
    assert git(top, "fsck", "--strict") == ""
    assert git(top, "rev-parse", "HEAD")[:7] in answer.out
    assert git(top, "config", "--local", "--name-only", "--list").split() == [
        "core.repositoryformatversion",
        "core.filemode",
        "core.bare",
        "core.logallrefupdates",
    ]
    assert not (top / ".git" / "hooks").exists()
    checked = samverkan("check", "--agreement", "reg/agreement", "--fail-on", "error")
    assert checked.code == 0
    assert samverkan("status", "--agreement", "reg/agreement").code == 0
    assert sorted(lying(top)) == sorted(git(top, "ls-files", "-z").rstrip("\0").split("\0"))


def test_the_message_has_our_fields(samverkan: Run, tmp_path: Path) -> None:
    samverkan("init", "reg", *WHOLE, "--lang", "sv")
    message = git(tmp_path / "reg", "log", "-1", "--format=%B")
    assert message.startswith("Börja registret för Exempel: avtal # 1\n\n")
    fields = git(tmp_path / "reg", "interpret-trailers", "--parse", text=message.encode())
    assert fields.splitlines() == [
        "Samverkan-Verb: init",
        "Samverkan-Agreement: exempel-avtal-1",
    ]


def test_nothing_is_written_in_a_dry_run(samverkan: Run, tmp_path: Path) -> None:
    answer = samverkan("init", "reg", *WHOLE, "--dry-run")
    assert answer.code == 0
    assert "Nothing is written" in answer.out
    assert AGREEMENT in answer.out
    assert '  title: "Exempel: avtal # 1"\n' in answer.out
    assert [*tmp_path.iterdir()] == []


def test_the_answer_in_json_follows_its_schema(samverkan: Run, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep", {"README.md": "Mine.\n"})
    own = ("--template", "orebro", "--format", "json", "--lang", "sv")

    def told(folder: str, *more: str) -> dict[str, Any]:
        answer = json.loads(samverkan("init", folder, *own, *more).out)
        Draft202012Validator(SCHEMA).validate(answer)
        return dict(answer)

    shown, deep, new, left = (
        told("deep", "--dry-run"), told("deep"), told("new"), told("left", "--no-commit")
    )  # fmt: skip
    assert [one["done"] for one in (shown, deep, new, left)] == [
        "proposed",
        "committed",
        "committed",
        "written",
    ]
    assert (deep["revision"], new["revision"]) == tuple(
        git(tmp_path, "log", "--reverse", "--format=%H").split()
    )
    same = ("agreement", "parties", "files", "kept", "left_out", "remarks")
    assert [shown[name] for name in same] == [deep[name] for name in same]
    assert (deep["new_repository"], deep["kept"], "CODEOWNERS" in deep["left_out"]) == (
        False,
        ["README.md"],
        True,
    )
    assert {one["id"]: one["kind"] for one in new["parties"]} == {
        "pol": "police-area",
        "kom": "municipality",
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_register_is_begun_though_its_answer_is_lost(tmp_path: Path, format_: str) -> None:
    command = [*COMMAND, "init", "reg", *WHOLE, "--format", format_]
    own = environment(**PEOPLE, HOME="/nonexistent")
    for more, code in ((["--dry-run"], 4), ([], 0)):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*command, *more],
                check=False,
                cwd=tmp_path,
                env=own,
                stdout=full,
                stderr=subprocess.PIPE,
            )
        assert done.returncode == code
    head = git(tmp_path / "reg", "rev-parse", "HEAD")[:7]
    assert f"Committed as {head}, the first in a new repository" in done.stderr.decode()


def test_it_can_be_left_in_the_working_tree(samverkan: Run, tmp_path: Path) -> None:
    answer = samverkan("init", *WHOLE, "--no-commit")
    assert answer.code == 0
    assert "not committed" in answer.out
    assert "git init -b main && git add . && git commit" in answer.out
    assert not (tmp_path / ".git").exists()
    assert samverkan("check").code == 0


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


def test_a_run_that_was_cut_short_is_completed_by_the_next(samverkan: Run, tmp_path: Path) -> None:
    samverkan("init", "whole", *WHOLE, "--no-commit")
    files = lying(tmp_path / "whole")
    some = [*files][::2]
    for path in some:
        file = tmp_path / "reg" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(files[path])
    (tmp_path / "reg" / "agreement" / ".waivers.yaml.samverkan").write_text("wai", "utf-8")
    git(tmp_path / "reg", "init", "-q", "-b", "main", "--template=")
    assert samverkan("init", "reg", *WHOLE).code == 0
    assert git(tmp_path / "reg", "status", "--porcelain") == ""
    assert {*git(tmp_path / "reg", "ls-files").splitlines()} == {*files}


def test_nothing_is_left_to_do_for_the_same_command_once_more(samverkan: Run) -> None:
    assert samverkan("init", "reg", *WHOLE).code == 0
    answer = samverkan("init", "reg", *WHOLE)
    assert answer.code == 2
    assert "The last commit holds this already." in answer.err


TAKEN = {
    AGREEMENT: "There is an agreement in",
    "agreement/staffing/x.yaml": "lies there already",
    "agreement/staffing/kom.yaml": "lies there already",
    "terms/agreement.yaml": "There is an agreement in",
    "../terms/agreement.yaml": "There is an agreement in",
}


@pytest.mark.parametrize("path", TAKEN)
def test_where_there_is_something_of_an_agreement_nothing_is_written(
    samverkan: Run, tmp_path: Path, path: str
) -> None:
    (tmp_path / "reg").mkdir()
    write(tmp_path / "reg", {path: "id: x\n"})
    before = lying(tmp_path)
    answer = samverkan("init", "reg", *WHOLE)
    assert (answer.code, answer.out) == (2, "")
    assert TAKEN[path] in " ".join(answer.err.split())
    assert lying(tmp_path) == before
    assert not (tmp_path / "reg" / ".git").exists()


@pytest.mark.parametrize("name", ["agreement", "schemas", ".github", "README.md"])
def test_no_link_is_followed_out_of_the_folder(samverkan: Run, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (tmp_path / "reg").mkdir()
    (tmp_path / "reg" / name).symlink_to(outside)
    answer = samverkan("init", "reg", *WHOLE)
    assert answer.code == (2 if name == "agreement" else 0)
    assert [*outside.iterdir()] == []
    assert (tmp_path / "reg" / name).is_symlink()


WRONG = {
    ("--title", "X"): ("The options --party, --from are missing.", "nothing is asked for"),
    WHOLE[2:]: ("The option --title is missing.", "nothing is asked for"),
    (*WHOLE[:4], *WHOLE[6:]): ("two or more", "--party kom="),
    (*WHOLE, "--party", "kom=K"): ("Two parties cannot both have the id “kom”.", "--party kom="),
    (*WHOLE, "--party", "A:municipalty"): ("“municipalty” is no kind", "“municipality”?"),
    (*WHOLE, "--party", "A:kommun"): ("“kommun” is no kind of party.", "“municipality”?"),
    (*WHOLE, "--party", "A:zz"): ("“zz” is no kind of party.", "police-area"),
    (*WHOLE, "--party", "A B=X"): ("“A B” is no id", "--party kom="),
    (*WHOLE, "--party", "И"): ("No id can be made of “И”", "--party kom="),
    (*WHOLE, "--party", "x="): ("--party: A name must be written.", "--party kom="),
    (*WHOLE, "--party", "19640823-3234=X"): ("looks like personal data", "--party kom="),
    (*WHOLE, "--title", "a\x1bb"): ("--title: There is an invisible character", ""),
    (*WHOLE, "--title", "x" * 201): ("201 characters long", ""),
    (*WHOLE, "--until", "2026-12-31"): ("comes before the first", ""),
    (*WHOLE, "--from", "2027-02-30"): ("“2027-02-30” is no day.", "for example"),
    (*WHOLE, "--from", "0927-01-01"): ("“0927-01-01” is not written as “Date”", "2024-01-01"),
    (*WHOLE, "--format", "concise"): ("not one of the words for --format", "text, json"),
    (*WHOLE, "--lang", "fr"): ("not one of the words for --lang", "sv, en"),
    (*WHOLE, "--template", "orebro"): ("The template has its own title", "Leave out --title"),
    ("--template", "oreb"): ("not one of the words for --template", "orebro"),
    ("a", "b"): ("something too much", "init --help"),
    ("\0", *WHOLE): ("There is no folder", ""),
    ("file", *WHOLE): ("is no folder.", ""),
    ("file/reg", *WHOLE): ("file” is no folder.", ""),
    (".git/reg", *WHOLE): ("is a folder of git's own.", ""),
}


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("arguments", WRONG, ids=lambda one: " ".join(one[-2:])[:40])
def test_what_cannot_be_is_told_in_words_and_nothing_is_written(
    samverkan: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    language: str,
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", language)
    (tmp_path / ".git").mkdir()
    write(tmp_path, {"file": "x\n"})
    answer = samverkan("init", *arguments)
    assert answer.code in (2, 4)
    said = " ".join(answer.err.split())
    sentence, cure = WRONG[arguments]
    if language == "en":
        assert sentence in said
        assert cure in said.partition("= cure: ")[2]
    else:
        assert "“" not in said
    assert lying(tmp_path) == {"file": b"x\n"}


def test_who_has_no_name_is_told_and_nothing_is_written(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in PEOPLE:
        monkeypatch.delenv(name)
    answer = samverkan("init", "deep/reg", *WHOLE)
    assert (answer.code, answer.out) == (4, "")
    assert "Git does not know who you are" in answer.err
    assert [*tmp_path.iterdir()] == []


def test_where_a_file_cannot_be_written_whole_nothing_is_left(tmp_path: Path) -> None:
    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    done = subprocess.run(
        [*COMMAND, "init", "deep/reg", *WHOLE],
        cwd=tmp_path,
        env=environment(**PEOPLE, HOME="/nonexistent"),
        capture_output=True,
        text=True,
        preexec_fn=little,
        check=False,
    )
    assert done.returncode == 4
    assert "cannot be written" in done.stderr
    assert [*tmp_path.iterdir()] == []


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


def test_who_reads_the_answer_may_go_before_its_end(tmp_path: Path) -> None:
    given = "--title X --party a=A --party b=B --from 2027-01-01"
    line = f"{' '.join(COMMAND)} init reg {given} | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=tmp_path,
        env=environment(**PEOPLE, HOME="/nonexistent"),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert git(tmp_path / "reg", "rev-list", "--count", "HEAD") == "1"


def test_git_is_needed_only_for_the_commit(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = samverkan("init", "reg", *WHOLE)
    assert answer.code == 4
    assert "git is not found" in answer.err
    assert [*tmp_path.iterdir()] == []
    assert samverkan("init", "reg", *WHOLE, "--no-commit").code == 0


def test_of_several_at_once_one_begins_it_and_the_others_are_told(tmp_path: Path) -> None:
    several = [
        subprocess.Popen(
            [*COMMAND, "init", "reg", *WHOLE],
            cwd=tmp_path,
            env=environment(**PEOPLE, HOME="/nonexistent"),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    told = [one.communicate()[1] for one in several]
    assert sorted(one.returncode for one in several) == [0, 2, 2]
    assert sum("The last commit holds this already." in text for text in told) == 2
    assert git(tmp_path / "reg", "rev-list", "--count", "HEAD") == "1"
    assert git(tmp_path / "reg", "status", "--porcelain") == ""
