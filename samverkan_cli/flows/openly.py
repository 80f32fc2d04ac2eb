"""The lines of the files as they may be shown: what nobody is to read in them is covered.

What is compared are the bytes; what is shown of a line is what the register's own text has there.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff
from typing import Any

from samverkan_cli.evaluate.guard import Guard, guard_of
from samverkan_cli.evaluate.personal import blotted
from samverkan_cli.flows.parts import part
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.place import Key
from samverkan_cli.store.document import Document
from samverkan_cli.store.register import Register

GUARANTEES = "terms/guarantees/"
COVER = "…"
"""What stands in place of a line that tells who holds a protected function."""


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; the end of the last is no line of its own."""
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    return lines if lines[-1] else lines[:-1]


def text_of(content: bytes | None) -> str:
    """Return a file's text; nothing of a file that is not there."""
    return (content or b"").decode("utf-8", "replace")


def documents(register: Register, unread: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what files say, but for those that cannot be read and those called unread."""
    return {
        path: document.value
        for path, document in register.documents.items()
        if document.usable and not path.startswith(unread)
    }


def agreement_in(register: Register) -> Agreement:
    """Return what can be read, also where what names the agreement cannot."""
    return register.agreement or part(documents(register))


def guard_in(register: Register) -> Guard:
    """Return what a register says of protection, and whether all that it says could be read."""
    guard = guard_of(agreement_in(register))
    lost = any(one.startswith(GUARANTEES) or GUARANTEES.startswith(one) for one in register.unread)
    return guard._replace(whole=not lost)


def lines_under(document: Document, keys: tuple[Key, ...]) -> range:
    """Return the numbers of the lines on which a value stands with all that is in it."""
    span, value = document.span(keys), document.value
    for key in keys:
        value = value[key]
    last = span.end_line
    inside = range(len(value)) if isinstance(value, list) else value
    for key in inside if isinstance(value, dict | list) else ():
        last = max(last, lines_under(document, (*keys, key)).stop - 1)
    return range(span.line, last + 1)


def texts_of(register: Register) -> Mapping[str, str]:
    """Return the files as they may be shown: no line tells who holds a protected function."""
    guard = guard_in(register)
    hidden = [one.place for one in agreement_in(register).assignments if guard.hides(one)]
    lines = {place.file: register.texts[place.file].split("\n") for place in hidden}
    for place in hidden:
        written = lines[place.file]
        for number in lines_under(register.documents[place.file], place.keys):
            written[number - 1] = COVER
    return {**register.texts, **{file: "\n".join(those) for file, those in lines.items()}}


def covers(texts: Mapping[str, str], path: str, text: str) -> Mapping[str, str]:
    """Return what is shown in place of the lines of a file that are not to be shown."""
    # A text that could not be decoded is not among those that may be shown.
    shown = texts.get(path) or blotted(text)
    pairs = zip(lines_of(text), lines_of(shown), strict=True)
    return {line: cover for line, cover in pairs if line != cover}


def differences(
    path: str, old: tuple[Register, bytes | None], new: tuple[Register, bytes | None]
) -> Iterator[str]:
    """Yield what differs between two versions of a file, line by line, fit to be shown.

    Each is given with the register that it was read in; None is a file that is not there.
    """
    texts = [text_of(content) for _, content in (old, new)]
    covered: dict[str, str] = {}
    for (register, content), text in zip((old, new), texts, strict=True):
        covered |= covers(texts_of(register), path, text) if content is not None else {}
    found = unified_diff(
        lines_of(texts[0]),
        lines_of(texts[1]),
        "/dev/null" if old[1] is None else f"a/{path}",
        "/dev/null" if new[1] is None else f"b/{path}",
        lineterm="",
    )
    for number, line in enumerate(found):
        # The first two name the file.
        yield line if number <= 1 else line[:1] + covered.get(line[1:], line[1:])
