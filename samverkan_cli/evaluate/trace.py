"""A document held against the items that cite it, passage by passage."""

from collections.abc import Iterator
from enum import StrEnum

from samverkan_cli.evaluate.items import cited
from samverkan_cli.evaluate.passages import Passage, Range, Text, found_by_place, found_by_words
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Source
from samverkan_cli.model.frozen import Frozen


class Match(StrEnum):
    """How a cited passage stands in the document."""

    CITED = "cited"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    UNCITED = "uncited"


class Trace(Frozen):
    """A passage of the document with the items that cite it, and how it stands.

    One that moved, or that changed and stands elsewhere, has its lines of today in `now`. What is
    gone has no text.
    """

    match: Match
    first_line: int
    last_line: int
    items: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    now: tuple[int, int] | None = None
    text: str = ""


Citing = list[tuple[str, Source]]


def cited_passages(agreement: Agreement) -> dict[Passage, Citing]:
    """Return every passage with who cites it."""
    passages: dict[Passage, Citing] = {}
    for name, source in cited(agreement):
        key = Passage(Range(source.first_line, source.last_line), source.digest)
        passages.setdefault(key, []).append((name, source))
    return passages


def uncited(text: Text, covered: set[int]) -> Iterator[Range]:
    """Yield the ranges of lines that have words and that nobody cites."""
    first = 0
    for number in range(1, len(text.lines) + 2):
        if text.has_words(number) and number not in covered:
            first = first or number
        elif first:
            yield Range(first, number - 1)
            first = 0


def told(text: Text, passage: Passage, citing: Citing, match: Match, now: Range | None) -> Trace:
    """Return what is told of a passage that is cited and stands on the lines `now`."""
    at_home = now is None or text.trimmed(passage.lines) == text.trimmed(now)
    return Trace(
        match=Match.CITED if match is Match.MOVED and at_home else match,
        first_line=passage.lines.first,
        last_line=passage.lines.last,
        items=tuple(dict.fromkeys(name for name, _ in citing)),
        sources=tuple(source for _, source in citing),
        now=None if at_home else now,
        text=text.words(now) if now else "",
    )


def trace(agreement: Agreement, document: str) -> tuple[Trace, ...]:
    """Hold `document` against the agreement, in the order of its lines."""
    text, passages = Text(document), cited_passages(agreement)
    found = found_by_words(text, passages)
    changed = found_by_place(text, passages, found)
    standing = found | changed
    traces: list[Trace] = []
    for passage, citing in passages.items():
        missing = Match.CHANGED if passage in changed else Match.GONE
        match = Match.MOVED if passage in found else missing
        traces.append(told(text, passage, citing, match, standing.get(passage)))
    covered = {n for where in standing.values() for n in range(where.first, where.last + 1)}
    traces += (
        Trace(
            match=Match.UNCITED,
            first_line=where.first,
            last_line=where.last,
            text=text.words(where),
        )
        for where in uncited(text, covered)
    )
    return tuple(sorted(traces, key=lambda item: (item.first_line, item.last_line, item.items)))
