"""Rule file-unexpected."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("file-unexpected", Severity.ERROR)
def file_unexpected(case: Case) -> Iterator[Hit]:
    """A YAML file lies where nobody reads it.

    ## Why it matters

    What it says counts for nothing, and its writer does not know.

    ## How to mend it

    Move or rename it.

    ## Wrong

    ```yaml
    # staffing/Kommunen.yaml
    party: kom
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    ```
    """
    yield from case.faults_of("file-unexpected")
