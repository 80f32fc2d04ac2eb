"""Rule duty-without-owner."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import ownerless
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("duty-without-owner", Severity.NOTE, reads=(GUARANTEES,))
def duty_without_owner(case: Case) -> Iterator[Hit]:
    """A joint duty comes back in a form for which nobody is guaranteed.

    ## Why it matters

    What everybody owns, nobody does.

    ## How to mend it

    Name a guaranteed function that does it, or give the form a coordinator.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-plan
        title: Plan för torget
        who: {all: [kom, pol]}
        cadence: yearly
        month: 5
        to: [Rådet]
        firmness: shall
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-plan
        title: Plan för torget
        who: {all: [kom, pol]}
        cadence: yearly
        month: 5
        to: [Rådet]
        firmness: shall
        function: kom-sam/samordnare
    ```
    """
    for form, duty in ownerless(case.agreement):
        yield Hit(
            duty.place / "who",
            duty.id,
            say(
                "“{title}” is shared, and no party guarantees anybody for “{form}”.",
                title=duty.title,
                form=form.title,
            ),
            hint=say("Say which function does it."),
        )
