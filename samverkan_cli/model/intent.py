"""What somebody wants changed, before any text is touched."""

from datetime import date
from typing import NamedTuple, TypeAlias

from samverkan_cli.model.frame import Revised
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record, Waiver
from samverkan_cli.model.words import Words, say

Entry: TypeAlias = Post | Assignment | Absence | Record | Waiver | Revised

LISTS: dict[type, str] = {
    Post: "posts",
    Assignment: "assignments",
    Absence: "absences",
    Record: "records",
    Waiver: "waivers",
    Revised: "revisions",
}
"""What the list of a kind of entry is called, in the agreement and in its file alike."""


class Add(Frozen):
    """An entry is written in its list, at the end; `entry.place.file` says in which file.

    With `after`, it is written below the entry of the same list that stands there.
    """

    entry: Entry
    after: Place | None = None


class End(Frozen):
    """What is written at `entry.place` holds until `until`, that day included."""

    entry: Assignment | Absence
    until: date


class Drop(Frozen):
    """What is written at `entry.place` is taken away."""

    entry: Assignment | Absence


Step: TypeAlias = Add | End | Drop


Fields: TypeAlias = tuple[tuple[str, str], ...]
"""What a commit says to programs: names of fields, with their values."""


def list_of(entry: Entry) -> str:
    """Return what the list is called that an entry stands in."""
    return LISTS[type(entry)]


class Refusal(NamedTuple):
    """Why a wish cannot be met, and what to do instead."""

    message: Words
    hint: Words | None = None

    @property
    def whole(self) -> Words:
        """Return why, and what to do, in one."""
        if self.hint is None:
            return self.message
        return say("{message} {hint}", message=self.message, hint=self.hint)


class Intent(NamedTuple):
    """What is to be done: the steps, and what the commit is about, in words and as ids."""

    verb: str
    steps: tuple[Step, ...]
    title: Words
    fields: Fields = ()

    @property
    def names_post(self) -> bool:
        """Tell whether what is told of it says which post it is about."""
        return any(name == "Post" for name, _ in self.fields)
