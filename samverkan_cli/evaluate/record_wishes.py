"""Recording that a duty was done or a follow-up held."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.duties import (
    MOST,
    DutyState,
    Performance,
    courses,
    names_between,
    parties_of,
    performer,
)
from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.nothing_yet import NO_DUTY
from samverkan_cli.evaluate.staffing_wishes import last_of
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.intent import Add, Intent, Refusal
from samverkan_cli.model.nearest import did_you_mean
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Record
from samverkan_cli.model.words import few, say

YEAR = 4


class Recording(NamedTuple):
    """A duty was done: for which periods, each `NAME` or `FIRST..LAST`, on which day."""

    duty: str
    periods: tuple[str, ...]
    on: date
    party: str = ""
    reference: str = ""


def the_task(agreement: Agreement, name: str) -> Duty | FollowUp | Refusal:
    """Return the duty or follow-up called `name`."""
    known = {item.id: item for item in tasks(agreement)}
    if name in known:
        return known[name]
    message = say("There is no duty or follow-up “{name}”.", name=name)
    return Refusal(message, did_you_mean(name, known, None if known else NO_DUTY.hint))


def outstanding(agreement: Agreement, name: str, day: date) -> tuple[Performance, ...]:
    """Return the occurrences of a duty that are begun on `day` and not done."""
    waiting = (DutyState.DUE, DutyState.LATE, DutyState.MISSED)
    return tuple(
        one
        for course in courses(agreement, day)
        if course.item.id == name
        for one in course.those(*waiting)
    )


def range_of(text: str) -> tuple[str, str]:
    """Return the first and the last period of `NAME` or `FIRST..LAST`."""
    first, dots, last = text.partition("..")
    return first.strip(), (last.strip() if dots else first.strip())


def known_periods(agreement: Agreement, name: str, day: date) -> list[str]:
    """Return the names of all occurrences of a duty, in order."""
    found = [
        one.occurrence.name
        for course in courses(agreement, day)
        if course.item.id == name
        for one in course.performances[:MOST]
    ]
    return [one for one in dict.fromkeys(found) if one]


def named_periods(wish: Recording, known: Sequence[str]) -> list[tuple[str, str]] | Refusal:
    """Return the first and last name of every range, each a period that there is."""
    found = []
    for text in dict.fromkeys(wish.periods):
        # Nobody means another period by a small letter.
        first, last = (name.upper() if name.upper() in known else name for name in range_of(text))
        for name in (first, last):
            if name not in known:
                message = say("“{name}” is no period of {duty}.", name=name, duty=wish.duty)
                ends = say(
                    "Its periods are {first} to {last}, and a range is written FIRST..LAST.",
                    first=known[0],
                    last=known[-1],
                )
                return Refusal(message, ends)
        if known.index(last) < known.index(first):
            return Refusal(
                say("{last} comes before {first}.", first=first, last=last),
                say("Turn the two around."),
            )
        found.append((first, last))
    return found


def whose(agreement: Agreement, item: Duty | FollowUp, wish: Recording) -> str | Refusal:
    """Return the party whose doing is recorded; nothing where all do it together."""
    known = [one.id for one in agreement.parties]
    if wish.party and wish.party not in known:
        message = say("There is no party “{name}”.", name=wish.party)
        return Refusal(message, did_you_mean(wish.party, known))
    own = parties_of(item)
    if own == ("",) or wish.party:
        return wish.party
    return Refusal(
        say("Each party does {duty} for itself.", duty=item.id),
        say("Say whose it is with --party; the names are: {names}.", names=own),
    )


def chosen(agreement: Agreement, wish: Recording, party: str) -> list[tuple[str, str]] | Refusal:
    """Return the periods to record; the only one outstanding where none is named."""
    known = known_periods(agreement, wish.duty, wish.on)
    if wish.periods and not known:
        return Refusal(
            say("{duty} has no periods of its own.", duty=wish.duty),
            say("Leave the period out; the day says when it was done."),
        )
    if wish.periods or not known:
        return named_periods(wish, known) if known else [("", "")]
    waiting = [
        one.occurrence.name
        for one in outstanding(agreement, wish.duty, wish.on)
        if one.party == party
    ]
    if len(waiting) == 1:
        return [(waiting[0], waiting[0])]
    message = say("The period is missing.")
    if not waiting:
        ends = say("Its periods are {first} to {last}.", first=known[0], last=known[-1])
        return Refusal(message, ends)
    return Refusal(message, say("Not done yet: {names}", names=few(waiting)))


def already(
    agreement: Agreement, item: Duty | FollowUp, entries: Sequence[Record]
) -> Refusal | None:
    """Return what is said where something of what is to be recorded is so already."""
    occurrences = tuple(
        one.occurrence
        for course in courses(agreement, entries[0].on)
        if course.item.id == item.id
        for one in course.performances
    )
    whose = performer(item, entries[0])
    mine = [one for one in agreement.records if one.subject == item.id]
    mine = [one for one in mine if performer(item, one) == whose]
    known = {name: one for one in mine for name in names_between(occurrences, one)}
    for entry in entries:
        if entry in agreement.records:
            return Refusal(say("That is recorded already, word for word."))
        names = [*names_between(occurrences, entry)]
        both = tuple(dict.fromkeys(name for name in names if name in known))
        if both:
            return twice(item.id, both, known[both[0]], entries)
        known |= dict.fromkeys(names, entry)
    return None


def twice(duty: str, names: tuple[str, ...], known: Record, entries: Sequence[Record]) -> Refusal:
    """Return what is said of periods that a record or another range speaks of as well."""
    if known in entries:
        return Refusal(
            say("{names} would be recorded twice.", names=few(names)),
            say("Let no two ranges share a period."),
        )
    file = known.place.file
    if names == ("",):
        return Refusal(
            say("{duty} is recorded already, done {day}.", duty=duty, day=known.on),
            say("To change that record, edit {file}.", file=file),
        )
    return Refusal(
        say("{duty} is recorded already for {names}.", duty=duty, names=few(names)),
        say("Leave out what is recorded; to change it, edit {file}.", file=file),
    )


def record(agreement: Agreement, wish: Recording) -> Intent | Refusal:
    """Return how a doing is recorded: one record for each period or range."""
    item = the_task(agreement, wish.duty)
    if isinstance(item, Refusal):
        return item
    party = whose(agreement, item, wish)
    if isinstance(party, Refusal):
        return party
    periods = chosen(agreement, wish, party)
    if isinstance(periods, Refusal):
        return periods
    entries = [
        Record(
            subject=item.id,
            follow_up=isinstance(item, FollowUp),
            first=first,
            last=last,
            party=party,
            on=wish.on,
            reference=wish.reference,
            place=Place(f"records/{year_of(first, wish.on)}.yaml"),
        )
        for first, last in periods
    ]
    if refusal := already(agreement, item, entries):
        return refusal
    told = tuple(one if one == last else f"{one}..{last}" for one, last in periods if one)
    title = (
        say("Record {duty} for {periods}", duty=item.id, periods=told)
        if told
        else say("Record {duty} of {day}", duty=item.id, day=wish.on.isoformat())
    )
    alike = [one for one in agreement.records if one.subject == item.id]
    steps = tuple(Add(entry=entry, after=last_of(alike, entry.place.file)) for entry in entries)
    fields = (("Duty", item.id), *((("Periods", " ".join(told)),) if told else ()))
    return Intent("record", steps, title, fields)


def year_of(period: str, on: date) -> str:
    """Return the year whose file a record stands in: that of its first period, or of its day."""
    return period[:YEAR] if period[:YEAR].isdigit() else str(on.year)
