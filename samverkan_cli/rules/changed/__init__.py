"""Changed wrong: what a change takes away, rewrites or leaves unsaid."""

from samverkan_cli.rules.rule import Rule

CHANGED: tuple[Rule, ...] = ()
