"""Where cited passages stand in a document now: by their words, or by what stands around them.

A passage is a range of lines, and its digest is taken over its words: spaces do not count, nor
where its own lines are broken. It is found wherever its words fill whole lines.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

DIGITS = 16
LONGEST = 60
"""The number of lines of the longest passage that is looked for elsewhere."""

NEARBY = 8


class Range(NamedTuple):
    """Lines in a row, counted from 1; the last is among them."""

    first: int
    last: int

    def meets(self, other: "Range") -> bool:
        """Tell whether the two have a line in common."""
        return self.first <= other.last and other.first <= self.last


class Passage(NamedTuple):
    """A passage as it is cited: the lines it had, and its digest, which may be cut short."""

    lines: Range
    digest: str

    @property
    def key(self) -> str:
        """Return the digest cut to the length that is written."""
        return self.digest.removeprefix("sha256:")[:DIGITS]


def digest(lines: list[str]) -> str:
    """Return the digest of a passage: SHA-256 over its words, in hexadecimal."""
    words = " ".join("\n".join(lines).split())
    return "sha256:" + sha256(words.encode("utf-8")).hexdigest()


class Text:
    """The lines of a document."""

    def __init__(self, document: str) -> None:
        """Take the document."""
        self.lines = document.split("\n")

    def at(self, where: Range) -> list[str]:
        """Return the lines of a range."""
        return self.lines[max(where.first - 1, 0) : where.last]

    def words(self, where: Range) -> str:
        """Return what stands on a range of lines, as one line."""
        return " ".join(" ".join(self.at(where)).split())

    def has_words(self, number: int) -> bool:
        """Tell whether anything stands on a line."""
        return 0 < number <= len(self.lines) and bool(self.lines[number - 1].strip())

    def stands(self, passage: Passage, where: Range) -> bool:
        """Tell whether a passage stands on a range of lines."""
        inside = where.last <= len(self.lines)
        return inside and bool(passage.digest) and digest(self.at(where)).startswith(passage.digest)

    def trimmed(self, where: Range) -> Range:
        """Return a range without the empty lines at its ends."""
        last = min(where.last, len(self.lines))
        spoken = [n for n in range(where.first, last + 1) if self.has_words(n)]
        return Range(spoken[0], spoken[-1]) if spoken else where

    def search(self, keys: frozenset[str], longest: int) -> dict[str, list[Range]]:
        """Return where the passages with these digests stand, on at most so many lines each."""
        found: dict[str, list[Range]] = defaultdict(list)
        spoken = [" ".join(line.split()).encode() for line in self.lines]
        for first, opening in enumerate(spoken):
            total, space = sha256(), b""
            for last, words in enumerate(spoken[first : first + longest] if opening else (), first):
                if words:
                    total.update(space + words)
                    space = b" "
                    if (key := total.hexdigest()[:DIGITS]) in keys:
                        found[key].append(Range(first + 1, last + 1))
        return found


def found_by_words(text: Text, passages: Iterable[Passage]) -> dict[Passage, Range]:
    """Return where those passages stand whose words are somewhere in the text.

    Of passages that say the same, each has the place that is nearest to where it is expected.
    """
    passages = list(passages)
    strays = [one for one in passages if not text.stands(one, one.lines)]
    if not strays:
        return {one: one.lines for one in passages}
    most = max(one.lines.last - one.lines.first + 1 for one in strays)
    alike: dict[str, list[Passage]] = defaultdict(list)
    for one in passages:
        alike[one.key].append(one)
    places = text.search(frozenset(alike), min(LONGEST, 3 * most + 10))
    found: dict[Passage, Range] = {}
    for key, those in alike.items():
        own = {text.trimmed(one.lines) for one in those if text.stands(one, one.lines)}
        places[key] = sorted(own.union(places.get(key, ())))
        if len(those) == len(places[key]):
            found |= zip(sorted(those), places[key], strict=True)
    known = Neighbours(found)
    for key, those in alike.items():
        if len(those) != len(places[key]):
            found |= shared_out(those, places[key], known)
    return {one: where for one, where in found.items() if text.stands(one, where)}


def shared_out(
    passages: list[Passage], places: list[Range], known: "Neighbours"
) -> Iterator[tuple[Passage, Range]]:
    """Yield passages that say the same with a place each, those nearest to a place first.

    Two passages have one place only where they had lines in common before.
    """
    near: list[tuple[int, Passage, Range]] = []
    for passage in passages:
        wanted = passage.lines.first + known.shift(passage.lines)
        at = bisect_left(places, Range(wanted, 0))
        around = places[max(0, at - NEARBY) : at + NEARBY]
        near += ((abs(place.first - wanted), passage, place) for place in around)
    taken: dict[Range, list[Passage]] = defaultdict(list)
    done: set[Passage] = set()
    for _, passage, place in sorted(near):
        free = all(other.lines.meets(passage.lines) for other in taken[place])
        if free and passage not in done:
            done.add(passage)
            taken[place].append(passage)
            yield passage, place


class Neighbours:
    """Passages that have been found, asked for what stood before and after some lines."""

    def __init__(self, found: dict[Passage, Range]) -> None:
        """Sort what has been found, by its first and by its last line as cited."""
        pairs = [(passage.lines, now) for passage, now in found.items()]
        self.by_first = sorted(pairs)
        self.by_last = sorted(pairs, key=lambda pair: (pair[0].last, pair))
        self.firsts = [was.first for was, _ in self.by_first]
        self.lasts = [was.last for was, _ in self.by_last]

    def before(self, lines: Range) -> tuple[Range, Range] | None:
        """Return what ended last before `lines`: where it was, and where it is."""
        at = bisect_left(self.lasts, lines.first)
        return self.by_last[at - 1] if at else None

    def after(self, lines: Range) -> tuple[Range, Range] | None:
        """Return what began first after `lines`: where it was, and where it is."""
        at = bisect_right(self.firsts, lines.last)
        return self.by_first[at] if at < len(self.by_first) else None

    def shift(self, lines: Range) -> int:
        """Return by how many lines the nearest neighbour has moved."""
        before, after = self.before(lines), self.after(lines)
        if before and (not after or lines.first - before[0].last <= after[0].first - lines.last):
            return before[1].last - before[0].last
        return after[1].first - after[0].first if after else 0

    def expected(self, lines: Range) -> Range:
        """Return the lines between the neighbours on which a passage would stand now."""
        before, after = self.before(lines), self.after(lines)
        if before and after and before[1].last >= after[1].first:
            return lines
        low = lines.first + (before[1].last - before[0].last if before else 0)
        moved = after[1].first - after[0].first if after else low - lines.first
        low, high = sorted((low, lines.last + moved))
        return Range(
            max(low, before[1].last + 1 if before else 1),
            min(high, after[1].first - 1) if after else high,
        )

    def overlap(self, lines: Range) -> bool:
        """Tell whether a passage that has been found had a line in common with `lines`."""
        return any(was.meets(lines) for was, _ in self.by_first)


def found_by_place(
    text: Text, passages: Iterable[Passage], found: dict[Passage, Range]
) -> dict[Passage, Range]:
    """Return where passages stand whose words are nowhere: what is left over in their place.

    One that shares lines with what has been found is still there in part; one in whose place
    nothing is left over is gone.
    """
    known = Neighbours(found)
    covered = {n for where in found.values() for n in range(where.first, where.last + 1)}
    claimed: dict[int, Range] = {}
    changed: dict[Passage, Range] = {}
    missing = (one for one in passages if one not in found)
    for one in sorted(missing, key=lambda one: (one.lines.first, -one.lines.last)):
        expected = known.expected(one.lines)
        left = [
            number
            for number in range(expected.first, min(expected.last, len(text.lines)) + 1)
            if text.has_words(number)
            and number not in covered
            and claimed.get(number, one.lines).meets(one.lines)
        ]
        claimed |= dict.fromkeys(left, one.lines)
        if known.overlap(one.lines):
            changed[one] = text.trimmed(expected)
        elif left:
            changed[one] = Range(left[0], left[-1])
    return changed
