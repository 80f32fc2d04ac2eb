"""Rule terms-without-revision."""

from collections.abc import Iterator

from samverkan_cli.evaluate.change import Kind, What
from samverkan_cli.evaluate.wrongs import named, of_terms
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import Case, rule


@rule("terms-without-revision", Severity.ERROR)
def terms_without_revision(case: Case) -> Iterator[Hit]:
    """The terms are changed, and no revision says why and by whose decision.

    ## Why it matters

    The terms are joint. A change that names no decision cannot be told from a slip, or from one
    party changing the agreement alone.

    ## How to mend it

    Write the change down as a revision with its reason and the decision: samverkan revise.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare för grannsamverkan
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
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
    revisions:
      - {number: 1, reason: Tydligare titel, decision: {body: Styrgruppen, date: 2025-02-20}}
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare för grannsamverkan
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
    ```
    """
    some = of_terms(case.changes)
    if some and not any(
        one.kind is Kind.REVISION and one.what is What.ADDED for one in case.changes
    ):
        yield Hit(
            case.agreement.place / ("revisions" if case.agreement.revisions else "id"),
            case.agreement.id,
            say_n(
                len(some),
                "{n} change of the terms comes without a revision: {ids}.",
                "{n} changes of the terms come without a revision: {ids}.",
                ids=named(some),
            ),
            hint=say("Write it down with its reason and decision: samverkan revise"),
        )
