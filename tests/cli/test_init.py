"""`init` as it is asked for: what is written, committed and told."""

import json
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.beginning import AGREEMENT, WHOLE, lying
from tests.conftest import Run
from tests.history.repository import PEOPLE, git, write
from tests.shell import COMMAND, environment

pytestmark = pytest.mark.usefixtures("somebody")
SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas/output/init.schema.json").read_text("utf-8")
)


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


def test_the_example_of_the_help_does_what_it_says(samverkan: Run, tmp_path: Path) -> None:
    told = samverkan("init", "--help", "--lang", "sv").out
    line, *_ = re.findall('--party "[^"\n]*"', told)
    given = shlex.split(f"init {line} --party pol=Polisen --title X --from 2027-01-01 --no-commit")
    assert samverkan(*given).code == 0
    assert "title: Exempel kommun\n" in (tmp_path / AGREEMENT).read_text("utf-8")
    assert samverkan("init", "other", "--party", "?=X", *WHOLE).err.count(line) == 1


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
