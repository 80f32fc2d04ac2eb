"""Rule guarantee-lowered."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wrongs import RESOURCES, cure, lowered, told
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("guarantee-lowered", Severity.WARNING)
def guarantee_lowered(case: Case) -> Iterator[Hit]:
    """A change makes a guaranteed resource smaller than it was.

    ## Why it matters

    The other party plans on what was promised, and did not agree to less.

    ## How to mend it

    Restore the promise, or let both parties decide on the change and write it down as a revision.

    ## Wrong

    ```yaml
    # before: terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {at-least: 2}, forms: [grannar]}
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {at-least: 1}, forms: [grannar]}
    ```

    ## Right

    ```yaml
    # before: terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {at-least: 1}, forms: [grannar]}
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {at-least: 2}, forms: [grannar]}
    ```
    """
    for change, subject, place in told(lowered(case.changes, RESOURCES)):
        yield Hit(
            place,
            subject,
            say("Less is promised of “{id}” than before.", id=change.subject),
            hint=cure(case.changes),
        )
