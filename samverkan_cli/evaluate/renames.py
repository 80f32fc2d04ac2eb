"""Ids that were changed: what went under one name and came under another, and is the same."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from samverkan_cli.evaluate.change import WITHOUT_ID, Change, Kind, What
from samverkan_cli.model.staffing import Absence, Assignment, Record, Waiver


class Rename(NamedTuple):
    """A thing that is called otherwise than before."""

    kind: Kind
    old: str
    new: str
    item: Any


def renames(changes: Iterable[Change]) -> tuple[Rename, ...]:
    """Return what only got another id. Of several alike, none can be told from the others."""
    gone: dict[tuple[Kind, Any], list[Change]] = {}
    came: dict[tuple[Kind, Any], list[Change]] = {}
    for one in changes:
        if not one.field and one.kind not in WITHOUT_ID and one.what in (What.REMOVED, What.ADDED):
            side = gone if one.what is What.REMOVED else came
            side.setdefault((one.kind, nameless(one.item)), []).append(one)
    return tuple(
        Rename(olds[0].kind, olds[0].subject, news[0].subject, news[0].item)
        for alike, olds in gone.items()
        if len(olds) == len(news := came.get(alike, [])) == 1
    )


def nameless(item: Any) -> Any:
    """Return a thing without its id."""
    return item.replaced(id="")


def unexplained(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes without those that follow from another id: what went and came alike."""
    some = tuple(changes)
    found = renames(some)
    new_names = {one.old: one.new for one in found}
    came = Counter(one.item for one in some if one.kind in WITHOUT_ID and one.what in COMING)
    left = []
    cancelled: Counter[Any] = Counter()
    for one in some:
        if one.kind in WITHOUT_ID and one.what is What.REMOVED and new_names:
            now = under(one.item, new_names)
            if now != one.item and cancelled[now] < came[now]:
                cancelled[now] += 1
                continue
        left.append(one)
    names = {*new_names, *new_names.values()}
    return tuple(
        one
        for one in left
        if not followed(one, cancelled) and not (not one.field and one.subject in names)
    )


COMING = (What.ADDED, What.BEGUN)


def followed(change: Change, cancelled: Counter[Any]) -> bool:
    """Tell whether an entry came only since what it names is called otherwise; counts it off."""
    if change.kind in WITHOUT_ID and change.what in COMING and cancelled[change.item]:
        cancelled[change.item] -= 1
        return True
    return False


def under(entry: Any, names: Mapping[str, str]) -> Any:
    """Return an entry as it is with the new names."""
    match entry:
        case Assignment():
            return entry.replaced(post=named(entry.post, names), slot=named(entry.slot, names))
        case Absence():
            return entry.replaced(post=named(entry.post, names))
        case Record() | Waiver():
            return entry.replaced(subject=named(entry.subject, names))
    return entry


def named(name: str, names: Mapping[str, str]) -> str:
    """Return a name with the thing that it begins with called as it is now."""
    first, slash, rest = name.partition("/")
    return f"{names.get(first, first)}{slash}{rest}"
