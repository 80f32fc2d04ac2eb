"""Rule more-than-promised."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.evaluate.gaps import ordinary_present
from samverkan_cli.evaluate.timeline import by_slot
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("more-than-promised", Severity.NOTE)
def more_than_promised(case: Case) -> Iterator[Hit]:
    """A slot has more holders than was promised.

    ## Why it matters

    Where exactly so many were promised, nobody knows which of the holders is the right one.

    ## How to mend it

    End the assignment that is over, or mark the one who only stands in as deputy.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01}
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
        there, promised = len(ordinary_present(timelines, case.day)), slot.holders.exactly
        if promised and there > promised:
            yield Hit(
                slot.place / "holders",
                slot_id,
                say(
                    "{party} has {there} in place for “{slot}” but promised exactly {promised}.",
                    party=case.agreement.title_of(guarantee.party),
                    there=there,
                    slot=slot_title(guarantee, slot),
                    promised=promised,
                ),
                hint=say("End what is over, or mark the one who only stands in as deputy."),
            )
