"""Rule date-order."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import reversed_spans
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("date-order", Severity.ERROR)
def date_order(case: Case) -> Iterator[Hit]:
    """A last day comes before the first.

    ## Why it matters

    There is no day between the two, so what was meant is never counted.

    ## How to mend it

    Check which of the two days is mistyped.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2025-01-01, until: 2024-12-31}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    assignments:
      - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2024-12-31}
    ```
    """
    for span in reversed_spans(case.agreement):
        yield Hit(
            span.place,
            span.name,
            say(
                "“{title}” ends on {until}, before it begins on {first}.",
                title=span.title,
                until=span.period.last,
                first=span.period.first,
            ),
            hint=say("Check which of the two days is mistyped."),
        )
