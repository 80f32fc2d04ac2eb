"""Rule staffing-unknown."""

from collections.abc import Iterator

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.evaluate.timeline import by_slot
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("staffing-unknown", Severity.WARNING)
def staffing_unknown(case: Case) -> Iterator[Hit]:
    """Nothing is recorded of who holds a promised slot.

    ## Why it matters

    What nobody has written down cannot be counted as kept.

    ## How to mend it

    Write in the party's staffing which post holds the slot, or that its post is vacant.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    for slot_id, timelines in by_slot(case.staffed).items():
        guarantee, slot, _ = timelines[0].cell
        unknown = [one for one in timelines if one.on(case.day).state is State.UNKNOWN]
        party, title = case.agreement.title_of(guarantee.party), slot_title(guarantee, slot)
        if not unknown:
            continue
        if len(slot.functions) == 1:
            message = say("{party} has not recorded who holds “{slot}”.", party=party, slot=title)
        else:
            message = say(
                "{party} has not recorded who holds “{slot}”: {functions}.",
                party=party,
                slot=title,
                functions=tuple(one.cell.function.title or one.cell.function.id for one in unknown),
            )
        hint = say(
            "Write an assignment in its staffing: samverkan assign POST {slot}", slot=slot_id
        )
        yield Hit(slot.place, slot_id, message, hint=hint)
