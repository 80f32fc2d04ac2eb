"""Rule follow-up-without-owner."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("follow-up-without-owner", Severity.NOTE)
def follow_up_without_owner(case: Case) -> Iterator[Hit]:
    """Nobody answers for a follow-up.

    ## Why it matters

    When the day comes, everybody waits.

    ## How to mend it

    Name the role that answers for it, or who leads the form.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    follow-up: {id: torg-uppf, title: Uppföljning, month: 2026-11, to: [Rådet]}
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    lead: [kom]
    follow-up: {id: torg-uppf, title: Uppföljning, month: 2026-11, to: [Rådet]}
    ```
    """
    for form, follow_up in case.agreement.every_follow_up():
        if not follow_up.owners and not (form and form.lead):
            yield Hit(
                follow_up.place / "owners",
                follow_up.id,
                say("The text does not say who answers for “{title}”.", title=follow_up.title),
                hint=say("Name the role that answers for it."),
            )
