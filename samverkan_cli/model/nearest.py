"""The known name that a mistyped one is most like, and how that is said."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from samverkan_cli.model.words import Words, few, say

CLOSE = 0.6
LISTED = 12
COMPARED = 5_000
BARE = str.maketrans("åäöéü", "aaoeu")


def bare(text: str) -> str:
    """Return a text without capitals, marks and separators, for comparison."""
    folded = unicodedata.normalize("NFC", text).casefold().translate(BARE)
    return folded.replace("_", "-").replace(" ", "-")


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the entry of `known` most like `name`, or nothing when none is like it."""
    from difflib import get_close_matches

    spelled: dict[str, str] = {}
    for entry in known:
        spelled.setdefault(bare(entry), entry)
    matches = get_close_matches(bare(name[:200]), spelled, n=1, cutoff=CLOSE)
    return spelled[matches[0]] if matches else ""


def likes(asked: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Yield the entry that each of many names is most like among those known to it.

    Nothing more is guessed once very much has been compared.
    """
    left = COMPARED
    for name, known in asked:
        yield nearest(name, known) if left > 0 else ""
        left -= len(known)


def did_you_mean(name: str, known: Iterable[str], otherwise: Words | None = None) -> Words | None:
    """Return the known name that a mistyped one is like, or the names that there are."""
    names = tuple(dict.fromkeys(known))
    if match := nearest(name, names):
        return say("Did you mean “{name}”?", name=match)
    if otherwise or not names:
        return otherwise
    return say("The names are: {names}.", names=few(names, LISTED))
