"""Edits drawn for any document, what each means, and what it may touch."""

import random
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from samverkan_cli.model.place import Key
from samverkan_cli.store.edit import splice_of
from samverkan_cli.store.edits import Append, Edit, Keys, Remove, Set
from samverkan_cli.store.layout import path, tree

ITEMS = (
    {"post": "a", "slot": "g/s: x"}, {"a": ["b", 1], "on": "no"}, "text, a", "#x", 5, True, ["a"],
    {"reason": "long " * 40 + "x", "to": {"a": "1"}},
)  # fmt: skip
NEW = ("a, b", 5, "x", "# y", date(2025, 6, 30))


def places(value: Any, keys: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """Yield every value in a value with the keys that lead to it."""
    yield keys, value
    inner = value if isinstance(value, dict) else range(len(value) if type(value) is list else 0)
    for key in inner:
        yield from places(value[key], (*keys, key))


def possible(source: random.Random, value: Any) -> Iterator[Edit]:
    """Yield every edit that something in a value is open to."""
    for keys, part in places(value):
        if isinstance(part, dict):
            yield from in_group(source, keys, part)
        if isinstance(part, list | None):
            yield Append(keys, source.choice(ITEMS))
        if isinstance(part, list):
            for number in range(len(part)):
                yield Remove((*keys, number))
                yield Append(keys, source.choice(ITEMS), number)


def in_group(source: random.Random, keys: Keys, group: dict[str, Any]) -> Iterator[Edit]:
    """Yield every edit that the fields of a group are open to."""
    if "new" not in group:
        yield Append((*keys, "new"), source.choice(ITEMS))
    yield Set(keys, source.choice(("until", "new")), source.choice(NEW))
    for key, part in group.items():
        if not isinstance(part, dict | list):
            yield Set(keys, key, source.choice(NEW))


def several(source: random.Random, value: Any) -> list[Edit]:
    """Draw some edits, each of what the former left; often alike, and near each other."""
    found: list[Edit] = []
    for _ in range(source.choice((2, 3, 6))):
        edits = list(possible(source, value))
        if found and source.randrange(3):
            kind, keys = type(found[-1]), found[-1].keys
            edits = [one for one in edits if type(one) is kind and one.keys[:-1] == keys[:-1]]
        if not edits:
            break
        edit = source.choice(edits)
        value = oracle(value, edit)
        found.append(edit)
    return found


def told(value: Any) -> Any:
    """Return a value as YAML says it: days are texts."""
    return value.isoformat() if isinstance(value, date) else value


def oracle(value: Any, edit: Edit) -> Any:
    """Return what an edit makes of a value, rebuilt from the ground."""
    keys = edit.keys[:-1] if isinstance(edit, Remove) else edit.keys
    if keys:
        first, rest = keys[0], edit._replace(keys=edit.keys[1:])
        if isinstance(value, list):
            return [
                oracle(part, rest) if number == first else part for number, part in enumerate(value)
            ]
        return {**value, first: oracle(value.get(first), rest)}
    match edit:
        case Append(_, item, None):
            return [*(value or []), item]
        case Append(_, item, after):
            parts = (
                [part, item] if number == after else [part] for number, part in enumerate(value)
            )
            return [one for pair in parts for one in pair]
        case Set(_, key, new):
            return {**value, key: told(new)}
        case Remove((last,)):
            return [part for number, part in enumerate(value) if number != last]


EMPTY = re.compile(r"\s*(?:\[\s*\]|null)?")


def hold_bytes(old: str, new: str, edit: Edit) -> None:
    """Hold all to stay but a stretch, and of that all but the value that gives way."""
    start, end, put = splice_of(old, tree(old), edit)
    assert new == old[:start] + put + old[end:]
    gone = old[start:end]
    match edit:
        case Append():
            nothing = EMPTY.match(gone)
            assert nothing
            assert gone[nothing.end() :] in put
            assert len(put.splitlines()) <= len(gone.splitlines()) + 4
        case Set(keys, key, _):
            node = path(tree(old), keys)[-1]
            part = node.at(key) if key in node.names else None
            assert gone == (old[part.start : part.end].rstrip() if part else "")
            assert len(put.split()) <= 2 + len(str(edit.value).split())
        case Remove():
            assert put in {"", "[]"} or (put.startswith(" []") and put[3:] in gone)


def sorted_out(value: Any) -> Any:
    """Return a value with the fields of every group in the order of their names."""
    if isinstance(value, dict):
        return {key: sorted_out(value[key]) for key in sorted(value)}
    return [sorted_out(part) for part in value] if isinstance(value, list) else value
