"""A runner of GitHub's as far as action.yml sees it: its variables, its files, its bash."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.shell import ROOT

EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
TIMEOUT = 120
PATH = os.environ["PATH"]


def action() -> Any:
    """Return action.yml."""
    return yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))


@dataclass
class Outcome:
    """What became of a step, or of all."""

    code: int
    log: str
    outputs: dict[str, str]
    summary: str


@dataclass
class Runner:
    """A machine with a checkout, and the action in another folder.

    `values` is what expressions stand for: `inputs.base`, `steps.install.outputs.folder`.
    """

    workspace: Path
    action_path: Path
    temp: Path
    event: str = "pull_request"
    settings: dict[str, str] = field(default_factory=dict)
    values: dict[str, str] = field(default_factory=dict)

    def replaced(self, **inputs: str) -> "Runner":
        """Return the same machine with the inputs given, and the others as they are by default."""
        given = {name.replace("_", "-"): value for name, value in inputs.items()}
        chosen = {name: one["default"] for name, one in action()["inputs"].items()} | given
        values = {f"inputs.{name}": value for name, value in chosen.items()}
        kept = {name: value for name, value in self.values.items() if name.startswith("steps.")}
        return Runner(
            self.workspace,
            self.action_path,
            self.temp,
            self.event,
            self.settings,
            {**kept, **values},
        )

    def step(self, name: str) -> Outcome:
        """Run one step of the action, and remember its outputs."""
        (step,) = (one for one in action()["runs"]["steps"] if one["id"] == name)
        # Each use of the action makes a folder of its own, and so meets no older answers.
        for old in self.temp.glob("samverkan.*/samverkan.*"):
            old.unlink()
        files = {one: self.temp / f"{name}.{one.lower()}" for one in ("OUTPUT", "STEP_SUMMARY")}
        for file in files.values():
            file.write_text("", "utf-8")
        script = self.temp / "script.sh"
        script.write_text(step["run"], "utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env={
                "PATH": PATH,
                "HOME": str(self.temp),
                "LANG": "C.UTF-8",
                "RUNNER_TEMP": str(self.temp),
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self.action_path),
                "GITHUB_EVENT_NAME": self.event,
                "GITHUB_WORKSPACE": str(self.workspace),
                **{f"GITHUB_{one}": str(path) for one, path in files.items()},
                **{key: self.meant(text) for key, text in step.get("env", {}).items()},
                **self.settings,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=TIMEOUT,
            check=False,
        )
        lines = files["OUTPUT"].read_text("utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        self.values |= {f"steps.{name}.outputs.{key}": text for key, text in outputs.items()}
        summary = files["STEP_SUMMARY"].read_text("utf-8")
        return Outcome(done.returncode, done.stdout.decode(), outputs, summary)

    def meant(self, text: str) -> str:
        """Return a text with its expressions replaced."""
        return EXPRESSION.sub(lambda match: self.values[match[1]], text)


def action_folder(folder: Path, program: Path, requirements: str) -> Path:
    """Lay out the action as the platform fetches it, with a program and requirements."""
    shutil.copytree(ROOT / ".ci", folder / ".ci")
    shutil.copytree(program, folder / "samverkan_cli", ignore=shutil.ignore_patterns("*.pyc"))
    for name in ("schemas", "agreement"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "requirements").mkdir()
    (folder / "requirements" / "runtime.txt").write_text(requirements, "utf-8")
    return folder
