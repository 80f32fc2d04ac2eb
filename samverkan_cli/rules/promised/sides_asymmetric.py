"""Rule sides-asymmetric."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import lopsided
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("sides-asymmetric", Severity.NOTE)
def sides_asymmetric(case: Case) -> Iterator[Hit]:
    """The parties guarantee different kinds of resource for the same form.

    ## Why it matters

    A coordinator on one side has nobody to coordinate with on the other, or finds no hands for
    the work.

    ## How to mend it

    Let both sides guarantee the same kinds, or say why they differ.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
          - id: operativ
            title: Fältarbetare
            kind: operative
            holders: {at-least: 2}
            forms: [grannar]
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
          - id: operativ
            title: Fältarbetare
            kind: operative
            holders: {at-least: 2}
            forms: [grannar]
    # terms/guarantees/pol.yaml
    party: pol
    guarantees:
      - id: pol-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
          - id: operativ
            title: Fältarbetare
            kind: operative
            holders: {at-least: 2}
            forms: [grannar]
    ```
    """
    for found in lopsided(case.agreement, case.silent(GUARANTEES)):
        yield Hit(
            found.form.place / "title",
            found.form.id,
            say(
                "For “{form}” {first} guarantees {ours}, but {second} guarantees {theirs}.",
                form=found.form.title,
                first=case.agreement.title_of(found.first),
                ours=found.ours,
                second=case.agreement.title_of(found.second),
                theirs=found.theirs,
            ),
            hint=say("Guarantee both coordination and working hands on each side."),
        )
