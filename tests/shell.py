"""The program as a user starts it: another process, with an environment of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LOCALE = (
    "SAMVERKAN_LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "COLUMNS",
    "NO_COLOR",
    "FORCE_COLOR",
    "TERM",
    "PYTHONIOENCODING",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
)
COMMAND = (sys.executable, "-m", "samverkan_cli")
TIMEOUT = 60


@dataclass(frozen=True)
class Answer:
    """What the program said, and the code it ended with."""

    code: int
    out: str
    err: str


def environment(**settings: str) -> dict[str, str]:
    """Return this process’s environment without its wishes on language, looks and format."""
    kept = {name: value for name, value in os.environ.items() if name not in LOCALE}
    return kept | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "SAMVERKAN_LANG": "en"} | settings


def spawn(*arguments: str, folder: Path, **settings: str) -> Answer:
    """Run the program in a process of its own."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=environment(**settings),
        capture_output=True,
        stdin=subprocess.DEVNULL,
        timeout=TIMEOUT,
        check=False,
    )
    encoding = settings.get("PYTHONIOENCODING", "utf-8")
    return Answer(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))
