"""What is said, before a language is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeAlias


class Bilingual(NamedTuple):
    """A text that the data carries in both languages, such as a schema's title."""

    sv: str
    en: str


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence with its values: an English template that the catalogue translates.

    `plural` and `count` are set where the sentence depends on a number.
    """

    template: str
    values: tuple[tuple[str, "Value"], ...] = ()
    plural: str = ""
    count: int = 1


Value: TypeAlias = str | int | date | Decimal | Bilingual | Words | tuple["Value", ...]


FEW = 6


def few(names: Sequence[str], most: int = FEW) -> tuple[Value, ...]:
    """Return the first of some names, and how many more there are."""
    left = len(names) - most
    if left <= 0:
        return tuple(names)
    return (*names[: most - 1], say("{last} and {n} more", last=names[most - 1], n=left))


def say(template: str, **values: Value) -> Words:
    """Return the sentence `template` with its values."""
    return Words(template, tuple(values.items()))


def say_n(count: int, singular: str, plural: str, **values: Value) -> Words:
    """Return a sentence whose form depends on `count`, which it may use as `{n}`."""
    return Words(singular, (("n", count), *values.items()), plural, count)
