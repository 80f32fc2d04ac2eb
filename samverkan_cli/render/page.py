"""Lines of styled text, before it is known whether they go to a terminal or a file."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.language.tongue import Tongue


class Style(StrEnum):
    """What a stretch of text is; the terminal gives each its colour."""

    PLAIN = ""
    STRONG = "bold"
    GOOD = "green"
    BAD = "red"
    WARN = "yellow"
    NOTE = "cyan"
    DIM = "dim"


class Piece(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN


Line = tuple[Piece, ...]

ASCII = str.maketrans(
    {
        "✓": "+",
        "✗": "x",
        "◐": "!",
        "–": "-",
        "—": "-",
        "·": "-",
        "…": "~",
        "“": '"',
        "”": '"',
        "’": "'",
        "→": ">",
        "█": "#",
        "▓": "%",
        "░": ".",
        "×": "x",
        "\u00a0": " ",
    }
)
COMMAND = re.compile(
    r"(?:^|(?<=: )|(?<=[“”]))(?:samverkan|git|rm|find|cd) [^“”\n]*?(?=”|, | \(| – |\. [A-ZÅÄÖ]|$)"
    r'|--[a-z-]+ "[^"\n]*"'
)
"""What is to be pasted into a shell: it stands in quotation marks, or follows a colon.

An option with its value in quotation marks stands anywhere.
"""
STAY = "\0"
"""A space at which no line ends."""


def cells(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


@dataclass(slots=True)
class Page:
    """Lines that are being written, no wider than `width` columns where words allow it."""

    tongue: Tongue
    width: int
    lines: list[Line] = field(default_factory=list)

    def add(self, *pieces: Piece | str) -> None:
        """Add a line. None begins like a command to a runner of pipelines (threat O3)."""
        line = tuple(Piece(p) if isinstance(p, str) else p for p in pieces)
        if "".join(piece.text for piece in line).lstrip().startswith("::"):
            line = (Piece("\\"), *line)
        self.lines.append(line)

    def command(self, text: str) -> None:
        """Add a line that is meant as such a command; what is in it has been escaped."""
        self.lines.append((Piece(text),))

    def gap(self) -> None:
        """Part what comes from what stands already, by one empty line."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def prose(self, text: str, *, indent: int = 0, style: Style = Style.PLAIN) -> None:
        """Add a paragraph, wrapped between words."""
        for line in wrapped(text, max(20, self.width - indent)):
            self.add(" " * indent, Piece(line, style))

    def flow(self, *pieces: Piece | str, hang: int = 0) -> None:
        """Add pieces as a paragraph, wrapped between words; later lines begin at `hang`."""
        texts = "".join(p if isinstance(p, str) else p.text for p in pieces)
        if cells(texts) <= self.width:
            self.add(*pieces)
            return
        line: list[Piece] = []
        used, begun = 0, False
        for space, word in words(pieces):
            length = sum(cells(piece.text) for piece in word)
            if begun and used + space + length > self.width:
                self.add(*line)
                line, used, space = [], 0, hang  # noqa: PLW2901 - the space falls at the break
            join(line, space, word)
            used += space + length
            begun = True
        self.add(*line)

    def plain(self) -> str:
        """Return the lines as text without styles."""
        texts = ("".join(piece.text for piece in line).rstrip() for line in self.lines)
        return "".join(f"{text}\n" for text in texts)


def join(line: list[Piece], space: int, word: list[Piece]) -> None:
    """Put a word at the end of a line, in one piece with what stands there in the same style."""
    first, *rest = word
    if line and line[-1].style is first.style:
        first = Piece(f"{line.pop().text}{' ' * space}{first.text}", first.style)
    elif space:
        line.append(Piece(" " * space))
    line += [first, *rest]


def words(pieces: tuple[Piece | str, ...]) -> Iterator[tuple[int, list[Piece]]]:
    """Yield each word, in one style or several, with the number of spaces before it."""
    space, word = 0, list[Piece]()
    for piece in pieces:
        whole = Piece(piece) if isinstance(piece, str) else piece
        for part in re.findall(" +|[^ ]+", unbroken(whole.text)):
            if part.isspace() and part[0] == " ":
                if word:
                    yield space, word
                    space, word = 0, []
                space += len(part)
            else:
                word.append(Piece(part.replace(STAY, " "), whole.style))
    if word:
        yield space, word


def unbroken(text: str) -> str:
    """Return a text in which every command is one word: broken, it could not be pasted."""
    return COMMAND.sub(lambda found: found[0].replace(" ", STAY), text)


def wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph; a word or command longer than the width stays whole."""
    line = ""
    for word in (part.replace(STAY, " ") for part in unbroken(text).split(" ")):
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            yield line
            line = word
        else:
            line = longer
    if line:
        yield line


def padded(text: str, width: int) -> str:
    """Return a text filled with spaces up to `width` columns."""
    return text + " " * max(0, width - cells(text))
