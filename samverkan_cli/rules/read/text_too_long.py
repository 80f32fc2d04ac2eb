"""Rule text-too-long."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("text-too-long", Severity.ERROR)
def text_too_long(case: Case) -> Iterator[Hit]:
    """A text is too long.

    ## Why it matters

    A register of promises is read on a screen; long texts belong in documents.

    ## How to mend it

    Keep the text short and refer to the document.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare # FILL}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("text-too-long")
