"""What stands behind a form of working together: the functions each party guarantees for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.timeline import CellTimeline
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.form import Form
from samverkan_cli.model.promise import Cell, SlotKind
from samverkan_cli.model.words import Words, say


class Family(StrEnum):
    """Kinds of slot that answer each other across parties."""

    COORDINATION = "coordination"
    WORK = "work"
    SEAT = "seat"


FAMILIES = {
    SlotKind.COORDINATOR: Family.COORDINATION,
    SlotKind.RESPONSIBLE: Family.COORDINATION,
    SlotKind.POST: Family.COORDINATION,
    SlotKind.CONTACT: Family.COORDINATION,
    SlotKind.OPERATIVE: Family.WORK,
    SlotKind.CAPABILITY: Family.WORK,
    SlotKind.SEAT: Family.SEAT,
}

FAMILY_WORDS: dict[Family, Words] = {
    Family.COORDINATION: say("the coordination"),
    Family.WORK: say("the work itself"),
    Family.SEAT: say("the seat"),
}
MANNED = frozenset({State.COVERED, State.SHORT})


def named_parties(agreement: Agreement, form: Form) -> tuple[str, ...]:
    """Return the signing parties that a form gives a part: lead, participant or duty."""
    named = {*form.lead, *form.participants}
    for duty in form.duties:
        named.update(duty.who.parties)
    return tuple(party.id for party in agreement.parties if party.id in named)


class Pair(NamedTuple):
    """Functions of one family for one form, by party: what one side expects of the other."""

    form: Form
    family: Family
    sides: tuple[tuple[str, tuple[Cell, ...]], ...]


def pairs(agreement: Agreement) -> Iterator[Pair]:
    """Yield every form and family in which two or more parties guarantee functions."""
    found: dict[tuple[str, Family, str], list[Cell]] = {}
    for cell in agreement.cells():
        for form_id in dict.fromkeys(cell.function.forms):
            key = form_id, FAMILIES[cell.slot.kind], cell.guarantee.party
            found.setdefault(key, []).append(cell)
    for form in agreement.forms:
        for family in Family:
            keys = [(form.id, family, party.id) for party in agreement.parties]
            sides = tuple((key[2], tuple(found[key])) for key in keys if key in found)
            if len(sides) > 1:
                yield Pair(form, family, sides)


class Alone(NamedTuple):
    """Of a pair, the party that has nobody in place, and those parties that have somebody."""

    pair: Pair
    party: str
    cells: tuple[Cell, ...]
    others: tuple[str, ...]


def alone(agreement: Agreement, timelines: Iterable[CellTimeline], day: date) -> Iterator[Alone]:
    """Yield every side of a pair that has nobody on `day` while another has somebody.

    Nothing is said of a side where nothing is recorded, nor of one that is not in force, nor of
    one with a protected function.
    """
    standings = {timeline.cell.id: timeline.on(day) for timeline in timelines}
    silent = {State.UNKNOWN, State.NOT_IN_FORCE}
    for pair in pairs(agreement):
        manned = [
            party
            for party, cells in pair.sides
            if any(standings[cell.id].state in MANNED for cell in cells)
        ]
        for party, cells in pair.sides:
            known = {standings[cell.id].state for cell in cells} - silent
            hidden = any(cell.protected for cell in cells)
            if manned and known and party not in manned and not hidden:
                yield Alone(pair, party, cells, tuple(manned))
