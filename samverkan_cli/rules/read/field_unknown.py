"""Rule field-unknown."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("field-unknown", Severity.ERROR)
def field_unknown(case: Case) -> Iterator[Hit]:
    """A field has a name that is not known here.

    ## Why it matters

    A misspelt field is read by nobody, and what it should have said is lost.

    ## How to mend it

    Correct the name; the message says which fields can stand there.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, titel: Samordnare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("field-unknown")
