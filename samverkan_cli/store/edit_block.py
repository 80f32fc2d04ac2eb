"""Changes of lists and groups that stand on lines of their own."""

import re
from typing import Any

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
from samverkan_cli.store.written import WIDTH, flow, lines

BLANK = re.compile(r"\n *\r?\n")
GAP = re.compile(r"-( +)$")


def item_lines(item: Any, dash: str, sibling: Node | None) -> list[str]:
    """Return an item as lines after `dash`, in the way of its sibling unless it is too long."""
    one = dash + flow(item)
    spread = sibling is not None and sibling.kind is dict and not sibling.flow
    if not isinstance(item, dict) or not item or (len(one) <= WIDTH and not spread):
        return [one]
    first, *rest = lines(item)
    return [dash + first, *(" " * len(dash) + line for line in rest)]


def dash_like(text: str, like: Node) -> str:
    """Return what an item of a list begins with: indentation, dash and space."""
    last = like.parts[-1]
    gap = GAP.search(text[line_start(text, last.start) : last.start])
    return " " * column(text, like.start) + "-" + (gap[1] if gap else " ")


def list_like(group: Node) -> Node | None:
    """Return the last list in a group that stands on lines of its own."""
    found = [part for part in group.parts if part.kind is list and not part.flow]
    return found[-1] if found else None


def new_list(text: str, group: Node, item: Any) -> list[str]:
    """Return the lines of a list of one item, as the other lists of the group are written."""
    like = list_like(group)
    if like is None:
        return item_lines(item, " " * (column(text, group.start) + 2) + "- ", None)
    return item_lines(item, dash_like(text, like), like.parts[-1])


def add_item(text: str, node: Node, item: Any) -> Splice:
    """Return the splice that puts an item in below the last one and its comments."""
    last = node.parts[-1]
    new = item_lines(item, dash_like(text, node), last)
    return inserted(text, end_of(text, node, -1), ["", *new] if is_parted(text, node) else new)


def add_between(text: str, node: Node, after: int, item: Any) -> Splice:
    """Return the splice that puts an item in below another and its comments.

    Comments no further in than the list are a heading of what follows.
    """
    new = item_lines(item, dash_like(text, node), node.parts[after])
    return inserted(text, end_of(text, node, after), ["", *new] if is_parted(text, node) else new)


def is_parted(text: str, node: Node) -> bool:
    """Tell whether there is an empty line between each two items of a list."""
    ends = [part.end for part in node.parts[:-1]]
    return bool(ends) and all(
        BLANK.search(text, end, dash_of(text, node, at)) for at, end in enumerate(ends, start=1)
    )


def first_item(text: str, group: Node, colon: int, node: Node, item: Any) -> Splice:
    """Return the splice that puts lines in below a name with nothing, `null` or `[]` behind it."""
    index = below_remarks(text, below(text, node), column(text, group.start))
    kept = text[node.end : index]
    return Splice(colon, index, kept + as_lines(text, index, new_list(text, group, item)))


def add_line(text: str, group: Node, after: int, line: str) -> Splice:
    """Return the splice that puts a field in below the one of a number."""
    indent = column(text, group.start)
    index = below_remarks(text, below(text, group.parts[after]), indent)
    return inserted(text, index, [" " * indent + line])


def add_list(text: str, group: Node, name: str, item: Any, *, last: bool) -> Splice:
    """Return the splice that begins a list, at the end of the text where the group is `last`."""
    indent = column(text, group.start)
    new = [f"{' ' * indent}{name}:", *new_list(text, group, item)]
    index = len(text) if last else below_remarks(text, below(text, group.parts[-1]), indent)
    parted = any(
        BLANK.search(text, part.end, key.start)
        for part, key in zip(group.parts, group.keys[1:], strict=False)
    )
    return inserted(text, index, ["", *new] if parted and not ends_blank(text, index) else new)


def ends_blank(text: str, index: int) -> bool:
    """Tell whether the line before `index` is empty."""
    return text[:index].endswith(("\n\n", "\n\r\n"))


def dash_of(text: str, node: Node, at: int) -> int:
    """Return where the dash of an item stands: on the item's line, or above comments."""
    if not at:
        return node.start
    indent = column(text, node.start)
    start = line_start(text, node.parts[at].start)
    while start and not text.startswith(" " * indent + "-", start):
        start = line_start(text, start - 1)
    return start + indent


def end_of(text: str, node: Node, at: int) -> int:
    """Return where the line begins that is below an item and its comments."""
    return below_remarks(text, below(text, node.parts[at]), column(text, node.start))


def take_item(text: str, node: Node, at: int, colon: int | None) -> Splice:
    """Return the splice that takes an item out with its own lines; the last leaves `[]`.

    Comments above stay: they may be the heading of what follows.
    """
    item, dash = node.parts[at], dash_of(text, node, at)
    start, end = line_start(text, dash), end_of(text, node, at)
    own = is_blank(text[start:dash])
    if own and end == len(text) and not text.endswith("\n"):
        # A file without a last line break still has none.
        start = line_end(text, len(text[:start].rstrip()))
    if len(node.parts) > 1:
        return Splice(start, end, "") if own else Splice(dash, dash_of(text, node, at + 1), "")
    if own and colon is not None:
        return Splice(colon, end, " []" + text[colon:start])
    return Splice(dash, dash + len(text[dash : item.end].rstrip()), "[]")
