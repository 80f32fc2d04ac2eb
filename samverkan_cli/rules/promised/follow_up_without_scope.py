"""Rule follow-up-without-scope."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("follow-up-without-scope", Severity.NOTE)
def follow_up_without_scope(case: Case) -> Iterator[Hit]:
    """A follow-up of the agreement does not say what is followed up.

    ## Why it matters

    A part that nobody has pointed out can be any part, or none.

    ## How to mend it

    Say which part it is in the description, or let it cover the whole with `scope: whole`.

    ## Wrong

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    follow-ups:
      - {id: halvtid, title: Del av uppföljning, month: 2026-11, scope: part, to: [Rådet]}
    ```

    ## Right

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    follow-ups:
      - {id: halvtid, title: Uppföljning, month: 2026-11, scope: whole, to: [Rådet]}
    ```
    """
    for follow_up in case.agreement.follow_ups:
        if follow_up.scope != "whole" and not follow_up.description:
            yield Hit(
                follow_up.place / "scope",
                follow_up.id,
                say("“{title}” does not say which part is followed up.", title=follow_up.title),
                hint=say("Point out the part, or follow up the whole agreement."),
            )
