"""An id made from a title, to suggest where somebody has to think of one (decision 4)."""

import re
import unicodedata

LONGEST = 60
ID = re.compile(r"[a-z0-9åäö]+(?:-[a-z0-9åäö]+)*")
OWN = "åäö"
LIKE = str.maketrans({"æ": "ä", "ø": "ö", "ß": "ss"})


def is_id(text: str) -> bool:
    """Tell whether a text can be an id."""
    return len(text) <= LONGEST and ID.fullmatch(text) is not None


def bare(letter: str) -> str:
    """Return a small letter without its marks; å, ä and ö are letters of their own."""
    if letter in OWN:
        return letter
    apart = unicodedata.normalize("NFKD", letter)
    return "".join(part for part in apart if not unicodedata.combining(part))


def slug(title: str) -> str:
    """Return the words of a title as an id; nothing where it has neither letter nor digit."""
    small = unicodedata.normalize("NFC", title).lower().translate(LIKE)
    words = re.findall("[a-z0-9åäö]+", "".join(map(bare, small)).lower())
    found = ""
    for word in words:
        longer = f"{found}-{word}" if found else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        found = longer
    return found
