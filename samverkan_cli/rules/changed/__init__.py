"""Changed wrong: what a change takes away, rewrites or leaves unsaid."""

from samverkan_cli.rules.changed.duty_removed import duty_removed
from samverkan_cli.rules.changed.duty_weakened import duty_weakened
from samverkan_cli.rules.changed.gap_opened import gap_opened
from samverkan_cli.rules.changed.guarantee_lowered import guarantee_lowered
from samverkan_cli.rules.changed.guarantee_removed import guarantee_removed
from samverkan_cli.rules.changed.id_renamed import id_renamed
from samverkan_cli.rules.changed.past_edited import past_edited
from samverkan_cli.rules.changed.record_removed import record_removed
from samverkan_cli.rules.changed.record_rewritten import record_rewritten
from samverkan_cli.rules.changed.revision_rewritten import revision_rewritten
from samverkan_cli.rules.changed.terms_without_revision import terms_without_revision
from samverkan_cli.rules.rule import Rule

CHANGED: tuple[Rule, ...] = (
    guarantee_removed,
    guarantee_lowered,
    duty_removed,
    duty_weakened,
    terms_without_revision,
    revision_rewritten,
    record_removed,
    record_rewritten,
    past_edited,
    gap_opened,
    id_renamed,
)
