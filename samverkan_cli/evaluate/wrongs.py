"""What a change takes away: promises, records, the past, and cover that was to come."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.change import Change, Kind, Weight, What, backdated
from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.effects import Effect, effects
from samverkan_cli.evaluate.entries import numbered
from samverkan_cli.evaluate.renames import unexplained
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.place import Place

LESS = (What.LOWERED, What.WEAKENED, What.SHORTENED)
RESOURCES = (Kind.GUARANTEE, Kind.SLOT, Kind.FUNCTION)
TASKS = (Kind.DUTY, Kind.FOLLOW_UP)
STAFFED = (Kind.POST, Kind.ASSIGNMENT, Kind.ABSENCE)


NAMED = 6


class Told(NamedTuple):
    """A change that is told of, what it is called, and where it stands; if gone, in which file.

    Of who covers a protected function nothing is pointed at.
    """

    change: Change
    subject: str
    place: Place


def told(changes: Iterable[Change]) -> Iterator[Told]:
    """Yield changes with their names, no two alike."""
    some = tuple(changes)
    for change, name in zip(some, numbered(map(called, some)), strict=True):
        place = change.item.place
        away = change.what is What.REMOVED or change.hidden
        yield Told(change, name, Place(place.file) if away else place)


def called(change: Change) -> str:
    """Return the name of a change: what it is about, which field of it, and from which day."""
    since = change.since.isoformat() if change.since else ""
    return "/".join(part for part in (change.subject, change.field, since) if part)


def named(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return the names of the first things that changes are about."""
    names = tuple(dict.fromkeys(one.subject for one in changes))
    return names if len(names) <= NAMED else (*names[:NAMED], "…")


def lowered(changes: Iterable[Change], kinds: tuple[Kind, ...]) -> Iterator[Change]:
    """Yield where less is promised than before, of things that are still there."""
    for change in unexplained(changes):
        inside = change.what is What.REMOVED and change.kind in (Kind.SLOT, Kind.FUNCTION)
        if change.kind in kinds and (change.what in LESS or inside):
            yield change


def removed(changes: Iterable[Change], kinds: tuple[Kind, ...]) -> Iterator[Change]:
    """Yield the things that are no longer there."""
    for change in unexplained(changes):
        if change.kind in kinds and change.what is What.REMOVED and not change.field:
            yield change


def rewritten(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the records that say something else than before; what is filled in is no such thing."""
    for change in unexplained(changes):
        if change.kind is Kind.RECORD and change.field and change.before:
            yield change


def past(changes: Iterable[Change], before: Agreement, day: date, days: int) -> Iterator[Change]:
    """Yield the changes of staffing that reach further back than so many days before `day`.

    What a party records as the first of its staffing only fills in what was unknown.
    """
    recorded = {one.party for some in (before.posts, before.assignments) for one in some}
    for change in unexplained(changes):
        known = change.what is not What.BEGUN or change.item.party in recorded
        if change.kind in STAFFED and known and backdated(change, day) > days:
            yield change


def of_terms(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes of what the parties have agreed on, but for the revisions themselves."""
    return tuple(
        change
        for change in changes
        if change.weight in (Weight.TERMS, Weight.READINGS) and change.kind is not Kind.REVISION
    )


def opened(before: Agreement, after: Agreement, since: date) -> Iterator[Effect]:
    """Yield the functions that were to be covered and no longer are, from after `since` on."""
    for effect in effects(before, after):
        if effect.is_worse and effect.before is State.COVERED and effect.period.first > since:
            yield effect
