"""Rule slot-short."""

from collections.abc import Iterator

from samverkan_cli.evaluate.coverage import promised_share
from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.evaluate.timeline import by_slot
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import STAFFING, Case, rule


@rule("slot-short", Severity.WARNING, reads=STAFFING)
def slot_short(case: Case) -> Iterator[Hit]:
    """A slot has fewer posts, or less time, than was promised.

    ## Why it matters

    The promise was of so many; with fewer, those who are there carry what more should share.

    ## How to mend it

    Assign another post, or renegotiate the number.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {exactly: 2}
            forms: [grannar]
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {exactly: 2}
            forms: [grannar]
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    for slot_id, (timeline, *_) in by_slot(case.timelines).items():
        guarantee, slot, _ = timeline.cell
        standing = timeline.on(case.day)
        there, promised = standing.slot_present, slot.holders.least
        party, title = case.agreement.title_of(guarantee.party), slot_title(guarantee, slot)
        if 0 < there < promised:
            message = say(
                "{party} has {there} of {promised} promised in place for “{slot}”.",
                party=party,
                there=there,
                promised=promised,
                slot=title,
            )
            key, hint = "holders", say("Assign another post, or renegotiate the number.")
        elif there and standing.slot_share < promised_share(slot):
            message = say(
                "{party} gives “{slot}” {share} % of full time but promised {promised} %.",
                party=party,
                slot=title,
                share=standing.slot_share,
                promised=promised_share(slot),
            )
            key, hint = "amount", say("Give it more time, or renegotiate the share.")
        else:
            continue
        yield Hit(slot.place / key, slot_id, message, hint=hint)
