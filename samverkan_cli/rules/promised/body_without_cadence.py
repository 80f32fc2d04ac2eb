"""Rule body-without-cadence."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import meets_unsaid
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("body-without-cadence", Severity.NOTE)
def body_without_cadence(case: Case) -> Iterator[Hit]:
    """A body that meets has no word on how often.

    ## Why it matters

    A group that may meet seldom may stop meeting without anybody noticing.

    ## How to mend it

    Agree on how often it meets and write it under `cadence`.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    bodies:
      - {id: torg-styr, title: Styrgrupp för torget, kind: steering-group}
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    bodies:
      - {id: torg-styr, title: Styrgrupp för torget, kind: steering-group, cadence: quarterly}
    ```
    """
    for _, body in case.agreement.every_body():
        if meets_unsaid(body):
            yield Hit(
                body.place / "cadence",
                body.id,
                say("The text does not say how often “{title}” meets.", title=body.title),
                hint=say("Agree on how often it meets."),
            )
