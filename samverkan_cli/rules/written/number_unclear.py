"""Rule number-unclear."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import unclear_numbers
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("number-unclear", Severity.ERROR)
def number_unclear(case: Case) -> Iterator[Hit]:
    """A number of holders is neither exact nor a least number, or is both.

    ## Why it matters

    Nobody can tell when the promise is kept.

    ## How to mend it

    Write exactly or at-least, one of the two.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1, at-least: 2}}
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
    ```
    """
    for unclear in unclear_numbers(case.agreement):
        yield Hit(
            unclear.place,
            unclear.name,
            say(
                "“{title}” says both exactly {exactly} and at least {least}.",
                title=unclear.title,
                exactly=unclear.number.exactly,
                least=unclear.number.at_least,
            )
            if unclear.number.exactly and unclear.number.at_least
            else say("“{title}” does not say how many.", title=unclear.title),
            hint=say("Write exactly or at-least, one of the two."),
        )
