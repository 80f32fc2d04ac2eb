"""What `check` answers, before it is put into words."""

from datetime import date
from pathlib import Path

from samverkan_cli.flows.check import check
from samverkan_cli.model.finding import Severity
from samverkan_cli.store.register import read_at
from tests.cli.broken import BROKEN_AGREEMENT, SEVERAL_ERRORS
from tests.examples import example

DAY = date(2025, 3, 1)
ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def test_a_sound_agreement_has_no_findings(tmp_path: Path) -> None:
    answer = check(read_at(example("").write(tmp_path)), DAY)
    assert answer.agreement
    assert (answer.files, answer.unread, answer.findings) == (8, (), ())


def test_findings_come_the_gravest_first_then_in_the_order_of_the_files(tmp_path: Path) -> None:
    answer = check(read_at(example(SEVERAL_ERRORS).write(tmp_path)), DAY)
    places = [
        (ORDER[one.finding.severity], one.finding.hit.place.file, one.span)
        for one in answer.findings
    ]
    assert places == sorted(places)
    assert answer.unread == ("staffing/kom.yaml", "waivers.yaml")


def test_every_finding_is_counted_once(tmp_path: Path) -> None:
    answer = check(read_at(example(SEVERAL_ERRORS).write(tmp_path)), DAY)
    assert sum(answer.count(severity) for severity in Severity) == len(answer.findings)
    assert answer.count(Severity.ERROR) >= 3


def test_faults_are_told_where_there_is_no_agreement(tmp_path: Path) -> None:
    answer = check(read_at(example(BROKEN_AGREEMENT).write(tmp_path)), DAY)
    assert answer.agreement is None
    assert {one.finding.rule for one in answer.findings} == {"yaml-syntax"}
