"""Old and new values of a change, in words."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from samverkan_cli.evaluate.change import Data
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.language.terms import FIRMNESS, KINDS, REASONS, cadence
from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.duty import Needs, Owner, Who
from samverkan_cli.model.form import Seat
from samverkan_cli.model.frame import Clause, Firmness, Passage, Relation, Signatory, Source
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Amount, Number, SlotKind
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Value, Words, say

LONGEST = 80
NONE = say("nothing")
UNWRITTEN = {
    "level": say("as the rule has it"),
    "fail_on": say("not said"),
    "language": say("not said"),
}
"""What it means that a setting is not written: never that there is nothing."""


def quoted(text: str) -> str:
    """Return a text from the files as it may be told: nothing personal, and not too long."""
    text = masked(text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def days(period: Period) -> Words:
    """Return a stretch of days in words."""
    if period.first == date.min:
        if period.is_open:
            return say("without limits")
        return say("until {day}", day=period.last)
    if period.is_open:
        return say("from {day}", day=period.first)
    return say("{first}–{last}", first=period.first, last=period.last)


def number(value: Number) -> Words | str:
    """Return how many are promised."""
    if value.exactly:
        return str(value.exactly)
    return say("at least {n}", n=value.least)


def source(value: Source) -> Words:
    """Return a passage of the document."""
    if value.first_line == value.last_line:
        return say("line {first}", first=value.first_line)
    return say("lines {first}–{last}", first=value.first_line, last=value.last_line)


def who(value: Who) -> Words | str:
    """Return who carries a duty."""
    if len(value.parties) == 1:
        return value.parties[0]
    words = {
        "all": say("{parties} together", parties=value.parties),
        "each": say("each of {parties}", parties=value.parties),
        "any": say("any of {parties}", parties=value.parties),
    }
    return words[value.sharing]


def seat(value: Seat) -> Value:
    """Return a seat."""
    parts: list[Value] = [value.who]
    if value.title:
        parts.append(quoted(value.title))
    if value.number:
        parts.append(number(value.number))
    return tuple(parts)


def amount(value: Amount) -> Words | str:
    """Return an amount."""
    if value.per:
        return say("{n} {unit} per {per}", n=value.value, unit=value.unit, per=value.per)
    return say("{n} {unit}", n=value.value, unit=value.unit)


TELLERS: dict[type, Callable[[Any], Value]] = {
    Number: number,
    Cadence: cadence,
    Period: days,
    Firmness: FIRMNESS.__getitem__,
    SlotKind: KINDS.__getitem__,
    Reason: REASONS.__getitem__,
    Source: source,
    Who: who,
    Amount: amount,
    Seat: seat,
    Needs: lambda value: value.body or (KINDS[value.kind] if value.kind else NONE),
    Owner: lambda value: (value.role, value.party) if value.party else value.role,
    Signatory: lambda value: (value.role, value.party),
    Clause: lambda value: quoted(value.title),
    Relation: lambda value: quoted(value.title),
    Passage: lambda value: source(value.source),
    bool: lambda value: say("yes") if value else say("no"),
}


def told(value: Data, field: str = "") -> Value:
    """Return a value as it stands in a sentence."""
    if value is None or value in ("", ()):
        return UNWRITTEN.get(field, NONE)
    teller = TELLERS.get(type(value))
    if teller:
        return teller(value)
    if isinstance(value, tuple):
        return tuple(told(part) for part in value)
    if isinstance(value, Decimal):
        return say("{n} %", n=value) if field == "share" else value
    if isinstance(value, int | date):
        return value
    return quoted(str(value))


def gained(value: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what one list has that the other lacks."""
    rest = list(other)
    found = []
    for part in value:
        if part in rest:
            rest.remove(part)
        else:
            found.append(part)
    return tuple(found)


def lists(before: tuple[Any, ...], after: tuple[Any, ...]) -> Words:
    """Return what came to a list and what went from it."""
    came, went = gained(after, before), gained(before, after)
    if not went:
        return say("with {came}", came=told(came))
    if not came:
        return say("without {went}", went=told(went))
    return say("with {came}, without {went}", came=told(came), went=told(went))
