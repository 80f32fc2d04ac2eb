"""What somebody might want changed, drawn at random; and what an edit has altered."""

import random
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End, Entry, Step, list_of
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record, Waiver
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import Register, read
from tests.store.layouts import IDS, SLOTS, TITLES

SHARES = tuple(Decimal(share) for share in ("100", "37.5", "50", "0.25"))


def day(source: random.Random) -> date:
    return date(2024, 1, 1) + timedelta(source.randrange(900))


def entry(source: random.Random) -> Entry:
    """Draw an entry of any kind that a schema accepts; some in files that may not be there yet."""
    period = Period(day(source), source.choice((date.max, date.max, day(source))))
    party = source.choice(("kom", "pol"))
    place = Place(f"staffing/{party}.yaml")
    title = source.choice(TITLES).strip()
    kind = source.choice((Post, Assignment, Assignment, Absence, Record, Record, Waiver))
    if kind is Post:
        return Post(
            id="ny-1",
            party=party,
            title=title,
            share=source.choice(SHARES),
            period=source.choice((Period(date.min), period)),
            place=place,
        )
    if kind is Assignment:
        share = source.choice((None, *SHARES))
        return Assignment(
            party=party,
            post=source.choice(IDS),
            slot=source.choice(SLOTS),
            functions=source.choice(((), ("a",), ("1", "b"))),
            period=period,
            share=Decimal(100) if share is None else share,
            share_given=share is not None,
            deputy=source.choice((False, True)),
            place=place,
        )
    if kind is Absence:
        reason = source.choice(list(Reason))
        return Absence(
            party=party, post=source.choice(IDS), period=period, reason=reason, place=place
        )
    if kind is Record:
        return record(source)
    return Waiver(
        rule="slot-short",
        subject=source.choice(SLOTS),
        reason=title,
        owner=source.choice(TITLES).strip(),
        until=day(source),
        place=Place("waivers.yaml"),
    )


def record(source: random.Random) -> Record:
    first = source.choice(("", "2024", "2024-W01", "#1"))
    return Record(
        subject=source.choice(IDS),
        follow_up=source.choice((False, True)),
        first=first,
        last=source.choice((first, "2024-W09")) if first else "",
        party=source.choice(("", "kom")),
        on=day(source),
        reference=source.choice(("", "KS 2024/1", "dnr: 5, 6")),
        place=Place(f"records/{source.choice((2024, 2025))}.yaml"),
    )


def step(source: random.Random, agreement: Agreement) -> Step:
    """Draw a step."""
    held: tuple[Assignment | Absence, ...] = (*agreement.assignments, *agreement.absences)
    way = source.randrange(3)
    if way == 0 or not held:
        new = entry(source)
        known = [one.place for one in getattr(agreement, list_of(new))]
        alike = [place for place in known if place.file == new.place.file]
        return Add(entry=new, after=source.choice((None, *alike)))
    one = source.choice(held)
    return End(entry=one, until=day(source)) if way == 1 else Drop(entry=one)


def steps(source: random.Random, agreement: Agreement) -> list[Step]:
    """Draw one step, or a few."""
    return [step(source, agreement) for _ in range(source.choice((1, 1, 1, 2, 3)))]


def register(files: Mapping[str, bytes]) -> Register:
    return read(Folder(dict(files)))


def agreement_of(files: Mapping[str, bytes]) -> Agreement:
    """Return the agreement that sound files say."""
    found = register(files)
    assert not found.faults
    assert found.agreement
    return found.agreement


def altered(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines in which two texts differ, those of each, between what is alike in both."""
    one, two = lines(old), lines(new)
    while one and two and one[0] == two[0]:
        one, two = one[1:], two[1:]
    while one and two and one[-1] == two[-1]:
        one, two = one[:-1], two[:-1]
    return one, two


def lines(text: str) -> list[str]:
    """Return the lines of a text with their breaks; a last line without one is given the usual."""
    first, found, _ = text.partition("\n")
    usual = "\r\n" if found and first.endswith("\r") else "\n"
    whole = text if not text or text.endswith("\n") else text + usual
    return whole.splitlines(keepends=True)
