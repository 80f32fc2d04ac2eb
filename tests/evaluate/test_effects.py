"""What a change of staffing does to the promises."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.effects import Effect, effects
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.period import Period
from samverkan_cli.model.staffing import Absence, Reason
from samverkan_cli.store.register import read_at
from tests.examples import example

TODAY = date(2025, 3, 1)
END = date(2026, 12, 31)


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    found = read_at(example("").write(tmp_path)).agreement
    assert found is not None
    return found


def until(agreement: Agreement, day: date) -> Agreement:
    """Return the agreement with the municipality's assignment ended."""
    first, *others = agreement.assignments
    ended = first.replaced(period=Period(first.period.first, day))
    return agreement.replaced(assignments=(ended, *others))


def told(found: tuple[Effect, ...]) -> list[tuple[str, date, date, State, State, bool]]:
    return [
        (one.cell.id, one.period.first, one.period.last, one.before, one.after, one.closed)
        for one in found
    ]


CELL = "kom-sam/samordnare/samordnare"


def test_a_release_uncovers_from_the_day_after(agreement: Agreement) -> None:
    after = until(agreement, TODAY)
    found = effects(agreement, after)
    assert told(found) == [(CELL, date(2025, 3, 2), END, State.COVERED, State.VACANT, False)]
    assert found[0].is_worse


def test_the_other_way_round_it_is_covered_again(agreement: Agreement) -> None:
    found = effects(until(agreement, TODAY), agreement)
    assert told(found) == [(CELL, date(2025, 3, 2), END, State.VACANT, State.COVERED, False)]
    assert not found[0].is_worse


def test_an_absence_uncovers_its_days_and_no_more(agreement: Agreement) -> None:
    days = Period(date(2025, 4, 1), date(2025, 4, 30))
    away = Absence(party="kom", post="kom-1", period=days, reason=Reason.ON_LEAVE)
    found = effects(agreement, agreement.replaced(absences=(away,)))
    assert told(found) == [(CELL, days.first, days.last, State.COVERED, State.AWAY, True)]


def test_what_lies_in_the_past_is_told(agreement: Agreement) -> None:
    days = Period(date(2024, 4, 1), date(2024, 4, 30))
    away = Absence(party="kom", post="kom-1", period=days, reason=Reason.ON_LEAVE)
    found = effects(agreement, agreement.replaced(absences=(away,)))
    assert told(found) == [(CELL, days.first, days.last, State.COVERED, State.AWAY, True)]


def test_another_reason_for_the_same_gap_is_no_effect(agreement: Agreement) -> None:
    gone = agreement.replaced(assignments=agreement.assignments[1:])
    (day,) = effects(until(agreement, date(2024, 1, 1)), gone)
    assert day.period == Period(date(2024, 1, 1), date(2024, 1, 1))


def test_nothing_changed_has_no_effect(agreement: Agreement) -> None:
    assert effects(agreement, agreement) == ()
