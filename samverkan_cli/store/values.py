"""What a scalar event means, and what is wrong with it."""

from typing import Any

from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.words import say
from samverkan_cli.store.document import Document
from samverkan_cli.store.profile import cut, is_hiding
from samverkan_cli.store.quick import SCALAR
from samverkan_cli.store.scalars import AmbiguousScalarError, resolve


def value_of(document: Document, event: Any) -> Any:
    """Return the value of a scalar, noting what is wrong with it."""
    text = event.value
    if len(text) > SCALAR:
        document.fault(
            "text-too-long",
            event.start_mark,
            say(
                "The text has {n} characters; at most {limit} are read.",
                n=len(text),
                limit=SCALAR,
            ),
            say("Keep long texts in a document of their own and refer to it."),
        )
        return ""
    if not event.style and event.implicit[0]:
        return plain(document, event)
    if event.style == '"':
        return escaped(document, event)
    return text


def plain(document: Document, event: Any) -> Any:
    """Return what a scalar without quotes means."""
    try:
        return resolve(event.value)
    except AmbiguousScalarError:
        document.fault(
            "scalar-ambiguous",
            event.start_mark,
            say(
                "“{text}” without quotes means different things to different programs.",
                text=cut(event.value),
            ),
            say(
                "Write it in quotation marks if it is a text; "
                "write a whole number, true or false otherwise."
            ),
        )
        return event.value


def escaped(document: Document, event: Any) -> str:
    """Return a text in double quotes, where a backslash may hide a character (threat Y8)."""
    if not is_hiding(event.value):
        return str(event.value)
    found = HIDDEN.search(event.value)
    if found:
        document.fault(
            "character-forbidden",
            event.start_mark,
            say(
                "The text holds the invisible character {code}, written with a backslash.",
                code=f"U+{ord(found.group()):04X}",
            ),
            say("Take it away; texts hold letters, digits and signs."),
        )
    return HIDDEN.sub(" ", event.value)
