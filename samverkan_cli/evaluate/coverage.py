"""What a promise of staffing means on a day, and over the whole period.

The rules:

* A deputy never adds to those present; a deputy stands in for an ordinary holder who is not, in
  a function that both are assigned to.
* A function needs `each` holders, and its slot needs `holders` distinct posts in all; where an
  amount of time is promised, the shares of those present must reach it. No post gives more of its
  time than it has.
* Nothing recorded is `unknown`, never covered. `vacant` is a recorded fact: a holder left, or
  the post that holds it has nobody.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from samverkan_cli.evaluate.deputies import paired
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.promise import Slot
from samverkan_cli.model.staffing import Absence, Assignment, Reason

FULL_TIME = Decimal(100)
PER_CENT = {"fte": 100, "percent": 1}
"""The units of time that are promised, in per cent of full time."""


class State(StrEnum):
    """How a function stands on a day."""

    COVERED = "covered"
    SHORT = "short"
    VACANT = "vacant"
    AWAY = "away"
    UNKNOWN = "unknown"
    NOT_IN_FORCE = "not-in-force"


GAPS = frozenset({State.SHORT, State.VACANT, State.AWAY, State.UNKNOWN})


class Holder(Frozen):
    """A post assigned to a function on a day; `away` is the reason when it is not present."""

    post: str
    share: Decimal = FULL_TIME
    deputy: bool = False
    away: Reason | None = None


class Standing(Frozen):
    """How a function stands, and who is assigned to it.

    `slot_share` is the per cent of full time that those present give the whole slot.
    """

    state: State
    holders: tuple[Holder, ...] = ()
    present: int = 0
    slot_present: int = 0
    slot_share: Decimal = Decimal(0)


class Staffing:
    """Assignments by slot and absences by post: what coverage asks for, found at once."""

    def __init__(self, agreement: Agreement) -> None:
        """Sort what the agreement's staffing says; nobody holds longer than the post exists."""
        self.assignments: Mapping[str, list[Assignment]] = defaultdict(list)
        self.absences: Mapping[str, list[Absence]] = defaultdict(list)
        posts = {post.id: post.period for post in agreement.posts}
        self.known: dict[tuple[str, Decimal, bool, Reason | None], Holder] = {}
        self.full = {post.id: post.share for post in agreement.posts}
        for assignment in agreement.assignments:
            period = assignment.period & posts.get(assignment.post, assignment.period)
            if not period.is_empty:
                self.assignments[assignment.slot].append(assignment.replaced(period=period))
        for absence in agreement.absences:
            self.absences[absence.post].append(absence)

    def away(self, post: str, day: date) -> Reason | None:
        """Return why `post` is away on `day`, or None; `vacant` weighs most."""
        those = self.absences.get(post)
        if not those:
            return None
        reasons = [absence.reason for absence in those if day in absence.period]
        return Reason.VACANT if Reason.VACANT in reasons else (reasons[0] if reasons else None)

    def holder(self, post: str, share: Decimal, deputy: bool, away: Reason | None) -> Holder:
        """Return who has a function; one that is alike from day to day is made once."""
        key = post, share, deputy, away
        if key not in self.known:
            self.known[key] = Holder(post=post, share=share, deputy=deputy, away=away)
        return self.known[key]

    def holders(self, assignments: Iterable[Assignment], day: date) -> tuple[Holder, ...]:
        """Return the posts of what holds on `day`, each once: as ordinary before as deputy."""
        given: dict[tuple[str, bool], Decimal] = {}
        for one in assignments:
            key = one.post, one.deputy
            given[key] = given[key] + one.share if key in given else one.share
        holders = []
        for (post, deputy), most in given.items():
            if not deputy or (post, False) not in given:
                share = min(most, self.full.get(post, FULL_TIME))
                holders.append(self.holder(post, share, deputy, self.away(post, day)))
        return tuple(sorted(holders, key=lambda holder: (holder.deputy, holder.post)))


def covers(assignment: Assignment, function: str) -> bool:
    """Tell whether an assignment to a slot includes one of its functions."""
    return not assignment.functions or function in assignment.functions


def parted(holders: Iterable[Holder]) -> tuple[list[Holder], list[Holder], list[Holder]]:
    """Return the ordinary holders who are present, those who are not, and the deputies present.

    Of the deputies, those who give most time come first.
    """
    present: list[Holder] = []
    absent: list[Holder] = []
    deputies: list[Holder] = []
    for holder in holders:
        if holder.away is None:
            (deputies if holder.deputy else present).append(holder)
        elif not holder.deputy:
            absent.append(holder)
    return present, absent, sorted(deputies, key=lambda holder: (-holder.share, holder.post))


def counted(holders: Iterable[Holder]) -> tuple[Holder, ...]:
    """Return the holders who count: those present, and deputies for those who are not."""
    present, absent, deputies = parted(holders)
    return (*present, *deputies[: len(absent)])


def counted_in_slot(
    holders: tuple[Holder, ...], functions: Iterable[tuple[Holder, ...]]
) -> tuple[Holder, ...]:
    """Return the distinct posts that count in a slot, given the holders of each function too.

    A deputy of one function does not stand in for who is away from another.
    """
    present, absent, deputies = parted(holders)
    if not absent or not deputies:
        return tuple(present)
    stands_for: dict[str, dict[str, None]] = {deputy.post: {} for deputy in deputies}
    for own in functions:
        away = {one.post: None for one in own if not one.deputy and one.away is not None}
        for one in own:
            if one.deputy and one.post in stands_for:
                stands_for[one.post] |= away
    standing_in = paired([deputy.post for deputy in deputies], stands_for)
    return (*present, *(deputy for deputy in deputies if deputy.post in standing_in))


def slot_is_full(slot: Slot, present: tuple[Holder, ...]) -> bool:
    """Tell whether those who count are as many, and give as much time, as was promised."""
    return len(present) >= slot.holders.least and share_of(present) >= promised_share(slot)


def share_of(holders: Iterable[Holder]) -> Decimal:
    """Return the per cent of full time that holders give."""
    return sum((holder.share for holder in holders), Decimal(0))


def promised_share(slot: Slot) -> Decimal:
    """Return the per cent of full time that a slot must have; zero where none is promised."""
    return slot.amount.value * PER_CENT.get(slot.amount.unit, 0) if slot.amount else Decimal(0)


def nobody(holders: tuple[Holder, ...], *, before: bool) -> State:
    """Return why nobody counts: away, vacant, or nothing known. `before`: somebody once held it."""
    ordinary = [holder for holder in holders if not holder.deputy]
    if any(holder.away is not Reason.VACANT for holder in ordinary):
        return State.AWAY
    return State.VACANT if ordinary or before else State.UNKNOWN


def standing_of(
    slot: Slot, holders: tuple[Holder, ...], in_slot: tuple[Holder, ...], *, before: bool
) -> Standing:
    """Return how a function stands, given who has it and who counts in the whole slot."""
    present = len(counted(holders))
    if present:
        enough = present >= slot.each.least and slot_is_full(slot, in_slot)
        state = State.COVERED if enough else State.SHORT
    else:
        state = nobody(holders, before=before)
    return Standing(
        state=state,
        holders=holders,
        present=present,
        slot_present=len(in_slot),
        slot_share=share_of(in_slot),
    )
