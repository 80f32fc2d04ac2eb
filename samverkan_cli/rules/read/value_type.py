"""Rule value-type."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("value-type", Severity.ERROR)
def value_type(case: Case) -> Iterator[Hit]:
    """A value is of the wrong kind.

    ## Why it matters

    A list where a text is wanted, or no value at all, can be read in more than one way.

    ## How to mend it

    Write the kind of value that the message asks for.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: [Samordnare]}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("value-type")
