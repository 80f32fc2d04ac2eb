"""Values as they are written in the files: with as few quotation marks as every reader can do with.

What is written here reads the same to the strict profile, to YAML 1.1 and to YAML 1.2, in braces as
well as on a line of its own.
"""

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

from samverkan_cli.model.frame import Revised
from samverkan_cli.model.intent import Entry
from samverkan_cli.model.period import Period
from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record, Waiver
from samverkan_cli.model.words import say
from samverkan_cli.store.edit_error import BY_HAND, EditError
from samverkan_cli.store.profile import character_faults
from samverkan_cli.store.scalars import AmbiguousScalarError, resolve

NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
WHOLE = Decimal(100)
YEAR = re.compile(r"[1-9][0-9]{3}")
QUOTED = re.compile(
    r"""
    $ | [ ] | .* [ ] $                                    # nothing, space at an end
    | [][{}#&*!|>'"%@`?:,] | -(?:[ ]|$) | --- | \.\.\.     # what begins something else
    | .*(?: [][{},?] | :(?:[ ]|$) | [ ][#] )               # what ends a text
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2} (?:$|[Tt ])          # what is a day to YAML 1.1
    """,
    re.VERBOSE,
)
WIDTH = 120
"""A line longer than this is written as several."""


def scalar(value: Any, like: str = "") -> str:
    """Return a text, number, flag or day as it is written; `like` is the old quotation mark.

    Raises:
        EditError: it is a text that cannot stand in the files.
    """
    if value is None or isinstance(value, int):
        return json.dumps(value)
    text = str(value)
    hold_characters(text)
    plain = isinstance(value, date) or (not QUOTED.match(text) and is_text(text))
    if like == "'":
        return "'" + text.replace("'", "''") + "'"
    if plain and not like:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_text(text: str) -> bool:
    """Tell whether a text without quotation marks is read as the text."""
    try:
        return isinstance(resolve(text), str)
    except AmbiguousScalarError:
        return False


def hold_characters(text: str) -> None:
    """Refuse what no text of the files may hold.

    Raises:
        EditError: there is such a character.
    """
    if "\n" in text or "\t" in text:
        raise EditError(
            say("The text holds a line break or a tab."),
            say("Write it in one line, with spaces between the words."),
        )
    hidden = HIDDEN.search(text)
    if hidden:
        raise EditError(
            say("The text holds the invisible character {code}.", code=f"U+{ord(hidden[0]):04X}"),
            say("Take it away; texts hold letters, digits and signs."),
        )
    for fault in character_faults("", text):
        raise EditError(fault.hit.message, fault.hit.hint or BY_HAND)


def flow(value: Any) -> str:
    """Return a value in one line.

    Raises:
        EditError: a text in it cannot stand in the files.
    """
    if isinstance(value, dict):
        return "{" + ", ".join(lines(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value)


def lines(group: dict[str, Any]) -> list[str]:
    """Return the fields of a group, each as it is written in a line of its own.

    Raises:
        EditError: a text in it cannot stand in the files.
    """
    return [f"{name(key)}: {flow(part)}" for key, part in group.items()]


def name(key: str) -> str:
    """Return a field's name as it is written."""
    return key if NAME.fullmatch(key) else scalar(key, like='"')


def entry(value: Entry) -> str:
    """Return an entry in braces, as it stands in the files.

    Raises:
        EditError: a text in it cannot stand in the files.
    """
    return flow(fields(value))


def fields(value: Entry) -> dict[str, Any]:
    """Return the fields of an entry in the order of the files, without those that say nothing."""
    every = fields_of(value)
    return {key: part for key, part in every.items() if part not in ("", (), None, False)}


def fields_of(value: Entry) -> dict[str, Any]:
    """Return every field of an entry that its file has, in the order of the files."""
    match value:
        case Revised():
            decision = {"body": value.body, "date": value.on, "reference": value.reference}
            return {
                "number": value.number,
                "reason": value.reason,
                "decision": {key: part for key, part in decision.items() if part},
            }
        case Post():
            whole = value.share == WHOLE
            share = "" if whole else per_cent(value.share)
            return {"id": value.id, "title": value.title, **days(value.period), "share": share}
        case Assignment():
            return {
                "post": value.post,
                "slot": value.slot,
                "functions": value.functions,
                **days(value.period),
                "share": per_cent(value.share) if value.share_given else "",
                "deputy": value.deputy,
            }
        case Absence():
            return {"post": value.post, **days(value.period), "reason": value.reason.value}
        case Record():
            return record_fields(value)
        case Waiver():
            return {
                "rule": value.rule,
                "subject": value.subject,
                "reason": value.reason,
                "owner": value.owner,
                "until": value.until,
            }


def record_fields(record: Record) -> dict[str, Any]:
    """Return the fields of a record; a year stands as a number, as people write it."""
    one = record.first == record.last
    period = int(record.first) if YEAR.fullmatch(record.first) else record.first
    return {
        "follow-up" if record.follow_up else "duty": record.subject,
        "period": period if one else "",
        "periods": "" if one else f"{record.first}..{record.last}",
        "party": record.party,
        "on": record.on,
        "reference": record.reference,
    }


def days(period: Period) -> dict[str, date | None]:
    """Return the fields for a stretch of days."""
    first = None if period.first == date.min else period.first
    return {"from": first, "until": None if period.is_open else period.last}


def per_cent(share: Decimal) -> str:
    """Return a share as it is written."""
    return f"{share.normalize():f} %".replace(".", ",")
