"""The shipped agreement as `status` tells it: the figures that the issue names."""

from collections import Counter
from datetime import date

import pytest

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.flows.status import Choice, Status, status
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.period import Period
from samverkan_cli.resources import folder
from samverkan_cli.store.register import Register, read_at

DAY = date(2025, 3, 1)


@pytest.fixture(scope="module")
def register() -> Register:
    return read_at(folder("agreement"))


@pytest.fixture(scope="module")
def agreement(register: Register) -> Agreement:
    assert register.agreement is not None
    return register.agreement


@pytest.fixture(scope="module")
def answer(register: Register) -> Status:
    return status(register, DAY, Choice())


def test_guarantees(answer: Status) -> None:
    found = Counter(one.guarantee.party for one in answer.guarantees)
    assert (len(answer.guarantees), found) == (18, {"pol": 7, "kom": 11})


def test_slots(answer: Status) -> None:
    found = Counter(one.guarantee.party for one in answer.guarantees for _ in one.slots)
    assert (found.total(), found) == (22, {"pol": 10, "kom": 12})


def test_functions(answer: Status) -> None:
    found = Counter(one.cell.guarantee.party for one in answer.cells)
    assert (len(answer.cells), found) == (42, {"pol": 16, "kom": 26})
    assert len({one.cell.id for one in answer.cells}) == 42


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2027, 1, 1)])
def test_nothing_is_in_force_outside_the_period(register: Register, day: date) -> None:
    found = status(register, day, Choice())
    assert not found.in_force
    assert {one.standing.state for one in found.cells} == {State.NOT_IN_FORCE}
    assert {one.run for one in found.cells} == {None}
    assert found.count(State.NOT_IN_FORCE) == 42


@pytest.mark.parametrize("day", [date(2024, 1, 1), date(2026, 12, 31)])
def test_everything_is_in_force_on_the_first_and_the_last_day(
    register: Register, day: date
) -> None:
    found = status(register, day, Choice())
    assert found.in_force
    assert found.count(State.NOT_IN_FORCE) == 0


def test_every_state_of_a_function_occurs(answer: Status) -> None:
    assert {one.standing.state for one in answer.cells} == {*State} - {State.NOT_IN_FORCE}


def test_forms(agreement: Agreement) -> None:
    assert Counter(one.level for one in agreement.forms) == {"form": 16, "sub-form": 1}


def test_duties_and_follow_ups(agreement: Agreement, answer: Status) -> None:
    assert len([*agreement.every_duty()]) == 55
    follow_ups = Counter(form is not None for form, _ in agreement.every_follow_up())
    assert follow_ups == {True: 6, False: 2}
    assert (len(answer.courses), len(answer.follow_ups)) == (63, 8)


def test_occurrences_of_three_years(answer: Status) -> None:
    counts = Counter(
        (str(course.item.cadence.rhythm), len(course.performances))
        for course in answer.courses
        if course.item.cadence.recurs
    )
    assert counts == {("weekly", 157): 2, ("tertial", 9): 1, ("yearly", 3): 3}


def test_runs_are_around_the_day(answer: Status) -> None:
    assert all(one.run is not None and DAY in one.run for one in answer.cells)


def test_slots_tell_their_distinct_posts(answer: Status) -> None:
    for guarantee in answer.guarantees:
        for slot in guarantee.slots:
            posts = {one.post for cell in slot.cells for one in cell.standing.holders}
            assert slot.present <= len(posts)


def test_shipped_agreement_reads_without_errors(register: Register, answer: Status) -> None:
    assert register.faults == ()
    assert register.unread == ()
    assert answer.errors == 0


def test_side_without_anybody_is_told_for_either_party(register: Register) -> None:
    day = date(2025, 2, 10)
    found = status(register, day, Choice()).alone
    assert {(one.pair.form.id, one.party) for one in found}
    for one in found:
        for party in (one.party, *one.others):
            assert one in status(register, day, Choice(party=party)).alone
        form = one.pair.form.id
        assert one in status(register, day, Choice(form=form)).alone


def test_what_soon_ends_comes_in_order(register: Register) -> None:
    found = status(register, date(2026, 9, 1), Choice()).ending
    assert [(one.first, one.cells[0].slot_id) for one in found][:1] == [
        (date(2026, 10, 1), "kom-plats/ansvariga")
    ]
    assert list(found) == sorted(found, key=lambda one: one.first)
    assert status(register, date(2026, 12, 1), Choice()).ending == ()


def test_missed_are_counted_for_each_duty(answer: Status) -> None:
    assert sum(number for _, number in answer.missed) == len(answer.performances(DutyState.MISSED))


def test_absence_that_lasts_as_long_as_the_agreement_has_an_end(register: Register) -> None:
    found = status(register, date(2026, 11, 23), Choice())
    (one,) = [cell for cell in found.cells if cell.cell.guarantee.id == "kom-ordningsvakt"]
    assert one.run == Period(date(2026, 11, 2), date(2026, 12, 31))


def test_what_is_not_read_is_no_gap_of_knowledge(register: Register) -> None:
    found = status(register._replace(unread=("staffing/kom.yaml",)), DAY, Choice())
    assert {one.cell.guarantee.party for one in found.cells if one.unread} == {"kom"}


def test_choice_of_party_and_form(register: Register) -> None:
    police = status(register, DAY, Choice(party="pol"))
    assert len(police.cells) == 16
    form = status(register, DAY, Choice(form="est"))
    assert {one.cell.guarantee.party for one in form.cells} == {"pol", "kom"}
    assert {course.form.id for course in form.courses if course.form} == {"est"}
    nobody = status(register, DAY, Choice(party="pol", form="municipal"))
    assert nobody.cells == ()
