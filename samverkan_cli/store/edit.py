"""Changes of a text, each made as one splice: what is not meant is not touched.

As many as do not get in each other's way are made at once, and the text is read again. It has to
mean what was meant, and to hold every comment that it held. Otherwise half of them are tried, and a
change that is not safe alone is refused.
"""

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from typing import Any

from samverkan_cli.store import edit_block, edit_flow
from samverkan_cli.store.document import Document
from samverkan_cli.store.edit_error import EditError, hold, unsafe
from samverkan_cli.store.edits import Append, Edit, Keys, Remove, Set, carried_out, runs, same
from samverkan_cli.store.layout import Node, after_colon, comments, path, tree
from samverkan_cli.store.lines import Splice, spliced
from samverkan_cli.store.profile import character_faults
from samverkan_cli.store.text import parse
from samverkan_cli.store.written import flow, lines, scalar

SIGNS = (":", "-")
QUOTES = ("'", '"')
FOLLOWS = {"until": "from"}
"""The fields that stand behind another one where there is one, and not last."""


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made one after the other; each speaks of what the former left.

    Raises:
        EditError: an edit cannot be made safely.
        LookupError: there is nothing of the kind at the keys of an edit.
    """
    return reduce(halved, runs(edits), text)


def halved(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made at once; where that is not safe, half of them at a time.

    Raises:
        EditError: one of them cannot be made safely, even alone.
        LookupError: there is nothing of the kind at its keys.
    """
    try:
        return applied(text, edits)
    except (EditError, LookupError):
        if len(edits) == 1:
            raise
    half = len(edits) // 2
    return halved(halved(text, edits[:half]), edits[half:])


def applied(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with edits made at once, none of which moves what another speaks of.

    Raises:
        EditError: they cannot be made safely.
        LookupError: there is nothing of the kind at the keys of one.
    """
    before = reading(text)
    hold(before)
    root = tree(text)
    meant = carried_out(before.value, edits)
    splices = placed(text, root, edits)
    new = spliced(text, splices)
    after = reading(new)
    if after.faults or not same(after.value, meant) or not keeps_comments(text, root, new, edits):
        raise unsafe(text, splices[0].start)
    return new


def placed(text: str, root: Node | None, edits: Sequence[Edit]) -> list[Splice]:
    """Return what edits do to a text, in its order.

    Raises:
        EditError: there is no safe way, or two of them change the same stretch.
    """
    found = []
    for number, edit in enumerate(edits):
        splice = splice_of(text, root, edit)
        # What is written later right behind the same item stands closer to it.
        behind = isinstance(edit, Append) and edit.after is not None
        found.append((splice.start, splice.end, -number if behind else number, splice))
    splices = [splice for *_, splice in sorted(found)]
    for one, other in pairwise(splices):
        if one.end > other.start:
            raise unsafe(text, other.start)
    return splices


def reading(text: str) -> Document:
    """Return what a text says, and all that is wrong with it."""
    document = parse("", text)
    document.faults[:0] = character_faults("", text)
    return document


def splice_of(text: str, root: Node | None, edit: Edit) -> Splice:
    """Return what an edit does to a text.

    Raises:
        EditError: there is no safe way.
    """
    match edit:
        case Append(keys, item, after):
            if after is not None and after + 1 < len(path(root, keys)[-1].parts):
                return insert(text, path(root, keys)[-1], after, item)
            return append(text, root, keys, item)
        case Set(keys, key, value):
            return put(text, path(root, keys)[-1], key, value)
        case Remove(keys):
            return remove(text, path(root, keys), keys)


def insert(text: str, node: Node, after: int, item: Any) -> Splice:
    """Return the splice that puts an item in behind one that is not the last."""
    if node.flow:
        return edit_flow.add_item(text, node, after, flow(item))
    return edit_block.add_between(text, node, after, item)


def append(text: str, root: Node | None, keys: Keys, item: Any) -> Splice:
    """Return the splice that puts an item last in a list.

    Raises:
        EditError: there is no safe way.
    """
    above = path(root, keys[:-1])
    group, name = above[-1], keys[-1] if keys else ""
    if keys and group.kind is dict and name not in group.names:
        return begin(text, group, str(name), item, last=len(keys) == 1)
    node = path(root, keys)[-1]
    if node.parts:
        if node.flow:
            return edit_flow.add_item(text, node, -1, flow(item))
        return edit_block.add_item(text, node, item)
    colon = after_colon(text, group, name)
    if colon and not group.flow and "\n" not in text[colon : node.end]:
        return edit_block.first_item(text, group, colon, node, item)
    if node.bracketed:
        return edit_flow.add_item(text, node, -1, flow(item))
    return Splice(node.start, node.end, before_value(text, node) + f"[{flow(item)}]")


def begin(text: str, group: Node, name: str, item: Any, *, last: bool) -> Splice:
    """Return the splice that begins a list under a new name.

    Raises:
        EditError: the group has neither lines nor braces of its own.
    """
    if group.bracketed:
        return edit_flow.add_field(text, group, -1, *lines({name: [item]}))
    if group.flow:
        raise unsafe(text, group.start)
    return edit_block.add_list(text, group, name, item, last=last)


def put(text: str, group: Node, key: str, value: Any) -> Splice:
    """Return the splice that gives a field a value.

    Raises:
        EditError: there is no safe way.
    """
    if key in group.names:
        return replace(text, group.at(key), value)
    after = group.names.index(FOLLOWS[key]) if FOLLOWS.get(key) in group.names else -1
    (line,) = lines({key: value})
    if group.bracketed:
        return edit_flow.add_field(text, group, after, line)
    if group.flow:
        raise unsafe(text, group.start)
    return edit_block.add_line(text, group, after, line)


def replace(text: str, node: Node, value: Any) -> Splice:
    """Return the splice that puts a scalar in place of another, in the same quotation marks.

    Raises:
        EditError: what stands there is a list or a group.
    """
    if node.kind is not str:
        raise unsafe(text, node.start)
    if node.is_empty:
        return Splice(node.end, node.end, before_value(text, node) + scalar(value))
    end = node.start + len(text[node.start : node.end].rstrip())
    return Splice(node.start, end, scalar(value, like=node.style if node.style in QUOTES else ""))


def before_value(text: str, node: Node) -> str:
    """Return what has to be written before a value in the place of another."""
    if not node.is_empty:
        return ""
    return " " if text[node.end - 1] in SIGNS else ": "


def remove(text: str, nodes: list[Node], keys: Keys) -> Splice:
    """Return the splice that takes an item out of its list."""
    node, at = nodes[-2], int(keys[-1])
    if node.flow:
        return edit_flow.take_item(text, node, at)
    colon = after_colon(text, nodes[-3], keys[-2]) if len(keys) > 1 else None
    return edit_block.take_item(text, node, at, colon)


def keeps_comments(text: str, root: Node | None, new: str, edits: Sequence[Edit]) -> bool:
    """Tell whether every comment is still there, in order, but for those of removed items."""
    old = comments(text, root)
    gone = [
        reach(text, path(root, edit.keys)[-2], int(edit.keys[-1]))
        for edit in edits
        if isinstance(edit, Remove)
    ]
    every = [comment for _, comment in old]
    others = [
        comment for index, comment in old if not any(start <= index < end for start, end in gone)
    ]
    found = [comment for _, comment in comments(new, tree(new))]
    return among(others, found) and among(found, every)


def reach(text: str, node: Node, at: int) -> tuple[int, int]:
    """Return from where to where the comments of a list's item stand."""
    item = node.parts[at]
    if not node.flow:
        return edit_block.dash_of(text, node, at), edit_block.end_of(text, node, at)
    ends = edit_flow.ends_line(text, item)
    return item.start, edit_flow.end_of(text, item) if ends else item.end


def among(few: Iterable[str], many: Iterable[str]) -> bool:
    """Tell whether the few are all among the many, in the same order."""
    rest = iter(many)
    return all(one in rest for one in few)
