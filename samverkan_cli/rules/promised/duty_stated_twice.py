"""Rule duty-stated-twice."""

from collections.abc import Iterator

from samverkan_cli.evaluate.wording import repeated_duties
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("duty-stated-twice", Severity.NOTE)
def duty_stated_twice(case: Case) -> Iterator[Hit]:
    """The same duty stands in two forms.

    ## Why it matters

    It is counted twice, and may be changed in one place only.

    ## How to mend it

    Keep it in one form and refer to it from the other.

    ## Wrong

    ```yaml
    # terms/forms/park.yaml
    id: park
    title: Trygg park
    duties:
      - id: park-styr
        title: Forma och delta i styrgrupp
        who: {all: [kom, pol]}
        cadence: once
        by: 2025-06-30
        firmness: shall
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-styr
        title: Forma och delta i en styrgrupp
        who: {all: [kom, pol]}
        cadence: once
        by: 2025-06-30
        firmness: shall
    ```

    ## Right

    ```yaml
    # terms/forms/park.yaml
    id: park
    title: Trygg park
    duties:
      - id: park-styr
        title: Forma och delta i styrgrupp
        who: {all: [kom, pol]}
        cadence: once
        by: 2025-06-30
        firmness: shall
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    duties:
      - id: torg-styr
        title: Utse två kontaktpersoner
        who: {all: [kom, pol]}
        cadence: once
        by: 2025-06-30
        firmness: shall
    ```
    """
    for first, later in repeated_duties(case.agreement):
        yield Hit(
            later.place / "title",
            later.id,
            say(
                "“{later}” says the same as “{first}” in another form.",
                later=later.title,
                first=first.title,
            ),
            (Remark(first.place / "title", say("The same is said here.")),),
            hint=say("Keep it in one of the forms."),
        )
