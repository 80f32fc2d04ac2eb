"""What names what: every reference in an agreement, and what it may name."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.evaluate.items import Item, slots
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, Owner
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Slot


class Target(StrEnum):
    """What a reference may name."""

    PARTY = "party"
    ACTOR = "actor"
    FORM = "form"
    BODY = "body"
    AREA = "area"
    READING = "reading"
    DUTY = "duty"
    FOLLOW_UP = "follow-up"
    SLOT = "slot"
    FUNCTION = "function"
    POST = "post"
    GOAL = "goal"
    ANY = "any"


class Reference(NamedTuple):
    """A name that is written at `place` and ought to belong to a `target`."""

    place: Place
    target: Target
    name: str


def each(place: Place, target: Target, names: tuple[str, ...]) -> Iterator[Reference]:
    """Yield a reference for every entry of a written list."""
    for number, name in enumerate(names):
        yield Reference(place / number, target, name)


def one(place: Place, target: Target, name: str) -> Iterator[Reference]:
    """Yield the reference, unless nothing is written."""
    if name:
        yield Reference(place, target, name)


def of_duty(duty: Duty) -> Iterator[Reference]:
    """Yield what a duty names."""
    place = duty.place
    parties = duty.who.parties
    if len(parties) == 1:
        yield Reference(place / "who", Target.ACTOR, parties[0])
    else:
        yield from each(place / "who" / duty.who.sharing.value, Target.ACTOR, parties)
    yield from each(place / "with", Target.ACTOR, duty.taking_part)
    yield from one(place / "function", Target.FUNCTION, duty.function)
    yield from one(place / "place", Target.AREA, duty.area)
    yield from each(place / "inputs", Target.DUTY, duty.inputs)
    yield from each(place / "after", Target.DUTY, duty.after)
    if duty.needs:
        yield from one(place / "needs" / "body", Target.BODY, duty.needs.body)


def forms_of(slot: Slot) -> Iterator[Reference]:
    """Yield the forms that a slot serves; what all its functions inherit is named once."""
    own = {function.forms for function in slot.functions}
    if len(slot.functions) > 1 and len(own) == 1:
        yield from each(slot.place / "forms", Target.FORM, slot.functions[0].forms)
        return
    for function in slot.functions:
        yield from each(function.place / "forms", Target.FORM, function.forms)


def of_frame(agreement: Agreement) -> Iterator[Reference]:
    """Yield what the agreement's own file names: its parties, readings and places."""
    for signatory in agreement.signatories:
        yield Reference(signatory.place / "party", Target.PARTY, signatory.party)
    for accountable in agreement.accountable:
        yield Reference(accountable.place / "party", Target.PARTY, accountable.party)
    for actor in (*agreement.parties, *agreement.actors):
        yield from one(actor.place / "part-of", Target.ACTOR, actor.part_of)
    yield from one(agreement.term.place / "reading", Target.READING, agreement.term.reading)
    for area in agreement.areas:
        yield from each(area.place / "parts", Target.AREA, area.parts)


def of_guarantees(agreement: Agreement) -> Iterator[Reference]:
    """Yield what guarantees and goals name."""
    for guarantee in agreement.guarantees:
        for slot in guarantee.slots:
            yield from forms_of(slot)
            for function in slot.functions:
                yield from one(function.place / "body", Target.BODY, function.body)
                yield from one(function.place / "place", Target.AREA, function.area)
    for _, goal in agreement.every_goal():
        yield from one(goal.place / "part-of", Target.GOAL, goal.part_of)
        yield from each(goal.place / "duties", Target.DUTY, goal.duties)


def of_owner(owner: Owner) -> Iterator[Reference]:
    """Yield what a follow-up's owner names."""
    yield from one(owner.place / "party", Target.PARTY, owner.party)
    yield from one(owner.place / "slot", Target.SLOT, owner.slot)


def of_forms(agreement: Agreement) -> Iterator[Reference]:
    """Yield what forms, duties, follow-ups and readings name."""
    for form in agreement.forms:
        yield from one(form.place / "part-of", Target.FORM, form.part_of)
        yield from each(form.place / "lead", Target.ACTOR, form.lead)
        yield from each(form.place / "participants", Target.ACTOR, form.participants)
        yield from each(form.place / "places", Target.AREA, form.areas)
    for _, duty in agreement.every_duty():
        yield from of_duty(duty)
    for _, follow_up in agreement.every_follow_up():
        for owner in follow_up.owners:
            yield from of_owner(owner)
    for reading in agreement.readings:
        yield from each(reading.place / "about", Target.ANY, reading.about)


def of_readings(every: tuple[Item, ...]) -> Iterator[Reference]:
    """Yield the readings that anything is read by."""
    for item in every:
        read_by = getattr(item.value, "reading", "")
        if read_by:
            yield Reference(item.value.place / "reading", Target.READING, read_by)


def of_bodies(agreement: Agreement) -> Iterator[Reference]:
    """Yield what bodies and their seats name."""
    for _, body in agreement.every_body():
        yield from one(body.place / "chair", Target.ACTOR, body.chair)
        yield from one(body.place / "became", Target.BODY, body.became)
        for seat in body.seats:
            yield Reference(seat.place / "who", Target.ACTOR, seat.who)
            yield from one(seat.place / "guaranteed-by", Target.FUNCTION, seat.guaranteed_by)


def of_staffing(agreement: Agreement) -> Iterator[Reference]:
    """Yield what assignments, absences and records name."""
    known_slots = slots(agreement)
    for assignment in agreement.assignments:
        yield Reference(assignment.place / "post", Target.POST, assignment.post)
        yield Reference(assignment.place / "slot", Target.SLOT, assignment.slot)
        known = known_slots.get(assignment.slot)
        if known:
            names = {function.id for function in known[1].functions}
            for number, name in enumerate(assignment.functions):
                full = f"{assignment.slot}/{name}"
                place = assignment.place / "functions" / number
                if name not in names:
                    yield Reference(place, Target.FUNCTION, full)
    for absence in agreement.absences:
        yield Reference(absence.place / "post", Target.POST, absence.post)
    for record in agreement.records:
        key, target = ("follow-up", Target.FOLLOW_UP) if record.follow_up else ("duty", Target.DUTY)
        yield from one(record.place / key, target, record.subject)
        yield from one(record.place / "party", Target.ACTOR, record.party)


def references(agreement: Agreement, every: tuple[Item, ...]) -> Iterator[Reference]:
    """Yield every reference that the agreement, its staffing and its records make.

    `every` are the agreement's items.
    """
    yield from of_frame(agreement)
    yield from of_guarantees(agreement)
    yield from of_forms(agreement)
    yield from of_bodies(agreement)
    yield from of_readings(every)
    yield from of_staffing(agreement)


KINDS = {
    "Party": Target.PARTY,
    "Form": Target.FORM,
    "Body": Target.BODY,
    "Area": Target.AREA,
    "Reading": Target.READING,
    "Duty": Target.DUTY,
    "FollowUp": Target.FOLLOW_UP,
    "Slot": Target.SLOT,
    "Function": Target.FUNCTION,
    "Post": Target.POST,
    "Goal": Target.GOAL,
}


def names(agreement: Agreement, every: tuple[Item, ...]) -> dict[Target, list[str]]:
    """Return the names that each kind of reference may use, in written order."""
    known: dict[Target, list[str]] = {target: [] for target in Target}
    for item in every:
        known[Target.ANY].append(item.id)
        target = KINDS.get(item.kind)
        if target:
            known[target].append(item.id)
        if isinstance(item.value, Slot) and len(item.value.functions) == 1:
            known[Target.FUNCTION].append(item.id)
    parties = [party.id for party in agreement.parties]
    actors = [actor.id for actor in agreement.actors]
    known[Target.PARTY] = parties
    known[Target.ACTOR] = parties + actors
    return known


HOMES: dict[Target, str | tuple[str, ...]] = {
    Target.PARTY: "terms/agreement",
    Target.ACTOR: "terms/agreement",
    Target.AREA: "terms/agreement",
    Target.READING: "terms/readings",
    Target.SLOT: "terms/guarantees/",
    Target.FUNCTION: "terms/guarantees/",
    Target.POST: "staffing/",
    Target.ANY: ("terms/", "staffing/"),
}
"""The folder or file in which a name is given; else in a form, or in the agreement's own file."""


def names_for_staffing(agreement: Agreement) -> dict[Target, list[str]]:
    """Return what assignments, absences and records may name, without looking at all else."""
    return {
        Target.POST: [post.id for post in agreement.posts],
        Target.SLOT: [*slots(agreement)],
        Target.FUNCTION: [],
        Target.DUTY: [duty.id for _, duty in agreement.every_duty()],
        Target.FOLLOW_UP: [one.id for _, one in agreement.every_follow_up()],
        Target.ACTOR: [party.id for party in (*agreement.parties, *agreement.actors)],
    }


def astray(
    found: Iterable[Reference], known: Mapping[Target, list[str]], unread: tuple[str, ...]
) -> list[Reference]:
    """Return those references whose name nothing has.

    Left out are names that may be given in one of the files that could not be read.
    """
    sets = {target: frozenset(those) for target, those in known.items()}
    lost = {
        target
        for target in sets
        if any(path.startswith(HOMES.get(target, "terms/forms/")) for path in unread)
    }
    return [one for one in found if one.target not in lost and one.name not in sets[one.target]]
