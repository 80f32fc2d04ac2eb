"""Where everything in a text stands, to the character: what an edit goes by.

The parser is the reader's own. Its marks are exact but for three: an empty value is placed after
its colon, a group or list without brackets ends with the last thing in it, and a text in a block
(`|`, `>`) ends with its last line, unless the empty lines below belong to it (`|+`).
"""

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from samverkan_cli.model.place import Key
from samverkan_cli.store import text as reader

COLON = re.compile(r"\s*:")
COMMENT = re.compile(r"#[^\r\n]*")
BLOCK = ("|", ">")


@dataclass(slots=True)
class Node:
    """A value as it is written in `text[start:end]`.

    `kind` is str for all that is no list or group. `style` is the sign that begins a scalar.
    `keys` are the field names of a group, and `parts` their values or those of a list.
    """

    kind: type
    start: int
    end: int
    style: str = ""
    value: str = ""
    flow: bool = False
    bracketed: bool = False
    keys: list["Node"] = field(default_factory=list)
    parts: list["Node"] = field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """Return the field names of a group."""
        return [key.value for key in self.keys]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is written where the value should be."""
        return self.start == self.end

    def at(self, key: Key) -> "Node":
        """Return the value under a field name or at a number.

        Raises:
            LookupError: there is none.
        """
        if self.kind is list and isinstance(key, int):
            return self.parts[key]
        if self.kind is dict and key in self.names:
            return self.parts[self.names.index(str(key))]
        raise LookupError(key)


def tree(text: str) -> Node | None:
    """Return the layout of a text that the reader accepts; None where it says nothing."""
    parser = reader.Parser(text)
    above = Node(list, 0, len(text))
    levels = [above]
    try:
        for event in iter(parser.get_event, None):
            take(text, levels, event)
    finally:
        parser.dispose()
    return above.parts[0] if above.parts else None


def take(text: str, levels: list[Node], event: Any) -> None:
    """Take the next event of the parser."""
    kind = type(event)
    if kind is yaml.ScalarEvent:
        put(levels[-1], scalar(text, levels[-1], event))
    elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
        start = event.start_mark.index
        node = Node(dict if kind is yaml.MappingStartEvent else list, start, start)
        node.flow, node.bracketed = bool(event.flow_style), text[start : start + 1] in ("[", "{")
        put(levels[-1], node)
        levels.append(node)
    elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
        node = levels.pop()
        node.end = event.end_mark.index if node.bracketed else node.parts[-1].end


def put(level: Node, node: Node) -> None:
    """Place a value, or a field's name, in the group or list that is open."""
    wants_key = level.kind is dict and len(level.keys) == len(level.parts)
    (level.keys if wants_key else level.parts).append(node)


def scalar(text: str, level: Node, event: Any) -> Node:
    """Return the layout of a scalar."""
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if start == end and level.kind is dict:
        colon = COLON.match(text, level.keys[-1].end)
        start = end = colon.end() if colon else level.keys[-1].end
    elif style in BLOCK and "+" not in text[start : start + 3]:
        end = start + len(text[start:end].rstrip())
    return Node(str, start, end, style, event.value)


def path(root: Node | None, keys: tuple[Key, ...]) -> list[Node]:
    """Return the values on the way to `keys`, itself last.

    Raises:
        LookupError: it is not there.
    """
    if root is None:
        raise LookupError(keys)
    found = [root]
    for key in keys:
        found.append(found[-1].at(key))
    return found


def after_colon(text: str, group: Node, name: Key) -> int | None:
    """Return where the colon ends behind a field's name; None where `group` is no group."""
    if group.kind is not dict:
        return None
    colon = COLON.match(text, group.keys[group.names.index(str(name))].end)
    return colon.end() if colon else None


def comments(text: str, root: Node | None) -> list[tuple[int, str]]:
    """Return every comment of a text with its index."""
    found: list[tuple[int, str]] = []
    end = 0
    for node in [*scalars(root), Node(str, len(text), len(text))]:
        # The sign that begins a block may have a comment behind it.
        start = text.find("\n", node.start) if node.style in BLOCK else node.start
        found += [(one.start(), one.group()) for one in COMMENT.finditer(text, end, start)]
        end = max(end, node.end)
    return found


def scalars(node: Node | None) -> list[Node]:
    """Return every scalar in a value, field names too, in the order of the text."""
    if node is None or node.kind is str:
        return [node] if node else []
    inner: list[Node] = []
    for number, part in enumerate(node.parts):
        inner += [*node.keys[number : number + 1], *scalars(part)]
    return inner
