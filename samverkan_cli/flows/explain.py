"""`explain` and `rules`: the manuals."""

from samverkan_cli.model.nearest import nearest
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import Rule


class UnknownRuleError(LookupError):
    """No rule has the id; `nearest` is the one most like it, or empty."""

    def __init__(self, name: str, nearest_name: str) -> None:
        """Keep what was asked for and what was perhaps meant."""
        super().__init__(name)
        self.name = name
        self.nearest = nearest_name


def explain(name: str) -> Rule:
    """Return the rule called `name`.

    Raises:
        UnknownRuleError: there is none.
    """
    for rule in RULES:
        if rule.id == name:
            return rule
    raise UnknownRuleError(name, nearest(name, [rule.id for rule in RULES]))
