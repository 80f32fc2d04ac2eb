"""Rule nothing-measured."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import FORMS, Case, rule


@rule("nothing-measured", Severity.NOTE, reads=(FORMS,))
def nothing_measured(case: Case) -> Iterator[Hit]:
    """The agreement has aims, but nothing in it is measured.

    ## Why it matters

    When it ends nobody can say whether it helped.

    ## How to mend it

    Give at least one goal an indicator.

    ## Wrong

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    goals:
      - {id: mal, title: Färre utsatta områden}
    ```

    ## Right

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    goals:
      - id: mal
        title: Färre utsatta områden
        indicator: {title: Antal utsatta områden, measure: number}
    ```
    """
    agreement = case.agreement
    goals = [goal for _, goal in agreement.every_goal()]
    if (goals or agreement.aims or agreement.purposes) and not any(
        goal.indicator for goal in goals
    ):
        yield Hit(
            agreement.place / "goals",
            agreement.id,
            say("Nothing in “{title}” shows whether its aims are reached.", title=agreement.title),
            hint=say("Give at least one goal an indicator."),
        )
