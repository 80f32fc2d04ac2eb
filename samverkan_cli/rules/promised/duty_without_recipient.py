"""Rule duty-without-recipient."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import undelivered
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import FORMS, Case, rule


@rule("duty-without-recipient", Severity.NOTE, reads=(FORMS,))
def duty_without_recipient(case: Case) -> Iterator[Hit]:
    """A duty yields a result at intervals, but nobody is to receive it.

    ## Why it matters

    A result without a recipient is missed by nobody.

    ## How to mend it

    Say who receives it, or which duty builds on it.

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
        month: 5
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
    for duty in undelivered(case.agreement):
        yield Hit(
            duty.place / "to",
            duty.id,
            say("The text does not say who receives “{title}”.", title=duty.title),
            hint=say("Name the recipient."),
        )
