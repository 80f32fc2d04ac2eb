"""The day that an answer is for, and the revision that it is according to."""

from datetime import date

from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.words import say


def when(tongue: Tongue, day: date, revision: Revision | None) -> str:
    """Return the day, and the revision where the answer is not from the working tree."""
    if revision is None:
        return tongue.day(day)
    if revision.committed is None:
        words = say(
            "{day}, according to {id} (of no day that can be read)", day=day, id=revision.short
        )
    else:
        words = say(
            "{day}, according to {id} ({committed})",
            day=day,
            id=revision.short,
            committed=revision.committed,
        )
    return tongue(words)
