"""Two by two: what is equal says nothing, and nothing is left alone that belongs together."""

import random
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.evaluate.pairing import pairs

THINGS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2), st.integers(0, 2)), max_size=12)
KEYS = (lambda one: one[:2], lambda one: one[0])


@given(THINGS, THINGS)
def test_the_pairs_are_what_differs(
    before: list[tuple[int, int, int]], after: list[tuple[int, int, int]]
) -> None:
    found = pairs(before, after, *KEYS)
    old, new = Counter(before), Counter(after)
    assert Counter(one for one, _ in found if one) == old - new
    assert Counter(other for _, other in found if other) == new - old
    assert all(one != other for one, other in found)


@given(THINGS, THINGS)
def test_what_belongs_together_is_put_together_by_the_first_key_that_can(
    before: list[tuple[int, int, int]], after: list[tuple[int, int, int]]
) -> None:
    found = pairs(before, after, *KEYS)
    both = [(one, other) for one, other in found if one and other]
    gone = [one for one, other in found if one and not other]
    come = [other for one, other in found if other and not one]
    assert all(one[0] == other[0] for one, other in both)
    assert not {one[0] for one in gone} & {other[0] for other in come}
    loose = [pair for pair in both if pair[0][:2] != pair[1][:2]]
    assert not {one[:2] for one, _ in loose} & {other[:2] for _, other in loose}


@given(THINGS, THINGS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_has_no_say(
    before: list[tuple[int, int, int]], after: list[tuple[int, int, int]], chance: random.Random
) -> None:
    whole = pairs(before, after, *KEYS)
    chance.shuffle(before)
    chance.shuffle(after)
    shuffled = pairs(before, after, *KEYS)
    assert sorted(shuffled, key=repr) == sorted(whole, key=repr)
