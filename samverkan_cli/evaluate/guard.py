"""Which assignments tell who covers a protected function, and are not told for that reason.

What cannot be read is held to be protected: an assignment is told openly only where all who know
anything of its functions know them to be open.
"""

from collections.abc import Iterable
from typing import NamedTuple

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.staffing import Assignment


class Guard(NamedTuple):
    """The slots and functions that some guarantees name, and those of them that are protected.

    A slot is protected where one of its functions is. `whole` is false where there are guarantees
    that could not be read.
    """

    known: frozenset[str] = frozenset()
    protected: frozenset[str] = frozenset()
    whole: bool = True

    def hides(self, entry: Assignment) -> bool:
        """Tell whether an assignment is, or may be, to a protected function."""
        names = names_of(entry)
        return not names.isdisjoint(self.protected) or not (self.whole or names <= self.known)


def names_of(entry: Assignment) -> frozenset[str]:
    """Return the functions that an assignment names; the slot, where it is to all of them."""
    return frozenset(f"{entry.slot}/{one}" for one in entry.functions) or frozenset({entry.slot})


def guard_of(agreement: Agreement | None) -> Guard:
    """Return what the guarantees of an agreement say of protection."""
    known, protected = set[str](), set[str]()
    for guarantee in agreement.guarantees if agreement else ():
        for slot in guarantee.slots:
            name = f"{guarantee.id}/{slot.id}"
            functions = {f"{name}/{one.id}" for one in slot.functions}
            own = {f"{name}/{one.id}" for one in slot.functions if one.protected}
            own |= functions if slot.protected else set()
            known |= {name, *functions}
            protected |= {name, *own} if own or slot.protected else set()
    return Guard(frozenset(known), frozenset(protected))


def united(guards: Iterable[Guard]) -> Guard:
    """Return what the guarantees of several files say together."""
    those = tuple(guards)
    return Guard(
        frozenset().union(*(one.known for one in those)),
        frozenset().union(*(one.protected for one in those)),
        all(one.whole for one in those),
    )


def is_hidden(entry: Assignment, guards: Iterable[Guard]) -> bool:
    """Tell whether nothing is to be told of an assignment but that there is one.

    One to a function that nobody knows is hidden: it may be protected where it is written of.
    """
    those = tuple(guards)
    known = frozenset().union(*(one.known for one in those))
    return any(one.hides(entry) for one in those) or not names_of(entry) <= known
