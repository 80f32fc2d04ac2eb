"""Records as they are wished for, and the steps or the refusal that they become."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.evaluate.record_wishes import Recording, record
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Record
from tests.evaluate.wishes import TODAY, agreement_of, said, steps

WEEKLY = """\
# terms/forms/grannar.yaml
id: grannar
title: Grannsamverkan
lead: [kom, pol]
duties:
  - id: grannar-bild
    title: Lägesbild
    who: {all: [kom, pol]}
    cadence: weekly
    firmness: shall
  - id: grannar-egen
    title: Egen översyn
    who: {each: [kom, pol]}
    cadence: yearly
    firmness: shall
  - id: grannar-alltid
    title: Alltid
    who: {all: [kom, pol]}
    cadence: standing
    firmness: shall
follow-up:
  {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole}
# records/2024.yaml
records: []
"""


@pytest.fixture
def weekly(tmp_path: Path) -> Agreement:
    return agreement_of(WEEKLY, tmp_path)


def test_a_record_takes_a_range_of_periods_and_stands_in_their_year(weekly: Agreement) -> None:
    wish = Recording("grannar-bild", ("2024-W01..2024-W20", "2024-w22"), TODAY, "", "KS 2024/1")
    first, second = steps(record(weekly, wish))
    assert first == Add(
        entry=Record(
            subject="grannar-bild",
            follow_up=False,
            first="2024-W01",
            last="2024-W20",
            on=TODAY,
            reference="KS 2024/1",
        )
    )
    assert isinstance(first, Add)
    assert first.entry.place.file == "records/2024.yaml"
    assert isinstance(second, Add)
    assert isinstance(second.entry, Record)
    assert (second.entry.first, second.entry.last) == ("2024-W22", "2024-W22")


def test_what_has_no_periods_stands_in_the_year_of_its_day(weekly: Agreement) -> None:
    (step,) = steps(record(weekly, Recording("grannar-alltid", (), TODAY)))
    assert isinstance(step, Add)
    assert step.entry.place.file == "records/2025.yaml"


def test_the_only_period_outstanding_need_not_be_named(weekly: Agreement) -> None:
    wish = Recording("grannar-egen", (), date(2024, 6, 1), "kom")
    (step,) = steps(record(weekly, wish))
    assert isinstance(step, Add)
    assert isinstance(step.entry, Record)
    assert (step.entry.first, step.entry.party) == ("2024", "kom")


def test_a_follow_up_is_recorded_by_its_own_id(weekly: Agreement) -> None:
    (step,) = steps(record(weekly, Recording("grannar-uppf", (), TODAY)))
    assert isinstance(step, Add)
    assert isinstance(step.entry, Record)
    assert step.entry.follow_up


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            Recording("grannar-bildd", ("2024-W01",), TODAY),
            "There is no duty or follow-up “grannar-bildd”. Did you mean “grannar-bild”?",
        ),
        (
            Recording("grannar-bild", ("2024-W54",), TODAY),
            (
                "“2024-W54” is no period of grannar-bild. "
                "Its periods are 2024-W01 to 2026-W53, and a range is written FIRST..LAST."
            ),
        ),
        (
            Recording("grannar-bild", ("2024-T1",), TODAY),
            (
                "“2024-T1” is no period of grannar-bild. "
                "Its periods are 2024-W01 to 2026-W53, and a range is written FIRST..LAST."
            ),
        ),
        (
            Recording("grannar-bild", ("nej..2024-w02",), TODAY),
            (
                "“nej” is no period of grannar-bild. "
                "Its periods are 2024-W01 to 2026-W53, and a range is written FIRST..LAST."
            ),
        ),
        (
            Recording("grannar-bild", ("2024-W20..2024-W01",), TODAY),
            "2024-W01 comes before 2024-W20. Turn the two around.",
        ),
        (
            Recording("grannar-alltid", ("2024",), TODAY),
            (
                "grannar-alltid has no periods of its own. "
                "Leave the period out; the day says when it was done."
            ),
        ),
        (
            Recording("grannar-egen", ("2024",), TODAY),
            (
                "Each party does grannar-egen for itself. "
                "Say whose it is with --party; the names are: kom, pol."
            ),
        ),
        (
            Recording("grannar-egen", ("2024",), TODAY, "kon"),
            "There is no party “kon”. Did you mean “kom”?",
        ),
        (
            Recording("grannar-bild", (), date(2024, 2, 1)),
            "The period is missing. Not done yet: 2024-W01, 2024-W02, 2024-W03, 2024-W04, 2024-W05",
        ),
    ],
)
def test_what_cannot_be_recorded_is_said_with_its_cure(
    weekly: Agreement, wish: Recording, expected: str
) -> None:
    assert said(record(weekly, wish)) == expected


KNOWN = Record(
    subject="grannar-bild",
    follow_up=False,
    first="2024-W03",
    last="2024-W08",
    on=date(2024, 3, 1),
    place=Place("records/2024.yaml"),
)
OWN = KNOWN.replaced(subject="grannar-egen", first="2024", last="2024", party="kom")
HELD = KNOWN.replaced(subject="grannar-uppf", follow_up=True, first="", last="")


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            Recording("grannar-bild", ("2024-W01", "2024-W08"), TODAY),
            (
                "grannar-bild is recorded already for 2024-W08. "
                "Leave out what is recorded; to change it, edit records/2024.yaml."
            ),
        ),
        (
            Recording("grannar-bild", ("2024-W01..2024-W20",), TODAY),
            (
                "grannar-bild is recorded already for "
                "2024-W03, 2024-W04, 2024-W05, 2024-W06, 2024-W07, 2024-W08. "
                "Leave out what is recorded; to change it, edit records/2024.yaml."
            ),
        ),
        (
            Recording("grannar-bild", ("2024-W10..2024-W12", "2024-W12"), TODAY),
            "2024-W12 would be recorded twice. Let no two ranges share a period.",
        ),
        (
            Recording("grannar-egen", ("2024",), TODAY, "kom"),
            (
                "grannar-egen is recorded already for 2024. "
                "Leave out what is recorded; to change it, edit records/2024.yaml."
            ),
        ),
        (
            Recording("grannar-uppf", (), TODAY),
            (
                "grannar-uppf is recorded already, done 1 March 2024. "
                "To change that record, edit records/2024.yaml."
            ),
        ),
        (
            Recording("grannar-bild", ("2024-W03..2024-W08",), date(2024, 3, 1)),
            "That is recorded already, word for word.",
        ),
    ],
)
def test_nothing_is_recorded_twice(weekly: Agreement, wish: Recording, expected: str) -> None:
    known = weekly.replaced(records=(KNOWN, OWN, HELD))
    assert said(record(known, wish)) == expected


def test_another_party_and_another_day_are_recorded_apart(weekly: Agreement) -> None:
    known = weekly.replaced(records=(OWN, KNOWN.replaced(subject="grannar-alltid", first="")))
    assert len(steps(record(known, Recording("grannar-egen", ("2024",), TODAY, "pol")))) == 1
    assert len(steps(record(known, Recording("grannar-alltid", (), TODAY)))) == 1


def test_a_period_that_is_named_twice_is_recorded_once(weekly: Agreement) -> None:
    wish = Recording("grannar-bild", ("2024-W40", "2024-W40"), TODAY)
    assert len(steps(record(weekly, wish))) == 1
