"""What is written about one thing, as names with values: for people and for programs.

One table says which fields are told, in which order, and under which name.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from samverkan_cli.evaluate.load import tellable
from samverkan_cli.flows.show import Shown
from samverkan_cli.language.terms import KINDS
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.duty import Duty, Needs, Owner, Sharing, Who
from samverkan_cli.model.form import Body, Seat
from samverkan_cli.model.frame import Party
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Number, Slot
from samverkan_cli.model.staffing import Post
from samverkan_cli.model.words import Value, Words, say


class Fact(NamedTuple):
    """A name, in English and as people say it, with its values.

    An `Id` is told as such to programs, and with its title to people.
    """

    name: str
    label: Words
    values: tuple[Value, ...]


class Id(str):
    """The id of something else in the agreement."""

    __slots__ = ()


FIELDS: tuple[tuple[str, str, Words, bool], ...] = (
    ("party", "party", say("Party"), True),
    ("period", "from", say("From"), False),
    ("holders", "holders", say("Posts promised"), False),
    ("each", "each", say("Posts in each function"), False),
    ("who", "who", say("Who"), True),
    ("taking_part", "with", say("Together with"), True),
    ("lead", "lead", say("Lead"), True),
    ("participants", "participants", say("Participants"), True),
    ("function", "function", say("Done by"), True),
    ("needs", "needs", say("Presupposes"), True),
    ("condition", "condition", say("On condition"), False),
    ("start", "from", say("From"), False),
    ("by", "by", say("At the latest"), False),
    ("deadline", "deadline", say("Time in the text"), False),
    ("specify_by", "specify-by", say("To be specified by"), False),
    ("inputs", "inputs", say("Builds on"), False),
    ("after", "after", say("Comes after"), True),
    ("owners", "owners", say("Answered for by"), False),
    ("to", "to", say("Reported to"), True),
    ("forms", "forms", say("Forms served"), True),
    ("body", "body", say("Seat in"), True),
    ("topics", "topics", say("Topics"), False),
    ("area", "place", say("Place"), True),
    ("areas", "places", say("Places"), True),
    ("chair", "chair", say("Chair"), True),
    ("seats", "seats", say("Seats"), False),
    ("reports_to", "reports-to", say("Reports to"), True),
    ("became", "became", say("Became"), True),
    ("bodies", "bodies", say("Bodies"), False),
    ("goals", "goals", say("Goals"), True),
    ("part_of", "part-of", say("Part of"), True),
    ("indicator", "indicator", say("Indicator"), False),
    ("baseline", "baseline", say("Baseline"), False),
    ("target", "target", say("Target"), False),
    ("duties", "duties", say("Duties"), True),
    ("meaning", "meaning", say("Meaning"), False),
    ("also", "also", say("Also called"), False),
    ("parts", "parts", say("Parts"), True),
    ("units", "units", say("Units"), True),
    ("year", "year", say("Year"), False),
    ("statute", "statute", say("Statute"), False),
    ("demands", "demands", say("Demands"), True),
    ("about", "about", say("Concerns"), True),
)
SHARING: dict[Sharing, Words] = {
    Sharing.ALL: say("together"),
    Sharing.EACH: say("each its own"),
    Sharing.ANY: say("any of them"),
}
DEADLINES: dict[str, Words] = {
    "stated": say("a time is set"),
    "period": say("only during the period"),
    "none": say("no time at all"),
}


def facts(answer: Shown) -> tuple[Fact, ...]:
    """Return what is written about the thing that is shown."""
    return (*derived(answer), *written(answer))


def written(answer: Shown) -> Iterator[Fact]:
    """Yield the fields that have a value."""
    item = answer.item.value
    for attribute, name, label, refers in FIELDS:
        value = getattr(item, attribute, None)
        if isinstance(value, Period):
            yield from bounds(value)
            continue
        if attribute == "deadline":
            value = DEADLINES.get(value or "")
        parts = value if isinstance(value, tuple) else (value,)
        values = tuple(
            Id(one) if refers and type(one) is str else one
            for part in parts
            for one in told(part, answer)
        )
        if values:
            yield Fact(name, label, values)
        if isinstance(value, Who) and len(value.parties) > 1:
            yield Fact("sharing", say("Shared"), (SHARING[value.sharing],))


def bounds(period: Period) -> Iterator[Fact]:
    """Yield the first and the last day of a period, where it has them."""
    if period.first != date.min:
        yield Fact("from", say("From"), (period.first,))
    if not period.is_open:
        yield Fact("until", say("Until"), (period.last,))


def told(value: Any, answer: Shown) -> tuple[Value, ...]:
    """Return how a part of a field is told; nothing where it is empty."""
    teller = TELLERS.get(type(value))
    if teller:
        return tuple(teller(value, answer))
    if getattr(value, "id", ""):
        return (Id(value.id),)
    return (value,) if value else ()


def needs(value: Needs, _: Shown) -> Iterator[Value]:
    """Yield what a duty presupposes."""
    if value.kind:
        yield KINDS[value.kind]
    if value.body:
        yield Id(value.body)


def owner(value: Owner, answer: Shown) -> Iterator[Value]:
    """Yield who answers for a follow-up."""
    who = answer.agreement.title_of(value.party)
    yield say("{role} ({who})", role=value.role, who=who) if who else value.role


def body(value: Body, answer: Shown) -> Iterator[Value]:
    """Yield a body with its seats."""
    seats = tuple(seat(one, answer) for one in value.seats)
    yield say("{body}: {seats}", body=value.title, seats=seats) if seats else value.title


def number(value: Number) -> Value:
    """Return how many there are to be."""
    return value.exactly or say("at least {n}", n=value.least)


def seat(value: Seat, answer: Shown) -> Value:
    """Return whose a seat is, and how many there are."""
    who = answer.agreement.title_of(value.who)
    named = say("{who}, {title}", who=who, title=value.title) if value.title else who
    return say("{who} ({n})", who=named, n=number(value.number)) if value.number else named


TELLERS: dict[type, Callable[[Any, Shown], Iterable[Value]]] = {
    Body: body,
    Duty: lambda _, __: (),  # told at length beside the facts
    Needs: needs,
    Number: lambda value, _: (number(value),),
    Owner: owner,
    Seat: lambda value, answer: (seat(value, answer),),
    Who: lambda value, _: value.parties,
}


def derived(answer: Shown) -> Iterator[Fact]:
    """Yield what follows from other things: where it belongs, and what a post carries."""
    item, agreement = answer.item, answer.agreement
    if item.kind in ("Slot", "Function"):
        yield Fact("guarantee", say("Guarantee"), (Id(item.id.partition("/")[0]),))
    if isinstance(item.value, Slot):
        yield Fact("kind", say("Kind"), (KINDS[item.value.kind],))
    if isinstance(item.value, Party):
        own = tuple(Id(one.id) for one in agreement.guarantees if one.party == item.id)
        if own:
            yield Fact("guarantees", say("Guarantees"), own)
    if isinstance(item.value, Post):
        yield from carried(answer)


def carried(answer: Shown) -> Iterator[Fact]:
    """Yield what a post carries on the day, and how much of its time is given to it."""
    load = answer.load
    if load:
        yield Fact("covers", say("Covers on the day"), tuple(map(Id, load.functions)))
    if load and load.alone:
        yield Fact("alone", say("Covers alone"), tuple(map(Id, load.alone)))
    shares = tuple(
        say("{slot}: {share} %", slot=one.slot, share=one.share)
        for one in tellable(answer.agreement)
        if one.post == answer.item.id and one.share_given and answer.day in one.period
    )
    if shares:
        yield Fact("shares", say("Time given on the day"), shares)
    if load and load.share is not None:
        yield Fact("share", say("Time given in all"), (say("{share} %", share=load.share),))


def spoken(value: Value, answer: Shown, tongue: Tongue) -> str:
    """Return a value for people: an id with the title of what it names."""
    title = answer.titles.get(value, "") if isinstance(value, Id) else ""
    return f"{visible(title)} ({visible(str(value))})" if title else tongue.value(value)


def plain(value: Value, tongue: Tongue) -> str:
    """Return a value for programs: ids and days as they are written."""
    return value.isoformat() if isinstance(value, date) else tongue.value(value)
