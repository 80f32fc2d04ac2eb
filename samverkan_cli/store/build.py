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
from samverkan_cli.store.build_settings import settings
from samverkan_cli.store.build_staffing import (
    absence,
    assignment,
    guarantee,
    post,
    record,
    waiver,
)
from samverkan_cli.store.kinds import AGREEMENT_FILE, Kind, kind_of

T = TypeVar("T")


Documents = Mapping[str, Any]


def listed(
    key: str, make: Callable[[Node, Place], T]
) -> tuple[str, Callable[[Node, Place], tuple[T, ...]]]:
    """Return how the list `key` of a file is made, and the field of the agreement that it fills."""
    return key, lambda node, place: each(node, key, place, make)


def by_party(
    key: str, make: Callable[[Node, Place, str], T]
) -> tuple[str, Callable[[Node, Place], tuple[T, ...]]]:
    """Return the same for a list whose entries are those of the party whose file it is."""
    return key, lambda node, place: each(
        node, key, place, lambda part, at: make(part, at, node["party"])
    )


CONTENTS: dict[Kind, tuple[tuple[str, Callable[[Node, Place], tuple[Any, ...]]], ...]] = {
    Kind.AGREEMENT: (),
    Kind.GUARANTEES: (by_party("guarantees", guarantee),),
    Kind.FORM: (("forms", lambda node, place: (form(node, place),)),),
    Kind.READINGS: (listed("readings", reading),),
    Kind.STAFFING: (
        by_party("posts", post),
        by_party("assignments", assignment),
        by_party("absences", absence),
    ),
    Kind.RECORDS: (listed("records", record),),
    Kind.WAIVERS: (listed("waivers", waiver),),
    Kind.CONFIG: (),
}
"""What the files of each kind add to the agreement: fields, and how they are made."""


def build(documents: Documents) -> Agreement | None:
    """Build the agreement that the documents make up; None without the file that names it."""
    if AGREEMENT_FILE not in documents:
        return None
    return filled(frame(documents[AGREEMENT_FILE]), documents)


def frame(node: Node) -> Agreement:
    """Build what the file says that names the agreement."""
    place = Place(AGREEMENT_FILE)
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
        source=sourced(node, place),
        place=place,
    )


def filled(agreement: Agreement, documents: Documents) -> Agreement:
    """Return an agreement with what the other files say, in the order of their paths."""
    found: dict[str, list[Any]] = {}
    for path in sorted(documents):
        kind, node, place = kind_of(path), documents[path], Place(path)
        for field, make in CONTENTS[kind] if kind else ():
            found.setdefault(field, []).extend(make(node, place))
        if kind is Kind.CONFIG:
            agreement = agreement.replaced(settings=settings(node, place))
        if "illustrative" in node:
            found.setdefault("illustrative", []).append(path)
    return agreement.replaced(**{field: tuple(values) for field, values in found.items()})
