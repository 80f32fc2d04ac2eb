"""Personal data in the text of a file: values, keys and comments alike."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from samverkan_cli.evaluate.personal import SIGN, PersonalKind, blotted, masked, personal_data
from samverkan_cli.model.finding import Fault
from samverkan_cli.model.place import Key
from samverkan_cli.model.words import Value, Words, say
from samverkan_cli.store.document import FAULTS, Document
from samverkan_cli.store.profile import at, position

KINDS = {
    PersonalKind.IDENTITY: say("A personal identity number seems to stand here."),
    PersonalKind.MAIL: say("An e-mail address seems to stand here."),
    PersonalKind.PHONE: say("A mobile telephone number seems to stand here."),
}
CURE = say(
    "Take it away before you commit: git keeps what it has been given. Name posts, never persons."
)


def personal_faults(file: str, text: str) -> Iterator[Fault]:
    """Yield what looks like personal data in a text; never the data."""
    for sighting in islice(personal_data(text), FAULTS + 1):
        line, column = position(text, sighting.start)
        yield at(file, "personal-data", line, column, KINDS[sighting.kind], CURE)


def texts_in(value: Any, keys: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Yield every text in a file's value, field names too, with the keys that lead to it."""
    if isinstance(value, str):
        yield keys, value.replace("\n", " ")
    elif isinstance(value, dict):
        for key, part in value.items():
            yield (*keys, key), key
            yield from texts_in(part, (*keys, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from texts_in(part, (*keys, number))


def meant_faults(document: Document, told: list[Fault]) -> Iterator[Fault]:
    """Yield personal data that a file only means: spelled with escapes, or broken over lines."""
    every = [*texts_in(document.value)]
    if not any(personal_data("\n".join(text for _, text in every))):
        return
    lines = {fault.hit.span.line for fault in told if fault.hit.span}
    for keys, text in every:
        for sighting in personal_data(text):
            span = document.span(keys)
            if lines.isdisjoint(range(span.line, span.end_line + 1)):
                fault = at(document.file, "personal-data", *span[:2], KINDS[sighting.kind], CURE)
                yield Fault(fault.rule, fault.hit._replace(span=span))


def without_personal_data(value: Any) -> Any:
    """Return a file's value with zeros in place of the personal data in it."""
    if isinstance(value, dict):
        return {key: without_personal_data(part) for key, part in value.items()}
    if isinstance(value, list):
        return [without_personal_data(part) for part in value]
    return blotted(value) if isinstance(value, str) else value


def shown_text(text: str, meant: list[Fault]) -> str:
    """Return a file's text as it may be shown beside a finding."""
    lines = blotted(text).split("\n")
    for span in (fault.hit.span for fault in meant if fault.hit.span):
        # What is never closed ends on the line after the last.
        for number in range(span.line - 1, min(span.end_line, len(lines))):
            lines[number] = SIGN.sub("0", lines[number])
    return "\n".join(lines)


def discreet(fault: Fault) -> Fault:
    """Return a fault without the personal data that its words may quote."""
    hit = fault.hit
    hint = hit.hint and hide(hit.hint)
    hidden = hit._replace(subject=masked(hit.subject), message=hide(hit.message), hint=hint)
    return Fault(fault.rule, hidden)


def hide(words: Words) -> Words:
    """Return a sentence whose values hold no personal data."""
    return replace(words, values=tuple((name, hidden(value)) for name, value in words.values))


def hidden(value: Value) -> Value:
    """Return a value without personal data."""
    if isinstance(value, str):
        return masked(value)
    return tuple(map(hidden, value)) if type(value) is tuple else value
