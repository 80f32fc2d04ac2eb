"""Rule file-too-large."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("file-too-large", Severity.ERROR)
def file_too_large(case: Case) -> Iterator[Hit]:
    """A file, or the whole folder, is too large.

    ## Why it matters

    No agreement needs it, and such a file could make programs stop.

    ## How to mend it

    Split it: one file for each party, form or year.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    # FILL
    party: kom
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    ```
    """
    yield from case.faults_of("file-too-large")
