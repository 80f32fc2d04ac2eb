"""Written wrong: what is read contradicts itself or points at nothing."""

from samverkan_cli.rules.rule import Rule
from samverkan_cli.rules.written.absence_overlap import absence_overlap
from samverkan_cli.rules.written.assignment_overlap import assignment_overlap
from samverkan_cli.rules.written.cadence_unclear import cadence_unclear
from samverkan_cli.rules.written.date_order import date_order
from samverkan_cli.rules.written.date_outside_period import date_outside_period
from samverkan_cli.rules.written.id_duplicate import id_duplicate
from samverkan_cli.rules.written.number_unclear import number_unclear
from samverkan_cli.rules.written.party_mismatch import party_mismatch
from samverkan_cli.rules.written.post_of_other_party import post_of_other_party
from samverkan_cli.rules.written.post_overbooked import post_overbooked
from samverkan_cli.rules.written.record_unclear import record_unclear
from samverkan_cli.rules.written.reference_dangling import reference_dangling
from samverkan_cli.rules.written.revision_repeated import revision_repeated
from samverkan_cli.rules.written.rule_unknown import rule_unknown
from samverkan_cli.rules.written.severity_locked import severity_locked
from samverkan_cli.rules.written.severity_repeated import severity_repeated
from samverkan_cli.rules.written.waiver_idle import waiver_idle

WRITTEN: tuple[Rule, ...] = (
    id_duplicate,
    revision_repeated,
    reference_dangling,
    party_mismatch,
    post_of_other_party,
    date_order,
    date_outside_period,
    assignment_overlap,
    absence_overlap,
    post_overbooked,
    record_unclear,
    number_unclear,
    cadence_unclear,
    rule_unknown,
    severity_locked,
    severity_repeated,
    waiver_idle,
)
