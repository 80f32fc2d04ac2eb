"""Rule count-mismatch."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import miscounts
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.rules.rule import Case, rule


@rule("count-mismatch", Severity.NOTE)
def count_mismatch(case: Case) -> Iterator[Hit]:
    """The text says one number and lists another.

    ## Why it matters

    Nobody can tell how many were promised.

    ## How to mend it

    Correct the number or the list in the agreement.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare i kommunens tre områden
        slots:
          - id: samordnare
            kind: coordinator
            holders: {at-least: 1}
            stated-count: 3
            forms: [grannar]
            functions: [{id: norr}, {id: syd}]
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare i kommunens två områden
        slots:
          - id: samordnare
            kind: coordinator
            holders: {at-least: 1}
            stated-count: 2
            forms: [grannar]
            functions: [{id: norr}, {id: syd}]
    ```
    """
    for found in miscounts(case.agreement):
        yield Hit(
            found.slot.place / "stated-count",
            found.subject,
            say(
                "“{title}” says {stated}, but lists {listed}.",
                title=found.title,
                stated=found.slot.stated_count,
                listed=found.listed,
            )
            if found.title == found.guarantee.title
            else say(
                "“{guarantee}” says {stated}, but “{title}” lists {listed}.",
                guarantee=found.guarantee.title,
                stated=found.slot.stated_count,
                title=found.title,
                listed=found.listed,
            ),
            (Remark(found.place, listed_here(found.listed)),),
            hint=say("Correct the number or the list."),
        )


def listed_here(number: int) -> Words:
    """Return what is said of the list."""
    return say_n(number, "{n} is listed here.", "{n} are listed here.")
