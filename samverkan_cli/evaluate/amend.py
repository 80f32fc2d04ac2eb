"""What an agreement says once somebody has had their way."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import LISTS, Add, Drop, End, Entry, Step, list_of
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment


def amend(agreement: Agreement, steps: Sequence[Step]) -> Agreement:
    """Return the agreement that the reader will build once the steps are written.

    Every place is one in `agreement`, also where an earlier step moves what stands after it.

    Raises:
        LookupError: nothing of the kind is written at the place of a step.
    """
    lists: dict[str, Any] = {}
    for name in LISTS.values():
        mine = [step for step in steps if list_of(step.entry) == name]
        if mine:
            lists[name] = amended(getattr(agreement, name), mine)
    return agreement.replaced(**lists)


def amended(entries: Sequence[Entry], steps: Sequence[Step]) -> tuple[Entry, ...]:
    """Return a list with the steps done that concern it.

    Raises:
        LookupError: no entry of it is written at the place of a step.
    """
    untils = {step.entry.place: step.until for step in steps if isinstance(step, End)}
    dropped = {step.entry.place for step in steps if isinstance(step, Drop)}
    behind = {step.after for step in steps if isinstance(step, Add) and step.after}
    strangers = ({*untils} | dropped | behind) - {entry.place for entry in entries}
    if strangers:
        raise LookupError(*strangers)
    found: list[Entry] = []
    for entry in entries:
        found += [] if entry.place in dropped else [ended(entry, untils)]
        found += added(steps, entry.place)
    found += added(steps, None)
    # The reader takes the files in the order of their paths, and a file's entries as they stand.
    return tuple(numbered(sorted(found, key=lambda entry: entry.place.file)))


def added(steps: Sequence[Step], after: Place | None) -> list[Entry]:
    """Return the entries that are to be written behind a place, or at the end."""
    return [step.entry for step in steps if isinstance(step, Add) and step.after == after]


def ended(entry: Entry, untils: dict[Place, date]) -> Entry:
    """Return an entry with the last day that is meant for it, if one is."""
    if not isinstance(entry, Assignment | Absence) or entry.place not in untils:
        return entry
    return entry.replaced(period=Period(entry.period.first, untils[entry.place]))


def numbered(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries with the places that they have when they are read again."""
    seen: dict[str, int] = {}
    for entry in entries:
        file = entry.place.file
        yield entry.replaced(place=Place(file, (list_of(entry), seen.get(file, 0))))
        seen[file] = seen.get(file, 0) + 1
