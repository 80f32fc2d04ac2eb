"""Rule seat-without-guarantee."""

from collections.abc import Iterator

from samverkan_cli.evaluate.promises import unguaranteed_seats
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, Case, rule


@rule("seat-without-guarantee", Severity.NOTE)
def seat_without_guarantee(case: Case) -> Iterator[Hit]:
    """A party has a seat in a body, but guarantees nobody to sit there.

    ## Why it matters

    A body where a chair stands empty decides nothing.

    ## How to mend it

    Add a guarantee of a seat, or name the function that holds it under `guaranteed-by`.

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
        seats: [{who: kom}]
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
        seats: [{who: kom, guaranteed-by: kom-sam/samordnare}]
    ```
    """
    for body, seat in unguaranteed_seats(case.agreement, case.silent(GUARANTEES)):
        yield Hit(
            seat.place / "who",
            f"{body.id}/{seat.who}",
            say(
                "{party} has a seat in “{body}”, but guarantees nobody to sit there.",
                party=case.agreement.title_of(seat.who),
                body=body.title,
            ),
            hint=say("Guarantee the seat, or say which function holds it."),
        )
