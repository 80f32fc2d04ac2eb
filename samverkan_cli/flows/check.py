"""`check`: all that is wrong, in one run."""

from datetime import date

from samverkan_cli.flows.judge import Located, case_of, judge
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.revision import Revision
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import Register


class Checked(Frozen):
    """The findings of a register on a day."""

    agreement: Agreement | None
    day: date
    revision: Revision | None = None
    files: int
    unread: tuple[str, ...]
    findings: tuple[Located, ...]

    def count(self, severity: Severity) -> int:
        """Return how many findings are this grave."""
        return sum(item.finding.severity is severity for item in self.findings)


def check(register: Register, day: date) -> Checked:
    """Ask every rule about `register` on `day`."""
    return Checked(
        agreement=register.agreement,
        day=day,
        revision=register.revision,
        files=len(register.documents),
        unread=register.unread,
        findings=judge(register, case_of(register, day), RULES),
    )
