"""Schema-valid documents to an agreement: what is written becomes what is meant.

A crash here is our mistake: the schemas have let through only what can be built.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.place import Place
from samverkan_cli.store.build_forms import body, duty, form, goal
from samverkan_cli.store.build_frame import (
    accountable,
    actor,
    area,
    clause,
    definition,
    law,
    party,
    passage,
    plan,
    reading,
    relation,
    revised,
    signatory,
    term,
)
from samverkan_cli.store.build_parts import (
    Node,
    each,
    follow_up,
    maybe,
    sourced,
    statement,
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
        revisions=each(node, "revisions", place, revised),
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
