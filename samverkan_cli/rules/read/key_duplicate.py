"""Rule key-duplicate."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("key-duplicate", Severity.ERROR)
def key_duplicate(case: Case) -> Iterator[Hit]:
    """A field is written twice.

    ## Why it matters

    Programs take one of the two, and not all of them the same.

    ## How to mend it

    Keep one.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare, title: Chef}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("key-duplicate")
