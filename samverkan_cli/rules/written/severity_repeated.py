"""Rule severity-repeated."""

from collections.abc import Iterator

from samverkan_cli.evaluate.entries import numbered
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("severity-repeated", Severity.ERROR)
def severity_repeated(case: Case) -> Iterator[Hit]:
    """Two settings say how grave the same rule is.

    ## Why it matters

    Only the first counts, and whoever reads the other believes something else.

    ## How to mend it

    Take one of them away.

    ## Wrong

    ```yaml
    # config.yaml
    severity:
      - {rule: post-overloaded, level: note}
      - {rule: post-overloaded, level: ignore}
    ```

    ## Right

    ```yaml
    # config.yaml
    severity:
      - {rule: post-overloaded, level: note}
    ```
    """
    seen: set[str] = set()
    those = case.agreement.settings.gravities
    for one, name in zip(those, numbered(one.rule for one in those), strict=True):
        if one.rule in seen:
            yield Hit(
                one.place / "rule",
                name,
                say("How grave the rule {rule} is was said already.", rule=one.rule),
                hint=say("Take one of the two away."),
            )
        seen.add(one.rule)
