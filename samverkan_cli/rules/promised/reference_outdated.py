"""Rule reference-outdated."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import STALE_YEARS
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("reference-outdated", Severity.NOTE)
def reference_outdated(case: Case) -> Iterator[Hit]:
    """The agreement leans on a document that was old when it began.

    ## Why it matters

    Methods change, and the parties may follow different editions.

    ## How to mend it

    Refer to the latest edition, or say that the latest one applies.

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
      - {id: def-handbok, term: handbok, year: 2016}
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
      - {id: def-handbok, term: handbok, year: 2022}
    ```
    """
    first = case.agreement.period.first
    for definition in case.agreement.definitions:
        if definition.year and first.year - definition.year > STALE_YEARS:
            yield Hit(
                definition.place / "year",
                definition.id,
                say(
                    "“{term}” is from {year}, {years} years before the agreement begins.",
                    term=definition.term,
                    year=str(definition.year),
                    years=first.year - definition.year,
                ),
                hint=say("Refer to the latest edition."),
            )
