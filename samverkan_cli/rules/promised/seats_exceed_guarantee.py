"""Rule seats-exceed-guarantee."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import too_few_for_seats
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("seats-exceed-guarantee", Severity.NOTE)
def seats_exceed_guarantee(case: Case) -> Iterator[Hit]:
    """A body wants more representatives than the party guarantees.

    ## Why it matters

    Some of the chairs are promised to nobody.

    ## How to mend it

    Guarantee as many as the body wants, or want fewer.

    ## Wrong

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    bodies:
      - id: torg-styr
        title: Styrgrupp för torget
        kind: steering-group
        cadence: quarterly
        seats: [{who: kom, number: {exactly: 2}, guaranteed-by: kom-sam/samordnare}]
    ```

    ## Right

    ```yaml
    # terms/forms/torg.yaml
    id: torg
    title: Tryggt torg
    bodies:
      - id: torg-styr
        title: Styrgrupp för torget
        kind: steering-group
        cadence: quarterly
        seats: [{who: kom, number: {exactly: 1}, guaranteed-by: kom-sam/samordnare}]
    ```
    """
    for body, seat, given in too_few_for_seats(case.agreement):
        yield Hit(
            seat.place / "number",
            f"{body.id}/{seat.who}",
            say(
                "“{body}” wants at least {wanted} from {party}, which guarantees {given}.",
                body=body.title,
                wanted=seat.number.least if seat.number else 1,
                party=case.agreement.title_of(seat.who),
                given=given,
            ),
            hint=say("Guarantee as many as the body wants."),
        )
