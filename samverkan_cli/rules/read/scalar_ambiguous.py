"""Rule scalar-ambiguous."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("scalar-ambiguous", Severity.ERROR)
def scalar_ambiguous(case: Case) -> Iterator[Hit]:
    """A value without quotation marks means different things to different programs.

    ## Why it matters

    To one program `no` is a word and to another it is false; 0640 loses its zero and 1:30 becomes
    ninety.

    ## How to mend it

    Put quotation marks around a text; write whole numbers without signs or leading zeros, and
    flags as true.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: 007}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: "007"}
    ```
    """
    yield from case.faults_of("scalar-ambiguous")
