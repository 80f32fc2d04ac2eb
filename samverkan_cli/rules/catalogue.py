"""Every rule, in the order told."""

from samverkan_cli.rules.changed import CHANGED
from samverkan_cli.rules.kept import KEPT
from samverkan_cli.rules.promised import PROMISED
from samverkan_cli.rules.read import READ
from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.written import WRITTEN

RULES: tuple[Rule, ...] = (*READ, *WRITTEN, *KEPT, *PROMISED, *CHANGED)
