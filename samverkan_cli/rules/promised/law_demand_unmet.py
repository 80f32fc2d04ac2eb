"""Rule law-demand-unmet."""

from collections.abc import Iterator

from samverkan_cli.evaluate.statute import unmet
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import FORMS, GUARANTEES, Case, rule


@rule("law-demand-unmet", Severity.NOTE, reads=(FORMS, GUARANTEES))
def law_demand_unmet(case: Case) -> Iterator[Hit]:
    """A statute that the agreement builds on demands something that the terms do not speak of.

    ## Why it matters

    The duty remains all the same, but nobody has been given it. A demand counts as answered when
    the terms use its words, such as “lägesbild” or “invånare”; terms that say the same in other
    words are not recognised, and a mere mention proves nothing.

    ## How to mend it

    Add a duty, a body or a plan that answers the demand.

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
      - {id: lagen, title: Lagen om kommuners ansvar, statute: "SFS 2023:196"}
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
      - {id: lagen, title: Lagen om kommuners ansvar, statute: "SFS 2023:196"}
    purposes:
      - {id: syfte, title: Färre brott}
    bodies:
      - {id: rad, title: Rådet, kind: council, cadence: quarterly}
    duties:
      - id: oversyn
        title: Lägesbild och åtgärdsplan ses över
        who: kom
        cadence: {every: 2, unit: year}
        to: [Kommunfullmäktige]
        firmness: shall
      - id: info
        title: Information till invånarna
        who: kom
        cadence: standing
        firmness: shall
    ```
    """
    for law, demand in unmet(case.agreement):
        yield Hit(
            law.place / "demands",
            f"{law.id}/{demand.paragraph}",
            say(
                "Section {paragraph} of “{law}” demands {what}, but the terms do not speak of it.",
                law=law.title,
                paragraph=str(demand.paragraph),
                what=demand.what,
            ),
            hint=say("Say in the terms who answers for it."),
        )
