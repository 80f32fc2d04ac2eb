"""The quick way through a text in which nothing is odd; at any doubt the thorough way is taken.

Most files have nothing wrong, and nobody asks where their values stand. For them the parser's
events are put together here, in one loop and without positions: half the time of `compose`. What
this loop does not understand at once it leaves to `compose`, which knows what to say of it.
"""

from functools import lru_cache
from typing import Any

import yaml

from samverkan_cli.store.profile import is_hiding
from samverkan_cli.store.scalars import AmbiguousScalarError, is_field_name, resolve

DEPTH = 20
NODES = 20_000
KEY = 200
SCALAR = 16 * 1024


class DoubtError(Exception):
    """Something that only the thorough way can judge."""


@lru_cache(1024)
def is_name(text: str, *, quoted: bool) -> bool:
    """Tell whether a text can be a field's name; the same few names come again and again."""
    return len(text) <= KEY and not is_hiding(text) and (quoted or is_field_name(text))


def scalar(event: Any) -> Any:
    """Return the value of a scalar.

    Raises:
        DoubtError: it is not plainly one value.
    """
    text, style = event.value, event.style
    if event.anchor or event.tag or style in ("|", ">") or len(text) > SCALAR:
        raise DoubtError
    if event.start_mark.line != event.end_mark.line:
        # A text over several lines may mean what none of its lines says.
        raise DoubtError
    if not style:
        try:
            return resolve(text)
        except AmbiguousScalarError as error:
            raise DoubtError from error
    if style == '"' and is_hiding(text):
        raise DoubtError
    return text


def key_of(event: Any, level: dict[str, Any]) -> str:
    """Return the name of a field that `level` does not have yet.

    Raises:
        DoubtError: it is no name, or there already.
    """
    text: str = event.value
    if event.anchor or event.tag or text in level or text == "<<":
        raise DoubtError
    if not is_name(text, quoted=bool(event.style)):
        raise DoubtError
    return text


def quick(parser: Any) -> Any:  # noqa: C901, PLR0912, PLR0915 - one loop without calls is the point
    """Return the value of the one document that a parser reads.

    Raises:
        DoubtError: there is something that only the thorough way can judge.
        yaml.YAMLError: the parser cannot go on.
    """
    root: list[Any] = []
    level: Any = root
    key: str | None = None
    open_levels: list[tuple[Any, str | None]] = []
    documents = nodes = 0
    next_event = parser.get_event
    while True:
        event = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            if key is None and type(level) is dict:
                key = key_of(event, level)
                continue
            value = scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            value = {} if kind is yaml.MappingStartEvent else []
            if event.anchor or event.tag or len(open_levels) == DEPTH:
                raise DoubtError
            if key is None and type(level) is dict:
                raise DoubtError
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            level, key = open_levels.pop()
            continue
        elif kind is yaml.StreamEndEvent:
            break
        elif kind is yaml.StreamStartEvent or (
            kind is yaml.DocumentEndEvent and not event.explicit
        ):
            continue
        elif kind is yaml.DocumentStartEvent and not documents:
            documents = 1
            continue
        else:
            raise DoubtError
        nodes += 1
        if nodes > NODES // 2:
            raise DoubtError
        if key is None:
            level.append(value)
        else:
            level[key], key = value, None
        if kind is not yaml.ScalarEvent:
            open_levels.append((level, None))
            level = value
    if len(root) != 1:
        raise DoubtError
    return root[0]
