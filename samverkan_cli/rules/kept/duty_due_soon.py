"""Rule duty-due-soon."""

from collections.abc import Iterator

from samverkan_cli.evaluate.tallies import due_within, tallies
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("duty-due-soon", Severity.NOTE, reads=(RECORDS,))
def duty_due_soon(case: Case) -> Iterator[Hit]:
    """A duty is soon due and not done.

    ## Why it matters

    There is still time to do it by its day.

    ## How to mend it

    Do it, and write a record.

    ## Wrong

    ```yaml
    # on: 2025-12-10
    ```

    ## Right

    ```yaml
    # on: 2025-12-10
    # records/2025.yaml
    records:
      - {duty: grannar-analys, period: 2025, on: 2025-12-08}
    ```
    """
    days = case.settings.due_soon
    for tally in tallies(case.agreement, case.courses, case.day, due_within(case.day, days)):
        if isinstance(tally.item, Duty):
            yield Hit(
                tally.item.place,
                tally.subject,
                say_n(
                    (tally.first.due - case.day).days,
                    "{party}: “{title}” is due on {due}, {n} day from now.",
                    "{party}: “{title}” is due on {due}, {n} days from now.",
                    party=tuple(map(case.agreement.title_of, tally.parties)),
                    title=tally.item.title,
                    due=tally.first.due,
                )
                if tally.first.due > case.day
                else say(
                    "{party}: “{title}” is due today.",
                    party=tuple(map(case.agreement.title_of, tally.parties)),
                    title=tally.item.title,
                ),
                hint=say("Do it, and write a record of it in records/."),
            )
