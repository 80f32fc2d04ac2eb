"""Rule final-follow-up-early."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import BLIND_DAYS, last_follow_up
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("final-follow-up-early", Severity.WARNING)
def final_follow_up_early(case: Case) -> Iterator[Hit]:
    """The last follow-up of the agreement is due long before the agreement ends.

    ## Why it matters

    What happens after the last follow-up is followed up by nobody.

    ## How to mend it

    Set the follow-up near the last day, or add one that covers the rest.

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
      - {id: slut, title: Slutlig uppföljning, month: 2025-12, scope: whole, to: [Rådet]}
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
      - {id: slut, title: Slutlig uppföljning, month: 2026-11, scope: whole, to: [Rådet]}
    ```
    """
    term = case.agreement.term
    last = last_follow_up(case.agreement)
    if last and not term.period.is_open and (term.period.last - last[1]).days > BLIND_DAYS:
        yield Hit(
            last[0].place / "month",
            last[0].id,
            say(
                "The last follow-up, “{title}”, is due on {due}, {days} days before the end.",
                title=last[0].title,
                due=last[1],
                days=(term.period.last - last[1]).days,
            ),
            (Remark(term.place / "until", say("The agreement ends here.")),),
            hint=say("Follow up the whole period, or end the agreement earlier."),
        )
