# ruff: noqa: INP001
"""How long the history takes in meaning, beside `git log -p`: `python bench/log.py [commits]`.

A history of 10 000 revisions of the example, each a change of a file or two, is made once in a
folder for the time being. The figures are ratios to `git log -p` of the same range.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from run import ROOT, program

COMMITS = 10_000
AGREEMENT = ROOT / "agreement"
DAY = 86_400
START = 1_704_100_000
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
}


def edited(text: str, chance: random.Random) -> str:
    """Return a file with one number or day changed, or a comment."""
    found = [*re.finditer(r"(?<=at-least: )\d|(?<=exactly: )\d|(?<=-)(?:1\d|2[0-8])(?=[,}])", text)]
    if not found:
        return f"# {chance.random()}\n{text}" if "#" not in text[:1] else text.partition("\n")[2]
    match = chance.choice(found)
    number = chance.randrange(1, 10) if len(match[0]) == 1 else chance.randrange(10, 29)
    return f"{text[: match.start()]}{number}{text[match.end() :]}"


def stream(commits: int) -> Iterator[bytes]:
    """Yield a history as fast-import reads it."""
    chance = random.Random(1)  # noqa: S311 - the same history each time
    paths = sorted(AGREEMENT.rglob("*.yaml"))
    files = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    often = [path for path in files if "staffing" in path or "records" in path]
    for number in range(commits):
        some = (
            list(files)
            if not number
            else chance.sample(often * 3 + list(files), 2)[: 1 + number % 2]
        )
        yield (
            f"commit refs/heads/main\ncommitter T <t@t> {START + number * DAY // 10} +0100\n"
            f"data <<END\nRevision {number}\nEND\n"
        ).encode()
        for path in dict.fromkeys(some):
            files[path] = edited(files[path], chance) if number else files[path]
            content = files[path].encode()
            yield f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"


def git(folder: Path, *arguments: str, text: bytes = b"") -> None:
    """Run git."""
    subprocess.run(  # noqa: S603 - the commands are those below
        ("git", *arguments),  # noqa: S607
        cwd=folder,
        env=ENVIRONMENT,
        input=text,
        check=True,
        capture_output=True,
    )


def made(folder: Path, commits: int) -> None:
    """Make the repository."""
    git(folder, "init", "-q", "-b", "main")
    git(folder, "fast-import", "--quiet", text=b"".join(stream(commits)))
    git(folder, "reset", "-q", "--hard")
    git(folder, "repack", "-qad")


def seconds(command: tuple[str, ...], folder: Path) -> tuple[float, float]:
    """Return after how long a command's first bytes came, and its end.

    Raises:
        RuntimeError: it failed.
    """
    start = perf_counter()
    environment = ENVIRONMENT | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(  # noqa: S603 - the commands are those below
        command, cwd=folder, env=environment, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout  # noqa: S101
        process.stdout.read(1)
        first = perf_counter() - start
        while process.stdout.read(1 << 20):
            pass
    if process.returncode:
        raise RuntimeError(command)
    return first, perf_counter() - start


def main() -> None:
    """Print the table."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else COMMITS
    log = (*program(), "log")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made(folder, commits)
        theirs = min(
            seconds(("git", "--no-pager", "log", "-p", "--first-parent"), folder)[1]
            for _ in range(3)
        )
        lines = [f"{commits} revisions", f"{'git log -p':<44}{'':>8}{theirs * 1000:9.0f}"]
        lines.append(f"{'':<44}{'first':>8}{'all, ms':>9}{'ratio':>8}")
        for extra in (
            (),
            ("--format", "json"),
            ("kom-gvi",),
            ("kom-bf-1",),
            ("--backdated", "30"),
            ("-n", "20"),
        ):
            first, whole = seconds((*log, *extra), folder)
            text = " ".join(("samverkan log", *extra))
            lines.append(f"{text:<44}{first * 1000:8.0f}{whole * 1000:9.0f}{whole / theirs:8.2f}")
        first, whole = seconds((*program(), "show", "kom-gvi"), folder)
        lines.append(f"{'samverkan show kom-gvi':<44}{first * 1000:8.0f}{whole * 1000:9.0f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
