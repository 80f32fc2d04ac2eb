"""The small values that every kind of file is built from."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.duty import FollowUp, Owner, Sharing, Who
from samverkan_cli.model.frame import Firmness, Source, Statement
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Amount, Number

T = TypeVar("T")
Node = dict[str, Any]
UNSPECIFIED = Cadence(Rhythm.UNSPECIFIED)


def day(node: Node, key: str) -> date | None:
    """Return the day written under `key`, if any."""
    return date.fromisoformat(node[key]) if key in node else None


def period(node: Node) -> Period:
    """Return the days from `from` to `until`, either of which may be open."""
    return Period(day(node, "from") or date.min, day(node, "until") or date.max)


def number(text: str | int) -> Decimal:
    """Return a number written with a decimal comma or point."""
    return Decimal(str(text).replace(",", "."))


def share(node: Node) -> Decimal:
    """Return the per cent written under `share`; a whole where nothing is."""
    return number(node["share"].removesuffix(" %")) if "share" in node else Decimal(100)


def texts(node: Node, key: str) -> tuple[str, ...]:
    """Return the list of texts under `key`."""
    return tuple(node.get(key, ()))


def each(node: Node, key: str, place: Place, make: Callable[[Node, Place], T]) -> tuple[T, ...]:
    """Make a value of every entry of the list under `key`."""
    return tuple(make(part, place / key / at) for at, part in enumerate(node.get(key, ())))


def maybe(node: Node, key: str, place: Place, make: Callable[[Node, Place], T]) -> T | None:
    """Make a value of what is under `key`, if anything is."""
    return make(node[key], place / key) if key in node else None


def lines(written: str | int) -> tuple[int, int]:
    """Return first and last line of `63-65` or `63`."""
    first, _, last = str(written).partition("-")
    return int(first), int(last or first)


def source(node: Node, place: Place) -> Source:
    """Build the passage that an item stands for."""
    first, last = lines(node["lines"])
    return Source(
        first_line=first,
        last_line=last,
        digest=node["digest"],
        heading=node.get("heading", ""),
        item=node.get("item", 0),
        place=place,
    )


def sourced(node: Node, place: Place) -> Source | None:
    """Build an item's source, if it has one."""
    return maybe(node, "source", place, source)


def statement(node: Node, place: Place) -> Statement:
    """Build a statement."""
    return Statement(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        source=sourced(node, place),
        firmness=Firmness(node["firmness"]) if "firmness" in node else None,
        reading=node.get("reading", ""),
        place=place,
    )


def cadence(written: str | Node) -> Cadence:
    """Build a cadence."""
    if isinstance(written, str):
        return Cadence(Rhythm(written))
    if "times" in written:
        return Cadence(Rhythm.TIMES_PER, written["times"], written["per"])
    return Cadence(Rhythm.EVERY, written["every"], written["unit"])


def count(node: Node, _: Place) -> Number:
    """Build a number of holders."""
    return Number(
        exactly=node.get("exactly"),
        at_least=node.get("at-least"),
        wording=node.get("wording", ""),
    )


def amount(node: Node, _: Place) -> Amount:
    """Build an amount other than heads."""
    return Amount(value=number(node["value"]), unit=node["unit"], per=node.get("per", ""))


def who(written: str | Node) -> Who:
    """Build who carries a duty."""
    if isinstance(written, str):
        return Who(sharing=Sharing.ALL, parties=(written,))
    ((sharing, parties),) = written.items()
    return Who(sharing=Sharing(sharing), parties=tuple(parties))


def owner(node: Node, place: Place) -> Owner:
    """Build who answers for a follow-up."""
    return Owner(
        role=node["role"],
        party=node.get("party", ""),
        slot=node.get("slot", ""),
        place=place,
    )


def month_of(node: Node) -> tuple[date | None, date | None]:
    """Return the first and the last day of the month that a follow-up falls in, if one is said."""
    if "month" not in node:
        return None, None
    year, month = map(int, node["month"].split("-"))
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def follow_up(node: Node, place: Place) -> FollowUp:
    """Build a follow-up; one with a month or a day is held once unless a cadence says otherwise."""
    first, last = month_of(node)
    dated = last or "by" in node
    usual = Cadence(Rhythm.ONCE) if dated else UNSPECIFIED
    return FollowUp(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        scope=node.get("scope", ""),
        mode=node.get("mode", ""),
        cadence=cadence(node["cadence"]) if "cadence" in node else usual,
        start=day(node, "from") or first,
        by=day(node, "by") or last,
        grace_days=node.get("grace-days"),
        owners=each(node, "owners", place, owner),
        to=texts(node, "to"),
        reading=node.get("reading", ""),
        source=sourced(node, place),
        place=place,
    )
