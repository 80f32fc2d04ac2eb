"""Rule id-duplicate."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import repeats
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("id-duplicate", Severity.ERROR)
def id_duplicate(case: Case) -> Iterator[Hit]:
    """Two things have the same id.

    ## Why it matters

    A reference to the id could mean either of them, and one of the two is never counted.

    ## How to mend it

    Give one of them another id, and change the references that mean it.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-1, title: Fältassistent}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    ```
    """
    for repeat in repeats(case.items):
        first, second, *more = repeat.items
        yield Hit(
            second.value.place / "id",
            repeat.subject,
            say("{count} things have the id “{id}”.", count=len(repeat.items), id=repeat.id),
            (
                Remark(first.value.place / "id", say("It stands here first.")),
                *(Remark(item.value.place / "id", say("It stands here too.")) for item in more),
            ),
            hint=say("Give every one of them an id of its own."),
        )
