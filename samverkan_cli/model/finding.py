"""A finding: what is wrong, where, and with what."""

from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.words import Words


class Severity(StrEnum):
    """How grave a finding is; the three levels of SARIF 2.1.0."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = tuple(Severity)


class Remark(NamedTuple):
    """Another place that a finding points at, with a few words."""

    place: Place
    message: Words


class Hit(NamedTuple):
    """What a rule yields; the rule's id and severity are stamped on it afterwards.

    `subject` names the thing at fault and stays the same when lines move.
    The span is looked up from the place, unless reading already knows it; `of_key` points at the
    field's name and not at its value.
    """

    place: Place
    subject: str
    message: Words
    remarks: tuple[Remark, ...] = ()
    hint: Words | None = None
    span: Span | None = None
    of_key: bool = False


class Fault(NamedTuple):
    """A hit found while reading, with the id of the rule that it breaks."""

    rule: str
    hit: Hit


class Finding(NamedTuple):
    """A hit judged by a rule. `(rule, subject)` is its fingerprint."""

    rule: str
    severity: Severity
    hit: Hit

    @property
    def fingerprint(self) -> tuple[str, str]:
        """Return what identifies the finding between revisions."""
        return self.rule, self.hit.subject
