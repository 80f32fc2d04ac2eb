"""Rule follow-up-without-recipient."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("follow-up-without-recipient", Severity.NOTE)
def follow_up_without_recipient(case: Case) -> Iterator[Hit]:
    """Nobody is to receive a follow-up.

    ## Why it matters

    What nobody reads changes nothing.

    ## How to mend it

    Say who receives it.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    follow-up: {id: torg-uppf, title: Uppföljning, month: 2026-11}
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    follow-up: {id: torg-uppf, title: Uppföljning, month: 2026-11, to: [Rådet]}
    ```
    """
    for _, follow_up in case.agreement.every_follow_up():
        if not follow_up.to:
            yield Hit(
                follow_up.place / "to",
                follow_up.id,
                say("The text does not say who receives “{title}”.", title=follow_up.title),
                hint=say("Name the recipient."),
            )
