"""`diff`: what differs in meaning between two revisions of an agreement."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from samverkan_cli.evaluate.change import Change
from samverkan_cli.evaluate.diff import diff as compared
from samverkan_cli.evaluate.guard import Guard, guard_of
from samverkan_cli.flows.parts import part, titles_of
from samverkan_cli.store.register import Register

GUARANTEES = "terms/guarantees/"


class Side(NamedTuple):
    """One of the two: what it is called, and what its files say."""

    name: str
    register: Register


class Diff(NamedTuple):
    """The answer of `diff`; `unread` are files that one of the two cannot be read in."""

    before: str
    after: str
    changes: tuple[Change, ...]
    unread: tuple[str, ...]
    titles: Mapping[str, str]


def documents(register: Register, unread: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return what a side's files say, those left out that cannot be read in both."""
    return {
        path: document.value
        for path, document in register.documents.items()
        if document.usable and not path.startswith(unread)
    }


def guard_of_side(register: Register) -> Guard:
    """Return what a side says of protection, and whether all that it says could be read."""
    guard = guard_of(part(documents(register)))
    lost = any(one.startswith(GUARANTEES) or GUARANTEES.startswith(one) for one in register.unread)
    return guard._replace(whole=not lost)


def diff(before: Side, after: Side) -> Diff:
    """Return what differs; a file that cannot be read on one side is left out on both.

    Who holds what is told only where neither side says, or may say, that it is protected.
    """
    unread = tuple(sorted({*before.register.unread, *after.register.unread}))
    old, new = (documents(side.register, unread) for side in (before, after))
    was, is_ = part(old), part(new)
    guards = (guard_of_side(before.register), guard_of_side(after.register))
    return Diff(
        before.name,
        after.name,
        compared(was, is_, guards),
        unread,
        {**titles_of(was), **titles_of(is_)},
    )
