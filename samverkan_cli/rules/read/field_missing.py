"""Rule field-missing."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("field-missing", Severity.ERROR)
def field_missing(case: Case) -> Iterator[Hit]:
    """A field that must be there is missing.

    ## Why it matters

    Without it the entry cannot be judged.

    ## How to mend it

    Write the field.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("field-missing")
