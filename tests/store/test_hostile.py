"""No hostile file or folder ends the program, slows it down, fills the memory or goes unnoticed."""

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import samverkan_cli.rules
from samverkan_cli.store.document import FAULTS
from tests.store.corpus import HOSTILE
from tests.store.hostile import HEAVY, Hostile

MEGABYTES = 200
UNUSED = {"yaml-syntax", "yaml-construct", "yaml-too-deep", "key-not-text"}
"""Rules about the text and its values: such a file is not silently used."""
RULES = {
    path.stem.replace("_", "-") for path in Path(samverkan_cli.rules.__file__).parent.glob("*/*.py")
}
# Every day, every third; the others with the long tests.
each_case = pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=pytest.mark.long if number % 3 or name.startswith(HEAVY) else ())
        for number, name in enumerate(HOSTILE)
    ],
)


@cache
def worker() -> subprocess.Popen[str]:
    """Return the process that reads hostile folders; it ends when this one does."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=Path(__file__).parents[2],
    )


@cache
def outcome_of(name: str) -> dict[str, Any]:
    """Return what came of a hostile folder, read in a process of its own."""
    process = worker()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(name) + "\n")
    process.stdin.flush()
    found: dict[str, Any] = json.loads(process.stdout.readline())
    return found


def test_there_are_many_hostile_cases() -> None:
    assert len(HOSTILE) >= 160


@each_case
def test_a_hostile_case(name: str) -> None:
    hostile, outcome = HOSTILE[name], outcome_of(name)
    assert "error" not in outcome, outcome["error"]
    assert outcome["seconds"] <= hostile.seconds
    assert outcome["memory"] <= MEGABYTES
    is_found_where_it_stands(hostile, outcome["faults"])
    is_told_briefly(outcome["faults"])
    if hostile.rule in UNUSED or ("link" in name and hostile.rule):
        assert outcome["unread"], "it was used in silence"


def is_found_where_it_stands(hostile: Hostile, faults: list[dict[str, Any]]) -> None:
    if not hostile.rule:
        assert not faults
        return
    found = [fault for fault in faults if hostile.rule in {"any", fault["rule"]}]
    assert found, faults
    if hostile.spot:
        assert list(hostile.spot) in [fault["spot"] for fault in found]


def is_told_briefly(faults: list[dict[str, Any]]) -> None:
    for fault in faults:
        assert fault["rule"] in RULES
        assert fault["told"]
        assert len(fault["told"]) < 1500
        assert "9805" not in fault["told"]
    assert all(number <= FAULTS + 1 for number in Counter(f["file"] for f in faults).values())
