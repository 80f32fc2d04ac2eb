"""Rule reference-dangling."""

from collections.abc import Iterator

from samverkan_cli.evaluate.dangling import dangling
from samverkan_cli.evaluate.references import Target
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.nearest import likes
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule

NONE: dict[Target, Words] = {
    Target.PARTY: say("no party"),
    Target.ACTOR: say("no party or actor"),
    Target.FORM: say("no form of working together"),
    Target.BODY: say("no body"),
    Target.AREA: say("no place"),
    Target.READING: say("no reading"),
    Target.DUTY: say("no duty"),
    Target.FOLLOW_UP: say("no follow-up"),
    Target.SLOT: say("no slot"),
    Target.FUNCTION: say("no function"),
    Target.POST: say("no post"),
    Target.GOAL: say("no goal"),
    Target.ANY: say("no part of the agreement"),
}


@rule("reference-dangling", Severity.ERROR)
def reference_dangling(case: Case) -> Iterator[Hit]:
    """A name is used that nothing has.

    ## Why it matters

    What a mistyped name should have pointed at is not counted: a post is not seen, a duty not
    found.

    ## How to mend it

    Correct the name, or write down the thing that it should mean.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnar, from: 2024-01-01}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    some = tuple(dangling(case.agreement, case.items, case.unread))
    guessed = likes((one.reference.name, one.known) for one in some)
    for found, like in zip(some, guessed, strict=True):
        reference = found.reference
        yield Hit(
            reference.place,
            found.subject,
            say(
                "There is {none} with the id “{name}”.",
                none=NONE[reference.target],
                name=reference.name,
            ),
            hint=say("Did you mean “{like}”?", like=like)
            if like
            else say("Correct the name, or write down the thing that it should mean."),
        )
