"""A document held against the items that cite it, passage by passage.

A passage is a range of lines, and its digest is taken over its words: line breaks and spaces do
not count, so that a re-wrapped text is the same text.
"""

from collections.abc import Iterator
from enum import StrEnum
from hashlib import sha256

from samverkan_cli.evaluate.items import cited
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Source
from samverkan_cli.model.frozen import Frozen

DIGITS = 16


class Match(StrEnum):
    """How a cited passage stands in the document."""

    CITED = "cited"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    UNCITED = "uncited"


class Trace(Frozen):
    """A passage of the document with the items that cite it, and how it stands.

    A moved passage has the lines it was found at in `now`.
    """

    match: Match
    first_line: int
    last_line: int
    items: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    now: tuple[int, int] | None = None
    text: str = ""


def digest(lines: list[str]) -> str:
    """Return the digest of a passage: SHA-256 over its words, the first 64 bits in hexadecimal."""
    words = " ".join("\n".join(lines).split())
    return "sha256:" + sha256(words.encode("utf-8")).hexdigest()


def is_same(lines: list[str], wanted: str) -> bool:
    """Tell whether a passage has the digest `wanted`, which may be cut short."""
    return bool(wanted) and digest(lines).startswith(wanted)


def elsewhere(lines: list[str], source: Source) -> tuple[int, int] | None:
    """Return the first lines at which the passage stands now, or None."""
    length = source.last_line - source.first_line + 1
    for first in range(len(lines) - length + 1):
        if is_same(lines[first : first + length], source.digest):
            return first + 1, first + length
    return None


def cited_passages(agreement: Agreement) -> dict[tuple[int, int, str], list[tuple[str, Source]]]:
    """Return who cites what, by lines and digest."""
    passages: dict[tuple[int, int, str], list[tuple[str, Source]]] = {}
    for name, source in cited(agreement):
        key = source.first_line, source.last_line, source.digest
        passages.setdefault(key, []).append((name, source))
    return passages


def uncited(lines: list[str], covered: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of lines that have words and that nobody cites."""
    first = 0
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip() and number not in covered:
            first = first or number
        elif first:
            yield first, number - 1
            first = 0


def trace(agreement: Agreement, document: str) -> tuple[Trace, ...]:
    """Hold `document` against the agreement, in the order of its lines."""
    lines = document.split("\n")
    covered: set[int] = set()
    found: list[Trace] = []
    for (first, last, wanted), citing in cited_passages(agreement).items():
        passage = lines[first - 1 : last]
        source = citing[0][1]
        now = None
        if is_same(passage, wanted) and last <= len(lines):
            match = Match.CITED
        else:
            now = elsewhere(lines, source)
            match = Match.MOVED if now else (Match.CHANGED if passage else Match.GONE)
        at = now or (first, last)
        covered.update(range(at[0], at[1] + 1))
        found.append(
            Trace(
                match=match,
                first_line=first,
                last_line=last,
                items=tuple(dict.fromkeys(name for name, _ in citing)),
                sources=tuple(source for _, source in citing),
                now=now,
                text=" ".join(" ".join(passage).split()),
            )
        )
    found += (
        Trace(
            match=Match.UNCITED,
            first_line=first,
            last_line=last,
            text=" ".join(" ".join(lines[first - 1 : last]).split()),
        )
        for first, last in uncited(lines, covered)
    )
    return tuple(sorted(found, key=lambda item: (item.first_line, item.last_line, item.items)))
