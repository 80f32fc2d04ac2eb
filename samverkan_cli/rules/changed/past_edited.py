"""Rule past-edited."""

from collections.abc import Iterator

from samverkan_cli.evaluate.change import backdated
from samverkan_cli.evaluate.wrongs import past, told
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.rules.rule import STAFFING, Case, rule


@rule("past-edited", Severity.WARNING, reads=(STAFFING,))
def past_edited(case: Case) -> Iterator[Hit]:
    """A change alters who was assigned or away long ago.

    ## Why it matters

    What was said of a day is then no longer what was known on that day. A vacancy that is filled
    afterwards was still a vacancy.

    ## How to mend it

    Leave past days as they were recorded, and write what changes from today on. If the old entry
    was wrong, say so in the reason of the commit.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-06-01}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Handläggare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-02-28}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2025-03-01}
    ```
    """
    before = case.before
    if before is None:
        return
    days = case.settings.backdated
    for change, subject, place in told(past(case.changes, before.agreement, before.written, days)):
        yield Hit(
            place,
            subject,
            say_n(
                backdated(change, before.written),
                "The staffing of “{id}” is altered from {day} on, {n} day back.",
                "The staffing of “{id}” is altered from {day} on, {n} days back.",
                id=change.subject,
                day=change.since or before.written,
            ),
            hint=say("Leave past days as they were; write what changes from today on."),
        )
