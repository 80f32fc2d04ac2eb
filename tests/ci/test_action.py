"""action.yml: its steps are run as a runner runs them, on a checkout that means harm."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.ci import hostile
from tests.ci.runner import Outcome, Runner, action, action_folder
from tests.ci.wheelhouse import pinned, runtime
from tests.shell import ROOT

STAND_IN = ROOT / "tests" / "ci" / "program"
CODES = (0, 1, 2, 3, 4, 5, 70)
PLAIN = ["check", "--format=github"]
COUNTS = {"error": 1, "warning": 17, "note": 201}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """Return a runner where the first step has been run, beside a hostile checkout.

    The program that stands in needs no packages.
    """
    top = tmp_path_factory.mktemp("runner")
    (top / "temp").mkdir()
    workspace = hostile.checkout(top / "workspace", top / "ran")
    folder = action_folder(top / "action", STAND_IN, "# none\n")
    runner = Runner(workspace, folder, top / "temp", settings={"PIP_NO_INDEX": "1"})
    runner = runner.replaced(python=sys.executable)
    done = runner.step("install")
    assert (done.code, done.log) == (0, "")
    assert Path(done.outputs["folder"]).parent == runner.temp
    return runner


class Case:
    """One run of the second step, with the program standing in."""

    def __init__(self, ready: Runner, folder: Path) -> None:
        self.ready = ready
        self.folder = folder
        self.seen: Any = None

    def run(
        self,
        code: int = 0,
        event: str = "pull_request",
        texts: dict[str, str] | None = None,
        **inputs: str,
    ) -> Outcome:
        seen = self.folder / "seen"
        settings = {"SEEN": str(seen), "CODE": str(code)}
        for name, text in (texts or {}).items():
            path = self.folder / name
            path.write_text(text, "utf-8")
            settings[f"TEXT_{name.upper()}"] = str(path)
        runner = replace(self.ready, event=event, settings=settings).replaced(**inputs)
        done = runner.step("check")
        self.seen = json.loads(seen.read_text("utf-8"))
        return done

    @property
    def asked(self) -> list[str]:
        """Return the arguments of the program but for the answers beside the checkout."""
        return [one for one in self.seen["arguments"] if not one.startswith("--output=")]


@pytest.fixture
def case(ready: Runner, tmp_path: Path) -> Case:
    return Case(ready, tmp_path)


def test_nothing_of_the_checkout_is_imported_or_run(ready: Runner, case: Case) -> None:
    marker = ready.workspace.parent / "ran"
    case.run()
    assert not marker.exists()
    assert case.seen["isolated"] == 1
    assert case.seen["here"] == str(ready.workspace)
    assert not [one for one in case.seen["path"] if one.startswith(str(ready.workspace))]
    assert case.seen["path"][-1] == str(ready.action_path)
    # Without -I the trap closes: what was looked for is there.
    subprocess.run(
        [sys.executable, "-m", "venv", "--without-pip", "x"], cwd=ready.workspace, check=False
    )
    assert marker.exists()
    marker.unlink()


def test_a_pull_request_is_held_against_its_base_and_a_push_is_not(case: Case) -> None:
    case.run(event="pull_request")
    assert case.asked == [*PLAIN, "--base"]
    case.run(event="push")
    assert case.asked == PLAIN
    case.run(event="push", base="v1")
    assert case.asked == [*PLAIN, "--base=v1"]
    case.run(event="pull_request", base="v1", agreement="a/b", fail_on="gap", lang="sv")
    assert case.asked == [
        *("check", "--format=github", "--fail-on=gap"),
        *("--agreement=a/b", "--lang=sv", "--base=v1"),
    ]


@pytest.mark.parametrize("value", hostile.VALUES)
def test_an_input_is_one_argument_whatever_it_says(ready: Runner, case: Case, value: str) -> None:
    before = sorted(ready.workspace.rglob("*"))
    done = case.run(agreement=value, base=value, fail_on=value, lang=value)
    assert done.log == "::error::told by the program\n"
    assert case.asked == [
        *("check", "--format=github", f"--fail-on={value}"),
        *(f"--agreement={value}", f"--lang={value}", f"--base={value}"),
    ]
    assert sorted(ready.workspace.rglob("*")) == before


@pytest.mark.parametrize("value", hostile.VALUES)
def test_a_python_that_is_none_runs_nothing(ready: Runner, value: str) -> None:
    before = sorted(ready.workspace.rglob("*"))
    done = replace(ready, settings={}).replaced(python=value).step("install")
    assert done.code != 0
    assert done.outputs == {}
    assert sorted(ready.workspace.rglob("*")) == before
    assert not (ready.workspace.parent / "ran").exists()


@pytest.mark.parametrize("code", CODES)
def test_the_step_ends_as_the_program_did_and_has_told_what_there_is(case: Case, code: int) -> None:
    findings = [{"state": "new"}, {"state": "kept"}, {"state": "new"}]
    answer = {"counts": COUNTS, "base": {"name": "main"}, "findings": findings}
    texts = {"json": json.dumps(answer), "sarif": "{}", "markdown": "# One\n"}
    done = case.run(code=code, texts=texts)
    assert done.code == code
    folder = Path(case.ready.values["steps.install.outputs.folder"])
    assert done.outputs == {
        "exit-code": str(code),
        "new": "2",
        "errors": "1",
        "warnings": "17",
        "notes": "201",
        "json-file": str(folder / "samverkan.json"),
        "sarif-file": str(folder / "samverkan.sarif"),
    }
    assert {*done.outputs} == {*action()["outputs"]}
    assert done.summary == "# One\n"


@pytest.mark.parametrize("code", CODES)
def test_without_an_answer_the_code_is_told(case: Case, code: int) -> None:
    done = case.run(code=code)
    assert (done.code, done.outputs, done.summary) == (code, {"exit-code": str(code)}, "")


def test_a_summary_that_the_platform_would_drop_is_not_handed_over(case: Case) -> None:
    assert len(case.run(texts={"markdown": "x" * 1_000_000}).summary) == 1_000_000
    assert case.run(texts={"markdown": "x" * 1_000_001}).summary == ""


def test_the_answers_are_written_where_no_link_of_the_checkout_leads(case: Case) -> None:
    case.run()
    folder = case.ready.values["steps.install.outputs.folder"]
    written = [one for one in case.seen["arguments"] if one not in case.asked]
    assert written == [
        f"--output=markdown={folder}/samverkan.md",
        f"--output=sarif={folder}/samverkan.sarif",
        f"--output=json={folder}/samverkan.json",
    ]
    assert Path(folder).is_relative_to(case.ready.temp)


@pytest.mark.long
def test_a_package_with_another_hash_is_not_installed(ready: Runner, tmp_path: Path) -> None:
    packages = runtime()[:1]
    text = pinned(packages, tmp_path)
    wrong = text.replace(text[-10:], "0" * 9 + "\n")
    assert wrong != text
    folder = action_folder(tmp_path / "action", STAND_IN, wrong)
    settings = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(tmp_path)}
    runner = replace(ready, action_path=folder, settings=settings, values={})
    done = runner.replaced(python=sys.executable).step("install")
    assert done.code == 1
    assert "DO NOT MATCH THE HASHES" in done.log
    assert done.outputs == {}


def test_the_action_is_written_so_that_no_input_reaches_a_shell_as_text() -> None:
    steps = action()["runs"]["steps"]
    assert [step["id"] for step in steps] == ["install", "check"]
    for step in steps:
        assert "uses" not in step
        assert step["shell"] == "bash"
        assert "${{" not in step["run"]
