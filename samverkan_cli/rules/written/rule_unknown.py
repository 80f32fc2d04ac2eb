"""Rule rule-unknown."""

from collections.abc import Iterator

from samverkan_cli.evaluate.waiving import rules_named
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.nearest import likes
from samverkan_cli.model.words import say
from samverkan_cli.rules.rule import Case, rule


@rule("rule-unknown", Severity.ERROR)
def rule_unknown(case: Case) -> Iterator[Hit]:
    """A waiver or a setting names a rule that there is not.

    ## Why it matters

    What a mistyped name should have meant has no effect: the finding still counts, or the rule is
    as grave as before.

    ## How to mend it

    Correct the name; samverkan rules lists them all.

    ## Wrong

    ```yaml
    # config.yaml
    severity:
      - {rule: holder-awya, level: note}
    ```

    ## Right

    ```yaml
    # config.yaml
    severity:
      - {rule: holder-away, level: note}
    ```
    """
    from samverkan_cli.rules.catalogue import RULES

    known = [one.id for one in RULES]
    wrong = [one for one in rules_named(case.agreement) if one[1] not in known]
    guessed = likes((name, known) for _, name, _ in wrong)
    for (place, name, subject), match in zip(wrong, guessed, strict=True):
        yield Hit(
            place,
            subject,
            say("There is no rule “{name}”.", name=name),
            hint=say("Did you mean “{name}”?", name=match)
            if match
            else say("The rules are listed by: samverkan rules"),
        )
