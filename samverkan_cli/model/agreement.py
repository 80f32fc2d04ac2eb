"""The agreement: who promises what, with its staffing and records.

Every value carries the `place` where it is written; two values that say the same are equal
wherever they are written.
"""

from collections.abc import Iterator

from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.form import Body, Form, Goal
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
    Source,
    Statement,
    Term,
)
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import NOWHERE, Place
from samverkan_cli.model.promise import Cell, Guarantee
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record, Waiver


class Law(Frozen):
    """A statute that the agreement builds on, and what the text says that it demands."""

    id: str
    title: str
    statute: str
    in_force_as_written: str = ""
    demands: tuple[Statement, ...] = ()
    duties: tuple[Duty, ...] = ()
    source: Source | None = None
    place: Place = NOWHERE


class Agreement(Frozen):
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
    revisions: tuple[Revised, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    forms: tuple[Form, ...] = ()
    readings: tuple[Reading, ...] = ()
    posts: tuple[Post, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    absences: tuple[Absence, ...] = ()
    records: tuple[Record, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    illustrative: tuple[str, ...] = ()
    settings: Settings = Settings()
    source: Source | None = None
    place: Place = NOWHERE

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
            for follow_up in form.follow_ups:
                yield form, follow_up

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
