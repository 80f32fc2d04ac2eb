"""Rule clause-absent."""

from collections.abc import Iterator

from samverkan_cli.evaluate.clauses import absent
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("clause-absent", Severity.NOTE)
def clause_absent(case: Case) -> Iterator[Hit]:
    """The agreement says nothing about something that such an agreement ought to settle.

    ## Why it matters

    What was not settled beforehand is settled in a quarrel.

    ## How to mend it

    Add the clause, or accept for a time that it is missing.

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
    document:
      title: Exempel på överenskommelse
      digest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    clauses:
      - {kind: vacancy, title: Vakans}
      - {kind: breach, title: Brott mot åtagande}
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
    document:
      title: Exempel på överenskommelse
      digest: "sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
    clauses:
      - {kind: vacancy, title: Vakans}
      - {kind: breach, title: Brott mot åtagande}
      - {kind: escalation, title: Oenighet}
      - {kind: termination, title: Uppsägning}
      - {kind: precedence, title: Rangordning}
      - {kind: secrecy, title: Sekretess}
      - {kind: personal-data, title: Personuppgifter}
    ```
    """
    agreement = case.agreement
    for kind, settles in absent(agreement):
        yield Hit(
            agreement.place / "clauses",
            kind,
            say(
                "“{title}” says nothing on this point: {settles}.",
                title=agreement.document,
                settles=settles,
            ),
            hint=say("Add a clause."),
        )
