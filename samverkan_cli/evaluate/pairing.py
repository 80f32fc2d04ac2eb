"""What was and what is, put together two by two."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")


def leftover(these: Iterable[T], those: Iterable[T]) -> tuple[list[T], list[T]]:
    """Return what one has more of than the other, and the reverse; how often counts."""
    one, other = Counter(these), Counter(those)
    return list((one - other).elements()), list((other - one).elements())


def pairs(
    before: list[T], after: list[T], *keys: Callable[[T], Any]
) -> list[tuple[T | None, T | None]]:
    """Return what belongs together and is not equal; None where something has no counterpart.

    The first key decides, and a later one only for what the earlier ones left alone.
    """
    found: list[tuple[T | None, T | None]] = []
    old, new = leftover(before, after)
    for key in keys:
        if not old or not new:
            break
        waiting: dict[Any, list[T]] = defaultdict(list)
        for one in sorted(new, key=repr):
            waiting[key(one)].append(one)
        alone: list[T] = []
        for one in sorted(old, key=repr):
            ready = waiting[key(one)]
            if ready:
                found.append((one, ready.pop(0)))
            else:
                alone.append(one)
        old, new = alone, [one for ones in waiting.values() for one in ones]
    found += [(one, None) for one in old]
    return found + [(None, one) for one in new]
