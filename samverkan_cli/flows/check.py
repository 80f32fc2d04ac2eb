"""`check`: all that is wrong, in one run; against a base, what a change made worse."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.waiving import in_force, lapsed
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.judge import Located, case_of, findings, in_order, locate
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Finding, Remark, Severity
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import READING, Case
from samverkan_cli.store.register import Register


class Accepted(NamedTuple):
    """A finding that is accepted for a time, and the waiver that accepts it."""

    located: Located
    waiver: Waiver


class Compared(Frozen):
    """A change held against its base, both judged on the same day.

    `name` is the base as it was given, and `how` says where it was found, where nobody gave it.
    `revision` is where the two parted; None is an agreement that begins with the change. What is
    `mended` is right now; what is `dropped` went with what was taken away. `hidden` is the number
    of findings of the base of which nobody can tell whether they are mended, since a file can no
    longer be read. `files` are those that the change touches.
    """

    name: str
    how: Words | None = None
    revision: Revision | None
    diff: Diff
    new: tuple[Located, ...]
    kept: tuple[Located, ...]
    mended: tuple[Located, ...]
    dropped: tuple[Located, ...] = ()
    hidden: int = 0
    files: frozenset[str] = frozenset()


class Checked(Frozen):
    """The findings of a register on a day; those that are accepted stand apart."""

    agreement: Agreement | None
    day: date
    revision: Revision | None = None
    files: int
    unread: tuple[str, ...]
    findings: tuple[Located, ...]
    accepted: tuple[Accepted, ...] = ()
    base: Compared | None = None

    def count(self, severity: Severity) -> int:
        """Return how many findings are this grave."""
        return sum(item.finding.severity is severity for item in self.findings)


class Apart(NamedTuple):
    """Findings, and those that are accepted, with the waivers that accept them."""

    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Waiver], ...]


def check(register: Register, day: date) -> Checked:
    """Ask every rule about `register` on `day`."""
    found = sorted_out(register, day)
    return checked(register, day, found)


def sorted_out(register: Register, day: date, policy: Settings | None = None) -> Apart:
    """Return what every rule finds, with what is accepted on the day apart."""
    waivers = in_force(waivers_of(register), day)
    case = case_of(register, day, policy)
    found = findings(case, RULES)
    return told_apart(case, found, waivers_of(register), lambda one: waivers.get(one.fingerprint))


def waivers_of(register: Register) -> tuple[Waiver, ...]:
    """Return every waiver that could be read."""
    return register.agreement.waivers if register.agreement else ()


def checked(register: Register, day: date, found: Apart) -> Checked:
    """Return the answer for what is found."""
    return Checked(
        agreement=register.agreement,
        day=day,
        revision=register.revision,
        files=len(register.documents),
        unread=register.unread,
        findings=in_order(locate(register, one) for one in found.findings),
        accepted=tuple(Accepted(locate(register, one), waiver) for one, waiver in found.accepted),
    )


def told_apart(
    case: Case,
    found: Sequence[Finding],
    known: Sequence[Waiver],
    waiver_of: Callable[[Finding], Waiver | None],
) -> Apart:
    """Return findings with those apart that are accepted, and what is found of the waivers.

    `known` are all waivers; `waiver_of` returns the one that holds for a finding. What cannot be
    read is no matter of opinion, and is not accepted.
    """
    waivers = [None if GROUPS[one.rule] == READING else waiver_of(one) for one in found]
    told = {name: ended(one) for name, one in lapsed(known, case.day).items()}
    told |= {name: unripe(one) for name, one in in_force(known, case.day).items()}
    pairs = tuple(zip(found, waivers, strict=True))
    left = [with_word(one, told.get(one.fingerprint)) for one, waiver in pairs if waiver is None]
    accepted = tuple((one, waiver) for one, waiver in pairs if waiver)
    last = findings(case.after({one.fingerprint for one in found}), LAST)
    return Apart((*left, *last), accepted)


def ended(waiver: Waiver) -> Remark:
    """Return what is said of a waiver whose last day has passed."""
    words = say(
        "It was accepted until {day}; {owner} answers for it",
        day=waiver.until,
        owner=waiver.owner,
    )
    return Remark(waiver.place, words)


def unripe(waiver: Waiver) -> Remark:
    """Return what is said of a waiver that came with the finding it is to accept."""
    words = say(
        "The waiver comes with the same change, and does not count until it is merged alone"
    )
    return Remark(waiver.place, words)


def with_word(found: Finding, word: Remark | None) -> Finding:
    """Return a finding with a remark on its waiver, where there is one to make."""
    if word is None or GROUPS[found.rule] == READING:
        return found
    return found._replace(hit=found.hit._replace(remarks=(*found.hit.remarks, word)))


LAST = [rule for rule in RULES if rule.id == "waiver-idle"]
"""They judge what the other rules find."""
GROUPS = {rule.id: rule.group for rule in RULES}
