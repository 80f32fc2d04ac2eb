"""Rule id-renamed."""

from collections.abc import Iterator

from samverkan_cli.evaluate.renames import renames
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("id-renamed", Severity.WARNING)
def id_renamed(case: Case) -> Iterator[Hit]:
    """A change gives a thing another id.

    ## Why it matters

    History, records, waivers and other people’s links find a thing by its id. Under a new one it
    begins anew, and what was written of the old one is no longer found.

    ## How to mend it

    Change the title and keep the id. If the id must change, say so in the reason of the commit.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-7, title: Samordnare}
    assignments:
      - {post: kom-7, slot: kom-sam/samordnare, from: 2024-01-01}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare i kommunen}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    for one in renames(case.changes):
        yield Hit(
            one.item.place / "id",
            one.new,
            say("“{old}” is called “{new}” now, and is the same.", old=one.old, new=one.new),
            hint=say("Keep the id, and change the title instead."),
        )
