"""What a rule is: a small function that judges, and whose docstring is its manual."""

from collections.abc import Callable, Collection, Iterable, Iterator
from copy import copy
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self, TypeAlias

from samverkan_cli.evaluate.change import Change
from samverkan_cli.evaluate.duties import Course, courses
from samverkan_cli.evaluate.items import Item, items
from samverkan_cli.evaluate.timeline import CellTimeline, timelines
from samverkan_cli.evaluate.told import Told, told
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Fault, Finding, Hit, Severity
from samverkan_cli.model.settings import IGNORED, Settings
from samverkan_cli.rules.manual import Manual, manual_of

READING = "read"
"""The group of rules on faults of reading, which need no agreement."""
CHANGING = "changed"
"""The group of rules on a change, which need to know what was there before."""

FORMS = "terms/forms/"
GUARANTEES = "terms/guarantees/"
STAFFING = "staffing/"
RECORDS = "records/"


class Before(NamedTuple):
    """What a change started from: the agreement, and what differs since, in meaning.

    `unread` are the files that could not be read there; what they say is left out on both sides.
    `written` is the day of the newest revision of the change, today where it is not committed.
    """

    agreement: Agreement
    changes: tuple[Change, ...]
    unread: tuple[str, ...]
    written: date


class Case:
    """All that a rule may look at: the agreement, the day, and what reading found.

    `unread` are the files that could not be read. What they say is not in the agreement, so a
    rule asks here before it concludes from what it does not find. `before` is what the agreement
    was before a change that is judged, where one is. `found` is what the other rules find, where
    that is known.
    """

    before: Before | None = None
    policy: Settings | None = None
    found: Collection[tuple[str, str]] | None = None

    def __init__(
        self,
        agreement: Agreement | None,
        day: date,
        faults: Iterable[Fault] = (),
        unread: Iterable[str] = (),
    ) -> None:
        """Take what is to be judged."""
        self.known = agreement
        self.day = day
        self.faults = tuple(faults)
        self.unread = tuple(unread)

    @property
    def settings(self) -> Settings:
        """Return how is judged: as the register has it, or by the `policy` of what it comes to."""
        return self.policy or (self.known.settings if self.known else Settings())

    def under(self, policy: Settings) -> Self:
        """Return the same case judged by a policy, which is not its own."""
        case = copy(self)
        case.policy = policy
        return case

    def since(self, before: Before) -> Self:
        """Return the same case as a change that is judged."""
        case = copy(self)
        case.before = before
        return case

    def after(self, found: Collection[tuple[str, str]]) -> Self:
        """Return the same case with what the other rules find."""
        case = copy(self)
        case.found = found
        return case

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what differs in meaning since the change began."""
        return self.before.changes if self.before else ()

    @property
    def agreement(self) -> Agreement:
        """Return the agreement.

        Raises:
            LookupError: it could not be read; only rules that read faults are asked then.
        """
        if self.known is None:
            raise LookupError
        return self.known

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Return everything that has an id."""
        return items(self.agreement)

    @cached_property
    def timelines(self) -> tuple[CellTimeline, ...]:
        """Return every function's standing over the whole period."""
        return timelines(self.agreement)

    def has_read(self, *paths: str) -> bool:
        """Tell whether all that lies under paths could be read."""
        lost = (*self.unread, *(self.before.unread if self.before else ()))
        return not any(
            one.startswith(path) or path.startswith(one) for one in lost for path in paths
        )

    def silent(self, folder: str) -> frozenset[str]:
        """Return the parties whose file in a folder could not be read.

        A file that is named after no party may be anybody's.
        """
        parties = {f"{folder}{party.id}.yaml": party.id for party in self.agreement.parties}
        lost = [path for path in self.unread if path.startswith(folder) or folder.startswith(path)]
        known = {parties.get(path, "") for path in lost}
        return frozenset(parties.values() if "" in known else known)

    @cached_property
    def staffed(self) -> tuple[CellTimeline, ...]:
        """Return the standing of those functions whose party's staffing could be read."""
        silent = self.silent(STAFFING)
        return tuple(one for one in self.timelines if one.cell.guarantee.party not in silent)

    @cached_property
    def courses(self) -> tuple[Course, ...]:
        """Return every duty and follow-up as it stands on the day."""
        return courses(self.agreement, self.day)

    @cached_property
    def told(self) -> tuple[Told, ...]:
        """Return every record with what it speaks of."""
        return tuple(told(self.agreement, self.day))

    def faults_of(self, rule: str) -> Iterator[Hit]:
        """Yield what reading found against a rule."""
        return (fault.hit for fault in self.faults if fault.rule == rule)


Judge: TypeAlias = Callable[[Case], Iterator[Hit]]


class Rule(NamedTuple):
    """A fault that can be found: its name, how grave it is, and the function that finds it.

    A file that cannot be read must not hide what is wrong in the others, and must not make
    anything seem wrong. So `reads` names only those folders in which something could lie that
    would prove a finding false: a record that shows a duty done, a guarantee that stands behind a
    form. The file in which the fault itself stands is not among them: it was read, or there is
    nothing to judge. Where only one party's file matters, the rule asks `Case.silent` or
    `Case.staffed` instead. The agreement's own file, with its parties and days, every rule needs
    that judges more than faults of reading.
    """

    id: str
    severity: Severity
    judge: Judge
    reads: tuple[str, ...] = ()
    group: str = ""

    @property
    def manual(self) -> Manual:
        """Return the rule's manual."""
        return manual_of(self.judge.__doc__ or "")

    def can_judge(self, case: Case) -> bool:
        """Tell whether the rule can find nothing that is false."""
        if self.group == READING:
            return True
        if self.group == CHANGING and case.before is None:
            return False
        return case.known is not None and case.has_read(*self.reads)

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield what the rule finds, as grave as the register has it."""
        severity = self.severity_in(case)
        if severity and self.can_judge(case):
            for hit in self.judge(case):
                yield Finding(self.id, severity, hit)

    def severity_in(self, case: Case) -> Severity | None:
        """Return how grave the rule is in a register, or None where it is not asked there.

        What is always an error stays one, whatever the register says.
        """
        level = case.settings.level(self.id)
        if not level or self.severity is Severity.ERROR:
            return self.severity
        return None if level == IGNORED else Severity(level)


def rule(id_: str, severity: Severity, *, reads: tuple[str, ...] = ()) -> Callable[[Judge], Rule]:
    """Make a rule of a function. The id names the fault and equals the file's name."""

    def make(judge: Judge) -> Rule:
        group = judge.__module__.split(".")[-2]
        return Rule(id_, severity, judge, reads, group)

    return make
