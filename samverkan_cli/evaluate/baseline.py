"""What a change made worse, and what it mended: findings held against those of the base."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class State(StrEnum):
    """How a finding stands to the base; the words of SARIF 2.1.0 are new, unchanged and absent.

    What is `dropped` is no longer found since the thing itself was taken away.
    """

    NEW = "new"
    KEPT = "kept"
    MENDED = "mended"
    DROPPED = "dropped"


def matched(
    before: Sequence[T], after: Sequence[T], *keys: Callable[[T], Hashable]
) -> tuple[list[T], list[T], list[T]]:
    """Return what is new in `after`, what was there before, and what of `before` is gone.

    What is equal by the first key belongs together; a later key decides for what is left. How
    often something stands there counts, its place does not.
    """
    lost, fresh = list(range(len(before))), list(range(len(after)))
    for key in keys:
        old, new = (
            Counter(key(before[one]) for one in lost),
            Counter(key(after[one]) for one in fresh),
        )
        shared = old & new
        lost = unpaired(lost, before, key, shared.copy())
        fresh = unpaired(fresh, after, key, shared)
    kept = set(range(len(after))) - set(fresh)
    return (
        [after[one] for one in fresh],
        [after[one] for one in sorted(kept)],
        [before[one] for one in lost],
    )


def unpaired(
    those: Iterable[int],
    values: Sequence[T],
    key: Callable[[T], Hashable],
    shared: Counter[Hashable],
) -> list[int]:
    """Return those that are left when so many of each key have found their match."""
    left = []
    for one in those:
        name = key(values[one])
        if shared[name]:
            shared[name] -= 1
        else:
            left.append(one)
    return left
