"""When a thing that comes back is to be done: a cadence over a period, as named occurrences.

Names follow ISO 8601 where it has one (`2024-W01`, `2024-03`, `2024`) and its manner elsewhere
(`2024-Q1`, `2024-T1` for a third of a year, `2024-H1`, `2024#2` for the second of several in a
year, `#3` for the third counted from the start).
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.period import Period, day_before

WEEK = timedelta(days=7)
MONTHS = {
    Rhythm.MONTHLY: (1, "-{:02d}"),
    Rhythm.QUARTERLY: (3, "-Q{}"),
    Rhythm.TERTIAL: (4, "-T{}"),
    Rhythm.HALF_YEARLY: (6, "-H{}"),
    Rhythm.YEARLY: (12, ""),
}
UNITS = {
    "week": Rhythm.WEEKLY,
    "month": Rhythm.MONTHLY,
    "quarter": Rhythm.QUARTERLY,
    "tertial": Rhythm.TERTIAL,
    "year": Rhythm.YEARLY,
}
LONGEST = date(2900, 12, 31)


class Occurrence(NamedTuple):
    """One time that something is to be done: its name and the days in which to do it."""

    name: str
    period: Period


def add_months(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def calendar_parts(rhythm: Rhythm, period: Period) -> Iterator[Occurrence]:
    """Yield the calendar's months, quarters, thirds, halves or years that touch `period`."""
    months, suffix = MONTHS[rhythm]
    part = (period.first.month - 1) // months
    first = date(period.first.year, part * months + 1, 1)
    while first <= period.last:
        following = add_months(first, months)
        number = (first.month - 1) // months + 1
        name = f"{first.year}{suffix.format(number)}"
        yield Occurrence(name, Period(first, day_before(following)))
        first = following


def weeks(period: Period, length: int) -> Iterator[Occurrence]:
    """Yield stretches of `length` ISO weeks that touch `period`, named after their first week."""
    first = period.first - timedelta(days=period.first.weekday())
    while first <= period.last:
        year, week, _ = first.isocalendar()
        yield Occurrence(f"{year}-W{week:02d}", Period(first, first + WEEK * length - timedelta(1)))
        first += WEEK * length


def several(cadence: Cadence, period: Period) -> Iterator[Occurrence]:
    """Yield N occurrences for each unit of the calendar; the unit's last day is due for all.

    So many for each event have no known days, and so no occurrences.
    """
    rhythm = UNITS.get(cadence.unit)
    if rhythm is None:
        return
    for part in expand(Cadence(rhythm), period):
        for number in range(1, cadence.number + 1):
            yield Occurrence(f"{part.name}#{number}", part.period)


def every(cadence: Cadence, period: Period) -> Iterator[Occurrence]:
    """Yield occurrences every N weeks, months or years, counted from the period's first day."""
    number, first = 1, period.first
    while first <= period.last:
        if cadence.unit == "week":
            following = period.first + WEEK * cadence.number * number
        else:
            months = cadence.number * (12 if cadence.unit == "year" else 1)
            following = add_months(period.first, months * number)
        yield Occurrence(f"#{number}", Period(first, day_before(following)))
        number, first = number + 1, following


def expand(cadence: Cadence, period: Period) -> Iterator[Occurrence]:
    """Yield the occurrences of `cadence` that touch `period`, in order.

    Standing, event-triggered and unspecified cadences have none; `once` has one, the whole
    period. An open period is followed to the year 2900: stop when you have seen enough.
    """
    if period.is_empty:
        return
    period = Period(period.first, min(period.last, LONGEST))
    if cadence.rhythm in MONTHS:
        yield from calendar_parts(cadence.rhythm, period)
    elif cadence.rhythm is Rhythm.WEEKLY:
        yield from weeks(period, 1)
    elif cadence.rhythm is Rhythm.FORTNIGHTLY:
        yield from weeks(period, 2)
    elif cadence.rhythm is Rhythm.TIMES_PER:
        yield from several(cadence, period)
    elif cadence.rhythm is Rhythm.EVERY:
        yield from every(cadence, period)
    elif cadence.rhythm is Rhythm.ONCE:
        yield Occurrence("", period)
