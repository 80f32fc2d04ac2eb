"""A change as a sentence."""

from collections.abc import Callable, Mapping
from typing import Any

from samverkan_cli.evaluate.change import Change, Kind, What, parts
from samverkan_cli.language.changed import FIELDS, HAPPENED, KINDS
from samverkan_cli.language.terms import REASONS
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Value, Words, say, say_n
from samverkan_cli.render.change_values import days, lists, quoted, told

Titles = Mapping[str, str]
UNNAMED = frozenset({"holders", "period"})
"""The fields whose values speak for themselves."""


def named(id_: str, titles: Titles) -> Value:
    """Return a thing by its title and id."""
    title = titles.get(id_, "")
    return say("{title} ({id})", title=quoted(title), id=id_) if title else id_


def held(entry: Any, titles: Titles) -> Words:
    """Return an assignment as a clause: who holds what."""
    details: list[Value] = []
    if entry.deputy:
        details.append(say("as deputy"))
    if entry.share_given:
        details.append(say("{n} %", n=entry.share))
    if entry.functions:
        details.append(say("only {functions}", functions=entry.functions))
    post = named(entry.post, titles)
    if not details:
        return say(
            "{post} holds {slot} {days}", post=post, slot=entry.slot, days=days(entry.period)
        )
    return say(
        "{post} holds {slot} {days}, {details}",
        post=post,
        slot=entry.slot,
        days=days(entry.period),
        details=tuple(details),
    )


def assignment(change: Change, titles: Titles) -> Words:
    """Tell of an assignment that came or went."""
    sentence = held(change.item, titles)
    if change.what is What.REMOVED:
        return say("removed: {sentence}", sentence=sentence)
    return sentence


def absence(change: Change, titles: Titles) -> Words:
    """Tell of an absence that came or went."""
    entry = change.item
    sentence = say("{post} is away {days}", post=named(entry.post, titles), days=days(entry.period))
    if entry.reason is not Reason.OTHER:
        sentence = say("{sentence}: {reason}", sentence=sentence, reason=REASONS[entry.reason])
    if change.what is What.REMOVED:
        return say("removed: {sentence}", sentence=sentence)
    return sentence


def record(change: Change, _: Titles) -> Words:
    """Tell of a record that came or went."""
    entry = change.item
    details = [entry.first if entry.first == entry.last else f"{entry.first}–{entry.last}"]
    details += [entry.party, quoted(entry.reference)]
    found = tuple(part for part in details if part)
    sentence = (
        say("{duty} done {day}, {details}", duty=entry.subject, day=entry.on, details=found)
        if found
        else say("{duty} done {day}", duty=entry.subject, day=entry.on)
    )
    if change.what is What.REMOVED:
        return say("record removed: {sentence}", sentence=sentence)
    return say("recorded: {sentence}", sentence=sentence)


def waiver(change: Change, _: Titles) -> Words:
    """Tell of a waiver that came or went."""
    entry = change.item
    if change.what is What.REMOVED:
        return say("no longer accepted: {rule} for {id}", rule=entry.rule, id=entry.subject)
    return say(
        "accepted: {rule} for {id} until {day}: {reason}",
        rule=entry.rule,
        id=entry.subject,
        day=entry.until,
        reason=quoted(entry.reason),
    )


def revision(change: Change, _: Titles) -> Words:
    """Tell of a revision that was noted, or whose note went."""
    entry = change.item
    sentence = say(
        "revision {n}, decided by {body} {day}: {reason}",
        n=entry.number,
        body=quoted(entry.body),
        day=entry.on,
        reason=quoted(entry.reason),
    )
    if change.what is What.REMOVED:
        return say("removed: {sentence}", sentence=sentence)
    return (
        say("{sentence} ({reference})", sentence=sentence, reference=quoted(entry.reference))
        if entry.reference
        else sentence
    )


WHOLE: dict[Kind, Callable[[Change, Titles], Words]] = {
    Kind.ASSIGNMENT: assignment,
    Kind.ABSENCE: absence,
    Kind.RECORD: record,
    Kind.WAIVER: waiver,
    Kind.REVISION: revision,
}


def thing(change: Change) -> Words:
    """Tell of a thing with an id that came or went."""
    value = change.item
    title = getattr(value, "title", "") or getattr(value, "term", "") or getattr(value, "role", "")
    title = title if isinstance(title, str) else ""
    name: Value = change.subject
    if title:
        name = say("{id}, “{title}”", id=change.subject, title=quoted(title))
    if inside := len(parts(change)):
        name = say_n(inside, "{name}, with {n} part", "{name}, with {n} parts", name=name)
    kind = KINDS[change.kind]
    if change.what is What.REMOVED:
        return say("removed: {kind} {name}", kind=kind, name=name)
    return say("new: {kind} {name}", kind=kind, name=name)


def subject(change: Change, titles: Titles) -> Value:
    """Return what a changed field belongs to."""
    entry = change.item
    match change.kind:
        case Kind.ASSIGNMENT:
            words: Value = say("{post} in {slot}", post=named(entry.post, titles), slot=entry.slot)
        case Kind.ABSENCE:
            words = say("{post}, absence", post=named(entry.post, titles))
        case Kind.RECORD:
            words = say("{duty}, record", duty=change.subject)
        case Kind.WAIVER:
            words = say("{id}, waiver", id=change.subject)
        case Kind.REVISION:
            words = say("revision {n}", n=entry.number)
        case Kind.POST:
            words = named(change.subject, titles)
        case _:
            words = change.subject
    return words


def values(change: Change) -> Words:
    """Return how a field changed."""
    before, after = change.before, change.after
    if isinstance(before, tuple) and isinstance(after, tuple) and not hasattr(before, "_fields"):
        return lists(before, after)
    old, new = told(before, change.field), told(after, change.field)
    if old == new:
        return say("reworded")
    return say("{before} → {after}", before=old, after=new)


def sentence(change: Change, titles: Titles) -> Words:
    """Return a change as a sentence."""
    if change.hidden:
        return say("{slot}: the staffing changed; who holds it is not told", slot=change.subject)
    if not change.field:
        tell = WHOLE.get(change.kind)
        return tell(change, titles) if tell else thing(change)
    text = values(change)
    if change.field not in UNNAMED:
        text = say("{field}: {values}", field=FIELDS[change.field], values=text)
    if change.what in HAPPENED:
        text = say("{text} ({what})", text=text, what=HAPPENED[change.what])
    return say("{subject}: {text}", subject=subject(change, titles), text=text)
