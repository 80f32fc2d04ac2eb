"""Cadences over a period: counts, names and days, and a slow way to tell them."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.occurrences import LONGEST, add_months, expand
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.period import Period
from tests.evaluate.made import THREE_YEARS, day, days

TWO_YEARS = Period(date(2024, 1, 1), date(2025, 12, 31))
TIMES = {unit: Cadence(Rhythm.TIMES_PER, 2, unit) for unit in ("week", "month", "year")}


def days_of(period: Period) -> list[date]:
    return [period.first + timedelta(days=number) for number in range(period.days)]


def names(cadence: Rhythm | Cadence, period: Period) -> list[str]:
    whole = cadence if isinstance(cadence, Cadence) else Cadence(cadence)
    return [one.name for one in expand(whole, period)]


@pytest.mark.parametrize(
    ("cadence", "three", "two"),
    [
        (Rhythm.WEEKLY, 157, 105),
        (Rhythm.FORTNIGHTLY, 79, 53),
        (Rhythm.MONTHLY, 36, 24),
        (Rhythm.QUARTERLY, 12, 8),
        (Rhythm.TERTIAL, 9, 6),
        (Rhythm.HALF_YEARLY, 6, 4),
        (Rhythm.YEARLY, 3, 2),
        (Rhythm.ONCE, 1, 1),
        (Rhythm.STANDING, 0, 0),
        (Rhythm.EVENT, 0, 0),
        (Rhythm.UNSPECIFIED, 0, 0),
        (TIMES["week"], 314, 210),
        (TIMES["month"], 72, 48),
        (TIMES["year"], 6, 4),
        (Cadence(Rhythm.EVERY, 5, "week"), 32, 21),
        (Cadence(Rhythm.EVERY, 5, "month"), 8, 5),
        (Cadence(Rhythm.EVERY, 2, "year"), 2, 1),
    ],
    ids=str,
)
def test_counts(cadence: Rhythm | Cadence, three: int, two: int) -> None:
    assert (len(names(cadence, THREE_YEARS)), len(names(cadence, TWO_YEARS))) == (three, two)


def test_weeks_of_each_year() -> None:
    years = Counter(name[:4] for name in names(Rhythm.WEEKLY, THREE_YEARS))
    assert years == {"2024": 52, "2025": 52, "2026": 53}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2024-12-29", "2024-W52"),
        ("2024-12-30", "2025-W01"),
        ("2025-01-01", "2025-W01"),
        ("2025-12-31", "2026-W01"),
        ("2026-12-31", "2026-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
    ],
)
def test_week_of_a_day(text: str, name: str) -> None:
    assert names(Rhythm.WEEKLY, Period(day(text), day(text))) == [name]


@pytest.mark.parametrize(
    ("cadence", "period", "expected"),
    [
        (Rhythm.FORTNIGHTLY, "2024-01-03..2024-02-01", ["2024-W01", "2024-W03", "2024-W05"]),
        (Rhythm.MONTHLY, "2024-12-31..2025-02-01", ["2024-12", "2025-01", "2025-02"]),
        (Rhythm.QUARTERLY, "2024-03-31..2024-07-01", ["2024-Q1", "2024-Q2", "2024-Q3"]),
        (Rhythm.TERTIAL, "2024-04-30..2024-09-01", ["2024-T1", "2024-T2", "2024-T3"]),
        (Rhythm.HALF_YEARLY, "2024-06-30..2025-01-01", ["2024-H1", "2024-H2", "2025-H1"]),
        (Rhythm.YEARLY, "2024-12-31..2025-01-01", ["2024", "2025"]),
        (TIMES["week"], "2024-12-31..2024-12-31", ["2025-W01#1", "2025-W01#2"]),
        (TIMES["month"], "2024-12-31..2024-12-31", ["2024-12#1", "2024-12#2"]),
        (TIMES["year"], "2024-12-31..2024-12-31", ["2024#1", "2024#2"]),
        (Cadence(Rhythm.EVERY, 1, "month"), "2024-01-31..2024-03-31", ["#1", "#2", "#3"]),
        (Rhythm.ONCE, "2024-01-01..2024-01-01", [""]),
        (Rhythm.WEEKLY, "2024-02-01..2024-01-01", []),
    ],
    ids=str,
)
def test_names(cadence: Rhythm | Cadence, period: str, expected: list[str]) -> None:
    assert names(cadence, days(period)) == expected


def test_every_month_keeps_to_the_end_of_the_month() -> None:
    found = expand(Cadence(Rhythm.EVERY, 1, "month"), days("2024-01-31..2024-05-01"))
    assert [one.period.first.isoformat() for one in found] == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]


def test_years_from_a_leap_day() -> None:
    found = expand(Cadence(Rhythm.EVERY, 1, "year"), days("2024-02-29..2026-12-31"))
    assert [one.period.first.isoformat() for one in found] == [
        "2024-02-29",
        "2025-02-28",
        "2026-02-28",
    ]


def test_open_period_is_followed_for_long() -> None:
    found = [*expand(Cadence(Rhythm.YEARLY), days("2024-01-01.."))]
    assert (found[-1].name, found[-1].period.last) == ("2900", LONGEST)


def test_add_months() -> None:
    assert add_months(day("2024-01-31"), 1) == day("2024-02-29")
    assert add_months(day("2023-12-31"), 2) == day("2024-02-29")
    assert add_months(day("2024-11-30"), 14) == day("2026-01-30")


# The slow way: every day says by itself what it belongs to.


@cache
def week_of(one: date) -> str:
    thursday = one
    while thursday.weekday() < 3:
        thursday += timedelta(1)
    while thursday.weekday() > 3:
        thursday -= timedelta(1)
    number = sum(
        date(thursday.year, 1, 1) + timedelta(n) <= thursday
        and (date(thursday.year, 1, 1) + timedelta(n)).weekday() == 3
        for n in range(366)
    )
    return f"{thursday.year}-W{number:02d}"


SLOW: dict[Rhythm, Callable[[date], str]] = {
    Rhythm.WEEKLY: week_of,
    Rhythm.MONTHLY: lambda one: f"{one.year}-{one.month:02d}",
    Rhythm.QUARTERLY: lambda one: f"{one.year}-Q{'111222333444'[one.month - 1]}",
    Rhythm.TERTIAL: lambda one: f"{one.year}-T{'111122223333'[one.month - 1]}",
    Rhythm.HALF_YEARLY: lambda one: f"{one.year}-H{'111111222222'[one.month - 1]}",
    Rhythm.YEARLY: lambda one: f"{one.year}",
}
PERIODS = st.builds(
    lambda first, length: Period(first, first + timedelta(length)),
    st.dates(date(2015, 1, 1), date(2034, 12, 31)),
    st.integers(0, 400),
)


def around(period: Period) -> Iterator[date]:
    one = period.first - timedelta(370)
    while one <= period.last + timedelta(370):
        yield one
        one += timedelta(1)


@given(PERIODS, st.sampled_from(list(SLOW)))
@settings(max_examples=60, deadline=None)
def test_parts_of_the_calendar_agree_with_the_slow_way(period: Period, rhythm: Rhythm) -> None:
    told: dict[str, list[date]] = {}
    for one in around(period):
        told.setdefault(SLOW[rhythm](one), []).append(one)
    wanted = {
        name: (min(those), max(those))
        for name, those in told.items()
        if any(one in period for one in those)
    }
    found = {
        one.name: (one.period.first, one.period.last) for one in expand(Cadence(rhythm), period)
    }
    assert found == wanted
    assert list(found) == list(wanted)


@given(PERIODS, st.sampled_from(["week", "month", "year"]), st.integers(1, 7))
@settings(max_examples=100, deadline=None)
def test_several_times_are_the_parts_over_again(period: Period, unit: str, times: int) -> None:
    rhythm = {"week": Rhythm.WEEKLY, "month": Rhythm.MONTHLY, "year": Rhythm.YEARLY}[unit]
    found = [*expand(Cadence(Rhythm.TIMES_PER, times, unit), period)]
    assert [(one.name, one.period) for one in found] == [
        (f"{part.name}#{n}", part.period)
        for part in expand(Cadence(rhythm), period)
        for n in range(1, times + 1)
    ]


@given(PERIODS, st.sampled_from(["week", "month", "year"]), st.integers(1, 7))
@settings(max_examples=100, deadline=None)
def test_every_so_often_has_neither_holes_nor_overlaps(period: Period, unit: str, n: int) -> None:
    found = [*expand(Cadence(Rhythm.EVERY, n, unit), period)]
    covered = [one for part in found for one in days_of(part.period)]
    whole = Period(period.first, found[-1].period.last)
    assert covered == [*days_of(whole)]
    assert found[-1].period.first <= period.last <= found[-1].period.last
    assert [one.name for one in found] == [f"#{k}" for k in range(1, len(found) + 1)]


@given(PERIODS)
@settings(max_examples=50, deadline=None)
def test_fortnights_are_pairs_of_weeks(period: Period) -> None:
    weeks = [*expand(Cadence(Rhythm.WEEKLY), period)]
    found = [*expand(Cadence(Rhythm.FORTNIGHTLY), period)]
    assert [one.name for one in found] == [one.name for one in weeks[::2]]
    assert all(one.period.days == 14 for one in found)
