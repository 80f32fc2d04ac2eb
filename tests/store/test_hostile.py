"""No hostile file or folder ends the program, slows it down, fills the memory or goes unnoticed."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import samverkan_cli.rules
from samverkan_cli.store.document import FAULTS
from tests.store.corpus import HOSTILE

MEGABYTES = 200
RULES = {
    path.stem.replace("_", "-") for path in Path(samverkan_cli.rules.__file__).parent.glob("*/*.py")
}
each_case = pytest.mark.parametrize("name", HOSTILE)


@cache
def outcomes() -> dict[str, dict[str, Any]]:
    """Return what came of every hostile folder, each read in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.store.worker"],
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
        timeout=300,
    )
    told = map(json.loads, run.stdout.splitlines())
    return {outcome["name"]: outcome for outcome in told}


def test_there_are_many_hostile_cases() -> None:
    assert len(HOSTILE) >= 160


@each_case
def test_a_hostile_case_is_read_without_an_error_of_the_program(name: str) -> None:
    assert "error" not in outcomes()[name], outcomes()[name]["error"]


@each_case
def test_a_hostile_case_is_read_quickly_and_in_little_memory(name: str) -> None:
    outcome = outcomes()[name]
    assert outcome["seconds"] <= HOSTILE[name].seconds
    assert outcome["memory"] <= MEGABYTES


@each_case
def test_a_hostile_case_is_found_out_by_its_rule_where_it_stands(name: str) -> None:
    hostile, faults = HOSTILE[name], outcomes()[name]["faults"]
    if not hostile.rule:
        assert not faults
        return
    found = [fault for fault in faults if hostile.rule in {"any", fault["rule"]}]
    assert found, faults
    if hostile.spot:
        assert list(hostile.spot) in [fault["spot"] for fault in found]


@each_case
def test_what_is_told_of_a_hostile_case_is_short_and_by_a_rule_that_exists(name: str) -> None:
    told: dict[str, int] = {}
    for fault in outcomes()[name]["faults"]:
        assert fault["rule"] in RULES
        assert fault["told"]
        assert len(fault["told"]) < 1500
        assert "9805" not in fault["told"]
        told[fault["file"]] = told.get(fault["file"], 0) + 1
    assert all(number <= FAULTS + 1 for number in told.values())


@each_case
def test_a_file_with_a_fault_of_its_text_or_values_is_not_silently_used(name: str) -> None:
    outcome = outcomes()[name]
    if HOSTILE[name].rule in {"yaml-syntax", "yaml-construct", "yaml-too-deep", "key-not-text"}:
        assert outcome["unread"]


def test_what_stands_outside_is_not_read() -> None:
    for name, outcome in outcomes().items():
        if "link" in name and HOSTILE[name].rule:
            assert outcome["unread"], name


def test_figures_of_the_hostile_cases(record_property: Any) -> None:
    seconds = {name: outcome["seconds"] for name, outcome in outcomes().items()}
    slowest = max(seconds, key=lambda name: seconds[name])
    record_property("cases", len(seconds))
    record_property("slowest", f"{slowest} {seconds[slowest]:.2f} s")
    record_property("memory", max(outcome["memory"] for outcome in outcomes().values()))
