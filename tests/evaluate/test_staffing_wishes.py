"""Assignments as they are wished for, and the steps or the refusal that they become."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from samverkan_cli.evaluate.staffing_wishes import (
    Assigning,
    Releasing,
    assign,
    release,
)
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End
from samverkan_cli.model.period import Period
from samverkan_cli.model.staffing import Assignment, Post
from tests.evaluate.wishes import TODAY, TWO_ROLES, agreement_of, said, steps


@pytest.fixture
def agreement(tmp_path: Path) -> Agreement:
    return agreement_of(TWO_ROLES, tmp_path)


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
