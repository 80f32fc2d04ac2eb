"""Changes as JSON: ids, words and values in English, and a sentence in the language asked for."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from samverkan_cli.evaluate.change import Change, backdated
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.log import Entry
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.render.change_words import sentence
from samverkan_cli.render.json_parts import Json, head, written
from samverkan_cli.render.text_log import author, reason, remarks


def plain(text: str) -> str:
    """Return a text from the files, fit to be shown."""
    return visible(masked(text))


def days(period: Period) -> Json:
    """Return days; an open end is null."""
    return {
        "from": None if period.first == date.min else period.first.isoformat(),
        "until": None if period.is_open else period.last.isoformat(),
    }


def cadence(value: Cadence) -> Json:
    """Return how often something is to be done."""
    return {"rhythm": value.rhythm.value, "number": value.number, "unit": value.unit or None}


def scalar(value: Any) -> Any:
    """Return a value that JSON has a word for."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def data(value: Any) -> Any:
    """Return any old or new value."""
    if isinstance(value, Cadence):
        return cadence(value)
    if isinstance(value, tuple):
        return [data(part) for part in value]
    if isinstance(value, Period):
        return days(value)
    if isinstance(value, Frozen):
        return {name: data(getattr(value, name)) for name in type(value).compared_names}
    return scalar(value)


def change(one: Change, titles: Mapping[str, str], tongue: Tongue, day: date | None) -> Json:
    """Return a change; of a protected function not who covers it, nor when."""
    known = not one.hidden
    return {
        "weight": one.weight.value,
        "kind": one.kind.value,
        "subject": plain(one.subject),
        "what": one.what.value if known else "changed",
        "field": one.field.replace("_", "-") if known and one.field else None,
        "before": data(one.before) if known else None,
        "after": data(one.after) if known else None,
        "concerns": [plain(name) for name in one.names],
        "with": [plain(name) for name in one.also],
        "since": one.since.isoformat() if known and one.since else None,
        "backdated_days": backdated(one, day) if known and day else 0,
        "protected": one.hidden,
        "message": tongue(sentence(one, titles)),
    }


def entry(entry: Entry, tongue: Tongue) -> Json:
    """Return a revision with what it changed."""
    revision = entry.revision
    return {
        "id": revision.id,
        "day": revision.committed.isoformat() if revision.committed else None,
        "author": visible(author(entry)) or None,
        "subject": plain(revision.subject),
        "reason": visible(reason(entry)) or None,
        "cut": entry.is_cut,
        "moved_from": None if entry.moved_from is None else plain(entry.moved_from) or ".",
        "oddities": [one.value for one in revision.oddities],
        "unread": [plain(path) for path in entry.unread],
        "remarks": [tongue(words) for words in remarks(entry)],
        "changes": [change(one, entry.titles, tongue, revision.committed) for one in entry.changes],
    }


def opening(name: str, tongue: Tongue) -> str:
    """Return how the answer of `log` begins; its entries follow one by one."""
    begun = head("log") | {"language": tongue.code, "item": plain(name) or None, "entries": []}
    return written(begun).removesuffix("]\n}\n")


def following(entry_: Json, *, first: bool) -> str:
    """Return an entry as it stands in the answer of `log`."""
    lines = written(entry_).rstrip("\n").splitlines()
    body = "\n".join(f"    {line}" for line in lines)
    return f"\n{body}" if first else f",\n{body}"


def closing(*, empty: bool) -> str:
    """Return how the answer of `log` ends."""
    return "]\n}\n" if empty else "\n  ]\n}\n"


def diff(answer: Diff, tongue: Tongue) -> Json:
    """Return the answer of `diff`."""
    return head("diff") | {
        "language": tongue.code,
        "before": plain(answer.before),
        "after": plain(answer.after) or None,
        "unread": [plain(path) for path in answer.unread],
        "changes": [change(one, answer.titles, tongue, None) for one in answer.changes],
    }
