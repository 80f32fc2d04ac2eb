"""Rule follow-up-missed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.evaluate.tallies import Tally, tallies
from samverkan_cli.model.duty import FollowUp
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("follow-up-missed", Severity.WARNING, reads=(RECORDS,))
def follow_up_missed(case: Case) -> Iterator[Hit]:
    """A follow-up was not held, and the next time has passed too.

    ## Why it matters

    Without it nobody learns whether what was agreed is done and helps.

    ## How to mend it

    Write a record if it was held. If it was not, see that the next one is.

    ## Wrong

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    follow-up: {id: grannar-uppf, title: Uppföljning, cadence: quarterly}
    # records/2024.yaml
    records: []
    ```

    ## Right

    ```yaml
    # terms/forms/grannar.yaml
    id: grannar
    title: Grannsamverkan
    follow-up: {id: grannar-uppf, title: Uppföljning, cadence: quarterly}
    # records/2024.yaml
    records:
      - {follow-up: grannar-uppf, periods: 2024-Q1..2024-Q4, on: 2024-12-10}
    ```
    """
    for tally in tallies(
        case.agreement, case.courses, case.day, lambda one: one.state is DutyState.MISSED
    ):
        if isinstance(tally.item, FollowUp):
            yield Hit(
                tally.item.place,
                tally.subject,
                missed(tally),
                hint=say(
                    "If it was held, write a record of it: samverkan record {what}",
                    what=tally.recording,
                ),
            )


def missed(tally: Tally) -> Words:
    """Return the sentence; what is held once is missed only when the agreement has ended."""
    title, due = tally.item.title, tally.last.due
    if not tally.last.occurrence.name:
        return say(
            "“{title}” was due on {due}, was not held, and the agreement has ended.",
            title=title,
            due=due,
        )
    return say_n(
        len(tally.performances),
        "“{title}” was missed for {first}, due on {due}.",
        "“{title}” was missed {n} times, first for {first}, last for {last}.",
        title=title,
        first=tally.first.occurrence.name,
        last=tally.last.occurrence.name,
        due=due,
    )
