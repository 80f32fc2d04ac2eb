"""Rule post-overbooked."""

from collections.abc import Iterator

from samverkan_cli.evaluate.load import overbookings
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import Value, say
from samverkan_cli.rules.rule import Case, rule


@rule("post-overbooked", Severity.ERROR, reads=("terms/agreement",))
def post_overbooked(case: Case) -> Iterator[Hit]:
    """The shares of a post add up to more than the post has.

    ## Why it matters

    Time that is promised twice is not there for either promise.

    ## How to mend it

    Lower a share, let an assignment end earlier, or move it to another post.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare, share: 50 %}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, share: 60 %}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare, share: 50 %}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, share: 50 %}
    ```
    """
    for over in overbookings(case.agreement):
        post, days = over.post, over.period
        values: dict[str, Value] = {
            "title": post.title,
            "id": post.id,
            "given": over.share,
            "share": post.share,
        }
        yield Hit(
            post.place,
            f"{post.party}/{post.id}/{days.first}",
            say(
                "“{title}” ({id}) is given {given} % but has {share} % from {first} on.",
                first=days.first,
                **values,
            )
            if days.is_open
            else say(
                "“{title}” ({id}) is given {given} % but has {share} % from {first} to {last}.",
                first=days.first,
                last=days.last,
                **values,
            ),
            tuple(
                Remark(one.place / "share", say("{share} % is given here.", share=one.share))
                for one in over.assignments
            ),
            hint=say("Lower a share, let an assignment end earlier, or move it to another post."),
        )
