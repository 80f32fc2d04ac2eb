"""Ids that were changed: what went under one name and came under another, and is the same."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from samverkan_cli.evaluate.change import WITHOUT_ID, Change, Kind, What
from samverkan_cli.model.promise import Slot
from samverkan_cli.model.staffing import Absence, Assignment, Record


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
    """Return a thing without its id; an only function is called as its slot, and loses it too."""
    bare = item.replaced(id="")
    if isinstance(item, Slot) and [one.id for one in item.functions] == [item.id]:
        return bare.replaced(functions=(item.functions[0].replaced(id=""),))
    return bare


class Names(NamedTuple):
    """New ids by old ones, those of each kind apart: other kinds may have the same ids."""

    by_kind: Mapping[Kind, Mapping[str, str]]

    def of(self, name: str, *kinds: Kind) -> str:
        """Return what a thing is called now, whether it or what it is part of has another id.

        It is of one of some kinds, or of any; what two have different new ids for could be either.
        """
        some = [self.by_kind.get(kind, {}) for kind in kinds or self.by_kind]
        head, slash, rest = name.partition("/")
        for old, end in ((name, ""), (head, f"{slash}{rest}")):
            known = {names[old] for names in some if old in names}
            if len(known) == 1:
                return f"{known.pop()}{end}"
        return name

    def in_value(self, value: Any) -> Any:
        """Return what a field says, with all that it names called as it is now."""
        if isinstance(value, tuple):
            return tuple(map(self.in_value, value))
        return self.of(value) if isinstance(value, str) else value

    def in_entry(self, entry: Any) -> Any:
        """Return an entry with all that it names called as it is now.

        A waiver names what a rule found, which can be of any kind; so it stays as it is.
        """
        match entry:
            case Assignment():
                return entry.replaced(
                    party=self.of(entry.party, Kind.PARTY),
                    post=self.of(entry.post, Kind.POST),
                    slot=self.of(entry.slot, Kind.SLOT, Kind.GUARANTEE),
                )
            case Absence():
                return entry.replaced(
                    party=self.of(entry.party, Kind.PARTY), post=self.of(entry.post, Kind.POST)
                )
            case Record():
                kind = Kind.FOLLOW_UP if entry.follow_up else Kind.DUTY
                return entry.replaced(
                    party=self.of(entry.party, Kind.PARTY), subject=self.of(entry.subject, kind)
                )
        return entry


def names_of(found: Iterable[Rename]) -> Names:
    """Return the new ids of things that are called otherwise."""
    by_kind: dict[Kind, dict[str, str]] = {}
    for one in found:
        by_kind.setdefault(one.kind, {})[one.old] = one.new
    return Names(by_kind)


def unexplained(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes without those that follow from another id: what went and came alike."""
    some = tuple(changes)
    found = renames(some)
    if not found:
        return some
    names = names_of(found)
    came = Counter(one.item for one in some if one.kind in WITHOUT_ID and one.what in COMING)
    again: Counter[Any] = Counter()
    left = []
    for one in some:
        now = names.in_entry(one.item) if is_gone(one) else None
        if now is not None and now != one.item and again[now] < came[now]:
            again[now] += 1
        else:
            left.append(one)
    told = {(one.kind, name) for one in found for name in (one.old, one.new)}
    return tuple(
        one
        for one in left
        if not follows(one, again) and not is_rename(one, told) and not of_names(one, names)
    )


COMING = (What.ADDED, What.BEGUN)


def is_gone(change: Change) -> bool:
    """Tell whether an entry without an id was taken away."""
    return change.kind in WITHOUT_ID and change.what is What.REMOVED and not change.field


def follows(change: Change, again: Counter[Any]) -> bool:
    """Tell whether an entry came only since what it names is called otherwise; counts it off."""
    if change.kind in WITHOUT_ID and change.what in COMING and again[change.item]:
        again[change.item] -= 1
        return True
    return False


def is_rename(change: Change, told: Collection[tuple[Kind, str]]) -> bool:
    """Tell whether a change is that of the id itself."""
    return not change.field and (change.kind, change.subject) in told


def of_names(change: Change, names: Names) -> bool:
    """Tell whether a field says the same as before of what is now called otherwise."""
    if not change.field or change.before == change.after:
        return False
    return bool(names.in_value(change.before) == change.after)
