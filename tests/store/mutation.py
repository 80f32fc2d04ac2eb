"""Values and bytes changed at random: what a hand that slips, or a hostile one, makes of a file."""

import copy
import json
import random
from typing import Any

from samverkan_cli.store.kinds import kind_of
from samverkan_cli.store.register import read_document

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 10**17, "", "x", "A b", "no", "2024-02-30", "0000-01-01",
    "abc\n", "\n",
    "x" * 300, "å", "а", "١٢", [], {}, [[]], [None], {"a": 1}, {"all": []}, {"times": 0}, "100 %",
    "9999-12-31", "2024-01-01\n", "1/2", "kom-1", "sha256:0", "63-65", "2024-W01",
)  # fmt: skip
PIECES = (
    ":", ": ", "- ", "\n", "\n  ", "  ", "\t", "'", '"', "[", "]", "{", "}", "&a", "*a", "!x ", "#",
    "|\n", ">-\n",
    "? ", "%", "---\n", "...\n", "\ufeff", "\u200b", "\x00", "\r", "\u2028", "a\u030a", "\\u200b",
    "\\x", "010",
    "no", "~", "<<: ", ",", "é😀", "𝟙", "\U000e0041", "1e400", "850709-9805",
    "{" * 30, "- " * 30, "x" * 5000,
)  # fmt: skip


def places(value: Any) -> list[tuple[Any, Any]]:
    """Return every list or mapping in `value` with each of its keys."""
    found, todo = [], [value]
    while todo:
        inner = todo.pop()
        keys = inner if isinstance(inner, dict) else range(len(inner))
        for key in keys:
            found.append((inner, key))
            if isinstance(inner[key], dict | list):
                todo.append(inner[key])
    return found


def changed(source: random.Random, value: Any) -> Any:
    """Return a copy of a file's value with one to three changes."""
    value = copy.deepcopy(value)
    for _ in range(source.randint(1, 3)):
        where = places(value)
        if not where:
            break
        inner, key = source.choice(where)
        way = source.randrange(4)
        if way == 0:
            del inner[key]
        elif way == 1 and isinstance(inner, dict):
            inner[source.choice((f"{key}x", key[:-1], "zzz", "på"))] = inner.pop(key)
        elif way == 2 and isinstance(inner[key], str):
            inner[key] += source.choice(("\n", " ", "x", "å", "-", "١"))
        else:
            inner[key] = copy.deepcopy(source.choice(ODD))
    return json.loads(json.dumps(value))


def bent(source: random.Random, content: bytes) -> bytes:
    """Return bytes with one to eight changes: cut, doubled, overwritten, or with a piece put in."""
    for _ in range(source.randint(1, 8)):
        start = source.randrange(len(content) + 1)
        end = min(len(content), start + source.choice((0, 1, 2, 8, 64, 512)))
        part = content[start:end]
        way = source.randrange(5)
        new = (
            b"",
            part * source.choice((2, 3, 50)),
            source.randbytes(len(part)),
            source.choice(PIECES).encode("utf-8"),
            source.choice(PIECES).encode("utf-8") * source.choice((1, 2, 200)),
        )[way]
        content = (content[:start] + new + content[end:])[: 256 * 1024]
    return content


NUDGES = (
    " ",
    "  ",
    "\n",
    "\n\n",
    " # c",
    " #\n",
    "\n# - {a: b}\n",
    "\n    # in",
    "\r\n",
    "'",
    '"',
    ",",
)


def nudged(source: random.Random, path: str, content: bytes) -> bytes:
    """Return the bytes of a file changed in a few places, where it is still accepted."""
    kind = kind_of(path)
    assert kind
    text = content.decode()
    for _ in range(source.choice((0, 1, 3))):
        start = source.randrange(len(text) + 1)
        start = source.choice((start, text.find("\n", start), text.find(" ", start) + 1))
        end = start + source.choice((0, 0, 1, 2))
        new = text[:start] + source.choice((*NUDGES, *PIECES)) + text[max(0, end) :]
        if not read_document(path, new.encode(), kind)[0].faults:
            text = new
    return text.encode()
