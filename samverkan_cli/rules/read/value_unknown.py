"""Rule value-unknown."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("value-unknown", Severity.ERROR)
def value_unknown(case: Case) -> Iterator[Hit]:
    """A word is not one of those that can stand there.

    ## Why it matters

    Only words that are agreed beforehand can be counted.

    ## How to mend it

    Choose one of the words in the message.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    absences:
      - {post: kom-1, from: 2025-02-01, reason: on-leaf}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    absences:
      - {post: kom-1, from: 2025-02-01, reason: on-leave}
    ```
    """
    yield from case.faults_of("value-unknown")
