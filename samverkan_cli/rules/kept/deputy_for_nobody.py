"""Rule deputy-for-nobody."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.evaluate.gaps import only_deputies
from samverkan_cli.evaluate.timeline import by_slot
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("deputy-for-nobody", Severity.NOTE)
def deputy_for_nobody(case: Case) -> Iterator[Hit]:
    """A deputy is assigned where there is nobody to stand in for.

    ## Why it matters

    A deputy counts only in place of an ordinary holder, so the function is not covered.

    ## How to mend it

    Assign the deputy as ordinary holder, or record who is the ordinary one.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01, deputy: true}
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
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01, deputy: true}
    ```
    """
    for slot_id, timelines in by_slot(case.staffed).items():
        guarantee, slot, _ = timelines[0].cell
        if only_deputies(timelines, case.day):
            yield Hit(
                slot.place,
                slot_id,
                say(
                    "{party} has a deputy for “{slot}” but nobody whom it stands in for.",
                    party=case.agreement.title_of(guarantee.party),
                    slot=slot_title(guarantee, slot),
                ),
                hint=say("Assign the deputy as ordinary holder."),
            )
