"""Rule post-of-other-party."""

from collections.abc import Iterator

from samverkan_cli.evaluate.dangling import strangers, subject_of
from samverkan_cli.evaluate.entries import numbered, owner_names
from samverkan_cli.evaluate.references import Target
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("post-of-other-party", Severity.ERROR)
def post_of_other_party(case: Case) -> Iterator[Hit]:
    """A party's staffing names a post or a slot of another party.

    ## Why it matters

    Each party answers for its own posts and promises; nobody can staff or mark away for the
    other.

    ## How to mend it

    Move the entry to the other party's file, or name a post and a slot of one's own.

    ## Wrong

    ```yaml
    # staffing/pol.yaml
    party: pol
    posts:
      - {id: pol-1, title: Kommunpolis}
    assignments:
      - {post: pol-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```

    ## Right

    ```yaml
    # staffing/pol.yaml
    party: pol
    posts:
      - {id: pol-1, title: Kommunpolis}
    assignments:
      - {post: pol-1, slot: pol-sam/samordnare, from: 2024-01-01}
    ```
    """
    found = list(strangers(case.agreement))
    owners = owner_names(case.agreement) if found else {}
    subjects = numbered(subject_of(reference, owners) for reference in found)
    for subject, reference in zip(subjects, found, strict=True):
        yield Hit(
            reference.place,
            subject,
            say("The post “{id}” belongs to another party.", id=reference.name)
            if reference.target is Target.POST
            else say("“{id}” was promised by another party.", id=reference.name),
            hint=say("Only the party that it belongs to can write this, in its own file."),
        )
