"""Rule owner-ambiguous."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import shared_ownership
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("owner-ambiguous", Severity.NOTE)
def owner_ambiguous(case: Case) -> Iterator[Hit]:
    """A follow-up is owned by a role that several hold.

    ## Why it matters

    When several own it, each may wait for another.

    ## How to mend it

    Say which of them owns it.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {at-least: 2}, forms: [grannar]}
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    follow-ups:
      - id: slut
        title: Slutlig uppföljning
        month: 2026-11
        scope: whole
        to: [Rådet]
        owners: [{party: kom, role: Strateg, slot: kom-sam/samordnare}]
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
    follow-ups:
      - id: slut
        title: Slutlig uppföljning
        month: 2026-11
        scope: whole
        to: [Rådet]
        owners: [{party: kom, role: Strateg, slot: kom-sam/samordnare}]
    ```
    """
    for follow_up, owner, slot in shared_ownership(case.agreement):
        yield Hit(
            owner.place / "slot",
            f"{follow_up.id}/{owner.slot}",
            say(
                "“{title}” is owned by “{role}”, but at least {least} hold that role.",
                title=follow_up.title,
                role=owner.role,
                least=slot.holders.least,
            ),
            hint=say("Say which of them owns it."),
        )
