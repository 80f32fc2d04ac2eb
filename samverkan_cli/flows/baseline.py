"""`check --base`: what a change made worse, what it mended, and what was there before.

Policy is read from the base, so that no change decides how it is judged itself: the settings, and
the waivers for what the change brings. Both sides are judged on the same day, so that time alone
makes nothing new.
"""

from collections.abc import Hashable
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.baseline import matched
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
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import Words
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.changed import CHANGED
from samverkan_cli.rules.rule import READING, Before
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
    register = under_policy(register, base.register)
    earlier = sorted_out(base.register, day)
    change = diff(side(base.register, base.name), side(register, ""))
    found = (*findings(case_of(register, day), RULES), *wronged(base, register, change, day))
    those = (*earlier.findings, *(one for one, _ in earlier.accepted))
    brought = {id(one) for one in matched(those, found, exactly, roughly)[0]}
    old, now = (in_force(waivers_of(one), day) for one in (base.register, register))

    def waiver_of(one: Finding) -> Waiver | None:
        """Return the waiver that holds; for what the change brings, only one that was there."""
        name = one.fingerprint
        return now.get(name) if id(one) not in brought or name in old else None

    apart = told_apart(register, found, waiver_of, day)
    answer = checked(register, day, apart)
    new, _, _ = matched(
        earlier.findings, [one.finding for one in answer.findings], exactly, roughly
    )
    still = (*apart.findings, *(one for one, _ in apart.accepted))
    gone = matched(earlier.findings, still, exactly, roughly)[2]
    mended = mended_of(gone, base.register, register)
    fresh = set(map(id, new))
    return answer.replaced(
        base=Compared(
            name=base.name,
            how=base.how,
            revision=base.register.revision,
            diff=change,
            new=tuple(one for one in answer.findings if id(one.finding) in fresh),
            kept=tuple(one for one in answer.findings if id(one.finding) not in fresh),
            mended=in_order(locate(base.register, one) for one in mended),
            hidden=len(gone) - len(mended),
            files=base.files,
        )
    )


def under_policy(register: Register, before: Register) -> Register:
    """Return the register with the settings of the base, which say how a change is judged."""
    if register.agreement is None or before.agreement is None:
        return register
    settings = before.agreement.settings
    return register._replace(agreement=register.agreement.replaced(settings=settings))


def exactly(one: Finding) -> Hashable:
    """Return what two findings share that say the same of the same."""
    return one.fingerprint, one.hit.message


def roughly(one: Finding) -> Hashable:
    """Return what two findings share that are about the same."""
    return one.fingerprint


def side(register: Register, name: str) -> Side:
    """Return one of the two that are compared."""
    return Side(register.revision.short if register.revision else name, register)


def wronged(base: Base, register: Register, change: Diff, day: date) -> tuple[Finding, ...]:
    """Return what is wrong with the change itself."""
    if base.register.agreement is None:
        return ()
    written = register.revision.committed if register.revision else None
    before = Before(base.register.agreement, change.changes, base.register.unread, written or day)
    return findings(case_of(register, day).since(before), CHANGED)


def mended_of(gone: list[Finding], before: Register, after: Register) -> list[Finding]:
    """Return those of the findings gone that are mended, and not hidden by broken files."""
    if after.is_cut_short:
        return []
    lost = set(after.unread) - set(before.unread)
    return [
        one
        for one in gone
        if (one.hit.place.file not in lost if GROUPS[one.rule] == READING else not lost)
    ]
