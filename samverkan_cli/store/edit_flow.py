"""Changes inside brackets and braces."""

import re

from samverkan_cli.store.layout import Node
from samverkan_cli.store.lines import (
    Splice,
    as_lines,
    below,
    below_remarks,
    column,
    inserted,
    is_blank,
    line_end,
    line_start,
)

COMMA = re.compile(r"\s*,")
BETWEEN = re.compile(r"\s*,\s*")
REST = re.compile(r"( *,)?( *(?:#.*)?)")
SPACE = re.compile(r"[\s,]*")


def add_item(text: str, node: Node, after: int, item: str) -> Splice:
    """Return the splice that puts an item in behind the one of a number.

    What stands last in a line is given lines of its own below, if it has a line of its own or a
    comment, which has to stay behind it.
    """
    if not node.parts:
        return Splice(node.start + 1, node.start + 1, item)
    part = node.parts[after]
    start, end = line_start(text, part.start), line_end(text, part.end)
    rest = REST.fullmatch(text, part.end, end)
    own = is_blank(text[start : part.start])
    if not rest or not (own or rest[2].strip()):
        return Splice(part.end, part.end, f", {item}")
    line = " " * column(text, part.start) + item
    index = end_of(text, part)
    if rest[1]:
        return inserted(text, index, [f"{line},"])
    if part is not node.parts[-1]:
        # The comma stands in a later line.
        following = node.parts[after + 1].start
        return Splice(following, following, f"{item}, ")
    kept = f",{rest[2]}{text[end:index]}"
    return Splice(part.end, index, kept + as_lines(text, index, [line]))


def add_field(text: str, node: Node, after: int, field: str) -> Splice:
    """Return the splice that puts a field in behind the one of a number."""
    if not node.parts:
        return Splice(node.start + 1, node.start + 1, field)
    part = node.parts[after]
    # `{a:, b: c}` is not understood by every reader, but `{a: , b: c}` is.
    space = " " if part.is_empty and text[part.end - 1] == ":" else ""
    return Splice(part.end, part.end, f"{space}, {field}")


def take_item(text: str, node: Node, at: int) -> Splice:
    """Return the splice that takes an item out, with its comma and, if they are its own, its lines.

    The comma before a last item may be left standing: it changes nothing.
    """
    item = node.parts[at]
    before = node.parts[at - 1].end if at else node.start + 1
    after = node.parts[at + 1].start if at + 1 < len(node.parts) else node.end - 1
    if len(node.parts) == 1 and is_space(text, before, item.start, item.end, after):
        return Splice(node.start, node.end, "[]")
    start = line_start(text, item.start)
    if is_blank(text[start : item.start]) and ends_line(text, item):
        return Splice(start, end_of(text, item), "")
    if at and BETWEEN.fullmatch(text, before, item.start):
        return Splice(before, item.end, "")
    if BETWEEN.fullmatch(text, item.end, after):
        return Splice(item.start, after, "")
    comma = COMMA.match(text, item.end)
    return Splice(item.start, comma.end() if comma else item.end, "")


def end_of(text: str, item: Node) -> int:
    """Return where the line begins that is below the lines of an item and its comments."""
    return below_remarks(text, below(text, item), column(text, item.start))


def ends_line(text: str, item: Node) -> bool:
    """Tell whether no other item stands behind this one in its line."""
    return REST.fullmatch(text, item.end, line_end(text, item.end)) is not None


def is_space(text: str, before: int, start: int, end: int, after: int) -> bool:
    """Tell whether nothing but space and commas stands around an item."""
    return bool(SPACE.fullmatch(text, before, start) and SPACE.fullmatch(text, end, after))
