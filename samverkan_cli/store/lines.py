"""Lines of a text, and the pieces that are put in or taken out."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from samverkan_cli.store.layout import Node

REMARK = re.compile(r"( *)#")


class Splice(NamedTuple):
    """What stands in `text[start:end]` gives way to a new text."""

    start: int
    end: int
    text: str


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Return a text with splices made that stand in its order and do not overlap."""
    pieces, index = [], 0
    for start, end, new in splices:
        pieces += [text[index:start], new]
        index = end
    return "".join((*pieces, text[index:]))


def line_start(text: str, index: int) -> int:
    """Return where the line begins that `index` is in."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, index: int) -> int:
    """Return where the line ends that `index` is in, its line break left out."""
    end = text.find("\n", index)
    if end < 0:
        return len(text)
    return end - 1 if text[index:end].endswith("\r") else end


def column(text: str, index: int) -> int:
    """Return how many characters stand before `index` in its line."""
    return index - line_start(text, index)


def is_blank(text: str) -> bool:
    """Tell whether there is nothing but space in a text."""
    return not text.strip()


def below(text: str, node: Node) -> int:
    """Return where the line after a value's last one begins."""
    if not node.is_empty and text[node.end - 1] == "\n":
        return node.end
    end = text.find("\n", node.end)
    return len(text) if end < 0 else end + 1


def below_remarks(text: str, index: int, indent: int) -> int:
    """Return where the lines from `index` on end that are comments further in than `indent`."""
    while (remark := REMARK.match(text, index)) and len(remark[1]) > indent:
        end = text.find("\n", index)
        index = len(text) if end < 0 else end + 1
    return index


def newline(text: str, index: int) -> str:
    """Return the line break of the line before `index`, or else of the text's first line."""
    end = index if text[:index].endswith("\n") else text.find("\n") + 1
    return "\r\n" if text[:end].endswith("\r\n") else "\n"


def inserted(text: str, index: int, lines: list[str]) -> Splice:
    """Return the splice that puts whole lines in at the beginning of a line or at the very end."""
    return Splice(index, index, as_lines(text, index, lines))


def as_lines(text: str, index: int, lines: list[str]) -> str:
    """Return lines with the breaks that they need at `index`.

    A file without a last line break still has none afterwards.
    """
    end = newline(text, index)
    if index and text[index - 1] != "\n":
        return "".join(end + line for line in lines)
    return "".join(line + end for line in lines)
