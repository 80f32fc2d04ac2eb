"""Changes of what has no id: assignments, absences, records, waivers and revisions."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from samverkan_cli.evaluate.change import Change, Data, Kind, What
from samverkan_cli.evaluate.compare import differing, happened
from samverkan_cli.evaluate.guard import Guard, is_hidden
from samverkan_cli.evaluate.pairing import pairs
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Revised
from samverkan_cli.model.period import Period, day_after
from samverkan_cli.model.staffing import Absence, Assignment, Record, Waiver

ASSIGNED = (
    lambda one: (one.post, one.slot, one.period.first, one.functions),
    lambda one: (one.post, one.slot, one.period.first),
    lambda one: (one.post, one.slot),
)
AWAY = (
    lambda one: (one.post, one.period.first),
    lambda one: (one.post, one.reason),
)
DONE = (
    lambda one: (one.subject, one.follow_up, one.party, one.first, one.last),
    lambda one: (one.subject, one.follow_up, one.on),
)
DECIDED = (lambda one: (one.number,),)
ACCEPTED = (lambda one: (one.rule, one.subject),)


def known(day: date) -> date | None:
    """Return a day, or None where there is no first day."""
    return None if day == date.min else day


def earliest(before: Period, after: Period) -> date | None:
    """Return the first day that is in one of two stretches of days and not in the other."""
    days = []
    if before.first != after.first:
        days.append(min(before.first, after.first))
    if before.last != after.last:
        days.append(max(day_after(min(before.last, after.last)), min(before.first, after.first)))
    return known(min(days)) if days else None


def of_period(before: Period, after: Period) -> What:
    """Return what happened to the days of an entry: an open one that gets a last day ends."""
    if before.first == after.first and before.is_open:
        return What.ENDED
    return happened("period", before, after)


def since_of(field: str, before: Any, after: Any) -> date | None:
    """Return the first day that a change of a field alters."""
    if isinstance(before, Record) and isinstance(after, Record):
        return min(before.on, after.on)
    if isinstance(before, Waiver | Revised):
        return None
    if field == "period":
        return earliest(before.period, after.period)
    return known(min(before.period.first, after.period.first))


def first_day(entry: Any) -> date | None:
    """Return the first day that an entry says something of."""
    if isinstance(entry, Record):
        return entry.on
    return None if isinstance(entry, Waiver | Revised) else known(entry.period.first)


def told(kind: type, before: Any, after: Any) -> Iterator[tuple[str, What, Data, Data]]:
    """Yield what differs between two entries; how a share is written is no difference."""
    names = tuple(name for name in kind.compared_names if name != "share_given")  # type: ignore[attr-defined]
    for field, old, new in differing(before, after, names):
        if isinstance(old, Period) and isinstance(new, Period):
            yield field, of_period(old, new), old, new
        else:
            yield field, happened(field, old, new), old, new


def names_of(entry: Any) -> tuple[str, ...]:
    """Return the ids that an entry is about, the subject of its changes first."""
    if isinstance(entry, Assignment):
        cells = tuple(f"{entry.slot}/{one}" for one in entry.functions)
        return (entry.slot, *cells, entry.post, entry.party)
    if isinstance(entry, Absence):
        return entry.post, entry.party
    if isinstance(entry, Record):
        return (entry.subject, entry.party) if entry.party else (entry.subject,)
    if isinstance(entry, Revised):
        return (str(entry.number),)
    return entry.subject, entry.rule


def changes_of(kind: Kind, before: Any, after: Any, guards: tuple[Guard, ...]) -> Iterator[Change]:
    """Yield what happened to one entry."""
    entry = after or before
    names = tuple(dict.fromkeys(name for one in (after, before) if one for name in names_of(one)))
    hidden = any(is_hidden(one, guards) for one in (before, after) if isinstance(one, Assignment))
    if hidden:
        names = tuple(
            name for name in names if name not in {one.post for one in (before, after) if one}
        )
    if before is None or after is None:
        begun = What.BEGUN if kind in (Kind.ASSIGNMENT, Kind.ABSENCE) else What.ADDED
        what = What.REMOVED if after is None else begun
        since = first_day(entry)
        yield Change(names[0], kind, what, entry, names=names, since=since, hidden=hidden)
        return
    for field, what, old, new in told(type(entry), before, after):
        since = since_of(field, before, after)
        yield Change(
            names[0], kind, what, entry, field, old, new, names=names, since=since, hidden=hidden
        )


def entries(
    before: Agreement | None, after: Agreement | None, guards: tuple[Guard, ...]
) -> Iterator[Change]:
    """Yield what happened to everything without an id."""
    for kind, field, keys in (
        (Kind.ASSIGNMENT, "assignments", ASSIGNED),
        (Kind.ABSENCE, "absences", AWAY),
        (Kind.RECORD, "records", DONE),
        (Kind.WAIVER, "waivers", ACCEPTED),
        (Kind.REVISION, "revisions", DECIDED),
    ):
        old, new = (list(getattr(side, field)) if side else [] for side in (before, after))
        for one, other in pairs(old, new, *keys):
            yield from changes_of(kind, one, other, guards)
