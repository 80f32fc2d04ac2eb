"""Rule function-short."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("function-short", Severity.WARNING)
def function_short(case: Case) -> Iterator[Hit]:
    """A function has fewer posts than was promised for each.

    ## Why it matters

    The number was promised for every function, so that it does not hang on one alone.

    ## How to mend it

    Assign another post to the function, or renegotiate the number.

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
            holders: {at-least: 2}
            each: {at-least: 2}
            functions:
              - {id: norr, forms: [grannar]}
              - {id: soder, forms: [grannar]}
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, functions: [norr], from: 2024-01-01}
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
            holders: {at-least: 2}
            each: {at-least: 2}
            functions:
              - {id: norr, forms: [grannar]}
              - {id: soder, forms: [grannar]}
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    for timeline in case.staffed:
        cell, there = timeline.cell, timeline.on(case.day).present
        if 0 < there < cell.slot.each.least:
            yield Hit(
                cell.function.place,
                cell.id,
                say(
                    "{party} has {there} of {promised} promised in place for “{function}”.",
                    party=case.agreement.title_of(cell.guarantee.party),
                    there=there,
                    promised=cell.slot.each.least,
                    function=cell_title(cell),
                ),
                hint=say("Assign another post to the function, or renegotiate the number."),
            )
