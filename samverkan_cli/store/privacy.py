"""Personal data in the text of a file: values, keys and comments alike."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from samverkan_cli.evaluate.personal import PersonalKind, masked, personal_data
from samverkan_cli.model.finding import Fault
from samverkan_cli.model.words import Value, Words, say
from samverkan_cli.store.document import FAULTS
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
