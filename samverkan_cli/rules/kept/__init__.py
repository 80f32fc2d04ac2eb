"""Not kept: what was promised and is not there, or not done."""

from samverkan_cli.rules.kept.agreement_ends_soon import agreement_ends_soon
from samverkan_cli.rules.kept.agreement_not_in_force import agreement_not_in_force
from samverkan_cli.rules.kept.counterpart_alone import counterpart_alone
from samverkan_cli.rules.kept.coverage_ends_soon import coverage_ends_soon
from samverkan_cli.rules.kept.deputy_for_nobody import deputy_for_nobody
from samverkan_cli.rules.kept.duty_done_late import duty_done_late
from samverkan_cli.rules.kept.duty_due_soon import duty_due_soon
from samverkan_cli.rules.kept.duty_late import duty_late
from samverkan_cli.rules.kept.duty_missed import duty_missed
from samverkan_cli.rules.kept.follow_up_due_soon import follow_up_due_soon
from samverkan_cli.rules.kept.follow_up_late import follow_up_late
from samverkan_cli.rules.kept.follow_up_missed import follow_up_missed
from samverkan_cli.rules.kept.function_on_one_post import function_on_one_post
from samverkan_cli.rules.kept.function_short import function_short
from samverkan_cli.rules.kept.function_uncovered import function_uncovered
from samverkan_cli.rules.kept.holder_away import holder_away
from samverkan_cli.rules.kept.more_than_promised import more_than_promised
from samverkan_cli.rules.kept.post_overloaded import post_overloaded
from samverkan_cli.rules.kept.slot_short import slot_short
from samverkan_cli.rules.kept.staffing_unknown import staffing_unknown
from samverkan_cli.rules.rule import Rule

KEPT: tuple[Rule, ...] = (
    function_uncovered,
    holder_away,
    slot_short,
    function_short,
    staffing_unknown,
    coverage_ends_soon,
    post_overloaded,
    function_on_one_post,
    counterpart_alone,
    more_than_promised,
    deputy_for_nobody,
    duty_missed,
    duty_late,
    duty_due_soon,
    duty_done_late,
    follow_up_missed,
    follow_up_late,
    follow_up_due_soon,
    agreement_ends_soon,
    agreement_not_in_force,
)
