"""A revision: a commit of the agreement's history, as far as its own words can be trusted."""

import re
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.frozen import Frozen

SHORT = 7
KEPT_BACK = "…"
"""What stands for a message that is not to be shown."""
FIELD = re.compile(r"Samverkan-[A-Z][A-Za-z-]*:.*")
"""A line of the last paragraph of a message that our verbs write."""


class Oddity(StrEnum):
    """What is strange about a commit; it is told, and never ends a walk."""

    UNREADABLE = "unreadable"
    FIELD_TWICE = "field-twice"
    FIELD_MISSING = "field-missing"
    DATE_BROKEN = "date-broken"
    NOT_UTF8 = "not-utf8"
    HIDDEN_TEXT = "hidden-text"


class Changed(NamedTuple):
    """A file that a revision changed, with both ids; an empty id means that it was not there."""

    path: bytes
    old_mode: int
    mode: int
    old_id: str
    id: str


class Step(NamedTuple):
    """What a revision changed, held against its first parent.

    `is_cut` tells that the repository does not hold that parent, so that `changes` tell nothing.
    `moved_from` is the folder that the agreement was moved from, where it was moved as a whole.
    """

    id: str
    changes: tuple[Changed, ...] = ()
    is_cut: bool = False
    moved_from: bytes | None = None


ENDS = (".", "!", "?", "…", ":")
"""What a paragraph ends with, so that another can follow it on the same line."""


class Revision(Frozen):
    """A commit's own words. Days are those of the clocks that wrote them; they order nothing.

    `parents` are those that the commit names. `author` is the name that it gives; anybody can
    give any name (G7).
    """

    id: str
    parents: tuple[str, ...] = ()
    authored: date | None = None
    committed: date | None = None
    seconds: int | None = None
    author: str = ""
    message: str = ""
    oddities: tuple[Oddity, ...] = ()

    @property
    def short(self) -> str:
        """Return the beginning of the id, as people read it."""
        return self.id[:SHORT]

    @property
    def subject(self) -> str:
        """Return the message's first line."""
        return self.message.lstrip("\n").partition("\n")[0].strip()

    @property
    def reason(self) -> str:
        """Return what a message of ours says between its first line and its fields.

        Nothing of other messages: what they say there is no reason that was asked for.
        """
        lines = "\n".join(line.strip() for line in self.message.split("\n"))
        paragraphs = [one.split("\n") for one in re.split(r"\n{2,}", lines.strip("\n"))]
        if not all(map(FIELD.fullmatch, paragraphs[-1])):
            return ""
        said = [" ".join(one) for one in paragraphs[1:-1]]
        if said and self.subject.endswith("…") and said[0].startswith(self.subject[:-1]):
            # What was too long for the first line stands there whole.
            del said[0]
        ended = [one if one.endswith(ENDS) else f"{one}." for one in said[:-1]]
        return " ".join([*ended, *said[-1:]])
