"""`rules` and `explain` as JSON."""

from samverkan_cli.language.tongue import Tongue
from samverkan_cli.render.json_parts import Json, head
from samverkan_cli.rules.rule import Rule


def rule(rule: Rule, tongue: Tongue) -> Json:
    """Return a rule with its manual."""
    manual = rule.manual
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "group": rule.group,
        "title": tongue.text(manual.title),
        "why": tongue.text(manual.why),
        "mend": tongue.text(manual.mend),
        "wrong": manual.wrong,
        "right": manual.right,
    }


def rules(all_rules: tuple[Rule, ...], tongue: Tongue) -> Json:
    """Return the answer of `rules`."""
    return head("rules") | {
        "language": tongue.code,
        "rules": [rule(one, tongue) for one in all_rules],
    }


def explain(one: Rule, tongue: Tongue) -> Json:
    """Return the answer of `explain`."""
    return head("explain") | {"language": tongue.code, "rule": rule(one, tongue)}
