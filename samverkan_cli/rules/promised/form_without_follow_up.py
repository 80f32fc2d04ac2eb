"""Rule form-without-follow-up."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("form-without-follow-up", Severity.NOTE)
def form_without_follow_up(case: Case) -> Iterator[Hit]:
    """A form of working together is never followed up.

    ## Why it matters

    Nobody learns whether it is done, or whether it helps.

    ## How to mend it

    Say when, by whom and to whom it is followed up.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    follow-up: {id: torg-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Rådet]}
    ```
    """
    for form in case.agreement.forms:
        if form.level == "form" and not form.follow_ups:
            yield Hit(
                form.place / "title",
                form.id,
                say("Nothing says how “{title}” is followed up.", title=form.title),
                hint=say("Say when, by whom and to whom."),
            )
