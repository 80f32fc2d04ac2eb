"""How a duty or a follow-up stands on a day: each occurrence held against the records."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice, pairwise

from samverkan_cli.evaluate.occurrences import LONGEST, Occurrence, add_months, expand
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.duty import Duty, FollowUp, Sharing
from samverkan_cli.model.form import Form
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period, day_before
from samverkan_cli.model.staffing import Record

HORIZON_MONTHS = 24
MOST = 2_000
MOST_IN_ALL = 50_000
"""How many occurrences are followed, of one duty and of all together: no honest one has as many."""


class DutyState(StrEnum):
    """How one occurrence stands on a day.

    `due` is open and may be done; `late` is past its day but can still be mended; `missed` is
    past the day of the next occurrence too, or past the agreement's end.
    """

    DONE = "done"
    DUE = "due"
    LATE = "late"
    MISSED = "missed"
    UPCOMING = "upcoming"


class Performance(Frozen):
    """One occurrence of a duty or follow-up, for one party or, where `party` is empty, jointly."""

    occurrence: Occurrence
    party: str
    state: DutyState
    due: date
    record: Record | None = None
    done_on: date | None = None

    @property
    def done_late(self) -> bool:
        """Tell whether it was done, but after its day."""
        return self.done_on is not None and self.done_on > self.due


class Course(Frozen):
    """A duty or follow-up with all its occurrences, in order.

    `other` are the records of what has no occurrences, such as a duty without an interval. `cut`
    tells that it comes back more often than is followed.
    """

    form: Form | None
    item: Duty | FollowUp
    performances: tuple[Performance, ...]
    other: tuple[Record, ...] = ()
    cut: bool = False

    def count(self, state: DutyState) -> int:
        """Return how many occurrences stand so."""
        return sum(performance.state is state for performance in self.performances)

    def those(self, *states: DutyState) -> tuple[Performance, ...]:
        """Return the occurrences that stand in any of `states`."""
        return tuple(p for p in self.performances if p.state in states)


def span_of(agreement: Agreement, item: Duty | FollowUp, day: date) -> Period:
    """Return the days in which a duty's occurrences lie.

    A duty that begins before the agreement does is owed from the agreement's first day; one of an
    agreement without end is followed two years beyond `day`.
    """
    first = max(item.start or agreement.period.first, agreement.period.first)
    last = agreement.period.last
    if agreement.period.is_open:
        last = add_months(min(max(day, first), LONGEST), HORIZON_MONTHS)
    return Period(first, item.by or last)


def occurrences_of(agreement: Agreement, item: Duty | FollowUp, day: date) -> Iterator[Occurrence]:
    """Yield the occurrences of a duty or follow-up; a yearly one may be due in a given month."""
    month = item.month if isinstance(item, Duty) else None
    days = span_of(agreement, item, day)
    for occurrence in expand(item.cadence, days):
        if month and item.cadence.rhythm is Rhythm.YEARLY:
            first = date(occurrence.period.first.year, month, 1)
            due = Period(occurrence.period.first, day_before(add_months(first, 1)))
            if not (due & days).is_empty:
                yield Occurrence(occurrence.name, due)
        else:
            yield occurrence


def parties_of(item: Duty | FollowUp) -> tuple[str, ...]:
    """Return who performs each occurrence: every party its own, or one joint performance ("")."""
    if isinstance(item, Duty) and item.who.sharing is Sharing.EACH:
        return item.who.parties
    return ("",)


def performer(item: Duty | FollowUp, record: Record) -> str:
    """Return for whom a record counts: the party that it names, or all ("").

    Where one party is enough, and where a follow-up was held, it does not matter who wrote so.
    """
    if isinstance(item, FollowUp) or item.who.sharing is Sharing.ANY:
        return ""
    alone = item.who.sharing is Sharing.ALL and item.who.parties == (record.party,)
    return "" if alone else record.party


def state_on(day: date, period: Period, due: date, missed_after: date) -> DutyState:
    """Return the state of an occurrence that has no record."""
    if day < period.first:
        return DutyState.UPCOMING
    if day <= due:
        return DutyState.DUE
    return DutyState.LATE if day <= missed_after else DutyState.MISSED


def later(day: date, by: timedelta) -> date:
    """Return the day so much later, or the last day that there is."""
    return day + by if by < date.max - day else date.max


def names_between(occurrences: tuple[Occurrence, ...], record: Record) -> Iterator[str]:
    """Yield the names of the occurrences that a record speaks of."""
    names = [occurrence.name for occurrence in occurrences]
    wanted = record.first, record.last
    if all(name in names for name in wanted):
        first, last = map(names.index, wanted)
        yield from names[first : last + 1]


def done_day(record: Record, name: str, due: date) -> date:
    """Return when the occurrence `name` was done.

    A record of several periods says when the last of them was done, and is often written weeks
    later; the others count as done on their own days.
    """
    return record.on if name in ("", record.last) else min(record.on, due)


def deadlines(
    agreement: Agreement, item: Duty | FollowUp, occurrences: tuple[Occurrence, ...]
) -> Iterator[tuple[Occurrence, date, date]]:
    """Yield every occurrence with the day it is due and the last day on which it is only late."""
    grace = timedelta(days=item.grace_days or 0)
    last_days = [min(one.period.last, item.by or agreement.period.last) for one in occurrences]
    following = dict(pairwise(sorted({*last_days})))
    for occurrence, last in zip(occurrences, last_days, strict=True):
        due = later(last, grace)
        missed_after = max(due, agreement.period.last)
        if item.cadence.recurs:
            after = following.get(last)
            length = timedelta(days=occurrence.period.days)
            missed_after = later(after, grace) if after else min(missed_after, later(due, length))
        yield occurrence, due, missed_after


def course(
    agreement: Agreement,
    form: Form | None,
    item: Duty | FollowUp,
    records: list[Record],
    day: date,
    most: int = MOST,
) -> Course:
    """Hold every occurrence of `item`, to the number of `most`, against `records` as of `day`."""
    every = tuple(islice(occurrences_of(agreement, item, day), most + 1))
    occurrences = every[:most]
    of: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in records:
        for name in names_between(occurrences, record):
            of[name, performer(item, record)].append(record)
    days = span_of(agreement, item, day)
    performances = []
    for occurrence, due, missed_after in deadlines(agreement, item, occurrences):
        for party in parties_of(item):
            known = of.get((occurrence.name, party), [])
            done = [(done_day(one, occurrence.name, due), one) for one in known]
            done = [pair for pair in done if pair[0] <= day]
            first = min(done, key=lambda pair: pair[0], default=(None, None))
            state = state_on(day, occurrence.period & days, due, missed_after)
            performances.append(
                Performance(
                    occurrence=occurrence,
                    party=party,
                    state=DutyState.DONE if done else state,
                    due=due,
                    record=first[1],
                    done_on=first[0],
                )
            )
    other = () if occurrences else tuple(one for one in records if one.on <= day)
    return Course(
        form=form,
        item=item,
        performances=tuple(performances),
        other=other,
        cut=len(every) > most,
    )


def courses(agreement: Agreement, day: date) -> tuple[Course, ...]:
    """Return the course of every duty and every follow-up, duties first, in written order."""
    records: Mapping[str, list[Record]] = defaultdict(list)
    for record in agreement.records:
        records[record.subject].append(record)
    items: list[tuple[Form | None, Duty | FollowUp]] = [
        *agreement.every_duty(),
        *agreement.every_follow_up(),
    ]
    found: list[Course] = []
    left = MOST_IN_ALL
    for form, item in items:
        most = min(MOST, left // max(1, len(parties_of(item))))
        one = course(agreement, form, item, records.get(item.id, []), day, most)
        left = max(0, left - len(one.performances))
        found.append(one)
    return tuple(found)
