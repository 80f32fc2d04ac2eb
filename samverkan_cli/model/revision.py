"""A revision: a commit of the agreement's history, as far as its own words can be trusted."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.frozen import Frozen

SHORT = 7


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
    """

    id: str
    changes: tuple[Changed, ...] = ()
    is_cut: bool = False


class Revision(Frozen):
    """A commit's own words. Days are those of the clocks that wrote them; they order nothing.

    `parents` are those that the commit names.
    """

    id: str
    parents: tuple[str, ...] = ()
    authored: date | None = None
    committed: date | None = None
    seconds: int | None = None
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
