"""Rule yaml-too-deep."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.rules.rule import Case, rule


@rule("yaml-too-deep", Severity.ERROR)
def yaml_too_deep(case: Case) -> Iterator[Hit]:
    """A file is nested too deep, or holds too many values.

    ## Why it matters

    No agreement needs it, and such a file could make programs stop.

    ## How to mend it

    Look for brackets that should not be there, or split the file.

    ## Wrong

    ```yaml
    # waivers.yaml
    waivers: [[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]
    ```

    ## Right

    ```yaml
    # waivers.yaml
    waivers: []
    ```
    """
    yield from case.faults_of("yaml-too-deep")
