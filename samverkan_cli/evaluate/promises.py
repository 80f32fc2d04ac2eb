"""What is promised without a guarantee behind it: duties, seats and whole forms.

Everything is sorted once and asked often. Of a party that is `silent`, since its guarantees could
not be read, nothing is said.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from samverkan_cli.evaluate.backing import FAMILIES, Family, named_parties
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, Needs, Sharing
from samverkan_cli.model.form import Body, Form, Seat
from samverkan_cli.model.frame import Firmness, Party
from samverkan_cli.model.promise import Cell, SlotKind

SOFT = frozenset(
    {Firmness.INTENDS, Firmness.STRIVES, Firmness.LOOKS_INTO, Firmness.GOAL, Firmness.MAY}
)
"""Degrees of firmness that promise no result."""


class Backing:
    """What the parties guarantee, by form, by body and by name."""

    def __init__(self, agreement: Agreement) -> None:
        """Sort every function of the agreement."""
        self.parties = tuple(party.id for party in agreement.parties)
        self.by_form: Mapping[tuple[str, str], list[Cell]] = defaultdict(list)
        self.by_body: Mapping[tuple[str, str], list[Cell]] = defaultdict(list)
        self.by_party: Mapping[str, list[Cell]] = defaultdict(list)
        self.by_name: Mapping[str, list[Cell]] = defaultdict(list)
        for cell in agreement.cells():
            party = cell.guarantee.party
            self.by_party[party].append(cell)
            self.by_name[cell.slot_id].append(cell)
            self.by_name[cell.id].append(cell)
            for form in cell.function.forms:
                self.by_form[form, party].append(cell)
            if cell.function.body:
                self.by_body[cell.function.body, party].append(cell)

    def working(self, form: str, party: str) -> tuple[Cell, ...]:
        """Return what `party` guarantees for the form, leaving out seats in a body."""
        cells = self.by_form.get((form, party), ())
        return tuple(cell for cell in cells if cell.slot.kind is not SlotKind.SEAT)

    def behind(self, form: str) -> tuple[str, ...]:
        """Return the parties that guarantee somebody who works in the form."""
        return tuple(party for party in self.parties if self.working(form, party))

    def seat(self, body: Body, seat: Seat) -> tuple[Cell, ...]:
        """Return what guarantees a seat: the function it names, or the party's seats there."""
        if seat.guaranteed_by:
            return tuple(self.by_name.get(seat.guaranteed_by, ()))
        return tuple(self.by_body.get((body.id, seat.who), ()))

    def answers(self, form: Form | None, needs: Needs, party: str) -> bool:
        """Tell whether `party` guarantees what a duty of the form presupposes."""
        if needs.body:
            return bool(self.by_body.get((needs.body, party)))
        cells = self.by_form.get((form.id, party), ()) if form else self.by_party.get(party, ())
        if needs.kind:
            return any(cell.slot.kind is needs.kind for cell in cells)
        return any(cell.slot.kind is not SlotKind.SEAT for cell in cells)

    def named(self, duty: Duty, party: str) -> bool:
        """Tell whether the duty names a function that `party` guarantees."""
        cells = self.by_name.get(duty.function, ()) if duty.function else ()
        return any(cell.guarantee.party == party for cell in cells)


def unanswered(agreement: Agreement, silent: Collection[str] = ()) -> Iterator[tuple[Duty, str]]:
    """Yield every firm duty that presupposes a resource, with each party that guarantees none."""
    backing = Backing(agreement)
    for form, duty in agreement.every_duty():
        if duty.needs is None or duty.firmness in SOFT:
            continue
        parties = [party for party in duty.who.parties if party in backing.parties]
        without = [
            party
            for party in parties
            if party not in silent
            and not backing.answers(form, duty.needs, party)
            and not backing.named(duty, party)
        ]
        if duty.who.sharing is not Sharing.ANY or len(without) == len(parties):
            yield from ((duty, party) for party in without)


def by_office(agreement: Agreement, seat: Seat) -> bool:
    """Tell whether a seat belongs to a role that answers for the agreement anyway."""
    return bool(seat.title) and any(
        seat.title in accountable.role
        for accountable in agreement.accountable
        if accountable.party == seat.who
    )


def unguaranteed_seats(
    agreement: Agreement, silent: Collection[str] = ()
) -> Iterator[tuple[Body, Seat]]:
    """Yield the first seat of every body and signing party that no guarantee fills."""
    backing = Backing(agreement)
    for _, body in agreement.every_body():
        told = set()
        for seat in () if body.per_case else body.seats:
            unsaid = seat.who in silent or (silent and seat.guaranteed_by)
            open_seat = seat.who in backing.parties and not unsaid and not backing.seat(body, seat)
            if open_seat and seat.who not in told and not by_office(agreement, seat):
                told.add(seat.who)
                yield body, seat


def too_few_for_seats(agreement: Agreement) -> Iterator[tuple[Body, Seat, int]]:
    """Yield every seat that wants more persons than its guarantee gives, and how many it gives."""
    backing = Backing(agreement)
    for _, body in agreement.every_body():
        for seat in body.seats:
            slots = {cell.slot_id: cell.slot for cell in backing.seat(body, seat)}
            given = sum(slot.holders.least for slot in slots.values())
            if slots and seat.number and seat.number.least > given:
                yield body, seat, given


def one_sided(
    agreement: Agreement, silent: Collection[str] = ()
) -> Iterator[tuple[Form, str, tuple[str, ...]]]:
    """Yield form and party where a party with a part guarantees nobody and others do."""
    backing = Backing(agreement)
    for form in agreement.forms:
        behind = backing.behind(form.id)
        for party in named_parties(agreement, form) if behind else ():
            if party not in behind and party not in silent:
                yield form, party, behind


@dataclass(frozen=True, slots=True)
class Lopsided:
    """A form for which two parties guarantee different kinds of resource, by their titles."""

    form: Form
    first: str
    ours: tuple[str, ...]
    second: str
    theirs: tuple[str, ...]


def titles(cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return the titles of the slots that the functions stand in, each once."""
    return tuple(dict.fromkeys(cell.slot.title or cell.guarantee.title for cell in cells))


def families(cells: Iterable[Cell]) -> frozenset[Family]:
    """Return the families of kinds that the functions belong to."""
    return frozenset(FAMILIES[cell.slot.kind] for cell in cells)


def lopsided(agreement: Agreement, silent: Collection[str] = ()) -> Iterator[Lopsided]:
    """Yield every form where one party guarantees a kind of resource and another does not."""
    backing = Backing(agreement)
    for form in agreement.forms:
        behind = [party for party in backing.behind(form.id) if party not in silent]
        sides = [(party, backing.working(form.id, party)) for party in behind]
        for second, theirs in sides[1:]:
            first, ours = sides[0]
            if families(ours) != families(theirs):
                yield Lopsided(form, first, titles(ours), second, titles(theirs))
                break


def intended_only(agreement: Agreement) -> Iterator[tuple[Form, Duty, Cell]]:
    """Yield soft duties that presuppose a resource which the same party guarantees outright."""
    backing = Backing(agreement)
    for form in agreement.forms:
        for duty in form.duties:
            if duty.needs and duty.firmness in SOFT:
                for party in duty.who.parties:
                    for cell in backing.working(form.id, party)[:1]:
                        yield form, duty, cell


def carries(agreement: Agreement, actor: Party) -> tuple[str, ...]:
    """Return the titles of what an actor leads or answers for."""
    led = [form.title for form in agreement.forms if actor.id in form.lead]
    duties = [duty.title for _, duty in agreement.every_duty() if actor.id in duty.who.parties]
    return (*led, *duties)


def outsiders(agreement: Agreement) -> Iterator[tuple[Party, tuple[str, ...]]]:
    """Yield every named actor outside the parties that leads or answers for something."""
    parties = {party.id for party in agreement.parties}
    for actor in agreement.actors:
        carried = carries(agreement, actor)
        if carried and not actor.unnamed and actor.part_of not in parties:
            yield actor, carried
