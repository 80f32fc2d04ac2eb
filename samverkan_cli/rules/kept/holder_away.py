"""Rule holder-away."""

from collections.abc import Iterator

from samverkan_cli.evaluate.coverage import Staffing, State
from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.evaluate.gaps import causes
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.period import Period
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule


@rule("holder-away", Severity.WARNING)
def holder_away(case: Case) -> Iterator[Hit]:
    """The holder of a function is away and nobody stands in.

    ## Why it matters

    The function is nobody's for as long as the absence lasts.

    ## How to mend it

    Assign a deputy for the time, or divide the work.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    absences:
      - {post: kom-1, from: 2025-02-01, until: 2025-04-30, reason: on-leave}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2025-02-01, deputy: true}
    absences:
      - {post: kom-1, from: 2025-02-01, until: 2025-04-30, reason: on-leave}
    ```
    """
    staffing = Staffing(case.agreement)
    for timeline in case.staffed:
        cell, run = timeline.cell, timeline.run(case.day)
        if run and timeline.on(case.day).state is State.AWAY:
            absences = causes(staffing, timeline, case.day)
            yield Hit(
                cell.function.place,
                cell.id,
                away(case.agreement.title_of(cell.guarantee.party), cell_title(cell), run),
                tuple(Remark(place, say("The post is away.")) for place in absences),
                hint=say("Assign a deputy for the time."),
            )


def away(party: str, function: str, run: Period) -> Words:
    """Return the sentence, with the last day where one is recorded."""
    if run.is_open:
        return say(
            "{party} has nobody for “{function}”: the holder is away with no end written.",
            party=party,
            function=function,
        )
    return say(
        "{party} has nobody for “{function}” until {until}: the holder is away.",
        party=party,
        function=function,
        until=run.last,
    )
