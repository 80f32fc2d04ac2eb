"""Laws that hold for every rule: its name, its manual, and the examples in it, which are run."""

from importlib import import_module
from itertools import groupby
from pathlib import Path
from pkgutil import iter_modules

import pytest

import samverkan_cli.rules
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import Case, Rule
from samverkan_cli.store.register import read_at
from tests.examples import example, located

GROUPS = ("read", "written", "kept", "promised", "changed")


def modules() -> list[str]:
    root = Path(samverkan_cli.rules.__file__).parent
    return [
        f"{group}.{module.name}" for group in GROUPS for module in iter_modules([str(root / group)])
    ]


def rule_in(module: str) -> Rule:
    found = getattr(import_module(f"samverkan_cli.rules.{module}"), module.rpartition(".")[2])
    assert isinstance(found, Rule)
    return found


EVERY = tuple(rule_in(module) for module in modules())
each_rule = pytest.mark.parametrize("rule", EVERY, ids=lambda rule: rule.id)


def subjects(rule: Rule, text: str, root: Path) -> list[str]:
    return [one.finding.hit.subject for one in located(rule, example(text), root)[1]]


@each_rule
def test_wrong_is_found(rule: Rule, tmp_path: Path) -> None:
    found = subjects(rule, rule.manual.wrong, tmp_path)
    assert found
    assert len(found) == len(set(found)), "a subject names one finding"


@each_rule
def test_right_is_not_found(rule: Rule, tmp_path: Path) -> None:
    assert not subjects(rule, rule.manual.right, tmp_path)


def others(text: str, root: Path) -> list[str]:
    given = example(text)
    register = read_at(given.write(root))
    case = Case(register.agreement, given.day, register.faults, register.unread)
    return [
        rule.id
        for rule in EVERY
        if rule.group == "written" and rule.severity == "error"
        for _ in rule.findings(case)
    ]


@each_rule
def test_right_is_written_right(rule: Rule, tmp_path: Path) -> None:
    assert others(rule.manual.right, tmp_path) == []


@pytest.mark.parametrize("module", modules())
def test_id_is_the_name_of_the_file(module: str) -> None:
    group, name = module.split(".")
    rule = rule_in(module)
    assert (rule.id, rule.group) == (name.replace("_", "-"), group)


@each_rule
def test_manual_is_whole(rule: Rule) -> None:
    manual = rule.manual
    assert all((manual.title, manual.why, manual.mend, manual.wrong, manual.right))
    assert manual.title.endswith(".")


def test_every_rule_is_told() -> None:
    assert {rule.id for rule in RULES} == {rule.id for rule in EVERY}
    assert len(RULES) == len(EVERY)


def test_groups_are_told_together() -> None:
    groups = [group for group, _ in groupby(RULES, lambda rule: rule.group)]
    assert len(groups) == len(set(groups))
