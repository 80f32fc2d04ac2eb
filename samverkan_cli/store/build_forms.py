"""Forms of working together, with their bodies, duties, goals and follow-up."""

from samverkan_cli.model.duty import Duty, FollowUp, Needs
from samverkan_cli.model.form import Body, Form, Goal, Seat
from samverkan_cli.model.frame import Firmness
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import SlotKind
from samverkan_cli.store.build_parts import (
    Node,
    cadence,
    count,
    day,
    each,
    follow_up,
    maybe,
    sourced,
    statement,
    texts,
    who,
)


def needs(node: Node, place: Place) -> Needs:
    """Build what a duty presupposes."""
    kind = SlotKind(node["kind"]) if "kind" in node else None
    return Needs(kind=kind, body=node.get("body", ""), place=place)


def duty(node: Node, place: Place) -> Duty:
    """Build a duty."""
    return Duty(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        who=who(node["who"]),
        taking_part=texts(node, "with"),
        function=node.get("function", ""),
        cadence=cadence(node["cadence"]),
        start=day(node, "from"),
        by=day(node, "by"),
        month=node.get("month"),
        grace_days=node.get("grace-days"),
        deadline=node.get("deadline", ""),
        firmness=Firmness(node["firmness"]),
        needs=maybe(node, "needs", place, needs),
        to=texts(node, "to"),
        condition=node.get("condition", ""),
        area=node.get("place", ""),
        specify_by=day(node, "specify-by"),
        inputs=texts(node, "inputs"),
        after=texts(node, "after"),
        reading=node.get("reading", ""),
        source=sourced(node, place),
        place=place,
    )


def goal(node: Node, place: Place) -> Goal:
    """Build a goal."""
    return Goal(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        part_of=node.get("part-of", ""),
        direction=node.get("direction", ""),
        indicator=node.get("indicator", {}).get("title", ""),
        baseline=str(node.get("baseline", {}).get("value", "")),
        target=str(node.get("target", {}).get("value", "")),
        duties=texts(node, "duties"),
        source=sourced(node, place),
        place=place,
    )


def seat(node: Node, place: Place) -> Seat:
    """Build a seat in a body."""
    return Seat(
        who=node["who"],
        title=node.get("title", ""),
        number=maybe(node, "number", place, count),
        level=node.get("level", ""),
        guaranteed_by=node.get("guaranteed-by", ""),
        place=place,
    )


def body(node: Node, place: Place) -> Body:
    """Build a body."""
    return Body(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        kind=node.get("kind", ""),
        cadence=cadence(node["cadence"]) if "cadence" in node else None,
        chair=node.get("chair", ""),
        seats=each(node, "seats", place, seat),
        reports_to=node.get("reports-to", ""),
        became=node.get("became", ""),
        per_case="per-case" in node,
        reading=node.get("reading", ""),
        source=sourced(node, place),
        place=place,
    )


def follow_ups(node: Node, place: Place) -> tuple[FollowUp, ...]:
    """Build a form's follow-ups: the one, or the several, or both."""
    one = maybe(node, "follow-up", place, follow_up)
    several = each(node, "follow-ups", place, follow_up)
    return (one, *several) if one else several


def form(node: Node, place: Place) -> Form:
    """Build a form of working together."""
    return Form(
        id=node["id"],
        title=node["title"],
        description=node.get("description", ""),
        level=node.get("level", "form"),
        part_of=node.get("part-of", ""),
        also=texts(node, "also"),
        lead=texts(node, "lead"),
        participants=texts(node, "participants"),
        areas=texts(node, "places"),
        goals=each(node, "goals", place, goal),
        bodies=each(node, "bodies", place, body),
        duties=each(node, "duties", place, duty),
        follow_ups=follow_ups(node, place),
        permissions=each(node, "permissions", place, statement),
        reading=node.get("reading", ""),
        source=sourced(node, place),
        place=place,
    )
