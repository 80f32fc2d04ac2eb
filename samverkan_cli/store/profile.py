"""The strict profile of text, held against the bytes before anything is parsed (threats Y7, Y8).

Two YAML readers may read one file as two documents; inside this profile they read one.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from samverkan_cli.model.finding import Fault, Hit
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.words import Words, say

FORBIDDEN = re.compile(rf"{HIDDEN.pattern}(?!(?<=\r)\n)")
NOT_ASCII = re.compile(r"[^\x00-\x7f]{31,}")
MARKS = 30
MANY = 20
SHOWN = 80


def cut(text: str) -> str:
    """Return a text as it may stand in a message, cut short (threat S8)."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def is_hiding(text: str) -> bool:
    """Tell whether a text holds an invisible character."""
    return not (text.isascii() and text.isprintable()) and HIDDEN.search(text) is not None


def position(text: str, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at `index`."""
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def character_fault(file: str, text: str, index: int) -> Fault:
    """Return the fault of a forbidden character, named by its code point."""
    char = text[index]
    line, column = position(text, index)
    if char == "\t":
        message = say("A tab stands here; YAML is indented with spaces.")
        hint = say("Write two spaces in place of the tab.")
    elif char == "\r":
        message = say(
            "A carriage return stands alone here, which some programs read as a new line."
        )
        hint = say("Let the editor save the file with line endings LF.")
    elif char == "\ufeff":
        message = say("The invisible mark U+FEFF (byte order mark) stands here.")
        hint = say("Save the file as UTF-8 without BOM.")
    else:
        message = say("The invisible character {code} stands here.", code=f"U+{ord(char):04X}")
        hint = say("Delete it; it came along from another program when the text was pasted.")
    return at(file, "character-forbidden", line, column, message, hint)


def at(
    file: str, rule: str, line: int, column: int, message: Words, hint: Words | None = None
) -> Fault:
    """Return a fault at a line and column of a file."""
    span = Span(line, column, line, column + 1)
    return Fault(rule, Hit(Place(file), file, message, hint=hint, span=span))


def decode(file: str, content: bytes) -> tuple[str | None, list[Fault]]:
    """Return the text of a file, or None where it is not UTF-8, with what is wrong with it.

    A byte order mark is told of and left out, so that columns are those of the editor.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        line, column = position(before, len(before))
        message = say(
            "The file is not UTF-8: byte {byte} is no character.",
            byte=f"0x{content[error.start]:02X}",
        )
        hint = say("Open the file in the editor and save it with the encoding UTF-8.")
        return None, [at(file, "file-encoding", line, column, message, hint)]
    faults = [character_fault(file, text, 0)] if text.startswith("\ufeff") else []
    text = text.removeprefix("\ufeff")
    return text, [*faults, *character_faults(file, text)]


def character_faults(file: str, text: str) -> Iterator[Fault]:
    """Yield the forbidden characters of a text, at most the first twenty, and odd composition."""
    for match in islice(FORBIDDEN.finditer(text), MANY):
        yield character_fault(file, text, match.start())
    pile = stacked(text)
    if pile is not None:
        yield stacked_fault(file, text, pile)
    elif not unicodedata.is_normalized("NFC", text):
        yield composition_fault(file, text)


def stacked(text: str) -> int | None:
    """Return where more than thirty marks follow one another, as in no language.

    The time to compose such a text grows with the square of its length (Unicode Annex 15, 13).
    """
    for match in NOT_ASCII.finditer(text):
        marks = 0
        for index in range(*match.span()):
            marks = marks + 1 if unicodedata.combining(text[index]) else 0
            if marks > MARKS:
                return index
    return None


def stacked_fault(file: str, text: str, index: int) -> Fault:
    """Return the fault of a pile of marks."""
    line, column = position(text, index)
    message = say("More than {n} marks are piled on one letter here.", n=MARKS)
    hint = say("Write the letter anew.")
    return at(file, "character-forbidden", line, column, message, hint)


def composition_fault(file: str, text: str) -> Fault:
    """Return the fault of a letter that is written as a letter and a mark of its own."""
    composed = unicodedata.normalize("NFC", text)
    pairs = zip(text, composed, strict=False)
    index = next((number for number, (one, two) in enumerate(pairs) if one != two), len(composed))
    line, column = position(text, min(index, len(text) - 1))
    return at(
        file,
        "text-not-composed",
        line,
        column,
        say("A letter such as å, ä or ö is written here as a letter and a separate mark."),
        say("Write the letter anew; it looks the same, but programs take it for another one."),
    )
