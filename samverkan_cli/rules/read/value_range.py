"""Rule value-range."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("value-range", Severity.ERROR)
def value_range(case: Case) -> Iterator[Hit]:
    """A value is too small, too large, too long or empty.

    ## Why it matters

    Limits keep the register readable and its figures possible.

    ## How to mend it

    Keep within the limit in the message, or leave the field out.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: ""}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("value-range")
