"""Rule form-one-sided."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import one_sided
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("form-one-sided", Severity.NOTE)
def form_one_sided(case: Case) -> Iterator[Hit]:
    """A party has a part in a form, but only the other guarantees somebody for it.

    ## Why it matters

    Working together takes two; a seat in a steering group does no work.

    ## How to mend it

    Let each party that takes part guarantee a function, or say that it only supports.

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
    lead: [kom]
    participants: [kom, pol]
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
    lead: [kom]
    participants: [kom]
    ```
    """
    for form, party, behind in one_sided(case.agreement, case.silent(GUARANTEES)):
        yield Hit(
            form.place / "participants",
            f"{form.id}/{party}",
            say(
                "{party} has a part in “{form}”, but only {others} guarantees somebody for it.",
                party=case.agreement.title_of(party),
                form=form.title,
                others=tuple(case.agreement.title_of(other) for other in behind),
            ),
            hint=say("Add a guarantee for the form, or change what the party is to do."),
        )
