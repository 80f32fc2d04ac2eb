"""Rule function-uncovered."""

from collections.abc import Iterator
from datetime import date

from samverkan_cli.evaluate.coverage import Staffing, State
from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.evaluate.gaps import causes
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Cell
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.rules.rule import Case, rule


@rule("function-uncovered", Severity.WARNING)
def function_uncovered(case: Case) -> Iterator[Hit]:
    """A promised function has nobody.

    ## Why it matters

    The other party counts on the function; while it is vacant, what it should carry is not
    done.

    ## How to mend it

    Assign a post to it, or write down who holds it already.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-14}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-14}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2025-01-15}
    ```
    """
    staffing = Staffing(case.agreement)
    for timeline in case.staffed:
        cell, run = timeline.cell, timeline.run(case.day)
        if run and timeline.on(case.day).state is State.VACANT:
            last = () if cell.protected else causes(staffing, timeline, case.day)
            yield Hit(
                cell.function.place,
                cell.id,
                uncovered(case.agreement.title_of(cell.guarantee.party), cell, run, case.day),
                tuple(Remark(place, say("This is what was recorded last.")) for place in last),
                hint=say(
                    "Assign a post in the staffing of the party: samverkan assign POST {slot}",
                    slot=cell.id if len(cell.slot.functions) > 1 else cell.slot_id,
                ),
            )


def uncovered(party: str, cell: Cell, run: Period, day: date) -> Words:
    """Return the sentence: since when, but of a protected function only that it is so."""
    function, days = cell_title(cell), (day - run.first).days
    if cell.protected:
        return say("“{function}” of {party} is not covered.", party=party, function=function)
    if not days:
        return say(
            "{party} has nobody for “{function}” from today.", party=party, function=function
        )
    return say_n(
        days,
        "{party} has had nobody for “{function}” since {since}, {n} day.",
        "{party} has had nobody for “{function}” since {since}, {n} days.",
        party=party,
        function=function,
        since=run.first,
    )
