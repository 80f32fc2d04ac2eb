"""What one post carries: the functions and the share of its time on a day."""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from samverkan_cli.evaluate.coverage import counted, covers
from samverkan_cli.evaluate.timeline import CellTimeline, breaks
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period, day_after
from samverkan_cli.model.staffing import Assignment, Post


class Load(Frozen):
    """A post's functions on a day, and those that no other post covers; `share` is per cent."""

    post: str
    functions: tuple[str, ...]
    alone: tuple[str, ...]
    share: Decimal | None


def loads(agreement: Agreement, timelines: Iterable[CellTimeline], day: date) -> tuple[Load, ...]:
    """Return the load of every post that covers something on `day`, the heaviest first.

    Protected functions are left out, and so is the time that is given to them alone.
    """
    given: dict[str, list[Assignment]] = {}
    for one in tellable(agreement):
        given.setdefault(one.post, []).append(one)
    carried: dict[str, list[str]] = {}
    alone: dict[str, list[str]] = {}
    for timeline in timelines:
        if timeline.cell.protected:
            continue
        holders = counted(timeline.on(day).holders)
        for holder in holders:
            carried.setdefault(holder.post, []).append(timeline.cell.id)
        if len(holders) == 1:
            alone.setdefault(holders[0].post, []).append(timeline.cell.id)
    found = [
        Load(
            post=post,
            functions=tuple(functions),
            alone=tuple(alone.get(post, ())),
            share=share_of(given.get(post, ()), day),
        )
        for post, functions in carried.items()
    ]
    return tuple(sorted(found, key=lambda load: (-len(load.functions), load.post)))


def tellable(agreement: Agreement) -> tuple[Assignment, ...]:
    """Return the assignments, without those to protected functions alone."""
    cells = [*agreement.cells()]
    hidden = {cell.slot_id for cell in cells if cell.protected}
    if not hidden:
        return agreement.assignments
    told = [(cell.slot_id, cell.function.id) for cell in cells if not cell.protected]
    return tuple(
        one
        for one in agreement.assignments
        if one.slot not in hidden
        or any(slot == one.slot and covers(one, function) for slot, function in told)
    )


def share_of(assignments: Iterable[Assignment], day: date) -> Decimal | None:
    """Return the sum of the shares that are written for one post on `day`, or None if none is."""
    shares = [
        assignment.share
        for assignment in assignments
        if assignment.share_given and not assignment.deputy and day in assignment.period
    ]
    return sum(shares, Decimal(0)) if shares else None


class Overbooking(Frozen):
    """Days in a row on which a post is given more than it has; `share` is the most, in per cent."""

    post: Post
    period: Period
    share: Decimal
    assignments: tuple[Assignment, ...]


def overbookings(agreement: Agreement) -> Iterator[Overbooking]:
    """Yield where the written shares of a post add up to more than the post has."""
    given: dict[str, list[Assignment]] = {}
    for assignment in agreement.assignments:
        if assignment.share_given and not assignment.deputy and not assignment.period.is_empty:
            given.setdefault(assignment.post, []).append(assignment)
    for post in agreement.posts:
        yield from overbooked(post, given.pop(post.id, []))


def overbooked(post: Post, assignments: list[Assignment]) -> Iterator[Overbooking]:
    """Yield the stretches on which the shares of `assignments` exceed what the post has."""
    run: Overbooking | None = None
    for stretch in breaks(Period(date.min), [assignment.period for assignment in assignments]):
        there = tuple(one for one in assignments if stretch.first in one.period)
        share = sum((one.share for one in there), Decimal(0))
        if share <= post.share:
            continue
        joins = run is not None and day_after(run.period.last) == stretch.first
        if run and not joins:
            yield run
        earlier = run if run and joins else None
        run = Overbooking(
            post=post,
            period=Period(earlier.period.first if earlier else stretch.first, stretch.last),
            share=max(share, earlier.share) if earlier else share,
            assignments=tuple(dict.fromkeys((*(earlier.assignments if earlier else ()), *there))),
        )
    if run:
        yield run
