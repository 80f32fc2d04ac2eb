"""What stands behind a form of working together: the functions each party guarantees for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.timeline import CellTimeline
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.form import Body, Form, Seat
from samverkan_cli.model.promise import Cell, SlotKind


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


def functions_for(agreement: Agreement, form: str, party: str) -> tuple[Cell, ...]:
    """Return the functions that `party` guarantees for the form."""
    return tuple(
        cell
        for cell in agreement.cells()
        if cell.guarantee.party == party and form in cell.function.forms
    )


def working(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """Return those functions that do work, leaving out seats in a body."""
    return tuple(cell for cell in cells if cell.slot.kind is not SlotKind.SEAT)


def seats_in(agreement: Agreement, body: Body, party: str) -> tuple[Cell, ...]:
    """Return the functions by which `party` guarantees a seat in the body."""
    return tuple(
        cell
        for cell in agreement.cells()
        if cell.guarantee.party == party and cell.function.body == body.id
    )


def seat_cells(agreement: Agreement, body: Body, seat: Seat) -> tuple[Cell, ...]:
    """Return what guarantees a seat: the function it names, and the party's seats in the body."""
    named = tuple(
        cell for cell in agreement.cells() if seat.guaranteed_by in (cell.id, cell.slot_id)
    )
    return named if seat.guaranteed_by else seats_in(agreement, body, seat.who)


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

    Nothing is said of a side where nothing is recorded, nor of one that is not in force.
    """
    standings = {timeline.cell.id: timeline.on(day) for timeline in timelines}
    silent = {State.UNKNOWN, State.NOT_IN_FORCE}
    for pair in pairs(agreement):
        manned = [
            party
            for party, cells in pair.sides
            if any(standings[cell.id].present for cell in cells)
        ]
        for party, cells in pair.sides:
            known = {standings[cell.id].state for cell in cells} - silent
            if manned and known and party not in manned:
                yield Alone(pair, party, cells, tuple(manned))
