"""Rule follow-up-without-date."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("follow-up-without-date", Severity.NOTE)
def follow_up_without_date(case: Case) -> Iterator[Hit]:
    """A follow-up has neither a day nor an interval.

    ## Why it matters

    It can never be late, so it may never be held.

    ## How to mend it

    Give a month, a day or an interval.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    follow-up: {id: torg-uppf, title: Uppföljning, mode: within-operations, to: [Rådet]}
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
        if follow_up.by is None and not follow_up.cadence.recurs:
            yield Hit(
                follow_up.place / "cadence",
                follow_up.id,
                say("The text does not say when “{title}” is held.", title=follow_up.title),
                hint=say("Give a month or an interval."),
            )
