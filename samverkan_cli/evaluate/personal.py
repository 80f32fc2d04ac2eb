"""Personal data that has no place in the register: personal identity numbers, mail, telephone.

A personnummer or samordningsnummer is told from other numbers by its date and its check digit
(Luhn); a samordningsnummer has 60 added to the day. Organisation numbers have a month of 20 or
more and so are no dates.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.signs import UNSEEN

NUMBER = re.compile(
    r"(?<![0-9A-Za-z])(?P<century>18|19|20)?(?P<year>[0-9]{2})[ ]?(?P<month>[0-9]{2})[ ]?"
    r"(?P<day>[0-9]{2})[ ]{0,2}[-+ –‐‑‒−—_~·]?[ ]{0,2}(?P<tail>[0-9]{4})(?![0-9A-Za-z])"
)
PARTED = re.compile(
    r"(?<![0-9A-Za-z])(?P<century>18|19|20)?(?P<year>[0-9]{2})(?P<sign>[-./])(?P<month>[0-9]{2})"
    r"(?P=sign)(?P<day>[0-9]{2})[-+](?P<tail>[0-9]{4})(?![-./]?[0-9A-Za-z])"
)
MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}(?![\w-])")
PHONE = re.compile(
    r"(?<![\w/.:-])(?:\+46|0046|0)[ ]?(?:\(0\))?7[ -]?[02369](?:[ ./–‐‑-]?[0-9]){7}(?![\w-])"
)
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
DIGIT = re.compile(r"(?<![0-9A-Za-z])[0-9]{2}")
PREFIX = re.compile(r"[+0]")
SIGN = re.compile(r"\w")
POSSIBLE = re.compile(r"[\d@]")
LONG_MONTH = 31
UNSEEN_SIGNS = re.compile(rf"[{UNSEEN}]+")
BREAKS = re.compile(rf"[{UNSEEN}\t\r\n][{UNSEEN}\t\r\n ]*")


class PersonalKind(StrEnum):
    """What kind of personal data was seen."""

    IDENTITY = "identity-number"
    MAIL = "mail"
    PHONE = "phone"


class Sighting(NamedTuple):
    """Where in a text personal data stands; the data itself is never repeated."""

    kind: PersonalKind
    start: int
    end: int


def luhn(digits: str) -> bool:
    """Tell whether ten digits end in their check digit."""
    total = 0
    for number, digit in enumerate(digits):
        product = int(digit) * (2 - number % 2)
        total += product // 10 + product % 10
    return total % 10 == 0


def is_identity_number(match: re.Match[str]) -> bool:
    """Tell whether a number is a personnummer or samordningsnummer."""
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if day > LONG_MONTH:
        day -= 60
    if not 1 <= month <= 12:  # noqa: PLR2004
        return False
    full_year = int(match["century"] or 20) * 100 + year
    if not 1 <= day <= monthrange(full_year, month)[1]:
        return False
    return luhn(match["year"] + match["month"] + f"{int(match['day']):02d}" + match["tail"])


def matches(pattern: re.Pattern[str], start: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what matches `pattern`; `start` finds the few places where it can begin, quickly."""
    end = 0
    for place in start.finditer(text):
        match = pattern.match(text, place.start())
        if match and match.start() >= end:
            end = match.end()
            yield match


def folded(match: re.Match[str]) -> str:
    """Return a character as its plain counterpart, where that is one character too."""
    if match.group().isdecimal():
        return str(unicodedata.decimal(match.group()))
    plain = unicodedata.normalize("NFKC", match.group())
    return plain if len(plain) == 1 else match.group()


def written(text: str) -> Iterator[Sighting]:
    """Yield the personal data in `text`. Digits of any script and odd dashes are seen through."""
    plain = NOT_ASCII.sub(folded, text)
    for pattern in (NUMBER, PARTED):
        for match in matches(pattern, DIGIT, plain):
            if is_identity_number(match):
                yield Sighting(PersonalKind.IDENTITY, *match.span())
    for match in MAIL.finditer(plain) if "@" in plain else ():
        if not match.group().endswith(".invalid"):
            yield Sighting(PersonalKind.MAIL, *match.span())
    for match in matches(PHONE, PREFIX, plain):
        yield Sighting(PersonalKind.PHONE, *match.span())


def written_without(parts: re.Pattern[str], text: str) -> Iterator[Sighting]:
    """Yield the personal data in `text` as if nothing stood where `parts` matches."""
    kept: list[int] = []
    end = 0
    for match in parts.finditer(text):
        kept += range(end, match.start())
        end = match.end()
    kept += range(end, len(text))
    for kind, first, after in written("".join(text[index] for index in kept)):
        yield Sighting(kind, kept[first], kept[after - 1] + 1)


def personal_data(text: str) -> Iterator[Sighting]:
    """Yield the personal data in `text`; signs that nobody sees are seen through."""
    yield from written_without(UNSEEN_SIGNS, text) if UNSEEN_SIGNS.search(text) else written(text)


def sightings(text: str) -> Iterator[Sighting]:
    """Yield the personal data in a text of somebody's own, whose lines may part it.

    Where a line ends, an address may end too.
    """
    yield from personal_data(text)
    if BREAKS.search(text):
        joined = written_without(BREAKS, text)
        yield from (one for one in joined if one.kind is not PersonalKind.MAIL)


def holds_identity(text: str) -> bool:
    """Tell whether a text holds a personal identity number, however it is parted."""
    return any(one.kind is PersonalKind.IDENTITY for one in sightings(text))


def replaced(text: str, by: Callable[[str], str]) -> str:
    """Return `text` with something else in place of the personal data in it."""
    parts, end = [], 0
    for sighting in sorted(sightings(text), key=lambda seen: seen.start):
        if sighting.end > end:
            start = max(sighting.start, end)
            parts += [text[end:start], by(text[start : sighting.end])]
            end = sighting.end
    return "".join([*parts, text[end:]])


def masked(text: str) -> str:
    """Return `text` with “…” in place of the personal data in it."""
    if not POSSIBLE.search(text):
        return text
    return replaced(text, lambda _: "…")


def blotted(text: str) -> str:
    """Return `text` with a zero for every letter and digit of the personal data in it."""
    return replaced(text, lambda part: SIGN.sub("0", part))
