"""The GitLab job: its script is run on a checkout that means harm; both files hold one job."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci import hostile
from tests.ci.runner import PATH, TIMEOUT, action_folder
from tests.ci.test_action import STAND_IN
from tests.history.repository import commit, git
from tests.shell import ROOT

PLAIN = ROOT / ".ci" / "samverkan.gitlab-ci.yml"
COMPONENT = ROOT / "templates" / "samverkan.yml"
INPUTS = {
    "repository": "SAMVERKAN_REPOSITORY",
    "commit": "SAMVERKAN_COMMIT",
    "agreement": "SAMVERKAN_AGREEMENT",
    "fail-on": "SAMVERKAN_FAIL_ON",
    "lang": "SAMVERKAN_LANGUAGE",
}


def component() -> tuple[Any, str]:
    """Return the inputs of the component, and its job as text."""
    head, job = COMPONENT.read_text("utf-8").split("\n---\n")
    return yaml.safe_load(head)["spec"]["inputs"], job


def test_the_component_with_its_defaults_is_the_plain_job() -> None:
    inputs, job = component()
    used = {name: one.get("default", "") for name, one in inputs.items()}
    filled = re.sub(
        r"\$\[\[ inputs\.([\w-]+) \]\]", lambda match: json.dumps(used.pop(match[1])), job
    )
    assert used == {}
    assert yaml.safe_load(filled) == yaml.safe_load(PLAIN.read_text("utf-8"))


def test_the_component_asks_for_a_commit_that_does_not_move() -> None:
    inputs, _ = component()
    assert "default" not in inputs["commit"]
    pattern = inputs["commit"]["regex"]
    assert re.match(pattern, "0" * 40)
    assert not re.match(pattern, "main")
    assert not re.match(pattern, "v1.2.3")


def test_inputs_reach_the_script_as_variables_that_nothing_expands() -> None:
    job = yaml.safe_load(component()[1])["samverkan"]
    for name, variable in INPUTS.items():
        assert job["variables"][variable] == {"value": f"$[[ inputs.{name} ]]", "expand": False}
    assert not re.search(r"\$\[\[", "".join(job["script"]))
    assert job["variables"]["GIT_DEPTH"] == "0"
    assert job["artifacts"]["when"] == "always"


def run(workspace: Path, program: Path, top: Path, **variables: str) -> Any:
    """Run the script in a checkout; return what the program was called with."""
    job = yaml.safe_load(PLAIN.read_text("utf-8"))["samverkan"]
    chosen = {
        name: one["value"] for name, one in job["variables"].items() if name in INPUTS.values()
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
        cwd=workspace,
        env={
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{PATH}",
            "HOME": str(top),
            "TMPDIR": str(top),
            "PIP_NO_INDEX": "1",
            "SEEN": str(top / "seen"),
            "CODE": "1",
            "TEXT_JUNIT": str(top / "text"),
            **chosen,
            "SAMVERKAN_REPOSITORY": str(program),
            "SAMVERKAN_COMMIT": git(program, "rev-parse", "HEAD"),
            **variables,
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, "")
    return json.loads((top / "seen").read_text("utf-8"))


@pytest.mark.long
def test_nothing_of_the_merge_request_is_run_or_leads_elsewhere(tmp_path: Path) -> None:
    for name in ("top", "outside"):
        (tmp_path / name).mkdir()
    (tmp_path / "top" / "text").write_text("<testsuites/>", "utf-8")
    program = action_folder(tmp_path / "program", STAND_IN, "# none\n")
    git(program, "init", "--quiet")
    commit(program, "The program")
    workspace = hostile.checkout(tmp_path / "workspace", tmp_path / "ran")
    (workspace / "samverkan-report").symlink_to(tmp_path / "outside")
    value = hostile.VALUES[0]
    seen = run(
        workspace,
        program,
        tmp_path / "top",
        CI_MERGE_REQUEST_IID="7",
        SAMVERKAN_AGREEMENT=value,
        SAMVERKAN_LANGUAGE=value,
        SAMVERKAN_FAIL_ON=value,
    )
    assert seen["arguments"] == [
        *("check", "--format=text", f"--fail-on={value}"),
        *(f"--agreement={value}", f"--lang={value}", "--base"),
        "--output=gitlab=samverkan-report/code-quality.json",
        "--output=junit=samverkan-report/junit.xml",
    ]
    assert not (tmp_path / "ran").exists()
    assert not (workspace / "ran").exists()
    assert [*(tmp_path / "outside").iterdir()] == []
    assert (workspace / "samverkan-report" / "junit.xml").read_text("utf-8") == "<testsuites/>"
