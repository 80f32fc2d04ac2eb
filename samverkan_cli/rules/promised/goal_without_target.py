"""Rule goal-without-target."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("goal-without-target", Severity.NOTE)
def goal_without_target(case: Case) -> Iterator[Hit]:
    """A goal has no value to be reached.

    ## Why it matters

    Any change at all then counts as success.

    ## How to mend it

    Say how far, and when.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - id: torg-mal
        title: Färre brott på torget
        indicator: {title: Antal anmälda brott, measure: number}
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - id: torg-mal
        title: Färre brott på torget
        indicator: {title: Antal anmälda brott, measure: number}
        target: {value: "100", by: 2026-12-31}
    ```
    """
    for _, goal in case.agreement.every_goal():
        if not goal.target:
            yield Hit(
                goal.place / "title",
                goal.id,
                say("The text does not say how far “{title}” is to go, or when.", title=goal.title),
                hint=say("Give a value and a day."),
            )
