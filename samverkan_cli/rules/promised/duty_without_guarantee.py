"""Rule duty-without-guarantee."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import unanswered
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("duty-without-guarantee", Severity.NOTE)
def duty_without_guarantee(case: Case) -> Iterator[Hit]:
    """A party has a duty that presupposes a resource, and guarantees none.

    ## Why it matters

    The other party reads that somebody is there, and nobody has been set aside.

    ## How to mend it

    Add a guarantee for the form, or take back the sentence.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar, torg]}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-samordning
        title: En samordnare
        who: {each: [kom, pol]}
        cadence: standing
        firmness: shall
        needs: {kind: coordinator}
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar, torg]}
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-samordning
        title: En samordnare
        who: {each: [kom]}
        cadence: standing
        firmness: shall
        needs: {kind: coordinator}
    ```
    """
    for duty, party in unanswered(case.agreement, case.silent(GUARANTEES)):
        yield Hit(
            duty.place / "needs",
            f"{duty.id}/{party}",
            say(
                "“{title}” presupposes a resource that {party} does not guarantee.",
                title=duty.title,
                party=case.agreement.title_of(party),
            ),
            hint=say("Add a guarantee that serves the form, or change the duty."),
        )
