"""Messages of commits that name who holds a protected function.

Our verbs write no such messages, but older versions did, and people may.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from samverkan_cli.evaluate.change import Change
from samverkan_cli.model.revision import KEPT_BACK, Revision


class Silence(NamedTuple):
    """What a message is not to name, in small letters; the names of roles may stand in it."""

    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


def silence_of(changes: Iterable[Change], titles: Mapping[str, str]) -> Silence:
    """Return what the message of a revision that made some changes is not to name."""
    hidden = [one for one in changes if one.hidden]
    posts = {one.item.post for one in hidden}
    names = posts | {titles[post] for post in posts if titles.get(post)}
    roles = {one.item.slot for one in hidden}
    return Silence(frozenset(map(str.casefold, names)), frozenset(map(str.casefold, roles)))


def discreet(revision: Revision, silence: Silence) -> Revision:
    """Return a revision without its message, where that names a holder to keep silent about.

    That is so where the id or the title of such a post stands anywhere in it, fields and parts of
    words included, but not in the name of the role itself. What is told too little of can be read
    with git; what is told too much of cannot be taken back.
    """
    said = revision.message.casefold()
    for role in silence.roles:
        said = said.replace(role, " ")
    named = any(name in said for name in silence.names)
    return revision.replaced(message=KEPT_BACK) if named else revision
