"""Rule file-missing."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("file-missing", Severity.ERROR)
def file_missing(case: Case) -> Iterator[Hit]:
    """The file that names the agreement is missing.

    ## Why it matters

    Without terms/agreement.yaml nobody knows whose promises the other files hold.

    ## How to mend it

    Write it, or name the right folder.

    ## Wrong

    ```yaml
    # missing: terms/agreement.yaml
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    ```
    """
    yield from case.faults_of("file-missing")
