"""Rule follow-up-late."""

from collections.abc import Iterator

from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.evaluate.tallies import tallies
from samverkan_cli.model.duty import FollowUp
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("follow-up-late", Severity.WARNING, reads=(RECORDS,))
def follow_up_late(case: Case) -> Iterator[Hit]:
    """A follow-up is past its day and not held.

    ## Why it matters

    Without it nobody learns whether what was agreed is done and helps.

    ## How to mend it

    Hold it and write a record, or write the record if it is held.

    ## Wrong

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    follow-up: {id: grannar-uppf, title: Uppföljning, month: 2025-01}
    # records/2024.yaml
    records: []
    ```

    ## Right

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    follow-up: {id: grannar-uppf, title: Uppföljning, month: 2025-01}
    # records/2024.yaml
    records:
      - {follow-up: grannar-uppf, on: 2025-01-20}
    ```
    """
    for tally in tallies(
        case.agreement, case.courses, case.day, lambda one: one.state is DutyState.LATE
    ):
        if isinstance(tally.item, FollowUp):
            yield Hit(
                tally.item.place,
                tally.subject,
                say_n(
                    (case.day - tally.first.due).days,
                    "“{title}” was due on {due} and is {n} day late.",
                    "“{title}” was due on {due} and is {n} days late.",
                    title=tally.item.title,
                    due=tally.first.due,
                ),
                hint=say(
                    "If it was held, write a record of it: samverkan record {what}",
                    what=tally.recording,
                ),
            )
