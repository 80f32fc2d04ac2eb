"""Every rule asked about an agreement, and the answers in the order of the files."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from samverkan_cli.model.finding import Finding, Severity
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.settings import Settings
from samverkan_cli.rules.rule import Case, Rule
from samverkan_cli.store.register import Register

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Located(NamedTuple):
    """A finding with the span of text that it points at, and those of its remarks."""

    finding: Finding
    span: Span
    remarks: tuple[Span, ...] = ()


def case_of(register: Register, day: date, policy: Settings | None = None) -> Case:
    """Return what the rules are asked about; without a `policy`, by the register's own."""
    case = Case(register.agreement, day, register.faults, register.unread)
    return case.under(policy) if policy else case


def locate(register: Register, finding: Finding) -> Located:
    """Look up where a finding stands."""
    hit = finding.hit
    span = hit.span or span_at(register, hit.place, of_key=hit.of_key)
    return Located(finding, span, tuple(span_at(register, remark.place) for remark in hit.remarks))


def span_at(register: Register, place: Place, *, of_key: bool = False) -> Span:
    """Return where a place stands in its file; the first line where the file is not known."""
    document = register.documents.get(place.file)
    return document.span(place.keys, of_key=of_key) if document else Span(1, 1, 1, 1)


def judge(register: Register, case: Case, rules: Sequence[Rule]) -> tuple[Located, ...]:
    """Return what the rules find, the gravest first, then in the order of the files."""
    return in_order(locate(register, one) for one in findings(case, rules))


def findings(case: Case, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find, with no regard to where it stands."""
    return tuple(one for rule in rules for one in rule.findings(case))


def in_order(found: Iterable[Located]) -> tuple[Located, ...]:
    """Return findings, the gravest first, then in the order of the files."""
    return tuple(
        sorted(
            found,
            key=lambda item: (
                ORDER[item.finding.severity],
                item.finding.hit.place.file,
                item.span,
                item.finding.rule,
            ),
        )
    )
