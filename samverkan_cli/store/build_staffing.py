"""Guarantees, and the staffing and records that keep them."""

from collections.abc import Iterator

from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Function, Guarantee, Number, Slot, SlotKind
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record, Waiver
from samverkan_cli.store.build_parts import (
    Node,
    amount,
    count,
    day,
    maybe,
    period,
    share,
    sourced,
    texts,
)


def function(node: Node, place: Place, slot: Node) -> Function:
    """Build a function; what it does not say itself it takes from its slot."""
    return Function(
        id=node["id"],
        title=node.get("title", ""),
        forms=texts(node if "forms" in node else slot, "forms"),
        body=node.get("body") or slot.get("body", ""),
        area=node.get("place", ""),
        topics=texts(node if "topics" in node else slot, "topics"),
        protected="protected" in node or "protected" in slot,
        place=place,
    )


def functions(slot: Node, place: Place) -> Iterator[Function]:
    """Yield a slot's functions; a slot that names none has one, named like itself."""
    for number, node in enumerate(slot.get("functions", ())):
        yield function(node, place / "functions" / number, slot)
    if "functions" not in slot:
        yield function({"id": slot["id"], "title": slot.get("title", "")}, place, slot)


def slot(node: Node, place: Place) -> Slot:
    """Build a slot."""
    return Slot(
        id=node["id"],
        title=node.get("title", ""),
        kind=SlotKind(node["kind"]),
        holders=count(node["holders"], place / "holders"),
        each=maybe(node, "each", place, count) or Number(at_least=1),
        functions=tuple(functions(node, place)),
        stated_count=node.get("stated-count", 0),
        amount=maybe(node, "amount", place, amount),
        protected="protected" in node,
        reading=node.get("reading", ""),
        place=place,
    )


def guarantee(node: Node, place: Place, party: str) -> Guarantee:
    """Build a guarantee of `party`."""
    return Guarantee(
        id=node["id"],
        party=party,
        title=node["title"],
        description=node.get("description", ""),
        slots=tuple(
            slot(part, place / "slots" / number) for number, part in enumerate(node["slots"])
        ),
        period=period(node) if "from" in node or "until" in node else None,
        reading=node.get("reading", ""),
        source=sourced(node, place),
        place=place,
    )


def post(node: Node, place: Place, party: str) -> Post:
    """Build a post of `party`."""
    return Post(
        id=node["id"],
        party=party,
        title=node["title"],
        share=share(node),
        period=period(node),
        place=place,
    )


def assignment(node: Node, place: Place, party: str) -> Assignment:
    """Build an assignment in the staffing of `party`."""
    return Assignment(
        party=party,
        post=node["post"],
        slot=node["slot"],
        functions=texts(node, "functions"),
        period=period(node),
        share=share(node),
        share_given="share" in node,
        deputy="deputy" in node,
        place=place,
    )


def absence(node: Node, place: Place, party: str) -> Absence:
    """Build an absence in the staffing of `party`."""
    return Absence(
        party=party,
        post=node["post"],
        period=period(node),
        reason=Reason(node["reason"]),
        place=place,
    )


def record(node: Node, place: Place) -> Record:
    """Build a record of what was done."""
    first, _, last = str(node.get("periods", node.get("period", ""))).partition("..")
    on = day(node, "on")
    assert on is not None  # noqa: S101 - the schema requires it
    named = [str(node[key]) for key in ("duty", "follow-up") if key in node]
    return Record(
        subject=named[0] if len(named) == 1 else "",
        follow_up="follow-up" in node,
        first=first,
        last=last or first,
        party=node.get("party", ""),
        on=on,
        reference=node.get("reference", ""),
        place=place,
    )


def waiver(node: Node, place: Place) -> Waiver:
    """Build a waiver."""
    until = day(node, "until")
    assert until is not None  # noqa: S101 - the schema requires it
    return Waiver(
        rule=node["rule"],
        subject=node["subject"],
        reason=node["reason"],
        owner=node["owner"],
        until=until,
        place=place,
    )
