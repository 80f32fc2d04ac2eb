"""Rule cadence-unspecified."""

from collections.abc import Iterator

from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("cadence-unspecified", Severity.NOTE)
def cadence_unspecified(case: Case) -> Iterator[Hit]:
    """A duty comes back without any interval.

    ## Why it matters

    Without an interval nobody can tell whether it is done often enough.

    ## How to mend it

    Agree on how often it is to be done.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-plan
        title: Plan för torget
        who: kom
        cadence: unspecified
        to: [Rådet]
        firmness: shall
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
        cadence: yearly
        month: 5
        to: [Rådet]
        firmness: shall
    ```
    """
    for _, duty in case.agreement.every_duty():
        if duty.cadence.rhythm is Rhythm.UNSPECIFIED:
            yield Hit(
                duty.place / "cadence",
                duty.id,
                say("“{title}” comes back, but the text does not say how often.", title=duty.title),
                hint=say("Agree on an interval."),
            )
