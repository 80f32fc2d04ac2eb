"""What one rule finds in an example, without a folder in between."""

from importlib import import_module
from pkgutil import iter_modules

import samverkan_cli.rules
from samverkan_cli.model.finding import Hit
from samverkan_cli.rules.rule import Case, Rule
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import read
from tests.examples import example


def rule_called(id_: str) -> Rule:
    name = id_.replace("-", "_")
    for group in iter_modules(samverkan_cli.rules.__path__):
        if group.ispkg:
            path = f"samverkan_cli.rules.{group.name}"
            if name in (module.name for module in iter_modules(import_module(path).__path__)):
                rule = getattr(import_module(f"{path}.{name}"), name)
                assert isinstance(rule, Rule)
                return rule
    raise LookupError(id_)


def told(id_: str, text: str) -> list[Hit]:
    given = example(text)
    register = read(Folder(given.files))
    case = Case(register.agreement, given.day, register.faults, register.unread)
    return [finding.hit for finding in rule_called(id_).findings(case)]


def found(id_: str, text: str) -> list[str]:
    subjects = [hit.subject for hit in told(id_, text)]
    assert len(subjects) == len(set(subjects))
    return subjects
