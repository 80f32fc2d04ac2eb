"""Absences as they are wished for, and the steps or the refusal that they become."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.evaluate.absence_wishes import Leaving, absent
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, End
from samverkan_cli.model.period import Period
from samverkan_cli.model.staffing import Absence, Reason
from tests.evaluate.wishes import TODAY, TWO_ROLES, agreement_of, said, steps


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    return agreement_of(TWO_ROLES, tmp_path)


def test_an_absence_begins_today_and_is_open_unless_said(agreement: Agreement) -> None:
    (step,) = steps(absent(agreement, Leaving("kom-1", None, None, "on-leave", TODAY)))
    assert step == Add(
        entry=Absence(party="kom", post="kom-1", period=Period(TODAY), reason=Reason.ON_LEAVE)
    )


def test_a_last_day_alone_ends_the_absence_that_is_open(agreement: Agreement) -> None:
    away = Absence(party="kom", post="kom-1", period=Period(TODAY), reason=Reason.SECONDED)
    back = date(2025, 4, 30)
    known = agreement.replaced(absences=(away,))
    assert steps(absent(known, Leaving("kom-1", None, back, "", TODAY))) == (
        End(entry=away, until=back),
    )
    assert said(absent(agreement, Leaving("kom-1", None, back, "", TODAY))) == (
        "No absence of kom-1 lasts beyond 30 April 2025. "
        "For a new absence, write --from DAY --reason REASON."
    )


END = "To end that absence, write --until DAY alone."


@pytest.mark.parametrize(
    ("first", "last", "reason", "expected"),
    [
        (
            (2025, 3, 1),
            (2025, 4, 30),
            "seconded",
            (
                "That absence is noted already. "
                "When it is back, end it: samverkan absent kom-1 --until DAY"
            ),
        ),
        ((2025, 3, 1), (2025, 4, 30), "other", f"{{}} from 1 March 2025 to 30 April 2025. {END}"),
        ((2025, 3, 5), (2025, 3, 9), "seconded", f"{{}} from 1 March 2025 to 30 April 2025. {END}"),
        (
            (2025, 4, 30),
            (2025, 5, 9),
            "seconded",
            (
                "{} from 1 March 2025 to 30 April 2025. "
                "For the days after that, write --from 2025-05-01."
            ),
        ),
        (
            (2025, 4, 1),
            None,
            "other",
            (
                "{} from 1 March 2025 to 30 April 2025. "
                "For the days after that, write --from 2025-05-01."
            ),
        ),
        (
            (2025, 2, 1),
            None,
            "other",
            (
                "{} from 1 March 2025 to 30 April 2025. "
                "For the days before that, write --until 2025-02-28."
            ),
        ),
        ((2026, 4, 1), (2026, 5, 1), "other", f"{{}} from 1 January 2026. {END}"),
        (
            (2025, 12, 1),
            None,
            "other",
            "{} from 1 January 2026. For the days before that, write --until 2025-12-31.",
        ),
    ],
)
def test_nobody_is_away_twice(
    agreement: Agreement,
    first: tuple[int, int, int],
    last: tuple[int, int, int] | None,
    reason: str,
    expected: str,
) -> None:
    known = away_twice(agreement)
    wish = Leaving("kom-1", date(*first), date(*last) if last else None, reason, TODAY)
    assert said(absent(known, wish)) == expected.format("kom-1 is away already")


def test_what_lies_between_two_absences_is_a_third(agreement: Agreement) -> None:
    wish = Leaving("kom-1", date(2025, 5, 1), date(2025, 12, 31), "other", TODAY)
    assert len(steps(absent(away_twice(agreement), wish))) == 1


def away_twice(agreement: Agreement) -> Agreement:
    """Return the agreement with a post that is away, and will be so again."""
    away = Absence(
        party="kom",
        post="kom-1",
        period=Period(TODAY, date(2025, 4, 30)),
        reason=Reason.SECONDED,
    )
    again = away.replaced(period=Period(date(2026, 1, 1)))
    other = away.replaced(party="pol", post="pol-1", period=Period(date(2024, 1, 1)))
    return agreement.replaced(absences=(other, again, away))


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ((2025, 4, 30), "The absence of kom-1 ends on 30 April 2025 already."),
        (
            (2025, 5, 1),
            (
                "No absence of kom-1 goes on after 1 May 2025; the next begins on 1 January 2026. "
                "For a new absence, write --from DAY --reason REASON."
            ),
        ),
        (
            (2024, 1, 1),
            (
                "No absence of kom-1 goes on after 1 January 2024; the next begins on "
                "1 March 2025. For a new absence, write --from DAY --reason REASON."
            ),
        ),
    ],
)
def test_an_absence_that_has_ended_or_not_begun_is_not_ended(
    agreement: Agreement, until: tuple[int, int, int], expected: str
) -> None:
    wish = Leaving("kom-1", None, date(*until), "", TODAY)
    assert said(absent(away_twice(agreement), wish)) == expected


def test_health_is_no_reason(agreement: Agreement) -> None:
    assert said(absent(agreement, Leaving("kom-1", TODAY, None, "sjuk", TODAY))) == (
        "“sjuk” is no reason for absence. "
        "Write one of these: --reason vacant, on-leave, seconded, lent-out, other"
    )
