"""Rule goal-without-baseline."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import CHANGES
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("goal-without-baseline", Severity.NOTE)
def goal_without_baseline(case: Case) -> Iterator[Hit]:
    """A goal is a change, but nobody has said from what.

    ## Why it matters

    Without a value to begin with no change can be shown.

    ## How to mend it

    Give the value before the work began, and its day.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - id: torg-mal
        title: Färre brott på torget
        direction: reduce
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
        direction: reduce
        indicator: {title: Antal anmälda brott, measure: number}
        baseline: {value: "120", date: 2023-12-31}
    ```
    """
    for _, goal in case.agreement.every_goal():
        if goal.direction in CHANGES and not goal.baseline:
            yield Hit(
                goal.place / "direction",
                goal.id,
                say(
                    "“{title}” is a change, but no value to begin with is given.", title=goal.title
                ),
                hint=say("Give the value before the work began."),
            )
