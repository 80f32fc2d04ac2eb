"""Rule deadline-only-implied."""

from collections.abc import Iterator

from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("deadline-only-implied", Severity.NOTE)
def deadline_only_implied(case: Case) -> Iterator[Hit]:
    """A duty that is done once has only the end of the agreement as its deadline.

    ## Why it matters

    Nothing is late until everything is over.

    ## How to mend it

    Agree on a day.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-plan
        title: Plan för torget
        who: kom
        cadence: once
        firmness: shall
        deadline: period
        by: 2026-12-31
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-plan
        title: Plan för torget
        who: kom
        cadence: once
        firmness: shall
        deadline: stated
        by: 2025-06-30
    ```
    """
    for _, duty in case.agreement.every_duty():
        if duty.cadence.rhythm is Rhythm.ONCE and duty.by and duty.deadline == "period":
            yield Hit(
                duty.place / "deadline",
                duty.id,
                say(
                    "“{title}” is to be done during the agreement, by {due} at the latest.",
                    title=duty.title,
                    due=duty.by,
                ),
                hint=say("Agree on a day."),
            )
