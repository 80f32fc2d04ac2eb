"""Rule guarantee-removed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.change import Kind
from samverkan_cli.evaluate.wrongs import cure, removed, told
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("guarantee-removed", Severity.WARNING, reads=(GUARANTEES,))
def guarantee_removed(case: Case) -> Iterator[Hit]:
    """A change takes away a guaranteed resource.

    ## Why it matters

    A promise that is gone from the file is never counted again, and nobody notices that it is not
    kept.

    ## How to mend it

    Restore the guarantee, or let both parties decide that it ends and write that down as a
    revision.

    ## Wrong

    ```yaml
    # before: terms/guarantees/pol.yaml
    party: pol
    guarantees:
      - id: pol-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - id: pol-kontakt
        title: Kontaktpolis
        slots:
          - {id: kontaktpolis, kind: contact, holders: {exactly: 1}, forms: [grannar]}
    ```

    ## Right

    ```yaml
    # before: terms/guarantees/pol.yaml
    party: pol
    guarantees: []
    ```
    """
    for change, subject, place in told(removed(case.changes, (Kind.GUARANTEE,))):
        yield Hit(
            place,
            subject,
            say(
                "The guarantee “{title}” ({id}) of {party} is no longer there.",
                title=change.item.title,
                id=change.subject,
                party=case.agreement.title_of(change.item.party),
            ),
            hint=cure(case.changes),
        )
