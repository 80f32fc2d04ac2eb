"""Rule duty-without-deadline."""

from collections.abc import Iterator

from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("duty-without-deadline", Severity.NOTE)
def duty_without_deadline(case: Case) -> Iterator[Hit]:
    """A duty that is done once has no time at all.

    ## Why it matters

    It can never be late, so nobody can ask for it.

    ## How to mend it

    Agree on a day and write it under `by`.

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
        deadline: none
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
        if duty.cadence.rhythm is Rhythm.ONCE and duty.by is None:
            yield Hit(
                duty.place / "deadline",
                duty.id,
                say("“{title}” is to be done once, but no time is given.", title=duty.title),
                hint=say("Agree on a day."),
            )
