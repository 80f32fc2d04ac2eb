"""Version after version of the same files: what a version shares with the one before is not read.

A text is taken apart at the lines that begin at the left and, where a field holds a list, at the
lines on which its entries begin. Anchors and directives are refused; so the parser remembers
nothing over such a line, if all that was opened before it is closed. The parts may then be read
alone, each once, and put together. If one of them cannot be read alone without a fault, the text
is read whole.

The schemas judge every field of a file, and every entry of its lists, without regard to the others
(`tests/store/test_versions.py` sees to it). So only what is new is held against them.
"""

import re
from collections import OrderedDict
from typing import Any, NamedTuple

from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.quick import NODES
from samverkan_cli.store.schema import accepts
from samverkan_cli.store.text import parse

BOM = "\ufeff"
ASIDE = r"(?:[ ]*(?:\#[^\n]*)?\r?\n)*"
"""Empty lines and comments."""
OPENING = re.compile(rf"{ASIDE}(?:---[ ]*\r?\n{ASIDE})?")
FIELD = re.compile(r"\n(?=[a-z])")
LIST = re.compile(rf"([a-z-]+:[ ]*(?:\#[^\n]*)?\r?\n{ASIDE})([ ]*- )")
ALONE = "entries"
"""The name under which the entries of a list are read alone."""
PATHS = 1024


class Piece(NamedTuple):
    """What a part of a text says, and of how many values and names it consists."""

    value: Any
    size: int


class Version(NamedTuple):
    """What a file says; `new` is so much of it as must be judged.

    `pieces` are its parts by their text: those of each list, and under no name the fields.
    """

    value: dict[str, Any]
    new: dict[str, Any]
    pieces: dict[str, dict[str, Piece]]


NOTHING = Version({}, {}, {})


class EntangledError(Exception):
    """A text that cannot be read in parts."""


def decoded(content: bytes) -> str | None:
    """Return the text of a file; None where it is not UTF-8."""
    try:
        return content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError:
        return None


def size(value: Any) -> int:
    """Return of how many values and names a value consists."""
    if isinstance(value, dict):
        return 1 + len(value) + sum(map(size, value.values()))
    return 1 + sum(map(size, value)) if isinstance(value, list) else 1


def alone(text: str) -> Piece:
    """Read a field.

    Raises:
        EntangledError: it cannot be read alone, or not without a fault.
    """
    document = parse("", text)
    value = document.value
    if not document.usable or document.faults or type(value) is not dict or len(value) != 1:
        raise EntangledError
    return Piece(value, size(value))


def entries(text: str) -> Piece:
    """Read entries of a list; one, if nothing is odd.

    Raises:
        EntangledError: they cannot be read alone, or not without a fault.
    """
    piece = alone(f"{ALONE}:\n{text}")
    return Piece(piece.value[ALONE], piece.size)


def read(text: str, before: Version) -> Version:
    """Read a text in parts, all those anew that the version before did not have.

    Raises:
        EntangledError: it must be read whole.
    """
    opening, *fields = FIELD.split(f"\n{text}"[:-1])
    if not fields or text[-1] != "\n" or not OPENING.fullmatch(f"{opening}\n"[1:]):
        raise EntangledError
    found = Version({}, {}, {"": {}})
    total = 0
    for one in fields:
        match = LIST.match(one)
        head = match[1] if match else f"{one}\n"
        piece = before.pieces.get("", {}).get(head) or alone(head)
        found.pieces[""][head] = piece
        ((name, value),) = piece.value.items()
        if name in found.value:
            raise EntangledError
        found.value[name] = found.new[name] = value
        total += piece.size
        if match:
            total += listed(name, match[2], one[match.end() :], before, found)
    if total > NODES:
        raise EntangledError
    return found


def listed(name: str, dash: str, text: str, before: Version, found: Version) -> int:
    """Read the entries of a list into `found`; return of how many values and names they consist.

    Raises:
        EntangledError: one cannot be read alone.
    """
    known = before.pieces.get(f"{dash}{name}", {})
    pieces = found.pieces[f"{dash}{name}"] = {}
    whole: list[Any] = []
    new: list[Any] = []
    total = 0
    for one in text.split(f"\n{dash}"):
        piece = known.get(one)
        if piece is None:
            piece = entries(f"{dash}{one}\n")
            new += piece.value
        pieces[one] = piece
        whole += piece.value
        total += piece.size
    # A list must not be empty; one entry is judged again where none is new.
    found.value[name], found.new[name] = whole, new or whole[:1]
    return total


class Versions:
    """Reads files in many versions; remembers the parts of each path's latest."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self.latest: OrderedDict[str, Version] = OrderedDict()

    def value(self, path: str, content: bytes, kind: Kind) -> Any:
        """Return what a file says; None where it cannot be read or does not follow its schema."""
        text = decoded(content)
        if text is None:
            return None
        try:
            found = read(text, self.latest.get(path, NOTHING))
        except EntangledError:
            document = parse(path, text)
            sound = document.usable and accepts(kind)(document.value)
            return document.value if sound else None
        if not accepts(kind)(found.new):
            return None
        self.latest[path] = found
        self.latest.move_to_end(path)
        if len(self.latest) > PATHS:
            self.latest.popitem(last=False)
        return found.value
