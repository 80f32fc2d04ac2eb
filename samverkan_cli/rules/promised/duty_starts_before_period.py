"""Rule duty-starts-before-period."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("duty-starts-before-period", Severity.NOTE)
def duty_starts_before_period(case: Case) -> Iterator[Hit]:
    """A duty begins before the agreement does.

    ## Why it matters

    Nobody can be held to what was to be done before the agreement was in force.

    ## How to mend it

    Let the duty begin within the period, or say what was done before as background.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-bild
        title: Lägesbild över torget
        who: kom
        cadence: once
        from: 2023-01-01
        by: 2024-12-31
        firmness: shall
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-bild
        title: Lägesbild över torget
        who: kom
        cadence: once
        from: 2024-01-01
        by: 2024-12-31
        firmness: shall
    ```
    """
    term = case.agreement.term
    for _, duty in case.agreement.every_duty():
        if duty.start and duty.start < term.period.first:
            yield Hit(
                duty.place / "from",
                duty.id,
                say(
                    "“{title}” begins on {start}, but the agreement begins on {first}.",
                    title=duty.title,
                    start=duty.start,
                    first=term.period.first,
                ),
                (Remark(term.place / "from", say("The agreement begins here.")),),
                hint=say("Let the duty begin within the period."),
            )
