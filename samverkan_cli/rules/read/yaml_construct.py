"""Rule yaml-construct."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("yaml-construct", Severity.ERROR)
def yaml_construct(case: Case) -> Iterator[Hit]:
    """A construct of YAML is used that the register does not allow.

    ## Why it matters

    Anchors, aliases, tags, directives and further documents make one line mean something that
    stands elsewhere, and programs disagree on them.

    ## How to mend it

    Write out what is meant in the place where it is needed.

    ## Wrong

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: &titel Samordnare}
    ```

    ## Right

    ```yaml
    # staffing/kom.yaml
    party: kom
    posts:
      - {id: kom-1, title: Samordnare}
    ```
    """
    yield from case.faults_of("yaml-construct")
