"""Rule law-date-wrong."""

from collections.abc import Iterator

from samverkan_cli.evaluate.statute import misdated
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("law-date-wrong", Severity.NOTE)
def law_date_wrong(case: Case) -> Iterator[Hit]:
    """A statute is said to take effect at another time than it did.

    ## Why it matters

    A wrong date casts doubt on what rests on it.

    ## How to mend it

    Correct the date when the agreement is next revised.

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
    law:
      - id: lagen
        title: Lagen om kommuners ansvar
        statute: "SFS 2023:196"
        in-force-as-written: 2023-06
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
    law:
      - id: lagen
        title: Lagen om kommuners ansvar
        statute: "SFS 2023:196"
        in-force-as-written: 2023-07
    ```
    """
    for law, day in misdated(case.agreement):
        yield Hit(
            law.place / "in-force-as-written",
            law.id,
            say(
                "The text says that “{law}” takes effect {written}, but it did so on {day}.",
                law=law.title,
                written=law.in_force_as_written,
                day=day,
            ),
            hint=say("Correct the date when the agreement is revised."),
        )
