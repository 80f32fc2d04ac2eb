"""What a person wishes to change, and the steps or the refusal that it becomes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from samverkan_cli.evaluate.absence_wishes import Leaving, absent
from samverkan_cli.evaluate.record_wishes import Recording, record
from samverkan_cli.evaluate.staffing_wishes import (
    Assigning,
    Releasing,
    assign,
    release,
)
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End, Intent, Refusal
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record
from samverkan_cli.store.register import read_at
from tests.examples import example

ENGLISH = tongue("en")
TODAY = date(2025, 3, 1)
TWO_ROLES = """\
# terms/guarantees/kom.yaml
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - id: resurser
        kind: operative
        holders: {at-least: 2}
        functions: [{id: ute, forms: [grannar]}, {id: inne, forms: [grannar]}]
"""


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    found = read_at(example(TWO_ROLES).write(tmp_path)).agreement
    assert found is not None
    return found


def said(answer: Intent | Refusal) -> str:
    """Return why a wish is refused, with the cure."""
    assert isinstance(answer, Refusal)
    return " ".join(ENGLISH(words) for words in answer if words)


def steps(answer: Intent | Refusal) -> tuple[object, ...]:
    assert isinstance(answer, Intent), said(answer)
    return answer.steps


def test_a_post_is_assigned_from_a_day(agreement: Agreement) -> None:
    wish = Assigning("kom-1", "kom-sam/resurser", Period(TODAY), ("ute",), Decimal(50), deputy=True)
    (step,) = steps(assign(agreement, wish))
    assert step == Add(
        entry=Assignment(
            party="kom",
            post="kom-1",
            slot="kom-sam/resurser",
            functions=("ute",),
            period=Period(TODAY),
            share=Decimal(50),
            share_given=True,
            deputy=True,
        )
    )
    assert isinstance(step, Add)
    assert step.entry.place.file == "staffing/kom.yaml"


def test_a_function_may_be_named_as_part_of_the_role(agreement: Agreement) -> None:
    wish = Assigning("kom-1", "kom-sam/resurser/inne", Period(TODAY))
    (step,) = steps(assign(agreement, wish))
    assert isinstance(step, Add)
    assert isinstance(step.entry, Assignment)
    assert step.entry.functions == ("inne",)


def test_a_guarantee_with_one_role_stands_for_it(agreement: Agreement) -> None:
    (step,) = steps(assign(agreement, Assigning("pol-1", "pol-sam", Period(date(2026, 1, 1)))))
    assert isinstance(step, Add)
    assert isinstance(step.entry, Assignment)
    assert step.entry.slot == "pol-sam/samordnare"


def test_a_new_post_comes_before_what_it_is_assigned_to(agreement: Agreement) -> None:
    wish = Assigning("kom-2", "kom-sam/samordnare", Period(TODAY), title="Samordnare, nord")
    first, second = steps(assign(agreement, wish))
    assert first == Add(entry=Post(id="kom-2", party="kom", title="Samordnare, nord"))
    assert isinstance(second, Add)
    assert isinstance(second.entry, Assignment)
    assert second.entry.party == "kom"


def test_the_title_that_a_post_has_may_be_given_again(agreement: Agreement) -> None:
    wish = Assigning("kom-1", "kom-sam/resurser", Period(TODAY), title="Samordnare")
    assert len(steps(assign(agreement, wish))) == 1


def test_a_function_that_is_named_twice_is_written_once(agreement: Agreement) -> None:
    wish = Assigning("kom-1", "kom-sam/resurser", Period(TODAY), ("ute", "inne", "ute"))
    (step,) = steps(assign(agreement, wish))
    assert isinstance(step, Add)
    assert isinstance(step.entry, Assignment)
    assert step.entry.functions == ("ute", "inne")


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (
            Assigning("kom-1", "kom-san/samordnare", Period(TODAY)),
            (
                "There is no role “kom-san/samordnare” among the promises. "
                "Did you mean “kom-sam/samordnare”?"
            ),
        ),
        (
            Assigning("kom-1", "kom-sam", Period(TODAY)),
            (
                "There is no role “kom-sam” among the promises. "
                "The names are: kom-sam/samordnare, kom-sam/resurser."
            ),
        ),
        (
            Assigning("kom-11", "kom-sam/samordnare", Period(TODAY)),
            "There is no post “kom-11”. Did you mean “kom-1”?",
        ),
        (
            Assigning("helt-annat", "kom-sam/samordnare", Period(TODAY)),
            "There is no post “helt-annat”. For a new post, give its title: --title TITLE",
        ),
        (
            Assigning("kom-1", "kom-sam/resurser", Period(TODAY), ("uta",)),
            "The role “kom-sam/resurser” has no function “uta”. Did you mean “ute”?",
        ),
        (
            Assigning("kom-1", "kom-sam/resurser", Period(TODAY, date(2025, 2, 1))),
            (
                "1 February 2025 is before 1 March 2025. "
                "Turn --from and --until around; without --from, it is today."
            ),
        ),
        (
            Assigning("kom-1", "kom-sam/samordnare", Period(date(2024, 1, 1))),
            "That is written already.",
        ),
        (
            Assigning("kom-1", "kom-sam/resurser", Period(TODAY), title="Samordnare, nord"),
            (
                "kom-1 is no new post; it is called “Samordnare”. "
                "Leave --title out; what a post is called is changed in staffing/kom.yaml."
            ),
        ),
    ],
)
def test_what_cannot_be_assigned_is_said_with_its_cure(
    agreement: Agreement, wish: Assigning, expected: str
) -> None:
    assert said(assign(agreement, wish)) == expected


def test_a_post_is_released_from_the_only_role_it_has(agreement: Agreement) -> None:
    (step,) = steps(release(agreement, Releasing("kom-1", TODAY)))
    assert step == End(entry=agreement.assignments[0], until=TODAY)


def test_what_has_not_begun_is_taken_away(agreement: Agreement) -> None:
    (step,) = steps(release(agreement, Releasing("kom-1", date(2023, 12, 31))))
    assert step == Drop(entry=agreement.assignments[0])


def two_roles(agreement: Agreement) -> Agreement:
    """Return the agreement with a post that has two roles."""
    (first,) = [one for one in agreement.assignments if one.post == "kom-1"]
    other = first.replaced(slot="kom-sam/resurser")
    return agreement.replaced(assignments=(*agreement.assignments, other))


def test_of_two_roles_one_is_named_or_all(agreement: Agreement) -> None:
    both = two_roles(agreement)
    assert said(release(both, Releasing("kom-1", TODAY))) == (
        "kom-1 holds more than one role. "
        "Name the one, or write --all: kom-sam/samordnare, kom-sam/resurser."
    )
    (one,) = steps(release(both, Releasing("kom-1", TODAY, "kom-sam/resurser")))
    assert one == End(entry=both.assignments[-1], until=TODAY)
    assert len(steps(release(both, Releasing("kom-1", TODAY, all=True)))) == 2


def test_what_nobody_holds_is_not_released(agreement: Agreement) -> None:
    ended = agreement.replaced(
        assignments=tuple(
            one.replaced(period=Period(one.period.first, TODAY)) for one in agreement.assignments
        )
    )
    assert said(release(ended, Releasing("kom-1", TODAY))) == (
        "kom-1 has nothing to be released from after 1 March 2025."
    )
    assert said(release(agreement, Releasing("kom-1", TODAY, "pol-sam"))) == (
        "The post does not hold pol-sam after 1 March 2025. It holds: kom-sam/samordnare."
    )


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
    found = read_at(example(WEEKLY).write(tmp_path)).agreement
    assert found is not None
    return found


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
