"""Rule post-overbooked."""

from collections.abc import Iterator

from samverkan_cli.evaluate.load import Overbooking, overbookings
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.words import Value, Words, say
from samverkan_cli.rules.rule import Case, rule


@rule("post-overbooked", Severity.ERROR)
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
        yield Hit(
            over.post.place,
            f"{over.post.party}/{over.post.id}/{over.period.first}",
            overbooked(over),
            tuple(
                Remark(one.place / "share", say("{share} % is given here.", share=one.share))
                for one in over.assignments
            ),
            hint=say("Lower a share, let an assignment end earlier, or move it to another post."),
        )


def overbooked(over: Overbooking) -> Words:
    """Return the sentence, with the last day where there is one."""
    values: dict[str, Value] = {
        "title": over.post.title,
        "id": over.post.id,
        "given": over.share,
        "share": over.post.share,
        "first": over.period.first,
    }
    if over.period.is_open:
        return say(
            "“{title}” ({id}) is given {given} % but has {share} % from {first} on.", **values
        )
    return say(
        "“{title}” ({id}) is given {given} % but has {share} % from {first} to {last}.",
        last=over.period.last,
        **values,
    )
