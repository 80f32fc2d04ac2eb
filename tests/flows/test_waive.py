"""What may be accepted for a time, and what becomes of it in `check`."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from samverkan_cli.flows.check import Checked, check
from samverkan_cli.flows.waive import Waiving, finding, waive
from samverkan_cli.model.intent import Refusal
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import READING
from samverkan_cli.store.register import Register, read_at
from tests.examples import example

DAY = date(2025, 3, 1)
LAST = date(2025, 3, 31)
VACANT = """\
# staffing/kom.yaml
party: kom
posts:
  - {id: kom-1, title: Samordnare}
assignments:
  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-31}
# waivers.yaml
waivers:
  - rule: function-uncovered
    subject: kom-sam/samordnare/samordnare
    reason: Rekrytering pågår
    owner: Säkerhetschef
    until: 2025-03-31
"""


def read(text: str, root: Path) -> Register:
    return read_at(example(text).write(root))


def rules(answer: Checked) -> tuple[list[str], list[str]]:
    """Return the rules of what is found, and of what is accepted."""
    found = [one.finding.rule for one in answer.findings]
    return found, [one.located.finding.rule for one in answer.accepted]


def test_a_finding_is_accepted_until_the_last_day_and_then_told_again(tmp_path: Path) -> None:
    register = read(VACANT, tmp_path)
    found, accepted = rules(check(register, LAST))
    assert "function-uncovered" not in found
    assert accepted == ["function-uncovered"]
    later = check(register, LAST + timedelta(days=1))
    assert rules(later)[1] == []
    again = next(one for one in later.findings if one.finding.rule == "function-uncovered")
    told = [remark.message.template for remark in again.finding.hit.remarks]
    assert any(words.startswith("It was accepted until") for words in told)
    assert len(again.remarks) == len(told)


def test_a_waiver_that_matches_nothing_is_told(tmp_path: Path) -> None:
    text = VACANT.replace("until: 2025-01-31", "until: 2026-12-31")
    found, accepted = rules(check(read(text, tmp_path), DAY))
    assert ("waiver-idle" in found, accepted) == (True, [])
    assert "waiver-idle" not in rules(check(read(text, tmp_path), LAST + timedelta(days=1)))[0]


def test_a_waiver_says_nothing_where_its_rule_cannot_be_asked(tmp_path: Path) -> None:
    text = VACANT.replace("function-uncovered", "duty-missed") + "# records/2024.yaml\n[\n"
    assert "waiver-idle" not in rules(check(read(text, tmp_path), DAY))[0]


def test_what_cannot_be_read_is_accepted_by_no_waiver(tmp_path: Path) -> None:
    text = (
        "# records/2024.yaml\n[\n"
        "# waivers.yaml\nwaivers:\n  - rule: yaml-syntax\n    subject: records/2024.yaml\n"
        "    reason: Rättas sedan\n    owner: Chef\n    until: 2025-12-31\n"
    )
    found, accepted = rules(check(read(text, tmp_path), DAY))
    assert accepted == []
    assert {"yaml-syntax", "waiver-idle"} <= {*found}


@pytest.mark.parametrize("rule", [one.id for one in RULES if one.group == READING])
def test_the_verb_refuses_it_too(rule: str, tmp_path: Path) -> None:
    wish = Waiving(rule, "x", "y", "z", LAST, DAY, anyway=True)
    answer = waive(read("", tmp_path), wish)
    assert isinstance(answer, Refusal)
    assert answer.hint


def test_nobody_is_asked_to_choose_it(tmp_path: Path) -> None:
    found = finding(read(VACANT + "# records/2024.yaml\n[\n", tmp_path), DAY)
    assert "function-uncovered" in found
    assert "yaml-syntax" not in found
