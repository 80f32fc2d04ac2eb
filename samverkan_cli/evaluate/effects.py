"""What a change of staffing does to the promises: which functions lose or gain their holders."""

from collections.abc import Iterator
from itertools import groupby

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.timeline import CellTimeline, breaks, timelines
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Cell

RANK = {State.COVERED: 0, State.SHORT: 1, State.UNKNOWN: 2, State.AWAY: 2, State.VACANT: 2}
"""How far a function is from being covered."""


class Effect(Frozen):
    """Days in a row on which a function stands otherwise than it would have.

    `closed` tells whether more than the end of the promise ends them.
    """

    cell: Cell
    period: Period
    before: State
    after: State
    closed: bool = True

    @property
    def is_worse(self) -> bool:
        """Tell whether the function is further from being covered."""
        return RANK[self.after] > RANK[self.before]


def effects(before: Agreement, after: Agreement) -> tuple[Effect, ...]:
    """Return what became better or worse, on days past and to come, in written order."""
    old = {timeline.cell.id: timeline for timeline in timelines(before)}
    return tuple(
        effect
        for timeline in timelines(after)
        if timeline.cell.id in old
        for effect in of_cell(old[timeline.cell.id], timeline)
    )


def of_cell(old: CellTimeline, new: CellTimeline) -> Iterator[Effect]:
    """Yield the days on which a function stands otherwise."""
    if not old.segments or not new.segments:
        return
    whole = Period(new.segments[0].period.first, new.segments[-1].period.last)
    spans = [segment.period for segment in (*old.segments, *new.segments)]
    stretches = (
        (period, old.on(period.first).state, new.on(period.first).state)
        for period in breaks(whole, spans)
    )
    for (one, other), alike in groupby(stretches, key=lambda stretch: stretch[1:]):
        periods = [period for period, _, _ in alike]
        if RANK.get(one) != RANK.get(other) and {one, other} <= RANK.keys():
            days = Period(periods[0].first, periods[-1].last)
            yield Effect(
                cell=new.cell, period=days, before=one, after=other, closed=days.last < whole.last
            )
