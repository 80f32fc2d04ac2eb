"""Rule form-without-guarantee."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import Backing
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("form-without-guarantee", Severity.NOTE, reads=(GUARANTEES,))
def form_without_guarantee(case: Case) -> Iterator[Hit]:
    """No party guarantees anybody for a form of working together.

    ## Why it matters

    What is decided is done by whoever has time.

    ## How to mend it

    Let a guarantee serve the form, or leave the form out of the agreement.

    ## Wrong

    ```yaml
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
    backing = Backing(case.agreement)
    for form in case.agreement.forms:
        if not backing.behind(form.id):
            yield Hit(
                form.place / "title",
                form.id,
                say("No party guarantees anybody who works in “{title}”.", title=form.title),
                hint=say("Let a guarantee serve the form."),
            )
