"""What `explain` answers."""

import pytest

from samverkan_cli.flows.explain import UnknownRuleError, explain
from samverkan_cli.rules.catalogue import RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_manual_with_all_its_parts(rule: object) -> None:
    one = explain(getattr(rule, "id", ""))
    assert one is rule
    manual = one.manual
    for part in (manual.title, manual.why, manual.mend, manual.wrong, manual.right):
        assert part.strip()
    assert manual.title.endswith(".")
    assert "\n" not in manual.title + manual.why + manual.mend


@pytest.mark.parametrize(
    ("typed", "meant"), [("duty-lat", "duty-late"), ("DUTY-LATE", "duty-late"), ("qqqqqq", "")]
)
def test_an_unknown_rule_says_what_was_perhaps_meant(typed: str, meant: str) -> None:
    with pytest.raises(UnknownRuleError) as error:
        explain(typed)
    assert (error.value.name, error.value.nearest) == (typed, meant)
