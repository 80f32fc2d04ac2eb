"""What one post carries."""

from datetime import date
from decimal import Decimal

from samverkan_cli.evaluate.load import Load, loads, overbookings
from samverkan_cli.evaluate.timeline import timelines
from samverkan_cli.model.period import Period
from samverkan_cli.model.staffing import Absence, Assignment, Post
from tests.evaluate.made import agreement, away, day, days, held, slot


def load(*entries: Assignment | Absence | Post, on: str = "03-01") -> tuple[Load, ...]:
    made = agreement(*entries, slot=slot("x", "y"))
    return loads(made, timelines(made), day(on))


def test_heaviest_first_and_what_hangs_on_one_post() -> None:
    found = load(
        held("a", "01-01..", "x", share=50), held("b"), held("a", "01-01..", "y", share=25)
    )
    assert found == (
        Load(post="a", functions=("g/s/x", "g/s/y"), alone=(), share=Decimal(75)),
        Load(post="b", functions=("g/s/x", "g/s/y"), alone=(), share=None),
    )
    (one, other) = load(held("a"), held("b", "01-01..", "y"))
    assert (one.post, one.alone, other.alone) == ("a", ("g/s/x",), ())


def test_only_who_counts_carries() -> None:
    found = load(held("a"), held("d", deputy=True), held("n", "05-01.."), away("a", "03-01..03-31"))
    assert [(one.post, one.alone) for one in found] == [("d", ("g/s/x", "g/s/y"))]
    assert [one.post for one in load(held("a"), held("d", deputy=True))] == ["a"]
    assert load(held("a", "05-01..")) == ()


def test_nothing_is_told_of_what_is_protected() -> None:
    both = slot("x", "y")
    hidden = both.replaced(
        functions=(both.functions[0], both.functions[1].replaced(protected=True))
    )
    made = agreement(held("a", "01-01..", "x", share=50), held("a", share=25), slot=hidden)
    kept = made.replaced(
        assignments=(
            *made.assignments,
            held("a", "01-01..", "y", share=20),
            held("b", "01-01..", "y"),
        )
    )
    (found,) = loads(kept, timelines(kept), day("03-01"))
    assert (found.post, found.functions, found.share) == ("a", ("g/s/x",), Decimal(75))


FULL = Post(id="a", party="kom", title="A")


def over(*entries: Assignment, post: Post = FULL) -> list[tuple[Period, Decimal]]:
    made = agreement(*entries, post, slot=slot("x", "y"))
    return [(one.period, one.share) for one in overbookings(made)]


def test_shares_that_add_up_to_all_there_is() -> None:
    assert over(held("a", share=50), held("a", share=50)) == []


def test_days_on_which_there_is_too_much() -> None:
    found = over(held("a", "01-01..03-31", share=60), held("a", "03-01..05-31", share=60))
    assert found == [(days("03-01..03-31"), Decimal(120))]


def test_stretches_that_follow_are_one_and_tell_the_most() -> None:
    found = over(
        held("a", share=60),
        held("a", "03-01..04-30", share=60),
        held("a", "04-01..04-30", share=60),
        held("a", "06-01..06-01", share=50),
    )
    assert found == [(days("03-01..04-30"), Decimal(180)), (days("06-01..06-01"), Decimal(110))]


def test_too_much_without_end() -> None:
    assert over(held("a", share=60), held("a", share=60)) == [
        (Period(date(2024, 1, 1)), Decimal(120))
    ]


def test_deputies_and_shares_not_written_are_left_out() -> None:
    assert over(held("a", share=60), held("a"), held("a", deputy=True, share=100)) == []


def test_part_time_post_has_less() -> None:
    half = Post(id="a", party="kom", title="A", share=Decimal(50))
    assert over(held("a", "01-01..01-31", share=60), post=half) == [
        (days("01-01..01-31"), Decimal(60))
    ]
