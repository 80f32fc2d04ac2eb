"""Rule period-undated."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("period-undated", Severity.NOTE)
def period_undated(case: Case) -> Iterator[Hit]:
    """The first and last day of the agreement are read out of its wording.

    ## Why it matters

    Parties that count different days disagree on what is owed and when it ends.

    ## How to mend it

    Write both days into the agreement, then set `dates: stated`.

    ## Wrong

    ```yaml
    # terms/agreement.yaml
    id: exempel
    title: Exempel på överenskommelse
    language: sv
    period: {from: 2024-01-01, until: 2026-12-31, as-written: 2024-2026, dates: read}
    parties:
      - {id: kom, title: Exempelköpings kommun, kind: municipality}
      - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
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
    ```
    """
    term = case.agreement.term
    if not term.stated:
        yield Hit(
            term.place / "dates",
            case.agreement.id,
            say(
                "The text gives no first and last day; {first} to {last} is read out of “{words}”.",
                first=term.period.first,
                last=term.period.last,
                words=term.as_written or case.agreement.title,
            ),
            hint=say("Write the first and the last day into the agreement."),
        )
