"""Rule function-on-one-post."""

from collections.abc import Iterator

from samverkan_cli.evaluate.load import loads
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule

MANY_FUNCTIONS = 3


@rule("function-on-one-post", Severity.NOTE)
def function_on_one_post(case: Case) -> Iterator[Hit]:
    """Several functions hang on one post alone.

    ## Why it matters

    When that post is away, all of them stop at once.

    ## How to mend it

    Assign a deputy, or share the functions.

    ## Wrong

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {at-least: 1}
            functions:
              - {id: norr, forms: [grannar]}
              - {id: soder, forms: [grannar]}
              - {id: oster, forms: [grannar]}
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
    ```

    ## Right

    ```yaml
    # terms/guarantees/kom.yaml
    party: kom
    guarantees:
      - id: kom-sam
        title: Samordnare
        slots:
          - id: samordnare
            kind: coordinator
            holders: {at-least: 1}
            functions:
              - {id: norr, forms: [grannar]}
              - {id: soder, forms: [grannar]}
              - {id: oster, forms: [grannar]}
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01}
    ```
    """
    posts = {post.id: post for post in case.agreement.posts}
    for load in loads(case.agreement, case.staffed, case.day):
        post = posts.get(load.post)
        if post and len(load.alone) >= MANY_FUNCTIONS:
            yield Hit(
                post.place,
                f"{post.party}/{post.id}",
                say(
                    "{count} functions hang on “{title}” ({id}) alone.",
                    count=len(load.alone),
                    title=post.title,
                    id=post.id,
                ),
                hint=say("Assign a deputy, or share the functions."),
            )
