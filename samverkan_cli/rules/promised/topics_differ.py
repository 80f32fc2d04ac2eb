"""Rule topics-differ."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.evaluate.wording import lone_topics
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("topics-differ", Severity.NOTE, reads=(GUARANTEES,))
def topics_differ(case: Case) -> Iterator[Hit]:
    """Two parties cover the same field, but not the same subjects in it.

    ## Why it matters

    For the subjects that only one covers there is nobody on the other side to turn to.

    ## How to mend it

    Let both cover the same subjects, or say that one stands alone.

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
            holders: {exactly: 1}
            topics: [narkotika]
            forms: [grannar]
    # terms/guarantees/pol.yaml
    party: pol
    guarantees:
      - id: pol-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {exactly: 1}
            topics: [alkohol, narkotika]
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
            holders: {exactly: 1}
            topics: [alkohol, narkotika]
            forms: [grannar]
    # terms/guarantees/pol.yaml
    party: pol
    guarantees:
      - id: pol-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {exactly: 1}
            topics: [alkohol, narkotika]
            forms: [grannar]
    ```
    """
    for cell, alone in lone_topics(case.agreement):
        yield Hit(
            cell.function.place / "topics",
            cell.id,
            say(
                "“{title}” covers subjects that no other party covers: {alone}.",
                title=cell_title(cell),
                alone=alone,
            ),
            hint=say("Let both sides cover the same subjects."),
        )
