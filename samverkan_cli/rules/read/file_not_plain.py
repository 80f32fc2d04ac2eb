"""Rule file-not-plain."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("file-not-plain", Severity.ERROR)
def file_not_plain(case: Case) -> Iterator[Hit]:
    """A link or something else that is no ordinary file lies in the folder.

    ## Why it matters

    A link can lead out of the repository, and what it shows is not what was reviewed.

    ## How to mend it

    Put the file itself there.

    ## Wrong

    ```yaml
    # link: staffing/kom.yaml
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    ```
    """
    yield from case.faults_of("file-not-plain")
