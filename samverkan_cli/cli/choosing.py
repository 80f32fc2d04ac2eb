"""What a person can choose among: what is committed, where a commit is to be made of it.

It is looked at before anything is asked, so that nobody answers questions in vain.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from samverkan_cli.cli.asking import may_ask, something
from samverkan_cli.cli.writing import Manner, Work, refuse, stopped
from samverkan_cli.flows.change import UNCOMMITTED, committed
from samverkan_cli.history.problems import GitError
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.words import Words, say

POST_UNSAVED = say("The post is not committed yet.")

Names: TypeAlias = Callable[[Agreement], Iterable[str]]
Find: TypeAlias = Callable[[Agreement], object]


class Choices(NamedTuple):
    """The names that can be chosen, and those that are written but not committed."""

    names: tuple[str, ...]
    unsaved: frozenset[str] = frozenset()

    def fault(self, answer: str) -> Words | None:
        """Return what is said of an answer that is empty or not committed, or None."""
        if answer not in self.unsaved:
            return something(answer)
        message = say("“{name}” is not committed yet.", name=answer)
        return Refusal(message, UNCOMMITTED).whole


class Known(NamedTuple):
    """The agreement as it is `written`, and as it is `saved`: what the change will be made to.

    They are one where nothing is to be committed, and where nobody can be asked.
    """

    written: Agreement
    saved: Agreement

    def choices(self, names: Names) -> Choices:
        """Return the names that a person can choose among."""
        saved = tuple(names(self.saved))
        return Choices(saved, frozenset(names(self.written)) - {*saved})

    def look(self, find: Find, unsaved: Words) -> None:
        """Go on where there is what somebody else would be asked about, and it is committed.

        Raises:
            StopError: it is not there, or (`unsaved`) not committed.
        """
        if not may_ask():
            return
        if isinstance(found := find(self.written), Refusal):
            raise refuse(found)
        if isinstance(find(self.saved), Refusal):
            raise refuse(Refusal(unsaved, UNCOMMITTED))


def known(work: Work, manner: Manner) -> Known:
    """Return what there is to choose among.

    Raises:
        StopError: nothing is committed, or git cannot tell.
    """
    written = work.agreement
    if manner.no_commit or not may_ask():
        return Known(written, written)
    try:
        return Known(written, committed(work.root) or written)
    except GitError as error:
        raise stopped(error) from error
