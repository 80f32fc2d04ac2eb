"""What was and what is, put together two by two."""

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def leftover(these: list[T], those: list[T]) -> tuple[list[T], list[T]]:
    """Return what one has more of than the other, and the reverse; how often counts."""
    if len(these) == len(those) == 1:
        return ([], []) if these == those else (these, those)
    if not these or not those:
        return these, those
    one, other = Counter(these), Counter(those)
    return list((one - other).elements()), list((other - one).elements())


def ordered(some: list[T]) -> list[T]:
    """Return values in an order that depends on nothing but what they are."""
    return some if len(some) == 1 else sorted(some, key=repr)


def pairs(
    before: list[T], after: list[T], *keys: Callable[[T], Any]
) -> list[tuple[T | None, T | None]]:
    """Return what belongs together and is not equal; None where something has no counterpart.

    The first key decides, and a later one only for what the earlier ones left alone. What is equal
    has equal keys.
    """
    found: list[tuple[T | None, T | None]] = []
    old, new = before, after
    for key in keys:
        if not old or not new:
            break
        groups: dict[Any, tuple[list[T], list[T]]] = defaultdict(lambda: ([], []))
        for side, some in enumerate((old, new)):
            for one in some:
                groups[key(one)][side].append(one)
        old, new = [], []
        for group in groups.values():
            ones, others = map(ordered, leftover(*group))
            found += zip(ones, others, strict=False)
            old += ones[len(others) :]
            new += others[len(ones) :]
    found += [(one, None) for one in old]
    return found + [(None, one) for one in new]
