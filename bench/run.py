# ruff: noqa: INP001
"""How long a start takes, beside what cannot be avoided: `python bench/run.py [rounds]`.

Both commands of a pair run in turn, round after round, so that a busy machine slows both.
The figure is the median of the rounds' ratios. Only ratios carry over to another machine.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 25
LIBRARIES = "import typer, rich, ruamel.yaml"


@dataclass(frozen=True)
class Pair:
    """A command of ours, what it is measured against, and how many times as long it may take."""

    ours: tuple[str, ...]
    theirs: str
    goal: float | None = None


PAIRS = (
    Pair(("status",), LIBRARIES, 2.0),
    Pair(("status", "--format", "json"), LIBRARIES, 2.0),
    Pair(("check",), LIBRARIES),
    Pair(("--version",), "pass", 2.0),
    Pair(("--help",), "import typer", 2.0),
)


def program() -> tuple[str, ...]:
    """Return how the program is started: its entry point where it is installed."""
    entry = Path(sys.executable).parent / "samverkan"
    return (str(entry),) if entry.exists() else (sys.executable, "-m", "samverkan_cli")


def seconds(command: tuple[str, ...]) -> float:
    """Run a command with its output piped, and return how long it took.

    Raises:
        RuntimeError: it failed.
    """
    environment = {**os.environ, "PYTHONPATH": "", "NO_COLOR": "1"}
    # Warm means with compiled modules, as pip leaves them.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = perf_counter()
    done = subprocess.run(  # noqa: S603 - the commands are those above
        command, cwd=ROOT, env=environment, capture_output=True, check=False
    )
    taken = perf_counter() - start
    if done.returncode > 1:
        message = f"{' '.join(command)}: {done.stderr.decode(errors='replace')}"
        raise RuntimeError(message)
    return taken


def measure(pair: Pair, rounds: int) -> list[tuple[float, float]]:
    """Return how long both commands took, round by round, after one that warms the caches."""
    ours, theirs = (*program(), *pair.ours), (sys.executable, "-c", pair.theirs)
    seconds(ours), seconds(theirs)
    return [(seconds(ours), seconds(theirs)) for _ in range(rounds)]


def row(pair: Pair, times: list[tuple[float, float]]) -> tuple[str, bool]:
    """Return a line of the table, and whether the goal is met."""
    ratios = [one / other for one, other in times]
    ratio = median(ratios)
    met = pair.goal is None or ratio <= pair.goal
    verdict = f"at most {pair.goal:.1f}: {'met' if met else 'MISSED'}" if pair.goal else ""
    text = (
        f"{' '.join(('samverkan', *pair.ours)):<34}{pair.theirs:<34}"
        f"{median(one for one, _ in times) * 1000:7.0f} {median(t for _, t in times) * 1000:7.0f}"
        f"{ratio:8.2f}  {min(ratios):.2f}–{max(ratios):.2f}  {verdict}"
    )
    return text.rstrip(), met


def report(rounds: int) -> Iterator[tuple[str, bool]]:
    """Yield the table line by line."""
    yield f"Python {sys.version.split()[0]}, {rounds} rounds, {os.cpu_count()} processors", True
    yield f"{'command':<34}{'against python -c':<34}{'ms':>7} {'ms':>7}{'ratio':>8}  range", True
    for pair in PAIRS:
        yield row(pair, measure(pair, rounds))


def main() -> None:
    """Print the table; leave with 1 where a goal is missed."""
    missed = False
    for line, met in report(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS):
        sys.stdout.write(line + "\n")
        sys.stdout.flush()
        missed = missed or not met
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
