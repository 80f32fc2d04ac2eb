"""Edits as values, and what each means, whatever the text looks like."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import reduce
from operator import getitem
from typing import Any, NamedTuple, TypeAlias

from samverkan_cli.model.place import Key

Keys: TypeAlias = tuple[Key, ...]


class Append(NamedTuple):
    """An item is written last in the list at `keys`, which is begun where it is missing.

    With `after`, it is written behind the item of that number.
    """

    keys: Keys
    item: Any
    after: int | None = None


class Set(NamedTuple):
    """The field `key` of the group at `keys` gets a value, in place of the one that it may have."""

    keys: Keys
    key: str
    value: str | int | date


class Remove(NamedTuple):
    """The item at `keys` is taken out of its list, with the comments on its own lines."""

    keys: Keys


Edit: TypeAlias = Append | Set | Remove


def runs(edits: Iterable[Edit]) -> Iterator[list[Edit]]:
    """Yield edits in runs: within one, none speaks of a number that a former one has moved."""
    run: list[Edit] = []
    moved: dict[Keys, int] = {}
    for edit in edits:
        if any(number >= moved.get(keys, number + 1) for keys, number in numbers(edit)):
            yield run
            run, moved = [], {}
        run.append(edit)
        for keys, number in numbers(edit)[-1:]:
            if isinstance(edit, Remove):
                moved[keys] = number
            elif isinstance(edit, Append) and edit.after is not None:
                moved[keys] = number + 1
    if run:
        yield run


def numbers(edit: Edit) -> list[tuple[Keys, int]]:
    """Return the number of every item that an edit speaks of, each with the keys of its list."""
    keys = edit.keys
    found = [(keys[:at], key) for at, key in enumerate(keys) if isinstance(key, int)]
    if isinstance(edit, Append) and edit.after is not None:
        found.append((keys, edit.after))
    return found


def carried_out(value: Any, edits: Iterable[Edit]) -> Any:
    """Return the value of a text as edits mean it to be, each speaking of what the former left.

    Raises:
        LookupError: there is nothing of the kind at an edit's keys.
    """
    whole = plain([value])
    for edit in edits:
        carry_out(whole, edit)
    return whole[0]


def carry_out(whole: list[Any], edit: Edit) -> None:
    """Change a value, which is the one item of a list, as an edit means.

    Raises:
        LookupError: there is nothing of the kind at the edit's keys.
    """
    match edit:
        case Append(keys, item, after):
            *above, last = (0, *keys)
            group = inner(whole, above)
            known = group.get(last) if isinstance(group, dict) else group[last]
            items = held(known or [], list)
            at = len(items) if after is None else range(len(items))[after] + 1
            group[last] = [*items[:at], plain(item), *items[at:]]
        case Set(keys, key, new):
            held(inner(whole, (0, *keys)), dict)[key] = plain(new)
        case Remove(keys):
            *above, last = (0, *keys)
            del held(inner(whole, above), list)[last]


def plain(value: Any) -> Any:
    """Return a copy of a value as it will be read: days as texts, lists as lists."""
    return json.loads(json.dumps(value, default=str))


def inner(value: Any, keys: Sequence[Key]) -> Any:
    """Return what stands at keys in a value.

    Raises:
        LookupError: nothing does.
    """
    return reduce(getitem, keys, value)


def held(value: Any, kind: type) -> Any:
    """Return a value that has to be of a kind.

    Raises:
        LookupError: it is not.
    """
    if isinstance(value, kind):
        return value
    raise LookupError(kind.__name__)


def same(one: Any, two: Any) -> bool:
    """Tell whether two values are the same; `1` and `true` are not."""
    return json.dumps(one, sort_keys=True) == json.dumps(two, sort_keys=True)
