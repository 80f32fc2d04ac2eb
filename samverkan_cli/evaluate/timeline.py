"""How a function stands over the whole period: segments of days that stand alike."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import groupby
from operator import itemgetter

from samverkan_cli.evaluate.coverage import (
    Staffing,
    Standing,
    State,
    counted_in_slot,
    covers,
    standing_of,
)
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period, day_after, day_before
from samverkan_cli.model.promise import Cell, Guarantee, Slot
from samverkan_cli.model.staffing import Assignment


class Segment(Frozen):
    """Days in a row on which a function stands the same way."""

    period: Period
    standing: Standing


class CellTimeline(Frozen):
    """A function's segments over the whole period of its guarantee, in order, without holes.

    `closed` tells that something recorded, and not only the period, ends the last of them.
    """

    cell: Cell
    segments: tuple[Segment, ...]
    closed: bool = False

    def on(self, day: date) -> Standing:
        """Return how the function stands on `day`."""
        at = bisect_right(self.segments, day, key=lambda segment: segment.period.first)
        if at and day in self.segments[at - 1].period:
            return self.segments[at - 1].standing
        return Standing(state=State.NOT_IN_FORCE)

    def run(self, day: date) -> Period | None:
        """Return the days in a row around `day` with the same state, or None when not in force.

        The last day is `date.max` where nothing recorded ends the run.
        """
        first: date | None = None
        state = self.on(day).state
        if state is State.NOT_IN_FORCE:
            return None
        for segment in self.segments:
            if segment.standing.state is state:
                first = first or segment.period.first
                if segment is self.segments[-1]:
                    return Period(first, segment.period.last if self.closed else date.max)
            else:
                if first and segment.period.first > day:
                    return Period(first, day_before(segment.period.first))
                first = None
        return None


def in_force(agreement: Agreement, guarantee: Guarantee) -> Period:
    """Return the days on which a guarantee holds, within those of the agreement."""
    return agreement.period & guarantee.period if guarantee.period else agreement.period


def breaks(period: Period, spans: Iterable[Period]) -> list[Period]:
    """Cut `period` at every first day and every day after a last day of `spans`."""
    if period.is_empty:
        return []
    cuts = {period.first}
    for span in spans:
        following = () if span.is_open else (day_after(span.last),)
        cuts.update(day for day in (span.first, *following) if day in period)
    starts = sorted(cuts)
    ends = [*(day_before(start) for start in starts[1:]), period.last]
    return [Period(first, last) for first, last in zip(starts, ends, strict=True)]


def following(period: Period, spans: Iterable[Period]) -> list[Period]:
    """Cut the days after `period`; none where nothing recorded begins there or ends at its end."""
    if period.is_empty or period.is_open:
        return []
    later = [
        span for span in spans if span.first > period.last or period.last <= span.last < date.max
    ]
    return breaks(Period(day_after(period.last)), later) if later else []


def present(assignments: list[Assignment], days: Iterable[date]) -> Iterator[list[Assignment]]:
    """Yield those that hold on each of `days`, which follow on one another, in written order."""
    coming = sorted(range(len(assignments)), key=lambda at: assignments[at].period.first)
    coming.reverse()
    going: list[tuple[date, int]] = []
    here: list[int] = []
    for day in days:
        while coming and assignments[coming[-1]].period.first <= day:
            at = coming.pop()
            insort(here, at)
            heappush(going, (assignments[at].period.last, at))
        while going and going[0][0] < day:
            _, at = heappop(going)
            del here[bisect_left(here, at)]
        yield [assignments[at] for at in here]


def joined(stretches: Iterable[tuple[Period, Standing]]) -> Iterator[Segment]:
    """Yield stretches that follow on each other, those that stand the same way put together."""
    for standing, alike in groupby(stretches, key=itemgetter(1)):
        first, *rest = [period for period, _ in alike]
        last = rest[-1] if rest else first
        yield Segment(period=Period(first.first, last.last), standing=standing)


def slot_timelines(
    agreement: Agreement, guarantee: Guarantee, slot: Slot, staffing: Staffing
) -> Iterator[CellTimeline]:
    """Yield the timeline of every function of a slot."""
    assignments = [
        assignment
        for assignment in staffing.assignments[f"{guarantee.id}/{slot.id}"]
        if any(covers(assignment, function.id) for function in slot.functions)
    ]
    spans = [assignment.period for assignment in assignments]
    for post in {assignment.post for assignment in assignments}:
        spans += [absence.period for absence in staffing.absences[post]]
    period = in_force(agreement, guarantee)
    within = breaks(period, spans)
    stretches = [*within, *following(period, spans)]
    days = [stretch.first for stretch in stretches]
    own = [[one for one in assignments if covers(one, part.id)] for part in slot.functions]
    holding = [[*map(staffing.holders, present(those, days), days)] for those in own]
    # Whoever has the only function of a slot has the slot.
    whole = holding[0] if len(own) == 1 else map(staffing.holders, present(assignments, days), days)
    in_slot = [
        counted_in_slot(holders, [row[at] for row in holding]) for at, holders in enumerate(whole)
    ]
    for function, those, row in zip(slot.functions, own, holding, strict=True):
        began = min((one.period.first for one in those if not one.deputy), default=date.max)
        standings = [
            standing_of(slot, holders, counting, before=began <= day)
            for day, holders, counting in zip(days, row, in_slot, strict=True)
        ]
        last = standings[len(within) - 1].state if within else None
        yield CellTimeline(
            cell=Cell(guarantee, slot, function),
            segments=tuple(joined(zip(within, standings, strict=False))),
            closed=any(standing.state is not last for standing in standings[len(within) :]),
        )


def tellable(timeline: CellTimeline) -> CellTimeline:
    """Return what may be told of a function; of a protected one only when it is covered.

    Who holds it, how many they are and why nobody is there are left out; whatever is not covered
    is `vacant`.
    """
    if not timeline.cell.protected:
        return timeline
    covered, other = Standing(state=State.COVERED), Standing(state=State.VACANT)
    stretches = (
        (segment.period, covered if segment.standing.state is State.COVERED else other)
        for segment in timeline.segments
    )
    return CellTimeline(cell=timeline.cell, segments=tuple(joined(stretches)))


def timelines(agreement: Agreement) -> tuple[CellTimeline, ...]:
    """Return what may be told of every function, in written order."""
    staffing = Staffing(agreement)
    return tuple(
        tellable(timeline)
        for guarantee in agreement.guarantees
        for slot in guarantee.slots
        for timeline in slot_timelines(agreement, guarantee, slot, staffing)
    )


def by_slot(timelines: Iterable[CellTimeline]) -> dict[str, tuple[CellTimeline, ...]]:
    """Return the timelines of every slot, by the slot's name, in written order."""
    found: dict[str, list[CellTimeline]] = {}
    for timeline in timelines:
        found.setdefault(timeline.cell.slot_id, []).append(timeline)
    return {slot: tuple(those) for slot, those in found.items()}
