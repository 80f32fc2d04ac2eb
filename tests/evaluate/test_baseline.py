"""Findings held against those of a base: what is new, kept and gone."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.evaluate.baseline import matched

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 2)))


def name(one: tuple[str, int]) -> str:
    return one[0]


@given(PAIRS, PAIRS)
def test_everything_is_told_of_once(
    before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    new, kept, gone = matched(before, after, lambda one: one, name)
    assert Counter(new) + Counter(kept) == Counter(after)
    assert Counter(map(name, kept)) + Counter(map(name, gone)) == Counter(map(name, before))
    assert not {name(one) for one in new} & {name(one) for one in gone}


@given(PAIRS)
def test_nothing_changed_is_nothing_new(some: list[tuple[str, int]]) -> None:
    assert matched(some, some, name) == ([], some, [])
    assert matched(some, list(reversed(some)), name)[0] == []


def test_what_says_the_same_belongs_together() -> None:
    before, after = [("a", 1), ("a", 2)], [("a", 2), ("a", 3), ("a", 4)]
    assert matched(before, after, lambda one: one, name) == ([("a", 4)], [("a", 2), ("a", 3)], [])
