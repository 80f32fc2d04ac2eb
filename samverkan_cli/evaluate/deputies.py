"""Who stands in for whom: each deputy for one ordinary holder, in a function that both have."""

from collections.abc import Iterable, Mapping


def paired(deputies: Iterable[str], stands_for: Mapping[str, Iterable[str]]) -> set[str]:
    """Return as many deputies as can each stand in for somebody of their own.

    `stands_for` says for whom each could. Where not all can, those named first are preferred.
    This is a largest matching, found by augmenting paths without recursion.
    """
    place_of: dict[str, str] = {}
    deputy_at: dict[str, str] = {}
    for deputy in deputies:
        wanted_by: dict[str, str] = {}
        free = ""
        queue = [deputy]
        for wanting in queue:
            new = [place for place in stands_for[wanting] if place not in wanted_by]
            wanted_by |= dict.fromkeys(new, wanting)
            free = next((place for place in new if place not in deputy_at), "")
            if free:
                break
            queue += [deputy_at[place] for place in new]
        while free:
            moving = wanted_by[free]
            deputy_at[free] = moving
            place_of[moving], free = free, place_of.get(moving, "")
    return set(place_of)
