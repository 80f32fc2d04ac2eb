"""Rule actor-not-signing."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import outsiders
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("actor-not-signing", Severity.NOTE)
def actor_not_signing(case: Case) -> Iterator[Hit]:
    """Somebody who does not sign leads a form or answers for a duty.

    ## Why it matters

    Nobody can hold them to an agreement that is not theirs.

    ## How to mend it

    Let them sign, or let a party answer and the other take part (`with`).

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
    actors:
      - {id: universitetet, title: Exempels universitet, kind: university}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-matning
        title: Mätning på torget
        who: {all: [kom, universitetet]}
        cadence: yearly
        month: 5
        to: [Rådet]
        firmness: shall
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
    actors:
      - {id: universitetet, title: Exempels universitet, kind: university}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-matning
        title: Mätning på torget
        who: kom
        with: [universitetet]
        cadence: yearly
        month: 5
        to: [Rådet]
        firmness: shall
    ```
    """
    for actor, carried in outsiders(case.agreement):
        yield Hit(
            actor.place / "title",
            actor.id,
            say(
                "{actor} does not sign, but is to answer for: {carried}.",
                actor=actor.title,
                carried=carried,
            ),
            hint=say("Let them sign, or let a party answer for it."),
        )
