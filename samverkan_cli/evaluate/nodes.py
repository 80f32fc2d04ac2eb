"""An agreement taken apart into what has an id, so that two can be compared thing by thing."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from samverkan_cli.evaluate.change import Kind
from samverkan_cli.model.agreement import Agreement, Law
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.form import Body, Form, Goal
from samverkan_cli.model.frame import (
    Accountable,
    Area,
    Definition,
    Party,
    Plan,
    Reading,
    Statement,
)
from samverkan_cli.model.promise import Function, Guarantee, Slot
from samverkan_cli.model.staffing import Post

KIND_OF: dict[type, Kind] = {
    Agreement: Kind.AGREEMENT,
    Party: Kind.PARTY,
    Guarantee: Kind.GUARANTEE,
    Slot: Kind.SLOT,
    Function: Kind.FUNCTION,
    Form: Kind.FORM,
    Body: Kind.BODY,
    Duty: Kind.DUTY,
    FollowUp: Kind.FOLLOW_UP,
    Goal: Kind.GOAL,
    Statement: Kind.STATEMENT,
    Law: Kind.LAW,
    Definition: Kind.DEFINITION,
    Area: Kind.AREA,
    Plan: Kind.PLAN,
    Accountable: Kind.ACCOUNTABLE,
    Reading: Kind.READING,
    Post: Kind.POST,
}
ENTRIES = ("assignments", "absences", "records", "waivers", "revisions")
CHILDREN: dict[type, tuple[str, ...]] = {
    Agreement: (
        "parties",
        "actors",
        "accountable",
        "aims",
        "purposes",
        "pledge",
        "money",
        "revision",
        "goals",
        "laws",
        "follow_ups",
        "bodies",
        "duties",
        "definitions",
        "areas",
        "plans",
        "guarantees",
        "forms",
        "readings",
        "posts",
    ),
    Party: ("units",),
    Guarantee: ("slots",),
    Slot: ("functions",),
    Form: ("goals", "bodies", "duties", "follow_ups", "permissions"),
    Law: ("demands", "duties"),
}
"""The fields that hold things with ids of their own."""

APART: dict[type, tuple[str, ...]] = {Agreement: (*ENTRIES, "illustrative", "term", "settings")}
"""The fields that are compared in a way of their own."""

BARE: dict[str, Any] = {
    name: default
    for name, default in Agreement.field_defaults.items()
    if name in (*CHILDREN[Agreement], *ENTRIES, "illustrative")
} | {"parties": ()}
"""What is left out of the agreement as a thing of its own."""


class Node(NamedTuple):
    """A thing with an id: its name in the whole agreement, and in which list of what it stands.

    `chain` are the names of the things that it stands in, the nearest first; `party` is the one
    whose promise, duty or post it is.
    """

    kind: Kind
    name: str
    value: Any
    role: str = ""
    chain: tuple[str, ...] = ()
    party: str = ""

    @property
    def within(self) -> str:
        """Return in which list of what it stands."""
        return f"{self.chain[0]}/{self.role}" if self.chain else self.role


def fields(kind: type) -> tuple[str, ...]:
    """Return the fields that are compared one by one, those with things of their own left out."""
    apart = {*CHILDREN.get(kind, ()), *APART.get(kind, ())}
    names: tuple[str, ...] = kind.compared_names  # type: ignore[attr-defined]
    return tuple(
        name for name in names if name not in apart and (kind is Agreement or name != "id")
    )


FIELDS = {kind: fields(kind) for kind in KIND_OF}


def inside(value: Any, chain: tuple[str, ...] = (), party: str = "") -> Iterator[Node]:
    """Yield everything with an id inside a value."""
    for role in CHILDREN.get(type(value), ()):
        held = getattr(value, role)
        for part in held if type(held) is tuple else (held,):
            if part is None:
                continue
            kind = KIND_OF[type(part)]
            local = kind in (Kind.SLOT, Kind.FUNCTION)
            name = f"{chain[0]}/{part.id}" if local else part.id
            owner = getattr(part, "party", party)
            yield Node(kind, name, part, role, chain, owner)
            yield from inside(part, (name, *chain), owner)


def nodes(agreement: Agreement | None) -> Iterator[Node]:
    """Yield everything with an id; what stands in the agreement itself has an empty chain.

    An agreement without an id is a part of one, and is not a thing itself.
    """
    if agreement is not None:
        if agreement.id:
            yield Node(Kind.AGREEMENT, agreement.id, agreement.replaced(**BARE))
        yield from inside(agreement)


def concerned(node: Node) -> tuple[str, ...]:
    """Return the ids whose history a change of this thing is part of."""
    parties = node.value.who.parties if isinstance(node.value, Duty) else ()
    owner = (node.party,) if node.party else ()
    return tuple(dict.fromkeys((node.name, *node.chain, *owner, *parties)))
