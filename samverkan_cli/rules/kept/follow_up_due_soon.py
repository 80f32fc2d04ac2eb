"""Rule follow-up-due-soon."""

from collections.abc import Iterator

from samverkan_cli.evaluate.tallies import due_within, tallies
from samverkan_cli.model.duty import FollowUp
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("follow-up-due-soon", Severity.NOTE, reads=(RECORDS,))
def follow_up_due_soon(case: Case) -> Iterator[Hit]:
    """A follow-up is soon due and not held.

    ## Why it matters

    Those who take part need to be called in time.

    ## How to mend it

    Hold it, and write a record.

    ## Wrong

    ```yaml
    # on: 2026-11-15
    ```

    ## Right

    ```yaml
    # on: 2026-11-15
    # records/2026.yaml
    records:
      - {follow-up: grannar-uppf, on: 2026-11-12}
    ```
    """
    days = case.settings.due_soon
    for tally in tallies(case.agreement, case.courses, case.day, due_within(case.day, days)):
        if isinstance(tally.item, FollowUp):
            yield Hit(
                tally.item.place,
                tally.subject,
                say_n(
                    (tally.first.due - case.day).days,
                    "“{title}” is due on {due}, {n} day from now.",
                    "“{title}” is due on {due}, {n} days from now.",
                    title=tally.item.title,
                    due=tally.first.due,
                )
                if tally.first.due > case.day
                else say("“{title}” is due today.", title=tally.item.title),
                hint=say("Hold it, and write a record of it in records/."),
            )
