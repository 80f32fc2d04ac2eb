"""What an agreement is framed by: parties, signatures, law, definitions, readings, period."""

from samverkan_cli.model.agreement import Law
from samverkan_cli.model.frame import (
    Accountable,
    Area,
    Clause,
    Definition,
    Party,
    Passage,
    Plan,
    Reading,
    Relation,
    Revised,
    Signatory,
    Term,
)
from samverkan_cli.model.place import Place
from samverkan_cli.store.build_forms import duty
from samverkan_cli.store.build_parts import (
    Node,
    day,
    each,
    period,
    source,
    sourced,
    statement,
    texts,
)


def party(node: Node, place: Place) -> Party:
    """Build a party that signs."""
    return Party(
        id=node["id"],
        title=node["title"],
        kind=node["kind"],
        unnamed="unnamed" in node,
        also=texts(node, "also"),
        part_of=node.get("part-of", ""),
        units=each(node, "units", place, statement),
        source=sourced(node, place),
        place=place,
    )


def actor(node: Node, place: Place) -> Party:
    """Build somebody who takes part without signing."""
    return Party(
        id=node["id"],
        title=node["title"],
        kind=node["kind"],
        signs=False,
        unnamed="unnamed" in node,
        also=texts(node, "also"),
        part_of=node.get("part-of", ""),
        source=sourced(node, place),
        place=place,
    )


def signatory(node: Node, place: Place) -> Signatory:
    """Build a signatory."""
    return Signatory(
        party=node["party"],
        name=node["name"],
        role=node["role"],
        on=day(node, "on"),
        acting="acting" in node,
        source=sourced(node, place),
        place=place,
    )


def accountable(node: Node, place: Place) -> Accountable:
    """Build a role that answers for the agreement."""
    return Accountable(
        id=node["id"],
        party=node["party"],
        role=node["role"],
        source=sourced(node, place),
        place=place,
    )


def law(node: Node, place: Place) -> Law:
    """Build a statute."""
    return Law(
        id=node["id"],
        title=node["title"],
        statute=node["statute"],
        in_force_as_written=str(node.get("in-force-as-written", "")),
        demands=each(node, "demands", place, statement),
        duties=each(node, "duties", place, duty),
        source=sourced(node, place),
        place=place,
    )


def clause(node: Node, place: Place) -> Clause:
    """Build a general clause."""
    return Clause(kind=node["kind"], title=node["title"], source=sourced(node, place), place=place)


def definition(node: Node, place: Place) -> Definition:
    """Build a definition."""
    return Definition(
        id=node["id"],
        term=node["term"],
        meaning=node.get("meaning", ""),
        also=texts(node, "also"),
        parts=texts(node, "parts"),
        year=node.get("year"),
        source=sourced(node, place),
        place=place,
    )


def area(node: Node, place: Place) -> Area:
    """Build a geographical place."""
    return Area(
        id=node["id"],
        title=node["title"],
        parts=texts(node, "parts"),
        source=sourced(node, place),
        place=place,
    )


def relation(node: Node, place: Place) -> Relation:
    """Build a relation to another agreement."""
    return Relation(
        kind=node["kind"],
        title=node["title"],
        agreement=node.get("agreement", ""),
        until=day(node, "until"),
        source=sourced(node, place),
        place=place,
    )


def plan(node: Node, place: Place) -> Plan:
    """Build a plan under the agreement."""
    return Plan(
        id=node["id"],
        title=node["title"],
        period=period(node),
        source=sourced(node, place),
        place=place,
    )


def passage(node: Node, place: Place) -> Passage:
    """Build a passage that carries no promise."""
    return Passage(why=node["why"], source=source(node, place), place=place)


def reading(node: Node, place: Place) -> Reading:
    """Build the reading of an ambiguous wording."""
    decided = node.get("decided", {})
    return Reading(
        id=node["id"],
        about=texts(node, "about"),
        question=node["question"],
        chosen=node["chosen"]["reading"],
        why=node["chosen"].get("why", ""),
        rejected=tuple(rejected["reading"] for rejected in node["rejected"]),
        decided_by=decided.get("by", ""),
        decided_on=day(decided, "on"),
        source=sourced(node, place),
        place=place,
    )


def term(node: Node, place: Place) -> Term:
    """Build the agreement's period."""
    return Term(
        period=period(node),
        as_written=str(node.get("as-written", "")),
        stated=node.get("dates", "stated") == "stated",
        reading=node.get("reading", ""),
        source=sourced(node, place),
        notice_by=day(node.get("renewal", {}), "notice-by"),
        renews=node.get("renewal", {}).get("automatic", False),
        place=place,
    )


def revised(node: Node, place: Place) -> Revised:
    """Build a revision of the terms."""
    decision = node["decision"]
    on = day(decision, "date")
    assert on is not None  # noqa: S101 - the schema requires it
    return Revised(
        number=node["number"],
        reason=node["reason"],
        body=decision["body"],
        on=on,
        reference=decision.get("reference", ""),
        place=place,
    )
