"""Rule coverage-ends-soon."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.evaluate.gaps import ending
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("coverage-ends-soon", Severity.WARNING)
def coverage_ends_soon(case: Case) -> Iterator[Hit]:
    """A function is covered today but soon will not be.

    ## Why it matters

    There is still time to find somebody; on the day itself there is none.

    ## How to mend it

    Record who takes over, or that the assignment goes on.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-04-14}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-04-14}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2025-04-15}
    ```
    """
    days = case.settings.ends_soon
    for (slot_id, first), timelines in ending(case.staffed, case.day, days).items():
        cell = timelines[0].cell
        yield Hit(
            cell.slot.place,
            f"{slot_id}/{first}",
            say(
                "{party} covers {functions} today but, as recorded, no longer from {first}.",
                party=case.agreement.title_of(cell.guarantee.party),
                functions=tuple(say("“{title}”", title=cell_title(one.cell)) for one in timelines),
                first=first,
            ),
            hint=say("Record who takes over, or that the assignment goes on."),
        )
