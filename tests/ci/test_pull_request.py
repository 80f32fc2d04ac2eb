"""The action and the hook, whole: real packages, the real program, and a change that means harm."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ci import hostile
from tests.ci.runner import Runner, action_folder
from tests.ci.test_platforms import tool
from tests.ci.wheelhouse import needed_by, pinned, runtime
from tests.history.repository import PEOPLE, QUIET, STAFFING, build, commit, git
from tests.shell import ROOT

pytestmark = pytest.mark.long


def spoil(workspace: Path) -> None:
    """Let a post of the municipality hold a slot that is none."""
    path = workspace / STAFFING
    text = path.read_text("utf-8")
    assert "slot: kom-sam/samordnare" in text
    path.write_text(text.replace("slot: kom-sam/samordnare", "slot: kom-sam/ingen"), "utf-8")


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Return a runner with the action ready, and a pull request merged as the platform does."""
    top = tmp_path_factory.mktemp("runner")
    for name in ("temp", "wheels"):
        (top / name).mkdir()
    workspace = top / "workspace"
    build(workspace)
    git(workspace, "checkout", "--quiet", "-b", "theirs")
    hostile.checkout(workspace, top / "ran")
    spoil(workspace)
    commit(workspace, "Harm")
    git(workspace, "checkout", "--quiet", "--detach", "main")
    git(workspace, "merge", "--quiet", "--no-ff", "-m", "Merge", "theirs")
    folder = action_folder(
        top / "action", ROOT / "samverkan_cli", pinned(runtime(), top / "wheels")
    )
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(top / "wheels")}
    runner = Runner(workspace, folder, top / "temp", settings=settings)
    runner = runner.replaced(python=sys.executable)
    done = runner.step("install")
    assert (done.code, done.log) == (0, "")
    return replace(runner, settings={"GITHUB_BASE_REF": "main"})


def test_a_pull_request_is_told_what_it_makes_worse(runner: Runner) -> None:
    done = replace(runner, event="pull_request").step("check")
    assert (done.code, done.outputs["exit-code"], done.outputs["errors"]) == (1, "1", "1")
    # What is named and not there, who is no longer recorded, and a past that is written anew twice.
    assert done.outputs["new"] == "4"
    (line,) = (line for line in done.log.splitlines() if line.startswith("::error "))
    assert f"file={STAFFING},line=" in line
    assert "kom-sam/ingen" in line
    assert "kom-sam/ingen" in done.summary
    answer = json.loads(Path(done.outputs["json-file"]).read_text("utf-8"))
    assert answer["counts"]["error"] == 1
    sarif = json.loads(Path(done.outputs["sarif-file"]).read_text("utf-8"))
    (run,) = sarif["runs"]
    assert [one["level"] for one in run["results"]].count("error") == 1
    assert not (runner.workspace.parent / "ran").exists()
    assert git(runner.workspace, "status", "--porcelain") == ""


def test_what_was_there_before_does_not_fail_it(runner: Runner) -> None:
    done = replace(runner, event="pull_request").replaced(base="theirs").step("check")
    assert (done.code, done.outputs["new"], done.outputs["errors"]) == (0, "0", "1")


def test_a_push_is_told_all(runner: Runner) -> None:
    done = replace(runner, event="push").step("check")
    assert (done.code, done.outputs["errors"]) == (1, "1")
    assert "new" not in done.outputs
    assert replace(runner, event="push").replaced(fail_on="never").step("check").code == 0


def test_wrong_use_says_what_to_do_and_leaves_no_answer(runner: Runner) -> None:
    done = replace(runner, event="push").replaced(agreement="nowhere").step("check")
    assert (done.code, done.outputs, done.summary) == (2, {"exit-code": "2"}, "")
    assert "nowhere" in done.log


def test_the_hook_stops_a_commit_that_makes_the_agreement_worse(tmp_path: Path) -> None:
    (tmp_path / "wheels").mkdir()
    pinned([*runtime(), *needed_by("hatchling")], tmp_path / "wheels")
    source, workspace = tmp_path / "samverkan", tmp_path / "workspace"
    action_folder(source, ROOT / "samverkan_cli", "# none\n")
    for name in (".pre-commit-hooks.yaml", "README.md", "LICENSE"):
        (source / name).write_bytes((ROOT / name).read_bytes())
    git(source, "init", "--quiet")
    commit(source, "The program")
    build(workspace)
    settings = {
        **QUIET,
        **PEOPLE,
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), QUIET["PATH"])),
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(tmp_path / "wheels"),
        "LC_ALL": "C.UTF-8",
    }
    hook = ("try-repo", str(source), "samverkan")
    (workspace / "README.md").write_text("Ett avtal till.\n", "utf-8")
    git(workspace, "add", "--all")
    assert "Skipped" in tool("pre-commit", *hook, folder=workspace, **settings)
    path = workspace / STAFFING
    path.write_text(path.read_text("utf-8") + "# En kommentar.\n", "utf-8")
    git(workspace, "add", "--all")
    assert "Passed" in tool("pre-commit", *hook, folder=workspace, **settings)
    spoil(workspace)
    git(workspace, "add", "--all")
    with pytest.raises(AssertionError, match="kom-sam/ingen"):
        tool("pre-commit", *hook, folder=workspace, **settings)
