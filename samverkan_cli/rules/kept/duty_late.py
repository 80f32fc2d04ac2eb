"""Rule duty-late."""

from collections.abc import Iterator

from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.evaluate.tallies import tallies
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("duty-late", Severity.WARNING, reads=(RECORDS,))
def duty_late(case: Case) -> Iterator[Hit]:
    """A duty is past its day and not done.

    ## Why it matters

    It can still be done, and the other party waits for it.

    ## How to mend it

    Do it and write a record, or write the record if it is done.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2025, on: 2025-02-10, reference: KS 2025/7}
    ```

    ## Right

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
      - {duty: grannar-analys, period: 2025, on: 2025-02-10, reference: KS 2025/7}
    ```
    """
    for tally in tallies(
        case.agreement, case.courses, case.day, lambda one: one.state is DutyState.LATE
    ):
        if isinstance(tally.item, Duty):
            yield Hit(
                tally.item.place,
                tally.subject,
                say_n(
                    (case.day - tally.first.due).days,
                    "{party}: “{title}” was due on {due} and is {n} day late.",
                    "{party}: “{title}” was due on {due} and is {n} days late.",
                    party=tuple(map(case.agreement.title_of, tally.parties)),
                    title=tally.item.title,
                    due=tally.first.due,
                ),
                hint=say(
                    "If it was done, write a record of it: samverkan record {what}",
                    what=tally.recording,
                ),
            )
