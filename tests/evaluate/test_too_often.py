"""What comes back too often is followed so far and no farther, and the answer says so."""

import time
from datetime import date

import pytest

from samverkan_cli.evaluate.duties import MOST, MOST_IN_ALL, courses
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.duty import Sharing, Who
from samverkan_cli.model.period import Period
from tests.conftest import Run, Write
from tests.evaluate.made import THREE_YEARS, agreement, day, duty

OPEN = Period(date(1000, 1, 1))
OFTEN = Cadence(Rhythm.TIMES_PER, 366, "week")


@pytest.mark.parametrize(
    ("cadence", "period", "cut"),
    [
        (Cadence(Rhythm.WEEKLY), THREE_YEARS, False),
        (Cadence(Rhythm.TIMES_PER, 366, "year"), THREE_YEARS, False),
        (OFTEN, THREE_YEARS, True),
        (OFTEN, OPEN, True),
        (Cadence(Rhythm.WEEKLY), OPEN, True),
        (Cadence(Rhythm.EVERY, 240, "year"), OPEN, False),
    ],
)
def test_what_is_cut_is_told(cadence: Cadence, period: Period, cut: bool) -> None:
    (found,) = courses(agreement(period=period, duties=[duty(cadence)]), day("2025-03-01"))
    assert found.cut is cut
    assert len(found.performances) <= MOST


def test_exactly_as_many_as_are_followed_are_not_cut() -> None:
    weeks = Period(date(2024, 1, 1), date.fromordinal(date(2024, 1, 1).toordinal() + 7 * MOST - 1))
    whole = agreement(period=weeks, duties=[duty()])
    (found,) = courses(whole, day("2025-03-01"))
    assert (len(found.performances), found.cut) == (MOST, False)


def test_many_duties_and_parties_together_stay_within_the_limit() -> None:
    each = Who(sharing=Sharing.EACH, parties=tuple(f"p{number}" for number in range(300)))
    many = [duty(OFTEN).replaced(id=f"d{number}", who=each) for number in range(2_000)]
    start = time.process_time()
    found = courses(agreement(period=OPEN, duties=many), day("2025-03-01"))
    assert sum(len(one.performances) for one in found) <= MOST_IN_ALL
    assert all(one.cut for one in found)
    assert time.process_time() - start < 5


def test_check_and_status_both_say_so(samverkan: Run, agreement: Write) -> None:
    form = """
# terms/forms/grannar.yaml
id: grannar
title: Grannsamverkan
lead: [kom, pol]
duties:
  - {id: ofta, title: Ofta, who: kom, cadence: {times: 366, per: week}, firmness: shall}
"""
    agreement(form.strip())
    assert "[cadence-unclear]" in samverkan("check", "--on", "2025-03-01").out
    assert "error" in samverkan("status", "--on", "2025-03-01").err
