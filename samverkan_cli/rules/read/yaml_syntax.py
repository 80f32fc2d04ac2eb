"""Rule yaml-syntax."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("yaml-syntax", Severity.ERROR)
def yaml_syntax(case: Case) -> Iterator[Hit]:
    """The text cannot be read as YAML.

    ## Why it matters

    A file that cannot be read is not part of the agreement: what it says counts for nothing.

    ## How to mend it

    Go to the line and column named and compare with the lines above it.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare: lokal}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: "Samordnare: lokal"}
    ```
    """
    yield from case.faults_of("yaml-syntax")
