"""Rule absence-overlap."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import entry_names
from samverkan_cli.evaluate.gaps import twice_away
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("absence-overlap", Severity.WARNING)
def absence_overlap(case: Case) -> Iterator[Hit]:
    """A post is away twice on the same days.

    ## Why it matters

    When one of the two ends nobody notices that the other goes on.

    ## How to mend it

    Keep one of the two, or let the first end on the day before the second begins.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    absences:
      - {post: kom-1, from: 2025-01-01, until: 2025-01-31, reason: on-leave}
      - {post: kom-1, from: 2025-01-31, until: 2025-02-28, reason: seconded}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    absences:
      - {post: kom-1, from: 2025-01-01, until: 2025-01-31, reason: on-leave}
      - {post: kom-1, from: 2025-02-01, until: 2025-02-28, reason: seconded}
    ```
    """
    names = entry_names(case.agreement)
    for earlier, later in twice_away(case.agreement.absences):
        yield Hit(
            later.place,
            names[later.place],
            say(
                "The post “{post}” is already away on {day}.",
                post=later.post,
                day=(earlier.period & later.period).first,
            ),
            (Remark(earlier.place, say("It is away here.")),),
            hint=say("Let the first end on the day before the second begins."),
        )
