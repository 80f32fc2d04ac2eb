# ruff: noqa: INP001
"""How long the history takes in meaning, beside `git log -p`.

`python bench/log.py [commits] [rounds]`. A history of 10 000 revisions of the example, each a
change of a file or two, is made once in a folder for the time being. Every command runs right after
`git log -p` of the same range, so that a busy machine slows both. Only the ratios carry over.
"""

import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from run import ROOT, program

COMMITS, ROUNDS = 10_000, 5
THEIRS = ("git", "--no-pager", "log", "-p", "--first-parent")
OURS = (
    ("log",),
    ("log", "--format", "json"),
    ("log", "kom-gvi"),
    ("log", "kom-bf-1"),
    ("log", "--backdated", "30"),
    ("log", "-n", "20"),
    ("show", "kom-gvi"),
)
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


class Times(NamedTuple):
    """After how many seconds the first bytes of an answer came, and its end."""

    first: float
    whole: float
    ratio: float = 1.0


def seconds(command: tuple[str, ...], folder: Path) -> Times:
    """Run a command, and return how long it took.

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
    return Times(first, perf_counter() - start)


def main() -> None:
    """Print the table."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else COMMITS
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else ROUNDS  # noqa: PLR2004
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made(folder, commits)
        found: dict[str, list[Times]] = {}
        for _ in range(rounds):
            for words in OURS:
                theirs = seconds(THEIRS, folder).whole
                taken = seconds((*program(), *words), folder)
                found.setdefault(" ".join(words), []).append(
                    taken._replace(ratio=taken.whole / theirs)
                )
    lines = [f"{commits} revisions, median of {rounds} rounds"]
    lines.append(f"{'samverkan':<26}{'first, ms':>10}{'all, ms':>9}{'of git log -p':>15}")
    for words, times in found.items():
        first, whole, ratio = (median(some) for some in zip(*times, strict=True))
        lines.append(f"{words:<26}{first * 1000:10.0f}{whole * 1000:9.0f}{ratio:15.2f}")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
