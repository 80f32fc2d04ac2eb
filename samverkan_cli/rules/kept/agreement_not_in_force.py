"""Rule agreement-not-in-force."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("agreement-not-in-force", Severity.NOTE)
def agreement_not_in_force(case: Case) -> Iterator[Hit]:
    """The agreement is not in force on the day.

    ## Why it matters

    Nothing is owed on such a day, so nothing is said of what is kept, only of what was missed.

    ## How to mend it

    Ask about another day, or write the right period.

    ## Wrong

    ```yaml
    # on: 2027-02-01
    ```

    ## Right

    ```yaml
    # on: 2027-02-01
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
    period, title = case.agreement.period, case.agreement.title
    place = case.agreement.term.place
    if period.is_empty:
        return
    hint = say("Ask about another day, or write the right period.")
    if case.day < period.first:
        message = say("“{title}” begins only on {first}.", title=title, first=period.first)
        yield Hit(place / "from", case.agreement.id, message, hint=hint)
    if case.day > period.last:
        message = say("“{title}” ended on {last}.", title=title, last=period.last)
        yield Hit(place / "until", case.agreement.id, message, hint=hint)
