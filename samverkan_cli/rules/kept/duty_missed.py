"""Rule duty-missed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.evaluate.tallies import Tally, tallies
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.rules.rule import RECORDS, Case, rule


@rule("duty-missed", Severity.WARNING, reads=(RECORDS,))
def duty_missed(case: Case) -> Iterator[Hit]:
    """A duty was not done, and the next time has passed too.

    ## Why it matters

    What comes back was promised for every time; what is missed can no longer be mended.

    ## How to mend it

    Write a record if it was done. If it was not, say so to the other party and see that the
    next one is.

    ## Wrong

    ```yaml
    # on: 2026-01-05
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2025, on: 2025-12-10, reference: KS 2025/7}
    ```

    ## Right

    ```yaml
    # on: 2026-01-05
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
      - {duty: grannar-analys, period: 2025, on: 2025-12-10, reference: KS 2025/7}
    ```
    """
    for tally in tallies(
        case.agreement, case.courses, case.day, lambda one: one.state is DutyState.MISSED
    ):
        if isinstance(tally.item, Duty):
            yield Hit(
                tally.item.place,
                tally.subject,
                missed(tuple(map(case.agreement.title_of, tally.parties)), tally),
                hint=say(
                    "If it was done, write a record of it: samverkan record {what}",
                    what=tally.recording,
                ),
            )


def missed(party: tuple[str, ...], tally: Tally) -> Words:
    """Return the sentence; what is done once is missed only when the agreement has ended."""
    title, due = tally.item.title, tally.last.due
    if not tally.last.occurrence.name:
        return say(
            "{party}: “{title}” was due on {due}, was not done, and the agreement has ended.",
            party=party,
            title=title,
            due=due,
        )
    return say_n(
        len(tally.performances),
        "{party}: “{title}” was missed for {first}, due on {due}.",
        "{party}: “{title}” was missed {n} times, first for {first}, last for {last}.",
        party=party,
        title=title,
        first=tally.first.occurrence.name,
        last=tally.last.occurrence.name,
        due=due,
    )
