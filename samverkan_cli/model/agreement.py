"""The agreement: who promises what, in the words of the domain.

Every value carries the `place` where it is written; two values that say the same are equal
wherever they are written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place, written
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record, Waiver


class Firmness(StrEnum):
    """How strongly a thing is promised, by the verb of the text."""

    GUARANTEED = "guaranteed"
    SHALL = "shall"
    STATES_AS_FACT = "states-as-fact"
    WILL = "will"
    INTENDS = "intends"
    STRIVES = "strives"
    LOOKS_INTO = "looks-into"
    GOAL = "goal"
    MAY = "may"


class SlotKind(StrEnum):
    """What kind of holder a slot asks for."""

    COORDINATOR = "coordinator"
    OPERATIVE = "operative"
    CONTACT = "contact"
    SEAT = "seat"
    POST = "post"
    CAPABILITY = "capability"
    RESPONSIBLE = "responsible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The passage of the signed document that an item stands for: lines from 1, and a digest."""

    first_line: int
    last_line: int
    digest: str
    heading: str = ""
    item: int = 0
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence of the agreement that promises or states something and is not staffed itself."""

    id: str
    title: str
    description: str = ""
    source: Source | None = None
    firmness: Firmness | None = None
    reading: str = ""
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who signs; or, with `signs` false, an actor who takes part without signing."""

    id: str
    title: str
    kind: str
    signs: bool = True
    unnamed: bool = False
    also: tuple[str, ...] = ()
    part_of: str = ""
    units: tuple[Statement, ...] = ()
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person who signed, in a role, for a party."""

    party: str
    name: str
    role: str
    on: date | None = None
    acting: bool = False
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Accountable:
    """A role that answers for the agreement on behalf of a party."""

    id: str
    party: str
    role: str
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many are promised: exactly so many, or at least so many; and how the text says it."""

    exactly: int | None = None
    at_least: int | None = None
    wording: str = ""

    @property
    def least(self) -> int:
        """Return the smallest number that keeps the promise."""
        return self.exactly or self.at_least or 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount other than heads."""

    value: Decimal
    unit: str
    per: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Function:
    """What a slot must cover; the cell of all counting."""

    id: str
    title: str = ""
    forms: tuple[str, ...] = ()
    body: str = ""
    area: str = ""
    topics: tuple[str, ...] = ()
    protected: bool = False
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One kind of holder inside a guarantee, and how many it needs."""

    id: str
    title: str = ""
    kind: SlotKind
    holders: Number
    each: Number = Number(at_least=1)
    functions: tuple[Function, ...]
    stated_count: int = 0
    amount: Amount | None = None
    protected: bool = False
    reading: str = ""
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guarantee:
    """A resource that one party promises to keep staffed."""

    id: str
    party: str
    title: str
    description: str = ""
    slots: tuple[Slot, ...]
    period: Period | None = None
    reading: str = ""
    source: Source | None = None
    place: Place = written()


class Cell(NamedTuple):
    """A function with the slot and the guarantee that it stands in."""

    guarantee: Guarantee
    slot: Slot
    function: Function

    @property
    def slot_id(self) -> str:
        """Return the slot's name in the whole agreement."""
        return f"{self.guarantee.id}/{self.slot.id}"

    @property
    def id(self) -> str:
        """Return the function's name in the whole agreement."""
        return f"{self.guarantee.id}/{self.slot.id}/{self.function.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Who answers for a follow-up: a role, and the slot that holds it where one is promised."""

    role: str
    party: str = ""
    slot: str = ""
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """When, by whom and to whom the agreement or a form is followed up."""

    id: str
    title: str
    description: str = ""
    scope: str = ""
    mode: str = ""
    cadence: Cadence
    start: date | None = None
    by: date | None = None
    grace_days: int | None = None
    owners: tuple[Owner, ...] = ()
    to: tuple[str, ...] = ()
    reading: str = ""
    source: Source | None = None
    place: Place = written()


class Sharing(StrEnum):
    """How several parties carry a duty."""

    ALL = "all"
    EACH = "each"
    ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """The parties that carry a duty: together, each its own, or any of them."""

    sharing: Sharing
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a duty presupposes that its parties have: a function of a kind, or a seat in a body."""

    kind: SlotKind | None = None
    body: str = ""
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a party, or each, or all jointly, must do."""

    id: str
    title: str
    description: str = ""
    who: Who
    taking_part: tuple[str, ...] = ()
    function: str = ""
    cadence: Cadence
    start: date | None = None
    by: date | None = None
    month: int | None = None
    grace_days: int | None = None
    deadline: str = ""
    firmness: Firmness
    needs: Needs | None = None
    to: tuple[str, ...] = ()
    condition: str = ""
    area: str = ""
    specify_by: date | None = None
    inputs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reading: str = ""
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is to be reached; measurable only with an indicator, a baseline and a target."""

    id: str
    title: str
    description: str = ""
    part_of: str = ""
    direction: str = ""
    indicator: str = ""
    baseline: str = ""
    target: str = ""
    duties: tuple[str, ...] = ()
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place in a body for a party or an actor."""

    who: str
    title: str = ""
    number: Number | None = None
    level: str = ""
    guaranteed_by: str = ""
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A council, steering group or network: who sits in it and how often it meets."""

    id: str
    title: str
    description: str = ""
    kind: str = ""
    cadence: Cadence | None = None
    chair: str = ""
    seats: tuple[Seat, ...] = ()
    reports_to: str = ""
    became: str = ""
    per_case: bool = False
    reading: str = ""
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A way of working together: lead, participants, bodies, duties, follow-up."""

    id: str
    title: str
    description: str = ""
    level: str = "form"
    part_of: str = ""
    also: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    goals: tuple[Goal, ...] = ()
    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    follow_up: FollowUp | None = None
    permissions: tuple[Statement, ...] = ()
    reading: str = ""
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A statute that the agreement builds on, and what the text says that it demands."""

    id: str
    title: str
    statute: str
    in_force_as_written: str = ""
    demands: tuple[Statement, ...] = ()
    duties: tuple[Duty, ...] = ()
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A general clause that the agreement has, such as termination."""

    kind: str
    title: str
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term of the agreement, what it means, and other words used for the same thing."""

    id: str
    term: str
    meaning: str = ""
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    year: int | None = None
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A geographical place, or a grouping of places."""

    id: str
    title: str
    parts: tuple[str, ...] = ()
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How the agreement stands to another one."""

    kind: str
    title: str
    agreement: str = ""
    until: date | None = None
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A dated plan under the agreement."""

    id: str
    title: str
    period: Period
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage of the document that carries no promise, and why."""

    why: str
    source: Source
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How an ambiguous wording is read: the reading that was chosen and those rejected."""

    id: str
    about: tuple[str, ...]
    question: str
    chosen: str
    why: str = ""
    rejected: tuple[str, ...] = ()
    decided_by: str = ""
    decided_on: date | None = None
    source: Source | None = None
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """The agreement's period: its days, and how the text says it."""

    period: Period
    as_written: str = ""
    stated: bool = True
    reading: str = ""
    source: Source | None = None
    notice_by: date | None = None
    renews: bool = False
    place: Place = written()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """An agreement with its terms, staffing and records, as written on one revision."""

    id: str
    title: str
    language: str
    term: Term
    parties: tuple[Party, ...]
    actors: tuple[Party, ...] = ()
    description: str = ""
    document: str = ""
    document_digest: str = ""
    signatories: tuple[Signatory, ...] = ()
    accountable: tuple[Accountable, ...] = ()
    aims: tuple[Statement, ...] = ()
    purposes: tuple[Statement, ...] = ()
    pledge: Statement | None = None
    money: Statement | None = None
    revision: Statement | None = None
    goals: tuple[Goal, ...] = ()
    laws: tuple[Law, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    bodies: tuple[Body, ...] = ()
    duties: tuple[Duty, ...] = ()
    clauses: tuple[Clause, ...] = ()
    definitions: tuple[Definition, ...] = ()
    areas: tuple[Area, ...] = ()
    relations: tuple[Relation, ...] = ()
    plans: tuple[Plan, ...] = ()
    no_promise: tuple[Passage, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    forms: tuple[Form, ...] = ()
    readings: tuple[Reading, ...] = ()
    posts: tuple[Post, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    absences: tuple[Absence, ...] = ()
    records: tuple[Record, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    illustrative: tuple[str, ...] = ()
    source: Source | None = None
    place: Place = written()

    @property
    def period(self) -> Period:
        """Return the days on which the agreement is in force."""
        return self.term.period

    def cells(self) -> Iterator[Cell]:
        """Yield every function of every slot, in written order."""
        for guarantee in self.guarantees:
            for slot in guarantee.slots:
                for function in slot.functions:
                    yield Cell(guarantee, slot, function)

    def every_duty(self) -> Iterator[tuple[Form | None, Duty]]:
        """Yield every duty with its form; general duties and those of a law have none."""
        for form in self.forms:
            for duty in form.duties:
                yield form, duty
        for duty in self.duties:
            yield None, duty
        for law in self.laws:
            for duty in law.duties:
                yield None, duty

    def every_follow_up(self) -> Iterator[tuple[Form | None, FollowUp]]:
        """Yield every follow-up with its form; those of the whole agreement have none."""
        for follow_up in self.follow_ups:
            yield None, follow_up
        for form in self.forms:
            if form.follow_up:
                yield form, form.follow_up

    def every_body(self) -> Iterator[tuple[Form | None, Body]]:
        """Yield every body with its form."""
        for body in self.bodies:
            yield None, body
        for form in self.forms:
            for body in form.bodies:
                yield form, body

    def every_goal(self) -> Iterator[tuple[Form | None, Goal]]:
        """Yield every goal with its form."""
        for goal in self.goals:
            yield None, goal
        for form in self.forms:
            for goal in form.goals:
                yield form, goal

    def title_of(self, id_: str) -> str:
        """Return the title of a party or actor, or the id itself where there is none."""
        for party in (*self.parties, *self.actors):
            if party.id == id_:
                return party.title
        return id_
