"""Where a value is written."""

from typing import NamedTuple, TypeAlias

Key: TypeAlias = str | int


class Span(NamedTuple):
    """A stretch of text: lines and columns from 1, columns in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Place(NamedTuple):
    """A file of the agreement's folder and the keys that lead to a value in it.

    `place / "title"` points one step further in. The span is looked up when a finding is told.
    """

    file: str
    keys: tuple[Key, ...] = ()

    def __truediv__(self, key: Key) -> "Place":
        """Point at the value under `key`."""
        return Place(self.file, (*self.keys, key))

    def is_inside(self, other: "Place") -> bool:
        """Tell whether this is `other` or a place within it."""
        return self.file == other.file and self.keys[: len(other.keys)] == other.keys


NOWHERE = Place("")
