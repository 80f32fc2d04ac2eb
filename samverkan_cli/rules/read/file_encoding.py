"""Rule file-encoding."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("file-encoding", Severity.ERROR)
def file_encoding(case: Case) -> Iterator[Hit]:
    """A file is not UTF-8.

    ## Why it matters

    Letters such as å, ä and ö become other signs when a file is read in the wrong encoding.

    ## How to mend it

    Save the file anew with the encoding UTF-8.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Omr<byte E5>desansvarig}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Områdesansvarig}
    ```
    """
    yield from case.faults_of("file-encoding")
