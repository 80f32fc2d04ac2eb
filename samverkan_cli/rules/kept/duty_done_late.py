"""Rule duty-done-late."""

from collections.abc import Iterator

from samverkan_cli.evaluate.tallies import tallies
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import Case, rule


@rule("duty-done-late", Severity.NOTE)
def duty_done_late(case: Case) -> Iterator[Hit]:
    """A duty was done, but after its day.

    ## Why it matters

    Those who should have used it on the day had to do without.

    ## How to mend it

    Nothing can be mended; plan the next one earlier. Correct the record if its day is wrong.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2025-01-20, reference: KS 2024/1}
    ```

    ## Right

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
    ```
    """
    for tally in tallies(case.agreement, case.courses, case.day, lambda one: one.done_late):
        if isinstance(tally.item, Duty):
            yield Hit(
                tally.item.place,
                tally.subject,
                say_n(
                    len(tally.performances),
                    "{party}: “{title}” was due on {due} and was done late.",
                    "{party}: “{title}” was done late {n} times, last what was due on {due}.",
                    party=tuple(map(case.agreement.title_of, tally.parties)),
                    title=tally.item.title,
                    due=tally.last.due,
                ),
                hint=say("Correct the record if its day is wrong."),
            )
