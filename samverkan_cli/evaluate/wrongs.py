"""What a change takes away: promises, records, the past, and cover that was to come."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from shlex import quote
from typing import Any, NamedTuple

from samverkan_cli.evaluate.change import Change, Kind, Weight, What, backdated
from samverkan_cli.evaluate.compare import of_cadence
from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.effects import Effect, effects
from samverkan_cli.evaluate.entries import numbered
from samverkan_cli.evaluate.renames import unexplained
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Value, Words, few, say

LESS = (What.LOWERED, What.WEAKENED, What.SHORTENED)
RESOURCES = (Kind.GUARANTEE, Kind.SLOT, Kind.FUNCTION)
TASKS = (Kind.DUTY, Kind.FOLLOW_UP)
STAFFED = (Kind.POST, Kind.ASSIGNMENT, Kind.ABSENCE)


class Loss(NamedTuple):
    """A change that is told of, what it is called, and where it stands; if gone, in which file.

    Of who covers a protected function nothing is pointed at.
    """

    change: Change
    subject: str
    place: Place


def told(changes: Iterable[Change]) -> Iterator[Loss]:
    """Yield changes with their names, no two alike."""
    some = tuple(changes)
    for change, name in zip(some, numbered(map(called, some)), strict=True):
        place = change.item.place
        away = change.what is What.REMOVED or change.hidden
        yield Loss(change, name, Place(place.file) if away else place)


def called(change: Change) -> str:
    """Return the name of a change: what it is about, which field of it, and from which day."""
    since = change.since.isoformat() if change.since else ""
    return "/".join(part for part in (change.subject, change.field, since) if part)


def cure(changes: Iterable[Change]) -> Words:
    """Return what is to be done where less is promised: nothing, where that is decided."""
    for one in changes:
        if one.kind is Kind.REVISION and one.what is What.ADDED:
            return say(
                "It comes with revision {n} of the terms, which says why.", n=one.item.number
            )
    return say("Restore it, or let both parties decide, and write it down: samverkan revise")


def waiving(rule: str, subject: str) -> str:
    """Return the command that accepts a finding of a change before the change is made."""
    return f"samverkan waive {rule} {quote(subject)} --anyway …"


def named(changes: Iterable[Change]) -> tuple[Value, ...]:
    """Return the names of the first things that changes are about."""
    return few([*dict.fromkeys(one.subject for one in changes)])


def lowered(changes: Iterable[Change], kinds: tuple[Kind, ...]) -> Iterator[Change]:
    """Yield where less is promised than before, of things that are still there."""
    for change in unexplained(changes):
        inside = change.what is What.REMOVED and change.kind in (Kind.SLOT, Kind.FUNCTION)
        if change.kind in kinds and (inside or is_less(change)):
            yield change


def is_less(change: Change) -> bool:
    """Tell whether a field promises less than before."""
    judge = FIELDS.get(change.field)
    return judge(change.before, change.after) if judge else change.what in LESS


def later(before: Any, after: Any) -> bool:
    """Tell whether a last day went, or was put off."""
    return before is not None and (after is None or after > before)


def rarer(before: Cadence, after: Cadence) -> bool:
    """Tell whether something comes back less often, or at no known times."""
    return before.recurs and (not after.recurs or of_cadence(before, after) is What.LOWERED)


def shorter(before: Period | None, after: Period | None) -> bool:
    """Tell whether some days are no longer among those promised."""
    whole = Period(date.min)
    return ((before or whole) & (after or whole)) != (before or whole)


def fewer(before: Any, after: Any) -> bool:
    """Tell whether something is no longer named."""
    return not {*before} <= {*after}


FIELDS: dict[str, Callable[[Any, Any], bool]] = {
    "grace_days": lambda before, after: (after or 0) > (before or 0),
    "by": later,
    "cadence": rarer,
    "period": shorter,
    "forms": fewer,
    "topics": fewer,
    "to": fewer,
    "stated_count": lambda _before, _after: False,
}
"""The fields of which another word says little of whether less is promised."""


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


def of_revisions(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the revisions of the terms that are gone or say something else than before."""
    for change in changes:
        if change.kind is Kind.REVISION and change.what is not What.ADDED and change.before != "":
            yield change


def of_terms(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes of what the parties have agreed on, but for the revisions themselves."""
    return tuple(
        change
        for change in changes
        if change.weight in (Weight.TERMS, Weight.READINGS) and change.kind is not Kind.REVISION
    )


def opened(before: Agreement, after: Agreement, day: date) -> Iterator[Effect]:
    """Yield the functions that were to be covered and no longer are, from a day to come on.

    How things stand today is found of both sides; of a protected function nothing more is told.
    """
    for effect in effects(before, after):
        was_covered = effect.before is State.COVERED and not effect.cell.protected
        if effect.is_worse and was_covered and effect.period.first > day:
            yield effect
