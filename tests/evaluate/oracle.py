"""Coverage told the slow way: every day, every function, every post looked at by itself.

Nothing here knows `samverkan_cli.evaluate`. The words are those of the issue: a deputy never adds
to those present; nothing recorded is unknown; a slot wants so many distinct posts in all.
"""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.promise import Guarantee, Slot

DAY = timedelta(days=1)
Told: TypeAlias = dict[str, Any]


def window(agreement: Agreement) -> list[date]:
    """Return every day on which anything may change, and a few more on both sides."""
    spans = [agreement.term.period]
    spans += [one.period for one in agreement.guarantees if one.period]
    spans += [one.period for one in agreement.posts]
    spans += [one.period for one in agreement.assignments]
    spans += [one.period for one in agreement.absences]
    ends = {day for span in spans for day in (span.first, span.last)} - {date.min, date.max}
    day, found = min(ends) - 2 * DAY, []
    while day <= max(ends) + 2 * DAY:
        found.append(day)
        day += DAY
    return found


def why_away(agreement: Agreement, post: str, day: date) -> str:
    """Return why a post is away, or nothing; that it has nobody outweighs other reasons."""
    reasons = [
        absence.reason.value
        for absence in agreement.absences
        if absence.post == post and absence.period.first <= day <= absence.period.last
    ]
    return "vacant" if "vacant" in reasons else (reasons or [""])[0]


def exists(agreement: Agreement, post: str, day: date) -> bool:
    """Tell whether a post exists; one that nobody has listed is taken to."""
    for one in agreement.posts:
        if one.id == post:
            return one.period.first <= day <= one.period.last
    return True


def whole(agreement: Agreement, post: str) -> Decimal:
    """Return the per cent of full time that a post has."""
    for one in agreement.posts:
        if one.id == post:
            return one.share
    return Decimal(100)


def holders_of(
    agreement: Agreement, slot_id: str, functions: list[str], day: date
) -> dict[str, Told]:
    """Return who has any of `functions`, by post."""
    held: dict[str, Told] = {}
    for one in agreement.assignments:
        wanted = not one.functions or any(name in functions for name in one.functions)
        there = one.period.first <= day <= one.period.last and exists(agreement, one.post, day)
        if one.slot == slot_id and wanted and there:
            entry = held.setdefault(one.post, {"ordinary": [], "deputy": []})
            entry["deputy" if one.deputy else "ordinary"].append(one.share)
    for post, entry in held.items():
        shares = entry["ordinary"] or entry["deputy"]
        entry["is_deputy"] = not entry["ordinary"]
        entry["share"] = min(sum(shares), whole(agreement, post))
        entry["away"] = why_away(agreement, post, day)
    return held


def best(
    deputies: list[str],
    could: dict[str, set[str]],
    shares: dict[str, Decimal],
    taken: frozenset[str],
) -> tuple[int, Decimal]:
    """Try every way to let deputies stand in: the most of them, then the most time."""
    if not deputies:
        return 0, Decimal(0)
    first, *others = deputies
    tries = [best(others, could, shares, taken)]
    for place in could[first] - taken:
        count, share = best(others, could, shares, taken | {place})
        tries.append((count + 1, share + shares[first]))
    return max(tries)


def slot_on(
    agreement: Agreement, slot_id: str, cells: dict[str, dict[str, Told]], day: date
) -> Told:
    """Return how many distinct posts count in a slot, and how much time they give."""
    everybody = holders_of(agreement, slot_id, list(cells), day)
    present = [p for p, one in everybody.items() if not one["is_deputy"] and not one["away"]]
    deputies = [p for p, one in everybody.items() if one["is_deputy"] and not one["away"]]
    could: dict[str, set[str]] = {post: set() for post in deputies}
    for cell in cells.values():
        for post in deputies:
            if post in cell:
                could[post] |= {
                    other for other, one in cell.items() if one["away"] and not one["is_deputy"]
                }
    shares = {post: one["share"] for post, one in everybody.items()}
    count, time = best(deputies, could, shares, frozenset())
    return {
        "count": len(present) + count,
        "share": sum((shares[post] for post in present), Decimal(0)) + time,
    }


def ever_began(agreement: Agreement, slot_id: str, function: str, day: date) -> bool:
    """Tell whether anybody was recorded as ordinary holder of a function on any day up to `day`."""
    for one in agreement.assignments:
        if one.slot != slot_id or one.deputy:
            continue
        if one.functions and function not in one.functions:
            continue
        first, last = one.period.first, one.period.last
        for post in agreement.posts:
            if post.id == one.post:
                first, last = max(first, post.period.first), min(last, post.period.last)
        if first <= last and first <= day:
            return True
    return False


def state_of(slot: Slot, cell: dict[str, Told], count: int, in_slot: Told, *, began: bool) -> str:
    """Return the state of a function."""
    if count > 0:
        few = count < (slot.each.exactly or slot.each.at_least or 1)
        few = few or in_slot["count"] < (slot.holders.exactly or slot.holders.at_least or 1)
        if slot.amount and slot.amount.unit in {"fte", "percent"}:
            whole_time = 100 if slot.amount.unit == "fte" else 1
            few = few or in_slot["share"] < slot.amount.value * whole_time
        return "short" if few else "covered"
    reasons = {one["away"] for one in cell.values() if not one["is_deputy"]}
    if reasons - {"vacant"}:
        return "away"
    return "vacant" if reasons or began else "unknown"


def day_of(agreement: Agreement, guarantee: Guarantee, slot: Slot, day: date) -> dict[str, Told]:
    """Return how every function of a slot stands on a day."""
    slot_id = f"{guarantee.id}/{slot.id}"
    term, own = agreement.term.period, guarantee.period
    in_force = term.first <= day <= term.last and (not own or own.first <= day <= own.last)
    names = [function.id for function in slot.functions]
    if not in_force:
        nothing = {"state": "not-in-force", "holders": [], "present": 0, "slot": 0, "share": 0}
        return {f"{slot_id}/{name}": nothing for name in names}
    cells = {name: holders_of(agreement, slot_id, [name], day) for name in names}
    in_slot = slot_on(agreement, slot_id, cells, day)
    found = {}
    for name, cell in cells.items():
        ordinary = [one for one in cell.values() if not one["is_deputy"]]
        there = len([one for one in ordinary if not one["away"]])
        ready = len([one for one in cell.values() if one["is_deputy"] and not one["away"]])
        count = there + min(ready, len(ordinary) - there)
        began = ever_began(agreement, slot_id, name, day)
        found[f"{slot_id}/{name}"] = {
            "state": state_of(slot, cell, count, in_slot, began=began),
            "holders": sorted(
                (one["is_deputy"], post, one["share"], one["away"]) for post, one in cell.items()
            ),
            "present": count,
            "slot": in_slot["count"],
            "share": in_slot["share"],
        }
    return found


def coverage(agreement: Agreement) -> dict[str, dict[date, Told]]:
    """Return how every function stands on every day of the window."""
    found: dict[str, dict[date, Told]] = {}
    for day in window(agreement):
        for guarantee in agreement.guarantees:
            for slot in guarantee.slots:
                for name, told in day_of(agreement, guarantee, slot, day).items():
                    found.setdefault(name, {})[day] = told
    return found


def stretches(told: dict[date, Told], *what: str) -> list[tuple[date, date]]:
    """Return the longest runs of days on which `what` is the same, not in force left out."""
    runs: list[tuple[date, date]] = []
    before: list[Any] | None = None
    for day, one in told.items():
        now = None if one["state"] == "not-in-force" else [one[key] for key in what]
        if now is not None and now == before:
            runs[-1] = runs[-1][0], day
        elif now is not None:
            runs.append((day, day))
        before = now
    return runs
