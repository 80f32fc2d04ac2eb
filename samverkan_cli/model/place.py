"""Where a value is written."""

from dataclasses import dataclass, field
from typing import TypeAlias

Key: TypeAlias = str | int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Place:
    """A file of the agreement's folder and the keys that lead to a value in it.

    `place / "title"` points one step further in. The span is looked up when a finding is told.
    """

    file: str
    keys: tuple[Key, ...] = ()

    def __truediv__(self, key: Key) -> "Place":
        """Point at the value under `key`."""
        return Place(self.file, (*self.keys, key))


NOWHERE = Place("")


def written() -> Place:
    """Return the field that says where a value is written; it takes no part in equality."""
    return field(default=NOWHERE, compare=False, repr=False)
