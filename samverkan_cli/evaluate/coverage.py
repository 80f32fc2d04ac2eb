"""What a promise of staffing means on a day, and over the whole period.

The rules:

* A deputy never adds to those present; a deputy stands in for an ordinary holder who is not, in
  a function that both are assigned to.
* A function needs `each` holders, and its slot needs `holders` distinct posts in all; where an
  amount in full-time equivalents is promised, the shares of those present must reach it. No post
  gives more of its time than it has.
* Nothing recorded is `unknown`, never covered. `vacant` is a recorded fact: a holder left, or
  the post that holds it has nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import groupby
from operator import itemgetter

from samverkan_cli.evaluate.deputies import paired
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period, day_after, day_before
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Cell, Guarantee, Slot
from samverkan_cli.model.staffing import Absence, Assignment, Reason

FULL_TIME = Decimal(100)


class State(StrEnum):
    """How a function stands on a day."""

    COVERED = "covered"
    SHORT = "short"
    VACANT = "vacant"
    AWAY = "away"
    UNKNOWN = "unknown"
    NOT_IN_FORCE = "not-in-force"


GAPS = frozenset({State.SHORT, State.VACANT, State.AWAY, State.UNKNOWN})


class Holder(Frozen):
    """A post assigned to a function on a day; `away` is the reason when it is not present."""

    post: str
    share: Decimal = FULL_TIME
    deputy: bool = False
    away: Reason | None = None


class Standing(Frozen):
    """How a function stands, and who is assigned to it.

    `slot_share` is the per cent of full time that those present give the whole slot.
    """

    state: State
    holders: tuple[Holder, ...] = ()
    present: int = 0
    slot_present: int = 0
    slot_share: Decimal = Decimal(0)


class Segment(Frozen):
    """Days in a row on which a function stands the same way."""

    period: Period
    standing: Standing


class CellTimeline(Frozen):
    """A function's segments over the whole period of its guarantee, in order, without holes."""

    cell: Cell
    segments: tuple[Segment, ...]

    def on(self, day: date) -> Standing:
        """Return how the function stands on `day`."""
        for segment in self.segments:
            if day in segment.period:
                return segment.standing
        return Standing(state=State.NOT_IN_FORCE)

    def run(self, day: date) -> Period | None:
        """Return the days in a row around `day` with the same state, or None when not in force.

        The last day is `date.max` where nothing recorded ends the run before the period does.
        """
        first: date | None = None
        state = self.on(day).state
        if state is State.NOT_IN_FORCE:
            return None
        for segment in self.segments:
            if segment.standing.state is state:
                first = first or segment.period.first
                if segment is self.segments[-1]:
                    return Period(first)
            else:
                if first and segment.period.first > day:
                    return Period(first, day_before(segment.period.first))
                first = None
        return None


class Staffing:
    """Assignments by slot and absences by post: what coverage asks for, found at once."""

    def __init__(self, agreement: Agreement) -> None:
        """Sort what the agreement's staffing says; nobody holds longer than the post exists."""
        self.assignments: Mapping[str, list[Assignment]] = defaultdict(list)
        self.absences: Mapping[str, list[Absence]] = defaultdict(list)
        posts = {post.id: post.period for post in agreement.posts}
        self.full = {post.id: post.share for post in agreement.posts}
        for assignment in agreement.assignments:
            period = assignment.period & posts.get(assignment.post, assignment.period)
            if not period.is_empty:
                self.assignments[assignment.slot].append(assignment.replaced(period=period))
        for absence in agreement.absences:
            self.absences[absence.post].append(absence)

    def away(self, post: str, day: date) -> Reason | None:
        """Return why `post` is away on `day`, or None; `vacant` weighs most."""
        reasons = [absence.reason for absence in self.absences[post] if day in absence.period]
        return Reason.VACANT if Reason.VACANT in reasons else (reasons[0] if reasons else None)

    def holders(self, assignments: Iterable[Assignment], day: date) -> tuple[Holder, ...]:
        """Return the posts assigned on `day`, each once: as ordinary before as deputy."""
        found: dict[str, list[Assignment]] = {}
        for assignment in assignments:
            if day in assignment.period:
                found.setdefault(assignment.post, []).append(assignment)
        holders = []
        for post, those in found.items():
            ordinary = [assignment for assignment in those if not assignment.deputy]
            given = sum((assignment.share for assignment in ordinary or those), Decimal(0))
            holders.append(
                Holder(
                    post=post,
                    share=min(given, self.full.get(post, FULL_TIME)),
                    deputy=not ordinary,
                    away=self.away(post, day),
                )
            )
        return tuple(sorted(holders, key=lambda holder: (holder.deputy, holder.post)))


def covers(assignment: Assignment, function: str) -> bool:
    """Tell whether an assignment to a slot includes one of its functions."""
    return not assignment.functions or function in assignment.functions


def parted(holders: Iterable[Holder]) -> tuple[list[Holder], list[Holder], list[Holder]]:
    """Return the ordinary holders who are present, those who are not, and the deputies present.

    Of the deputies, those who give most time come first.
    """
    present: list[Holder] = []
    absent: list[Holder] = []
    deputies: list[Holder] = []
    for holder in holders:
        if holder.away is None:
            (deputies if holder.deputy else present).append(holder)
        elif not holder.deputy:
            absent.append(holder)
    return present, absent, sorted(deputies, key=lambda holder: (-holder.share, holder.post))


def counted(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Return the holders who count: those present, and deputies for those who are not."""
    present, absent, deputies = parted(holders)
    return (*present, *deputies[: len(absent)])


def counted_in_slot(
    holders: tuple[Holder, ...], functions: Iterable[tuple[Holder, ...]]
) -> tuple[Holder, ...]:
    """Return the distinct posts that count in a slot, given the holders of each function too.

    A deputy of one function does not stand in for who is away from another.
    """
    present, absent, deputies = parted(holders)
    if not absent or not deputies:
        return tuple(present)
    stands_for: dict[str, dict[str, None]] = {deputy.post: {} for deputy in deputies}
    for own in functions:
        away = {one.post: None for one in own if not one.deputy and one.away is not None}
        for one in own:
            if one.deputy and one.post in stands_for:
                stands_for[one.post] |= away
    standing_in = paired([deputy.post for deputy in deputies], stands_for)
    return (*present, *(deputy for deputy in deputies if deputy.post in standing_in))


def slot_is_full(slot: Slot, present: tuple[Holder, ...]) -> bool:
    """Tell whether those who count are as many, and give as much time, as was promised."""
    return len(present) >= slot.holders.least and share_of(present) >= promised_share(slot)


def share_of(holders: Iterable[Holder]) -> Decimal:
    """Return the per cent of full time that holders give."""
    return sum((holder.share for holder in holders), Decimal(0))


def promised_share(slot: Slot) -> Decimal:
    """Return the per cent of full time that a slot must have; zero where none is promised."""
    return slot.amount.value * 100 if slot.amount and slot.amount.unit == "fte" else Decimal(0)


def nobody(holders: tuple[Holder, ...], *, before: bool) -> State:
    """Return why nobody counts: away, vacant, or nothing known. `before`: somebody once held it."""
    ordinary = [holder for holder in holders if not holder.deputy]
    if any(holder.away is not Reason.VACANT for holder in ordinary):
        return State.AWAY
    return State.VACANT if ordinary or before else State.UNKNOWN


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


def standing_of(
    slot: Slot, holders: tuple[Holder, ...], in_slot: tuple[Holder, ...], *, before: bool
) -> Standing:
    """Return how a function stands, given who has it and who counts in the whole slot."""
    present = len(counted(holders))
    if present:
        enough = present >= slot.each.least and slot_is_full(slot, in_slot)
        state = State.COVERED if enough else State.SHORT
    else:
        state = nobody(holders, before=before)
    return Standing(
        state=state,
        holders=holders,
        present=present,
        slot_present=len(in_slot),
        slot_share=share_of(in_slot),
    )


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
    stretches = breaks(in_force(agreement, guarantee), spans)
    own = [[one for one in assignments if covers(one, part.id)] for part in slot.functions]
    holding = [[staffing.holders(those, days.first) for days in stretches] for those in own]
    in_slot = [
        counted_in_slot(staffing.holders(assignments, days.first), [row[at] for row in holding])
        for at, days in enumerate(stretches)
    ]
    for function, those, row in zip(slot.functions, own, holding, strict=True):
        began = min((one.period.first for one in those if not one.deputy), default=date.max)
        standings = (
            standing_of(slot, holders, present, before=began <= days.first)
            for days, holders, present in zip(stretches, row, in_slot, strict=True)
        )
        yield CellTimeline(
            cell=Cell(guarantee, slot, function),
            segments=tuple(joined(zip(stretches, standings, strict=True))),
        )


def timelines(agreement: Agreement) -> tuple[CellTimeline, ...]:
    """Return the timeline of every function, in written order."""
    staffing = Staffing(agreement)
    return tuple(
        timeline
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


def causes(staffing: Staffing, timeline: CellTimeline, day: date) -> tuple[Place, ...]:
    """Return where it is written that a function has nobody on `day`.

    That is the absence of each ordinary holder, or the assignment that was the last to end.
    """
    away = [holder.post for holder in timeline.on(day).holders if not holder.deputy]
    if away:
        absences = [absence for post in away for absence in staffing.absences[post]]
        return tuple(absence.place for absence in absences if day in absence.period)
    ended = [
        assignment
        for assignment in staffing.assignments[timeline.cell.slot_id]
        if covers(assignment, timeline.cell.function.id)
        and not assignment.deputy
        and assignment.period.last < day
    ]
    last = max(ended, key=lambda assignment: assignment.period.last, default=None)
    return (last.place,) if last else ()


def ends(timeline: CellTimeline, day: date) -> date | None:
    """Return the first day on which a function that is covered on `day` no longer is, if known."""
    run = timeline.run(day)
    if run is None or run.is_open or timeline.on(day).state is not State.COVERED:
        return None
    return day_after(run.last)


def overlapping(entries: Iterable[Assignment]) -> Iterator[tuple[Assignment, Assignment]]:
    """Yield every assignment with an earlier written one that it repeats.

    The same post holds the same function twice, both times as ordinary holder or as deputy.
    """
    earlier: dict[tuple[str, str, bool], list[Assignment]] = defaultdict(list)
    for entry in entries:
        alike = earlier[entry.post, entry.slot, entry.deputy]
        for other in alike:
            shared = {*entry.functions} & {*other.functions}
            any_function = shared or not entry.functions or not other.functions
            if any_function and not (entry.period & other.period).is_empty:
                yield other, entry
                break
        alike.append(entry)


def twice_away(absences: Iterable[Absence]) -> Iterator[tuple[Absence, Absence]]:
    """Yield every absence with an earlier written one of the same post on the same days."""
    earlier: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        for other in earlier[absence.post]:
            if not (absence.period & other.period).is_empty:
                yield other, absence
                break
        earlier[absence.post].append(absence)


def ordinary_present(timelines: Iterable[CellTimeline], day: date) -> set[str]:
    """Return the distinct posts that hold any of the functions and are there, deputies left out."""
    return {
        holder.post
        for timeline in timelines
        for holder in timeline.on(day).holders
        if not holder.deputy and holder.away is None
    }


def only_deputies(timelines: Iterable[CellTimeline], day: date) -> set[str]:
    """Return the deputies of those functions that have no ordinary holder to stand in for."""
    found: set[str] = set()
    for timeline in timelines:
        holders = timeline.on(day).holders
        if all(holder.deputy for holder in holders):
            found.update(holder.post for holder in holders)
    return found


def ending(
    timelines: Iterable[CellTimeline], day: date, within: int
) -> dict[tuple[str, date], tuple[CellTimeline, ...]]:
    """Return those covered on `day` but no longer within so many days, by slot and first day."""
    found: dict[tuple[str, date], list[CellTimeline]] = {}
    for timeline in timelines:
        first = ends(timeline, day)
        if first and (first - day).days <= within:
            found.setdefault((timeline.cell.slot_id, first), []).append(timeline)
    return {key: tuple(those) for key, those in found.items()}
