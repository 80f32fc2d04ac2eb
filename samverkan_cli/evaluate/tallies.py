"""Occurrences of one duty of which the same is true, counted together."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from samverkan_cli.evaluate.duties import Course, DutyState, Performance, parties_of
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.frozen import Frozen


class Tally(Frozen):
    """Those occurrences of one duty or follow-up, for one party, of which the same is true."""

    item: Duty | FollowUp
    party: str
    performances: tuple[Performance, ...]

    @property
    def subject(self) -> str:
        """Return what tells it from other tallies of the same kind."""
        return f"{self.item.id}/{self.party}" if self.party else self.item.id

    @property
    def parties(self) -> tuple[str, ...]:
        """Return who carries it; a follow-up is everybody's."""
        if self.party or isinstance(self.item, FollowUp):
            return (self.party,) if self.party else ()
        return self.item.who.parties

    @property
    def recording(self) -> str:
        """Return what `samverkan record` is given to record the earliest occurrence."""
        parts = [self.item.id, self.first.occurrence.name]
        return " ".join([*filter(None, parts), *(["--party", self.party] if self.party else [])])

    @property
    def first(self) -> Performance:
        """Return the earliest occurrence."""
        return self.performances[0]

    @property
    def last(self) -> Performance:
        """Return the latest occurrence."""
        return self.performances[-1]


def tallies(
    agreement: Agreement,
    courses: Iterable[Course],
    day: date,
    chosen: Callable[[Performance], bool],
) -> Iterator[Tally]:
    """Yield the chosen occurrences of every duty and follow-up.

    Before the first day nothing is owed; after the last, what was missed is still told.
    """
    if agreement.period.is_empty or day < agreement.period.first:
        return
    over = day > agreement.period.last
    for course in courses:
        for party in parties_of(course.item):
            those = tuple(
                one
                for one in course.performances
                if one.party == party
                and chosen(one)
                and (not over or one.state is DutyState.MISSED)
            )
            if those:
                yield Tally(item=course.item, party=party, performances=those)


def due_within(day: date, days: int) -> Callable[[Performance], bool]:
    """Return what tells whether an occurrence is open and due within so many days."""
    return lambda one: one.state is DutyState.DUE and (one.due - day).days <= days
