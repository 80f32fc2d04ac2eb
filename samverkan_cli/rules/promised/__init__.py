"""Promised badly: faults of the agreement itself, best found before it is signed."""

from samverkan_cli.rules.promised.actor_not_signing import actor_not_signing
from samverkan_cli.rules.promised.actor_unnamed import actor_unnamed
from samverkan_cli.rules.promised.body_without_cadence import body_without_cadence
from samverkan_cli.rules.promised.cadence_unspecified import cadence_unspecified
from samverkan_cli.rules.promised.clause_absent import clause_absent
from samverkan_cli.rules.promised.count_mismatch import count_mismatch
from samverkan_cli.rules.promised.deadline_only_implied import deadline_only_implied
from samverkan_cli.rules.promised.duty_starts_before_period import duty_starts_before_period
from samverkan_cli.rules.promised.duty_stated_twice import duty_stated_twice
from samverkan_cli.rules.promised.duty_without_day import duty_without_day
from samverkan_cli.rules.promised.duty_without_deadline import duty_without_deadline
from samverkan_cli.rules.promised.duty_without_guarantee import duty_without_guarantee
from samverkan_cli.rules.promised.duty_without_owner import duty_without_owner
from samverkan_cli.rules.promised.duty_without_recipient import duty_without_recipient
from samverkan_cli.rules.promised.final_follow_up_early import final_follow_up_early
from samverkan_cli.rules.promised.firmness_conflict import firmness_conflict
from samverkan_cli.rules.promised.follow_up_without_date import follow_up_without_date
from samverkan_cli.rules.promised.follow_up_without_owner import follow_up_without_owner
from samverkan_cli.rules.promised.follow_up_without_recipient import follow_up_without_recipient
from samverkan_cli.rules.promised.follow_up_without_scope import follow_up_without_scope
from samverkan_cli.rules.promised.form_one_sided import form_one_sided
from samverkan_cli.rules.promised.form_without_follow_up import form_without_follow_up
from samverkan_cli.rules.promised.form_without_guarantee import form_without_guarantee
from samverkan_cli.rules.promised.function_without_form import function_without_form
from samverkan_cli.rules.promised.goal_directions_differ import goal_directions_differ
from samverkan_cli.rules.promised.goal_without_baseline import goal_without_baseline
from samverkan_cli.rules.promised.goal_without_indicator import goal_without_indicator
from samverkan_cli.rules.promised.goal_without_target import goal_without_target
from samverkan_cli.rules.promised.law_date_wrong import law_date_wrong
from samverkan_cli.rules.promised.law_demand_unmet import law_demand_unmet
from samverkan_cli.rules.promised.nothing_measured import nothing_measured
from samverkan_cli.rules.promised.number_ambiguous import number_ambiguous
from samverkan_cli.rules.promised.owner_ambiguous import owner_ambiguous
from samverkan_cli.rules.promised.period_undated import period_undated
from samverkan_cli.rules.promised.reading_undecided import reading_undecided
from samverkan_cli.rules.promised.reference_outdated import reference_outdated
from samverkan_cli.rules.promised.role_not_guaranteed import role_not_guaranteed
from samverkan_cli.rules.promised.seat_without_guarantee import seat_without_guarantee
from samverkan_cli.rules.promised.seats_exceed_guarantee import seats_exceed_guarantee
from samverkan_cli.rules.promised.sides_asymmetric import sides_asymmetric
from samverkan_cli.rules.promised.successor_unstated import successor_unstated
from samverkan_cli.rules.promised.term_varies import term_varies
from samverkan_cli.rules.promised.topics_differ import topics_differ
from samverkan_cli.rules.rule import Rule

PROMISED: tuple[Rule, ...] = (
    final_follow_up_early,
    period_undated,
    duty_starts_before_period,
    follow_up_without_scope,
    deadline_only_implied,
    duty_without_deadline,
    cadence_unspecified,
    body_without_cadence,
    duty_without_owner,
    duty_without_recipient,
    duty_without_day,
    duty_without_guarantee,
    seat_without_guarantee,
    form_without_guarantee,
    form_one_sided,
    sides_asymmetric,
    role_not_guaranteed,
    function_without_form,
    count_mismatch,
    number_ambiguous,
    seats_exceed_guarantee,
    owner_ambiguous,
    term_varies,
    duty_stated_twice,
    topics_differ,
    firmness_conflict,
    goal_without_indicator,
    goal_without_baseline,
    goal_without_target,
    goal_directions_differ,
    nothing_measured,
    actor_not_signing,
    actor_unnamed,
    successor_unstated,
    form_without_follow_up,
    follow_up_without_date,
    follow_up_without_recipient,
    follow_up_without_owner,
    reference_outdated,
    clause_absent,
    reading_undecided,
    law_demand_unmet,
    law_date_wrong,
)
