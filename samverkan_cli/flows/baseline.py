"""`check --base`: what a change made worse, what it mended, and what was there before.

Policy is read from the base, so that no change decides how it is judged itself: the settings, and
the waivers for what the change brings. Both sides are judged on the same day, so that time alone
makes nothing new.
"""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.baseline import matched
from samverkan_cli.evaluate.change import Change, What
from samverkan_cli.evaluate.waiving import in_force
from samverkan_cli.flows.check import (
    GROUPS,
    Checked,
    Compared,
    checked,
    sorted_out,
    told_apart,
    waivers_of,
)
from samverkan_cli.flows.diff import Diff, Side, diff
from samverkan_cli.flows.judge import case_of, findings, in_order, locate
from samverkan_cli.model.finding import Finding
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import Words
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.changed import CHANGED
from samverkan_cli.rules.rule import READING, Before, Case
from samverkan_cli.store.register import Register


class Base(NamedTuple):
    """What a change is held against: what it is called, how it was found, and what it says.

    `files` are those that the change touches.
    """

    name: str
    how: Words | None
    register: Register
    files: frozenset[str] = frozenset()


def check_against(base: Base, register: Register, day: date) -> Checked:
    """Ask every rule about `register`, and what of the answer the change since `base` brought."""
    policy = policy_of(base.register)
    earlier = sorted_out(base.register, day, policy)
    change = diff(side(base.register, base.name), side(register, ""))
    case = case_of(register, day, policy)
    found = (*findings(case, RULES), *wronged(base, case, change, register.revision))
    those = (*earlier.findings, *(one for one, _ in earlier.accepted))
    brought = {id(one) for one in matched(those, found, exactly, roughly)[0]}
    old, now = (in_force(waivers_of(one), day) for one in (base.register, register))

    def waiver_of(one: Finding) -> Waiver | None:
        """Return the waiver that holds; for what the change brings, only one that was there."""
        name = one.fingerprint
        return now.get(name) if id(one) not in brought or name in old else None

    apart = told_apart(case, found, waivers_of(register), waiver_of)
    answer = checked(register, day, apart)
    new, _, _ = matched(
        earlier.findings, [one.finding for one in answer.findings], exactly, roughly
    )
    still = (*apart.findings, *(one for one, _ in apart.accepted))
    gone = matched(earlier.findings, still, exactly, roughly)[2]
    mended = mended_of(gone, base.register, register)
    lost = taken_away(change.changes)
    fresh = set(map(id, new))
    return answer.replaced(
        base=Compared(
            name=base.name,
            how=base.how,
            revision=base.register.revision,
            diff=change,
            new=tuple(one for one in answer.findings if id(one.finding) in fresh),
            kept=tuple(one for one in answer.findings if id(one.finding) not in fresh),
            mended=in_order(
                locate(base.register, one) for one in mended if not lost(one.hit.subject)
            ),
            dropped=in_order(locate(base.register, one) for one in mended if lost(one.hit.subject)),
            hidden=len(gone) - len(mended),
            files=base.files,
        )
    )


def taken_away(changes: Iterable[Change]) -> Callable[[str], bool]:
    """Return what tells whether a subject is, or is part of, something that was taken away."""
    gone = {
        name
        for one in changes
        if one.what is What.REMOVED and not one.field
        for name in (one.subject, *one.also)
    }

    def is_gone(subject: str) -> bool:
        """Tell whether one of the names that the subject begins with is gone."""
        parts = subject.split("/")
        return any("/".join(parts[:number]) in gone for number in range(1, len(parts) + 1))

    return is_gone


def policy_of(before: Register) -> Settings:
    """Return how a change is judged: as its base has it, and never as it says itself."""
    return before.agreement.settings if before.agreement else Settings()


def exactly(one: Finding) -> Hashable:
    """Return what two findings share that say the same of the same."""
    return one.fingerprint, one.hit.message


def roughly(one: Finding) -> Hashable:
    """Return what two findings share that are about the same."""
    return one.fingerprint


def side(register: Register, name: str) -> Side:
    """Return one of the two that are compared."""
    return Side(register.revision.short if register.revision else name, register)


def wronged(base: Base, case: Case, change: Diff, revision: Revision | None) -> tuple[Finding, ...]:
    """Return what is wrong with the change itself.

    The days of commits are as their authors had them: a change is no older than its base, and
    what is not committed is of today.
    """
    if base.register.agreement is None:
        return ()
    known = (one.committed for one in (revision, base.register.revision) if one)
    written = max((day for day in known if day), default=case.day) if revision else case.day
    before = Before(base.register.agreement, change.changes, base.register.unread, written)
    return findings(case.since(before), CHANGED)


def mended_of(gone: list[Finding], before: Register, after: Register) -> list[Finding]:
    """Return those of the findings gone that are mended, and not hidden by broken files."""
    if after.is_cut_short or (after.agreement is None and before.agreement is not None):
        return []
    lost = set(after.unread) - set(before.unread)
    return [
        one
        for one in gone
        if (one.hit.place.file not in lost if GROUPS[one.rule] == READING else not lost)
    ]
