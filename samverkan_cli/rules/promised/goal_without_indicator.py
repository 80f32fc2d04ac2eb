"""Rule goal-without-indicator."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("goal-without-indicator", Severity.NOTE)
def goal_without_indicator(case: Case) -> Iterator[Hit]:
    """A goal has nothing that shows whether it is reached.

    ## Why it matters

    A goal that cannot be measured is always reached, or never.

    ## How to mend it

    Say what shows it.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - {id: torg-mal, title: Färre brott på torget}
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
    ```
    """
    for _, goal in case.agreement.every_goal():
        if not goal.indicator:
            yield Hit(
                goal.place / "title",
                goal.id,
                say("Nothing shows whether “{title}” is reached.", title=goal.title),
                hint=say("Name an indicator."),
            )
