"""Rule number-ambiguous."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import slot_title
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("number-ambiguous", Severity.NOTE)
def number_ambiguous(case: Case) -> Iterator[Hit]:
    """The wording may mean one or several.

    ## Why it matters

    One party counts on two where the other meant one.

    ## How to mend it

    Write the number.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {at-least: 1, wording: ambiguous}
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
          - id: samordnare
            kind: coordinator
            holders: {exactly: 1, wording: numeral}
            forms: [grannar]
    ```
    """
    for guarantee in case.agreement.guarantees:
        for slot in guarantee.slots:
            if slot.holders.wording == "ambiguous":
                yield Hit(
                    slot.place / "holders",
                    f"{guarantee.id}/{slot.id}",
                    say(
                        "“{slot}” may mean one or several; it is read as at least {least}.",
                        slot=slot_title(guarantee, slot),
                        least=slot.holders.least,
                    ),
                    hint=say("Write the number."),
                )
