"""Rule key-not-text."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("key-not-text", Severity.ERROR)
def key_not_text(case: Case) -> Iterator[Hit]:
    """Something else than a word stands as a field's name.

    ## Why it matters

    A field is known by its name; a number, a flag or a list cannot be one.

    ## How to mend it

    Write the field's name as a word.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    1: Samordnare
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("key-not-text")
