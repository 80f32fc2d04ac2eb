"""Rule agreement-ends-soon."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import Case, rule

NOTICE_DAYS = 180


@rule("agreement-ends-soon", Severity.WARNING)
def agreement_ends_soon(case: Case) -> Iterator[Hit]:
    """The agreement ends within half a year.

    ## Why it matters

    A new one takes months to negotiate and decide; without it every promise ends on the last
    day.

    ## How to mend it

    Begin the talks on the next agreement, or extend this one.

    ## Wrong

    ```yaml
    # on: 2026-10-01
    ```

    ## Right

    ```yaml
    # on: 2026-10-01
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2028-12-31}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
    ```
    """
    period = case.agreement.period
    left = (period.last - case.day).days
    if case.day in period and left <= NOTICE_DAYS:
        yield Hit(
            case.agreement.term.place / "until",
            case.agreement.id,
            say_n(
                left,
                "“{title}” ends on {last}, {n} day from now.",
                "“{title}” ends on {last}, {n} days from now.",
                title=case.agreement.title,
                last=period.last,
            )
            if left
            else say("“{title}” ends today.", title=case.agreement.title),
            hint=say("Begin the talks on the next agreement, or extend this one."),
        )
