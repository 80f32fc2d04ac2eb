"""Rule text-not-composed."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("text-not-composed", Severity.ERROR)
def text_not_composed(case: Case) -> Iterator[Hit]:
    """A letter with marks is written as two characters.

    ## Why it matters

    The two ways to write å look the same and are different texts, so that names do not match.

    ## How to mend it

    Write the letter anew.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Fa<U+0308>ltassistent}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Fältassistent}
    ```
    """
    yield from case.faults_of("text-not-composed")
