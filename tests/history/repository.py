"""Real git for tests: fixed people and days, and no configuration but the repository's own."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.examples import SOUND

PEOPLE = {
    "GIT_AUTHOR_NAME": "Tjänst",
    "GIT_AUTHOR_EMAIL": "tjanst@samverkan.invalid",
    "GIT_COMMITTER_NAME": "Tjänst",
    "GIT_COMMITTER_EMAIL": "tjanst@samverkan.invalid",
}
QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "PATH": os.environ["PATH"],
}
NOON = "12:00:00 +0100"
ONE, TWO, THREE = "2024-01-10", "2024-03-20", "2025-02-27"
DAYS = (ONE, TWO, THREE)
STAFFING = "agreement/staffing/kom.yaml"


def git(
    folder: Path,
    *arguments: str,
    day: str = ONE,
    text: bytes = b"",
    own: dict[str, str] | None = None,
) -> str:
    """Run git as a person would, on a day; return what it wrote."""
    when = {"GIT_AUTHOR_DATE": f"{day} {NOON}", "GIT_COMMITTER_DATE": f"{day} {NOON}"}
    done = subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env=QUIET | PEOPLE | when | (own or {}),
        input=text,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return done.stdout.decode("utf-8", "surrogateescape").strip()


def write(folder: Path, files: dict[str, str]) -> None:
    """Write files below a folder."""
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


def commit(folder: Path, message: str, day: str = ONE, own: dict[str, str] | None = None) -> str:
    """Commit all that lies in the working tree; return the id."""
    git(folder, "add", "--all", day=day, own=own)
    git(folder, "commit", "--quiet", "--allow-empty", "-m", message, day=day, own=own)
    return git(folder, "rev-parse", "HEAD")


def with_post(until: str) -> str:
    """Return the municipality's staffing, ended on a day."""
    return SOUND["staffing/kom.yaml"].replace("2024-01-01}", f"2024-01-01, until: {until}}}")


def build(folder: Path, *options: str) -> list[str]:
    """Make a repository of three revisions; return their ids, the oldest first."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main", *options)
    write(folder, {f"agreement/{path}": text for path, text in SOUND.items()})
    write(folder, {"README.md": "Ett avtal.\n"})
    found = [commit(folder, "Teckna avtalet", ONE)]
    write(folder, {STAFFING: with_post("2024-12-31")})
    found.append(commit(folder, "Avsluta en bemanning", TWO))
    write(folder, {STAFFING: SOUND["staffing/kom.yaml"]})
    found.append(commit(folder, "Bemanna igen", THREE))
    return found


def copied(source: Path, target: Path) -> Path:
    """Copy a repository, links as links."""
    shutil.copytree(source, target, symlinks=True)
    return target


def raw_commit(folder: Path, text: bytes) -> str:
    """Store a commit of the very bytes given; return its id."""
    return git(folder, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", text=text)
