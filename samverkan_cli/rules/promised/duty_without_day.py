"""Rule duty-without-day."""

from collections.abc import Iterator

from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("duty-without-day", Severity.NOTE)
def duty_without_day(case: Case) -> Iterator[Hit]:
    """A yearly duty has no month.

    ## Why it matters

    It is late first when the year is over.

    ## How to mend it

    Agree on a month.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-analys
        title: Analys av torget
        who: kom
        cadence: yearly
        firmness: shall
        to: [Trygghetsrådet]
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-analys
        title: Analys av torget
        who: kom
        cadence: yearly
        firmness: shall
        month: 5
        to: [Trygghetsrådet]
    ```
    """
    for _, duty in case.agreement.every_duty():
        if duty.cadence.rhythm is Rhythm.YEARLY and duty.month is None:
            yield Hit(
                duty.place / "cadence",
                duty.id,
                say("“{title}” is yearly, but the text gives no month.", title=duty.title),
                hint=say("Agree on a month."),
            )
