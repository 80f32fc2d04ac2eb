"""Rule slot-short."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.evaluate.coverage import promised_share
from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.evaluate.timeline import CellTimeline, by_slot
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule

CURES = {
    "holders": say("Assign another post, or renegotiate the number."),
    "amount": say("Give it more time, or renegotiate the share."),
}


@rule("slot-short", Severity.WARNING)
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
    for slot_id, timelines in by_slot(case.staffed).items():
        told = [timeline for timeline in timelines if not timeline.cell.protected]
        key = short_of(told[0], case.day) if told else ""
        if key:
            cell = told[0].cell
            party = case.agreement.title_of(cell.guarantee.party)
            message = (
                shortage(key, party, told[0], case.day)
                if len(told) == len(timelines)
                else say(
                    "{party} has less in place for “{slot}” than promised.",
                    party=party,
                    slot=slot_title(cell.guarantee, cell.slot),
                )
            )
            yield Hit(cell.slot.place / key, slot_id, message, hint=CURES[key])


def short_of(timeline: CellTimeline, day: date) -> str:
    """Return the field of the slot that is not kept by those who are there, if one is not."""
    standing, slot = timeline.on(day), timeline.cell.slot
    if 0 < standing.slot_present < slot.holders.least:
        return "holders"
    too_little = standing.slot_present and standing.slot_share < promised_share(slot)
    return "amount" if too_little else ""


def shortage(key: str, party: str, timeline: CellTimeline, day: date) -> Words:
    """Return the sentence on what is there and what was promised."""
    standing, cell = timeline.on(day), timeline.cell
    title = slot_title(cell.guarantee, cell.slot)
    if key == "holders":
        return say(
            "{party} has {there} of {promised} promised in place for “{slot}”.",
            party=party,
            there=standing.slot_present,
            promised=cell.slot.holders.least,
            slot=title,
        )
    return say(
        "{party} gives “{slot}” {share} % of full time but promised {promised} %.",
        party=party,
        slot=title,
        share=standing.slot_share,
        promised=promised_share(cell.slot),
    )
