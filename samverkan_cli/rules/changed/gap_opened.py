"""Rule gap-opened."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.evaluate.gaps import ending
from samverkan_cli.evaluate.wrongs import opened
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import GUARANTEES, STAFFING, Case, rule


@rule("gap-opened", Severity.WARNING, reads=(STAFFING, GUARANTEES))
def gap_opened(case: Case) -> Iterator[Hit]:
    """A change leaves a function without cover on days to come.

    ## Why it matters

    Today all looks well; the vacancy shows on the day when it is too late to find anybody.

    ## How to mend it

    Record who takes over, or from when it is known that nobody does.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-12-31}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Handläggare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-12-31}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2026-01-01}
    ```
    """
    before = case.before
    if before is None:
        return
    told = ending(case.staffed, case.day, case.settings.ends_soon)
    for effect in opened(before.agreement, case.agreement, case.day):
        cell = effect.cell
        if (cell.slot_id, effect.period.first) in told:
            # The rule coverage-ends-soon tells of it.
            continue
        yield Hit(
            cell.function.place,
            f"{cell.id}/{effect.period.first}",
            say(
                "“{title}” was to be covered, and no longer is from {day} on.",
                title=cell_title(cell),
                day=effect.period.first,
            ),
            hint=say("Record who takes over."),
        )
