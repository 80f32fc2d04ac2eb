"""Duties held against records: the state of each occurrence on the days that matter."""

from collections import Counter
from datetime import date, timedelta

import pytest

from samverkan_cli.evaluate.duties import Course, DutyState, courses
from samverkan_cli.evaluate.tallies import tallies
from samverkan_cli.evaluate.told import told
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.duty import Duty, FollowUp, Sharing
from samverkan_cli.model.period import Period
from samverkan_cli.model.staffing import Record
from tests.evaluate.made import THREE_YEARS, agreement, day, days, done, duty


def course(item: Duty, on: str, *records: Record, period: Period = THREE_YEARS) -> Course:
    (found,) = courses(agreement(*records, period=period, duties=[item]), day(on))
    return found


def states(found: Course) -> dict[str, str]:
    return {
        f"{one.occurrence.name}{'/' if one.party else ''}{one.party}": one.state.value
        for one in found.performances
    }


def state(item: Duty, name: str, on: str, *records: Record, period: Period = THREE_YEARS) -> str:
    return states(course(item, on, *records, period=period))[name]


WEEK = "2024-W02"
"""From Monday 2024-01-08 to Sunday 2024-01-14; the next ends on 2024-01-21."""


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("01-07", "upcoming"),
        ("01-08", "due"),
        ("01-14", "due"),
        ("01-15", "late"),
        ("01-21", "late"),
        ("01-22", "missed"),
    ],
)
def test_week_without_record(on: str, expected: str) -> None:
    assert state(duty(), WEEK, on) == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("01-08", "due"),
        ("01-24", "due"),
        ("01-25", "late"),
        ("01-31", "late"),
        ("02-01", "missed"),
    ],
)
def test_grace_moves_the_day_and_what_follows(on: str, expected: str) -> None:
    assert state(duty(grace=10), WEEK, on) == expected


@pytest.mark.parametrize(
    ("rhythm", "name", "last_due", "last_late"),
    [
        (Rhythm.FORTNIGHTLY, "2024-W03", "2024-01-28", "2024-02-11"),
        (Rhythm.MONTHLY, "2024-02", "2024-02-29", "2024-03-31"),
        (Rhythm.QUARTERLY, "2024-Q4", "2024-12-31", "2025-03-31"),
        (Rhythm.TERTIAL, "2024-T1", "2024-04-30", "2024-08-31"),
        (Rhythm.HALF_YEARLY, "2024-H1", "2024-06-30", "2024-12-31"),
        (Rhythm.YEARLY, "2024", "2024-12-31", "2025-12-31"),
        (Cadence(Rhythm.TIMES_PER, 3, "year"), "2024#1", "2024-12-31", "2025-12-31"),
        (Cadence(Rhythm.TIMES_PER, 3, "year"), "2024#3", "2024-12-31", "2025-12-31"),
        (Cadence(Rhythm.EVERY, 6, "week"), "#2", "2024-03-24", "2024-05-05"),
    ],
    ids=str,
)
def test_last_days_of_every_cadence(
    rhythm: Rhythm | Cadence, name: str, last_due: str, last_late: str
) -> None:
    days = [day(text) + timedelta(n) for text in (last_due, last_late) for n in (0, 1)]
    found = [state(duty(rhythm), name, one.isoformat()) for one in days]
    assert found == ["due", "late", "late", "missed"]


def test_counts_of_three_years_and_two() -> None:
    for period, expected in (
        (THREE_YEARS, (157, 9, 3)),
        (days("2024-01-01..2025-12-31"), (105, 6, 2)),
    ):
        found = tuple(
            len(course(duty(rhythm), "2024-01-01", period=period).performances)
            for rhythm in (Rhythm.WEEKLY, Rhythm.TERTIAL, Rhythm.YEARLY)
        )
        assert found == expected


def test_last_week_is_due_when_the_agreement_ends() -> None:
    last = course(duty(), "2026-12-31").performances[-1]
    assert (last.occurrence.name, last.due, last.state.value) == (
        "2026-W53",
        day("2026-12-31"),
        "due",
    )
    assert state(duty(), "2026-W53", "2027-01-01") == "missed"


def test_first_week_does_not_open_before_the_agreement() -> None:
    period = days("2024-01-03..2026-12-31")
    assert state(duty(), "2024-W01", "01-02", period=period) == "upcoming"
    assert state(duty(), "2024-W01", "01-03", period=period) == "due"


def test_record_counts_from_its_own_day() -> None:
    records = done(WEEK, "01-12")
    assert state(duty(), WEEK, "01-11", records) == "due"
    assert state(duty(), WEEK, "01-12", records) == "done"


def test_late_record() -> None:
    item, record = duty(), done(WEEK, "01-18")
    assert state(item, WEEK, "01-17", record) == "late"
    (one,) = course(item, "01-18", record).those(DutyState.DONE)
    assert one.done_late
    (one,) = course(item, "01-18", done(WEEK, "01-14")).those(DutyState.DONE)
    assert not one.done_late


def test_of_two_records_the_earlier_counts() -> None:
    (one,) = course(duty(), "03-01", done(WEEK, "01-20"), done(WEEK, "01-13")).those(DutyState.DONE)
    assert not one.done_late


def test_record_of_a_range() -> None:
    found = course(duty(), "2025-03-10", done("2024-W51..2025-W02", "2025-01-12"))
    assert [one.occurrence.name for one in found.those(DutyState.DONE)] == [
        "2024-W51",
        "2024-W52",
        "2025-W01",
        "2025-W02",
    ]


@pytest.mark.parametrize(
    "names", ["2023-W52", "2024-W02..2030-W01", "2024-W05..2024-W02", "2024-01"]
)
def test_record_of_what_there_is_not_counts_for_nothing(names: str) -> None:
    assert course(duty(), "2025-03-01", done(names, "2024-02-01")).count(DutyState.DONE) == 0


def test_each_party_performs_its_own() -> None:
    item = duty(Rhythm.YEARLY, "kom", "pol", sharing=Sharing.EACH)
    found = course(
        item, "2024-12-31", done("2024", "2024-12-01", "kom"), done("2024", "2024-12-01")
    )
    assert {name: one for name, one in states(found).items() if name.startswith("2024")} == {
        "2024/kom": "done",
        "2024/pol": "due",
    }


def test_joint_performance_is_one() -> None:
    item = duty(Rhythm.YEARLY, "kom", "pol")
    assert state(item, "2024", "2024-12-31", done("2024", "2024-12-01")) == "done"
    assert state(item, "2024", "2024-12-31", done("2024", "2024-12-01", "kom")) == "due"


@pytest.mark.parametrize("sharing", [Sharing.ALL, Sharing.ANY])
def test_one_party_may_be_named(sharing: Sharing) -> None:
    item = duty(Rhythm.YEARLY, "kom", sharing=sharing)
    assert state(item, "2024", "2024-12-31", done("2024", "2024-12-01", "kom")) == "done"


def test_yearly_in_a_month() -> None:
    item = duty(Rhythm.YEARLY, month=2)
    assert [one.due for one in course(item, "2024-01-01").performances] == [
        date(2024, 2, 29),
        date(2025, 2, 28),
        date(2026, 2, 28),
    ]
    assert state(item, "2024", "2024-02-29") == "due"
    assert state(item, "2024", "2024-03-01") == "late"
    assert state(item, "2024", "2025-02-28") == "late"
    assert state(item, "2024", "2025-03-01") == "missed"


def test_yearly_in_a_month_that_the_agreement_does_not_reach() -> None:
    found = course(
        duty(Rhythm.YEARLY, month=2), "2024-06-01", period=days("2024-06-01..2026-12-31")
    )
    assert list(states(found)) == ["2025", "2026"]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-12-31", "upcoming"),
        ("2024-01-01", "due"),
        ("2024-12-31", "due"),
        ("2025-01-01", "late"),
        ("2026-12-31", "late"),
        ("2027-01-01", "missed"),
    ],
)
def test_once_with_a_day(on: str, expected: str) -> None:
    assert state(duty(Rhythm.ONCE, by=day("2024-12-31")), "", on) == expected


def test_once_without_a_day_is_due_until_the_end() -> None:
    assert state(duty(Rhythm.ONCE), "", "2026-12-31") == "due"
    assert state(duty(Rhythm.ONCE), "", "2027-01-01") == "missed"


def test_once_is_done_by_a_record_without_period() -> None:
    item = duty(Rhythm.ONCE, by=day("2024-12-31"))
    assert state(item, "", "2025-06-01", done("", "2025-05-01")) == "done"
    (one,) = course(item, "2025-06-01", done("", "2025-05-01")).performances
    assert one.done_late


def test_duty_that_starts_later() -> None:
    item = duty(Rhythm.MONTHLY, start=day("2024-03-15"), by=day("2024-05-10"))
    found = course(item, "2024-03-14")
    assert states(found) == {"2024-03": "upcoming", "2024-04": "upcoming", "2024-05": "upcoming"}
    assert found.performances[-1].due == day("2024-05-10")
    assert state(item, "2024-03", "2024-03-15") == "due"


@pytest.mark.parametrize("rhythm", [Rhythm.STANDING, Rhythm.EVENT, Rhythm.UNSPECIFIED])
def test_what_has_no_times_has_no_occurrences(rhythm: Rhythm) -> None:
    assert course(duty(rhythm), "2024-03-01", done("", "2024-02-01")).performances == ()


def test_agreement_without_end_is_followed_for_two_years() -> None:
    found = course(duty(Rhythm.MONTHLY), "2025-03-15", period=days("2024-01-01.."))
    assert found.performances[-1].occurrence.name == "2027-03"
    assert Counter(states(found).values()) == {"missed": 13, "late": 1, "due": 1, "upcoming": 24}


def follow_up(**fields: object) -> FollowUp:
    base = FollowUp(id="duty", title="Follow-up", cadence=Cadence(Rhythm.ONCE))
    return base.replaced(**fields)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-10-31", "upcoming"),
        ("2024-11-01", "due"),
        ("2024-11-30", "due"),
        ("2024-12-01", "late"),
        ("2026-12-31", "late"),
        ("2027-01-01", "missed"),
    ],
)
def test_follow_up_in_a_month(on: str, expected: str) -> None:
    item = follow_up(start=day("2024-11-01"), by=day("2024-11-30"))
    (found,) = courses(agreement().replaced(follow_ups=(item,)), day(on))
    assert states(found) == {"": expected}


def test_follow_up_is_done_whoever_wrote_so() -> None:
    item = follow_up(start=day("2024-11-01"), by=day("2024-11-30"))
    made = agreement(done("", "2024-11-20", "pol"))
    (found,) = courses(made.replaced(follow_ups=(item,)), day("2025-01-01"))
    assert states(found) == {"": "done"}


def test_tallies_by_party() -> None:
    item = duty(Rhythm.YEARLY, "kom", "pol", sharing=Sharing.EACH)
    made = agreement(done("2024", "2024-12-01", "kom"), duties=[item])
    after = {"duty/kom": ["2025", "2026"], "duty/pol": ["2024", "2025", "2026"]}
    for on, expected in (
        ("2023-12-31", {}),
        ("2025-03-01", {"duty/pol": ["2024"]}),
        ("2027-01-01", after),
    ):
        found = tallies(
            made,
            courses(made, day(on)),
            day(on),
            lambda one: one.state in (DutyState.LATE, DutyState.MISSED),
        )
        assert {
            tally.subject: [one.occurrence.name for one in tally.performances] for tally in found
        } == expected


def test_what_records_name() -> None:
    made = agreement(
        done("2024-W02..2024-W03", "2024-01-20"),
        done("2023-W50", "2024-01-20"),
        done("2024-13", "2024-01-20"),
        duties=[duty()],
    )
    first, second, third = told(made, day("2024-03-01"))
    assert [one.name for one in first.named()] == ["2024-W02", "2024-W03"]
    assert (second.beyond(), second.unknown()) == (("2023-W50",), ())
    assert (third.beyond(), third.unknown()) == ((), ("2024-13",))
    assert third.example() == "2024-W03"
