"""Schema-valid documents to an agreement: what is written becomes what is meant.

A crash here is our mistake: the schemas have let through only what can be built.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from samverkan_cli.model.agreement import Agreement, Law
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
    Signatory,
    Term,
)
from samverkan_cli.model.place import Place
from samverkan_cli.store.build_forms import body, duty, form, goal
from samverkan_cli.store.build_parts import (
    Node,
    day,
    each,
    follow_up,
    maybe,
    period,
    source,
    sourced,
    statement,
    texts,
)
from samverkan_cli.store.build_staffing import (
    absence,
    assignment,
    guarantee,
    post,
    record,
    waiver,
)
from samverkan_cli.store.files import AGREEMENT_FILE, Kind, kind_of

T = TypeVar("T")


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
    return Area(id=node["id"], title=node["title"], parts=texts(node, "parts"), place=place)


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


Documents = Mapping[str, Any]


def of_kind(documents: Documents, kind: Kind) -> list[tuple[Place, Node]]:
    """Return the documents of a kind with their places, in the order of paths."""
    return [(Place(path), documents[path]) for path in sorted(documents) if kind_of(path) is kind]


def listed(
    documents: Documents, kind: Kind, key: str, make: Callable[[Node, Place], T]
) -> tuple[T, ...]:
    """Make a value of every entry of the list `key` in all documents of a kind."""
    return tuple(
        value for place, node in of_kind(documents, kind) for value in each(node, key, place, make)
    )


def by_party(
    documents: Documents, kind: Kind, key: str, make: Callable[[Node, Place, str], T]
) -> tuple[T, ...]:
    """Make a value of every entry of the list `key`, with the party whose file it stands in."""
    return tuple(
        make(part, place / key / number, node["party"])
        for place, node in of_kind(documents, kind)
        for number, part in enumerate(node.get(key, ()))
    )


def build(documents: Documents) -> Agreement | None:
    """Build the agreement that the documents make up; None without the file that names it."""
    if AGREEMENT_FILE not in documents:
        return None
    node, place = documents[AGREEMENT_FILE], Place(AGREEMENT_FILE)
    return Agreement(
        id=node["id"],
        title=node["title"],
        language=node["language"],
        description=node.get("description", ""),
        document=node.get("document", {}).get("title", ""),
        document_digest=node.get("document", {}).get("digest", ""),
        term=term(node["period"], place / "period"),
        parties=each(node, "parties", place, party),
        actors=each(node, "actors", place, actor),
        signatories=each(node, "signatories", place, signatory),
        accountable=each(node, "accountable", place, accountable),
        aims=each(node, "aims", place, statement),
        purposes=each(node, "purposes", place, statement),
        pledge=maybe(node, "pledge", place, statement),
        money=maybe(node, "money", place, statement),
        revision=maybe(node, "revision", place, statement),
        goals=each(node, "goals", place, goal),
        laws=each(node, "law", place, law),
        follow_ups=each(node, "follow-ups", place, follow_up),
        bodies=each(node, "bodies", place, body),
        duties=each(node, "duties", place, duty),
        clauses=each(node, "clauses", place, clause),
        definitions=each(node, "definitions", place, definition),
        areas=each(node, "places", place, area),
        relations=each(node, "relations", place, relation),
        plans=each(node, "plans", place, plan),
        no_promise=each(node, "no-promise", place, passage),
        guarantees=by_party(documents, Kind.GUARANTEES, "guarantees", guarantee),
        forms=tuple(form(part, at) for at, part in of_kind(documents, Kind.FORM)),
        readings=listed(documents, Kind.READINGS, "readings", reading),
        posts=by_party(documents, Kind.STAFFING, "posts", post),
        assignments=by_party(documents, Kind.STAFFING, "assignments", assignment),
        absences=by_party(documents, Kind.STAFFING, "absences", absence),
        records=listed(documents, Kind.RECORDS, "records", record),
        waivers=listed(documents, Kind.WAIVERS, "waivers", waiver),
        illustrative=tuple(path for path in sorted(documents) if "illustrative" in documents[path]),
        source=sourced(node, place),
        place=place,
    )
