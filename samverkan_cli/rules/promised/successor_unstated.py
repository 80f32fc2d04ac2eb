"""Rule successor-unstated."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("successor-unstated", Severity.NOTE)
def successor_unstated(case: Case) -> Iterator[Hit]:
    """A role answers for the agreement, a person signed, and nothing says who takes over.

    ## Why it matters

    When the person leaves, it may be doubted whether the successor is bound.

    ## How to mend it

    Add a clause on succession.

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
    accountable:
      - {id: acc-kom, party: kom, role: Utskottets ordförande}
    signatories:
      - {party: kom, name: E. Exempel, role: Utskottets ordförande, on: 2023-12-11}
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
    accountable:
      - {id: acc-kom, party: kom, role: Utskottets ordförande}
    signatories:
      - {party: kom, name: E. Exempel, role: Utskottets ordförande, on: 2023-12-11}
    clauses:
      - {kind: succession, title: Den som efterträder är bunden}
    ```
    """
    agreement = case.agreement
    signed = {signatory.party: signatory for signatory in agreement.signatories}
    if not any(clause.kind == "succession" for clause in agreement.clauses):
        for accountable in agreement.accountable:
            if accountable.party in signed:
                yield Hit(
                    accountable.place / "role",
                    accountable.id,
                    say(
                        "{role} answers by office, but nothing says that a successor is bound.",
                        role=accountable.role,
                    ),
                    (Remark(signed[accountable.party].place, say("A person signed here.")),),
                    hint=say("Say that whoever holds the role is bound."),
                )
