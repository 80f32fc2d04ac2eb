"""Rule date-impossible."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("date-impossible", Severity.ERROR)
def date_impossible(case: Case) -> Iterator[Hit]:
    """A day does not exist.

    ## Why it matters

    A date that no calendar has cannot be kept.

    ## How to mend it

    Write the right day.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare, until: 2025-06-31}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare, until: 2025-06-30}
    ```
    """
    yield from case.faults_of("date-impossible")
