"""Rule severity-locked."""

from collections.abc import Iterator

from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("severity-locked", Severity.ERROR)
def severity_locked(case: Case) -> Iterator[Hit]:
    """A setting makes less of what is always an error.

    ## Why it matters

    Errors say that the files cannot be trusted, or that records were tampered with. If they could
    be switched off, nothing else that is told could be relied on.

    ## How to mend it

    Take the setting away. What is to be accepted for a time is accepted by a waiver.

    ## Wrong

    ```yaml
    # config.yaml
    severity:
      - {rule: id-duplicate, level: ignore}
    ```

    ## Right

    ```yaml
    # config.yaml
    severity:
      - {rule: post-overloaded, level: ignore}
    ```
    """
    from samverkan_cli.rules.catalogue import RULES

    errors = {one.id for one in RULES if one.severity is Severity.ERROR}
    for one in case.agreement.settings.gravities:
        if one.rule in errors and one.level != Severity.ERROR:
            yield Hit(
                one.place / "level",
                one.rule,
                say("What the rule {rule} finds is always an error.", rule=one.rule),
                hint=say("Take the setting away."),
            )
