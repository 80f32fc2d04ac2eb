"""Rule character-forbidden."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("character-forbidden", Severity.ERROR)
def character_forbidden(case: Case) -> Iterator[Hit]:
    """An invisible character or a tab stands in a file.

    ## Why it matters

    What cannot be seen in a review can hide a change, and tabs are read differently by different
    programs.

    ## How to mend it

    Delete the character, or write spaces in place of a tab.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samord<U+00AD>nare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("character-forbidden")
