"""Rule term-varies."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("term-varies", Severity.NOTE)
def term_varies(case: Case) -> Iterator[Hit]:
    """The text uses several words for the same thing.

    ## Why it matters

    A reader may take two words for two things.

    ## How to mend it

    Use one word throughout, or define the others as the same.

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
    definitions:
      - {id: def-handel, term: öppen narkotikahandel, also: [öppen droghandel]}
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
    definitions:
      - {id: def-handel, term: öppen narkotikahandel}
    ```
    """
    for definition in case.agreement.definitions:
        if definition.also:
            yield Hit(
                definition.place / "also",
                definition.id,
                say(
                    "The text says “{term}”, but also: {also}.",
                    term=definition.term,
                    also=definition.also,
                ),
                hint=say("Use one word throughout."),
            )
