"""Rule value-form."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("value-form", Severity.ERROR)
def value_form(case: Case) -> Iterator[Hit]:
    """A value is not written as it should be.

    ## Why it matters

    Dates, ids and shares are compared by programs and must look alike everywhere.

    ## How to mend it

    Write it as in the message's example.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: Kom 1, title: Samordnare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("value-form")
