"""The known name that a mistyped one is most like."""

import unicodedata
from collections.abc import Iterable

CLOSE = 0.6
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
