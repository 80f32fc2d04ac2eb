"""Coverage against the slow way to tell it, on thousands of agreements made up at random."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from samverkan_cli.evaluate.coverage import Standing, State
from samverkan_cli.evaluate.timeline import timelines
from samverkan_cli.flows.status import Choice, status
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.period import Period
from samverkan_cli.store.register import read_at
from tests.evaluate import oracle
from tests.strategies import LARGE, TIGHT, agreements, write

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
EVERYTHING = ("state", "holders", "present", "slot", "share")


def told(standing: Standing) -> dict[str, Any]:
    return {
        "state": standing.state.value,
        "holders": [
            (one.deputy, one.post, one.share, one.away.value if one.away else "")
            for one in standing.holders
        ],
        "present": standing.present,
        "slot": standing.slot_present,
        "share": standing.slot_share,
    }


def states_afterwards(agreement: Agreement) -> dict[str, set[str]]:
    """Return the states that something recorded ends after the last day in force, by function."""
    endless = agreement.replaced(
        term=agreement.term.replaced(period=Period(agreement.period.first)),
        guarantees=tuple(
            one.replaced(period=Period(one.period.first) if one.period else None)
            for one in agreement.guarantees
        ),
    )
    lasts = {
        line.cell.id: line.segments[-1].period.last
        for line in timelines(agreement)
        if line.segments
    }
    found: dict[str, set[str]] = {}
    for name, days in oracle.coverage(endless).items():
        after = {one["state"] for day, one in days.items() if day > lasts.get(name, date.max)}
        found[name] = {state.value for state in State if after - {state.value}}
    return found


def compare(agreement: Agreement) -> None:
    expected = oracle.coverage(agreement)
    ended = states_afterwards(agreement)
    lines = timelines(agreement)
    assert [line.cell.id for line in lines] == list(expected)
    for line in lines:
        days = expected[line.cell.id]
        assert {day: told(line.on(day)) for day in days} == days
        last = max(days)

        def closed(day: date, last: date = last) -> date:
            return min(day, last)

        segments = [(one.period.first, closed(one.period.last)) for one in line.segments]
        assert segments == oracle.stretches(days, *EVERYTHING)
        in_force = [day for day, one in days.items() if one["state"] != "not-in-force"]
        runs = oracle.stretches(days, "state")
        for day in days:
            run = next((run for run in runs if run[0] <= day <= run[1]), None)
            if run and run[1] == max(in_force) and days[day]["state"] not in ended[line.cell.id]:
                run = run[0], date.max
            found = line.run(day)
            assert (found and (found.first, found.last)) == run


@given(agreements() | agreements(TIGHT))
@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
def test_agrees_with_the_slow_way(agreement: Agreement) -> None:
    compare(agreement)


@pytest.mark.long
@given(agreements() | agreements(TIGHT))
@settings(max_examples=1200, deadline=None, suppress_health_check=SLOW)
def test_agrees_with_the_slow_way_on_thousands(agreement: Agreement) -> None:
    compare(agreement)


@pytest.mark.long
@given(agreements(LARGE))
@settings(max_examples=150, deadline=None, suppress_health_check=SLOW)
def test_agrees_with_the_slow_way_on_larger_ones(agreement: Agreement) -> None:
    compare(agreement)


def from_bytes(agreement: Agreement) -> None:
    with TemporaryDirectory() as folder:
        register = read_at(write(agreement, Path(folder)))
    assert register.faults == ()
    read = register.agreement
    assert read is not None
    assert read.guarantees == agreement.guarantees
    assert read.posts == agreement.posts
    assert read.assignments == agreement.assignments
    assert read.absences == agreement.absences
    expected = oracle.coverage(agreement)
    days = oracle.window(agreement)
    for day in days[:: max(1, len(days) // 3)]:
        answer = status(register, day, Choice())
        assert {one.cell.id: told(one.standing) for one in answer.cells} == {
            name: those[day] for name, those in expected.items()
        }


@given(agreements() | agreements(TIGHT))
@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
def test_status_of_written_files_agrees_too(agreement: Agreement) -> None:
    from_bytes(agreement)


@pytest.mark.long
@given(agreements() | agreements(TIGHT))
@settings(max_examples=500, deadline=None, suppress_health_check=SLOW)
def test_status_of_many_written_files_agrees_too(agreement: Agreement) -> None:
    from_bytes(agreement)
