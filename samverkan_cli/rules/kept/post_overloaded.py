"""Rule post-overloaded."""

from collections.abc import Iterator

from samverkan_cli.evaluate.load import loads
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule

MOST_FUNCTIONS = 7


@rule("post-overloaded", Severity.WARNING)
def post_overloaded(case: Case) -> Iterator[Hit]:
    """One post carries very many functions.

    ## Why it matters

    On paper everything is covered, but nobody has the time to do it all.

    ## How to mend it

    Divide the functions between several posts.

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
              - {id: n1, forms: [grannar]}
              - {id: n2, forms: [grannar]}
              - {id: n3, forms: [grannar]}
              - {id: n4, forms: [grannar]}
              - {id: s1, forms: [grannar]}
              - {id: s2, forms: [grannar]}
              - {id: s3, forms: [grannar]}
              - {id: s4, forms: [grannar]}
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
              - {id: n1, forms: [grannar]}
              - {id: n2, forms: [grannar]}
              - {id: n3, forms: [grannar]}
              - {id: n4, forms: [grannar]}
              - {id: s1, forms: [grannar]}
              - {id: s2, forms: [grannar]}
              - {id: s3, forms: [grannar]}
              - {id: s4, forms: [grannar]}
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
      - {id: kom-2, title: Fältassistent}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, functions: [n1, n2, n3, n4], from: 2024-01-01}
      - {post: kom-2, slot: kom-sam/samordnare, functions: [s1, s2, s3, s4], from: 2024-01-01}
    ```
    """
    posts = {post.id: post for post in case.agreement.posts}
    for load in loads(case.agreement, case.staffed, case.day):
        post = posts.get(load.post)
        if post and len(load.functions) > MOST_FUNCTIONS:
            yield Hit(
                post.place,
                f"{post.party}/{post.id}",
                say(
                    "“{title}” ({id}) carries {count} functions at the same time.",
                    title=post.title,
                    id=post.id,
                    count=len(load.functions),
                ),
                hint=say("Divide them between several posts."),
            )
