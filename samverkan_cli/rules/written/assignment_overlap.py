"""Rule assignment-overlap."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import entry_names
from samverkan_cli.evaluate.gaps import overlapping
from samverkan_cli.evaluate.guard import guard_of, is_hidden
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("assignment-overlap", Severity.ERROR)
def assignment_overlap(case: Case) -> Iterator[Hit]:
    """A post is assigned twice to the same on the same days.

    ## Why it matters

    Nobody can tell which of the two entries is right, or when the assignment really ends.

    ## How to mend it

    Keep one of the two, or let the first end on the day before the second begins.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-31}
      - {post: kom-1, slot: kom-sam/samordnare, from: 2025-01-31}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-31}
      - {post: kom-1, slot: kom-sam/samordnare, from: 2025-02-01}
    ```
    """
    names, guard = entry_names(case.agreement), guard_of(case.agreement)
    for earlier, later in overlapping(case.agreement.assignments):
        day = (earlier.period & later.period).first
        yield Hit(
            later.place,
            names[later.place],
            say("One post is assigned twice to “{slot}” on {day}.", slot=later.slot, day=day)
            if is_hidden(later, (guard,))
            else say(
                "The post “{post}” is already assigned to “{slot}” on {day}.",
                post=later.post,
                slot=later.slot,
                day=day,
            ),
            (Remark(earlier.place, say("It is assigned here.")),),
            hint=say("Let the first end on the day before the second begins."),
        )
