"""Rule goal-directions-differ."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import turned
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("goal-directions-differ", Severity.NOTE)
def goal_directions_differ(case: Case) -> Iterator[Hit]:
    """A goal points another way than the goal it is part of.

    ## Why it matters

    Whoever reaches the one may miss the other.

    ## How to mend it

    Say the same in both places.

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
      - {id: mal, title: Färre utsatta områden, direction: reduce}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - {id: torg-mal, title: Inga utsatta områden, part-of: mal, direction: remove}
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
      - {id: mal, title: Färre utsatta områden, direction: reduce}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    goals:
      - {id: torg-mal, title: Färre utsatta torg, part-of: mal, direction: reduce}
    ```
    """
    for goal, whole in turned(case.agreement):
        yield Hit(
            goal.place / "direction",
            goal.id,
            say(
                "“{title}” does not aim the same way as “{whole}”, which it is part of.",
                title=goal.title,
                whole=whole.title,
            ),
            (Remark(whole.place / "direction", say("The whole goal says otherwise.")),),
            hint=say("Say the same in both places."),
        )
