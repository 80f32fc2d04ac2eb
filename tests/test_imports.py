"""What is not loaded: counted, not timed, so that a slow machine cannot fail it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DRIVER = """
import atexit, os, sys
sys.argv[0] = "samverkan"
path = sys.argv.pop()
atexit.register(lambda: open(path, "w").write("\\n".join(sys.modules)))
leave = os._exit
os._exit = lambda code: (atexit._run_exitfuncs(), leave(code))
from samverkan_cli.__main__ import main
main()
"""
SLOW = ("git", "jsonschema", "ruamel")


def modules(folder: Path, *arguments: str, **environment: str) -> tuple[set[str], str]:
    """Run the program; return the modules that it had loaded in the end, and what it wrote."""
    found = folder / "modules"
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, *arguments, str(found)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return {*found.read_text().split()}, done.stdout


def among(loaded: set[str], *names: str) -> set[str]:
    """Return those of `names` that are loaded, or of which a part is."""
    return {
        name for name in names if any(one == name or one.startswith(f"{name}.") for one in loaded)
    }


def test_version_loads_nothing(tmp_path: Path) -> None:
    loaded, out = modules(tmp_path, "--version")
    assert out.startswith("samverkan ")
    assert among(loaded, *SLOW, "typer", "rich", "yaml", "jsonschema_rs", "dataclasses") == set()
    assert {one for one in loaded if one.startswith("samverkan_cli.")} == {"samverkan_cli.__main__"}


def test_help(tmp_path: Path) -> None:
    loaded, out = modules(tmp_path, "--help")
    assert "status" in out
    assert among(loaded, *SLOW, "pydantic", "click", "importlib.metadata") == set()


TYPED = {
    "st": ("complete_bash", "complete_zsh", "complete_fish"),
    "record est-lagesbild ": ("complete_bash",),
    "waive number-ambiguous ": ("complete_bash",),
}


@pytest.mark.parametrize(
    ("line", "shell"), [(line, shell) for line, shells in TYPED.items() for shell in shells]
)
def test_completion(tmp_path: Path, line: str, shell: str) -> None:
    typed = f"samverkan {line}"
    environment = {
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(typed.split(" ")) - 1),
        "_SAMVERKAN_COMPLETE": shell,
        "_TYPER_COMPLETE_ARGS": typed,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    loaded, out = modules(tmp_path, **environment)
    assert "status" in out if line == "st" else out
    assert among(loaded, *SLOW, "pydantic", "click") == set()


@pytest.mark.parametrize("format_", ["text", "concise", "json"])
def test_status(tmp_path: Path, format_: str) -> None:
    loaded, out = modules(tmp_path, "status", "--on", "2025-03-01", "--format", format_)
    assert out
    assert among(loaded, "yaml", "jsonschema_rs") == {"yaml", "jsonschema_rs"}
    slow = (*SLOW, "pydantic", "click", "rich.markdown", "importlib.metadata")
    assert among(loaded, *slow) == set()


def test_only_history_pays_for_git(tmp_path: Path) -> None:
    loaded, _ = modules(tmp_path, "status", "--on", "2025-03-01")
    assert among(loaded, "samverkan_cli.history") == set()
    loaded, _ = modules(tmp_path, "status", "--as-of", "")
    assert among(loaded, "samverkan_cli.history", "git") == {"samverkan_cli.history"}
