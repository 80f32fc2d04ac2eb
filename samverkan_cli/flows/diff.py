"""`diff`: what differs in meaning between two revisions of an agreement."""

from collections.abc import Mapping
from typing import NamedTuple

from samverkan_cli.evaluate.change import Change
from samverkan_cli.evaluate.diff import diff as compared
from samverkan_cli.flows.openly import documents, guard_in
from samverkan_cli.flows.parts import part, titles_of
from samverkan_cli.store.register import Register


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


def diff(before: Side, after: Side) -> Diff:
    """Return what differs; a file that cannot be read on one side is left out on both.

    Who holds what is told only where neither side says, or may say, that it is protected.
    """
    unread = tuple(sorted({*before.register.unread, *after.register.unread}))
    old, new = (documents(side.register, unread) for side in (before, after))
    was, is_ = part(old), part(new)
    guards = (guard_in(before.register), guard_in(after.register))
    return Diff(
        before.name,
        after.name,
        compared(was, is_, guards),
        unread,
        {**titles_of(was), **titles_of(is_)},
    )
