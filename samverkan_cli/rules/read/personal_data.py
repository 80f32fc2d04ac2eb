"""Rule personal-data."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("personal-data", Severity.ERROR)
def personal_data(case: Case) -> Iterator[Hit]:
    """Personal data stands in the register.

    ## Why it matters

    What git has been given it keeps for ever, and the register is a public document. Posts are
    named, persons never.

    ## How to mend it

    Take it away before it is committed. If it is committed already, tell the one who answers for
    personal data before you do anything else.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    # Ansvarig: 811228-9874
    party: kom
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    # Ansvarig: förvaltningen
    party: kom
    ```
    """
    yield from case.faults_of("personal-data")
