"""Rule reading-undecided."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("reading-undecided", Severity.NOTE)
def reading_undecided(case: Case) -> Iterator[Hit]:
    """A wording can be read in more than one way, and the parties have not decided which.

    ## Why it matters

    The register counts by a reading that may be disputed.

    ## How to mend it

    Let the parties decide, and write who decided and when under `decided`.

    ## Wrong

    ```yaml
    # terms/readings.yaml
    readings:
      - id: antal
        about: [kom-sam/samordnare]
        question: Är samordnare en eller flera?
        chosen: {reading: En.}
        rejected: [{reading: Flera.}]
    ```

    ## Right

    ```yaml
    # terms/readings.yaml
    readings:
      - id: antal
        about: [kom-sam/samordnare]
        question: Är samordnare en eller flera?
        chosen: {reading: En.}
        rejected: [{reading: Flera.}]
        decided: {by: Samordnarna, on: 2024-02-01}
    ```
    """
    for reading in case.agreement.readings:
        if reading.decided_on is None:
            yield Hit(
                reading.place / "question",
                reading.id,
                say("Nobody has decided the question “{question}”.", question=reading.question),
                hint=say("Let the parties decide, and write down who and when."),
            )
