"""What a rule is: a small function that judges, and whose docstring is its manual."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property
from inspect import cleandoc
from typing import NamedTuple, TypeAlias

from samverkan_cli.evaluate.duties import Course, courses
from samverkan_cli.evaluate.items import Item, items
from samverkan_cli.evaluate.timeline import CellTimeline, timelines
from samverkan_cli.evaluate.told import Told, told
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Fault, Finding, Hit, Severity

ENDS_SOON_DAYS = 90


class Case:
    """All that a rule may look at: the agreement, the day, and what reading found.

    `unread` are the files that could not be read: a rule is not asked where its answer would
    hang on one of them.
    """

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


class Manual(NamedTuple):
    """A rule's docstring in its parts: title, why it matters, how to mend it, wrong and right."""

    title: str
    why: str
    mend: str
    wrong: str
    right: str


SECTIONS = re.compile(r"^## (Why it matters|How to mend it|Wrong|Right)\n\n?", re.MULTILINE)


def manual_of(docstring: str) -> Manual:
    """Return a rule's manual, read from its docstring.

    Raises:
        KeyError: a section is missing.
    """
    title, *parts = SECTIONS.split(cleandoc(docstring))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Manual(
        title=unwrapped(title),
        why=unwrapped(sections["Why it matters"]),
        mend=unwrapped(sections["How to mend it"]),
        wrong=fenced(sections["Wrong"]),
        right=fenced(sections["Right"]),
    )


def unwrapped(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.split())


def fenced(text: str) -> str:
    """Return what stands in a block of YAML."""
    return text.strip().removeprefix("```yaml\n").removesuffix("```")


class Rule(NamedTuple):
    """A fault that can be found: its name, how grave it is, and the function that finds it.

    `reads` names the folders and files (by the beginning of their path) that the rule's answer
    hangs on. `standing` marks a note on the wording that nobody can mend by staffing or doing.
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
        """Tell whether everything that the rule reads could be read."""
        if self.reads and case.known is None:
            return False
        return not any(path.startswith(self.reads) for path in case.unread)

    def findings(self, case: Case) -> Iterator[Finding]:
        """Yield what the rule finds."""
        if self.can_judge(case):
            for hit in self.judge(case):
                yield Finding(self.id, self.severity, hit)


TERMS = ("terms/",)
STAFFING = ("terms/agreement", "terms/guarantees/", "staffing/")
RECORDS = ("terms/", "records/")
EVERYTHING = ("terms/", "staffing/", "records/", "waivers")


def rule(id_: str, severity: Severity, *, reads: tuple[str, ...] = ()) -> Callable[[Judge], Rule]:
    """Make a rule of a function. The id names the fault and equals the file's name."""

    def make(judge: Judge) -> Rule:
        group = judge.__module__.split(".")[-2]
        return Rule(id_, severity, judge, reads, group)

    return make
