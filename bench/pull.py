# ruff: noqa: INP001
"""How long a pull request takes to judge, beside a full check of the same register.

`python bench/pull.py [files] [changed] [rounds]`. A register of 12 000 files is made in a folder
for the time being, with a branch that changes 50 of them. Both commands run in turn, so that a busy
machine slows both. Only the ratios carry over.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import perf_counter

from log import ENVIRONMENT
from run import ROOT, program

FILES, CHANGED, ROUNDS = 12_000, 50, 3
DAY = "2025-03-01"
FRAME = """\
id: stort
title: Stort register
language: sv
period: {from: 2024-01-01, until: 2026-12-31}
parties:
  - {id: kom, title: Storköpings kommun, kind: municipality}
  - {id: pol, title: Lokalpolisområde Storköping, kind: police-area}
"""
GUARANTEE = """\
party: {party}
guarantees:
  - id: {party}-sam
    title: Samordnare
    slots:
      - {{id: samordnare, kind: coordinator, holders: {{exactly: 1}}}}
"""
STAFFING = """\
party: {party}
posts:
  - {{id: {party}-1, title: Samordnare}}
assignments:
  - {{post: {party}-1, slot: {party}-sam/samordnare, from: 2024-01-01}}
"""
FORM = """\
id: form-{n}
title: Samverkansform {n}
lead: [kom, pol]
duties:
  - id: form-{n}-analys
    title: Årsanalys {n}
    who: {{all: [kom, pol]}}
    cadence: yearly
    month: 12
    firmness: shall
    to: [Trygghetsrådet]
follow-up:
  {{id: form-{n}-uppf, title: Uppföljning {n}, month: 2026-11, scope: whole, to: [Rådet]}}
"""
RECORD = """\
records:
  - {{duty: form-{n}-analys, period: 2024, on: 2024-12-10, reference: KS 2024/{n}}}
"""


def files(number: int) -> Iterator[tuple[str, str]]:
    """Yield the paths and texts of a register of so many files."""
    yield "terms/agreement.yaml", FRAME
    for party in ("kom", "pol"):
        yield f"terms/guarantees/{party}.yaml", GUARANTEE.format(party=party)
        yield f"staffing/{party}.yaml", STAFFING.format(party=party)
    for n in range(1, (number - 5) // 2 + 1):
        yield f"terms/forms/form-{n}.yaml", FORM.format(n=n)
        yield f"records/form-{n}.yaml", RECORD.format(n=n)


def git(folder: Path, *arguments: str) -> None:
    """Run git in the register."""
    people = {
        f"GIT_{role}_{part}": "bench@samverkan.invalid"
        for role in ("AUTHOR", "COMMITTER")
        for part in ("NAME", "EMAIL")
    }
    subprocess.run(  # noqa: S603 - the commands are those below
        ["git", *arguments],  # noqa: S607
        cwd=folder,
        env=ENVIRONMENT | people,
        capture_output=True,
        check=True,
    )


def register(folder: Path, number: int, changed: int) -> None:
    """Make the register, and stand on a branch that changes some of its files."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    for path, text in files(number):
        file = folder / "agreement" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "Teckna")
    git(folder, "switch", "--quiet", "-c", "sida")
    for n in range(1, changed + 1):
        file = folder / f"agreement/records/form-{n}.yaml"
        file.write_text(file.read_text("utf-8").replace("12-10", "11-10"), "utf-8")
    git(folder, "commit", "--quiet", "--all", "-m", "Ändra")


def seconds(folder: Path, *options: str) -> float:
    """Run `check`, and return how long it took."""
    start = perf_counter()
    done = subprocess.run(  # noqa: S603 - our own command
        [*program(), "check", "--on", DAY, "--format", "concise", *options],
        cwd=folder,
        env=ENVIRONMENT | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert done.stdout, done.stderr.decode("utf-8")  # noqa: S101
    return perf_counter() - start


def main() -> None:
    """Measure, and write the figures."""
    given = [int(one) for one in sys.argv[1:]]
    number, changed, rounds = (*given, *(FILES, CHANGED, ROUNDS)[len(given) :])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        register(folder, number, changed)
        pairs = [(seconds(folder), seconds(folder, "--base", "main")) for _ in range(rounds)]
    full, base = (median(one) for one in zip(*pairs, strict=True))
    ratio = median(after / before for before, after in pairs)
    peak = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
    sys.stdout.write(
        f"{number} files, {changed} changed, {rounds} rounds: check {full:.2f} s, "
        f"check --base {base:.2f} s, {ratio:.2f} times as long, at most {peak:.0f} MB\n"
    )


if __name__ == "__main__":
    main()
