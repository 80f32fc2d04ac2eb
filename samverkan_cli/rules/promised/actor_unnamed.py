"""Rule actor-unnamed."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("actor-unnamed", Severity.NOTE)
def actor_unnamed(case: Case) -> Iterator[Hit]:
    """An actor is named by a collective word only.

    ## Why it matters

    Nobody knows that they are meant, so nobody comes.

    ## How to mend it

    Name the organisations.

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
      - {id: universitetet, title: Övriga myndigheter, kind: authority, unnamed: true}
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
    ```
    """
    for actor in case.agreement.actors:
        if actor.unnamed:
            yield Hit(
                actor.place / "title",
                actor.id,
                say("The text does not say who “{title}” are.", title=actor.title),
                hint=say("Name the organisations."),
            )
