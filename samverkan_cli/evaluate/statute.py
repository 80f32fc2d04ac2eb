"""What the law demands: SFS 2023:196, on the municipalities' responsibility for crime prevention.

Retold in our own words as of its amendment SFS 2025:223; each demand has the day from which it
applies. The law binds municipalities only. That the register mentions a thing shows that somebody
has thought of it, no more.
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cached_property
from typing import NamedTuple

from samverkan_cli.evaluate.items import walk
from samverkan_cli.model.agreement import Agreement, Law
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.form import Form
from samverkan_cli.model.promise import SlotKind
from samverkan_cli.model.words import Words, say


class Terms:
    """The terms of an agreement, with the words of what they promise, and to whom."""

    def __init__(self, agreement: Agreement) -> None:
        """Take the agreement."""
        self.agreement = agreement

    @cached_property
    def text(self) -> str:
        """Return the words, in small letters."""
        agreement = self.agreement
        parts = (
            *(*agreement.aims, *agreement.purposes, *agreement.goals, *agreement.laws),
            *(*agreement.follow_ups, *agreement.bodies, *agreement.duties, *agreement.clauses),
            *(*agreement.relations, *agreement.plans, *agreement.forms, *agreement.guarantees),
        )
        return "\n".join(words_of(value) for part in parts for _, value in walk(part)).casefold()


def words_of(value: object) -> str:
    """Return a value's title and description, and who is to receive its result."""
    to = value.to if isinstance(value, (Duty, FollowUp)) else ()
    return "\n".join([getattr(value, "title", ""), getattr(value, "description", ""), *to])


Met = Callable[[Terms], bool]


class Demand(NamedTuple):
    """One demand of a statute: paragraph, first day, what it asks for, and how that shows."""

    paragraph: int
    since: date
    what: Words
    met: Met


class Statute(NamedTuple):
    """A statute: its number, the day it took effect, whom it binds, and what it demands."""

    number: str
    in_force: date
    binds: str
    demands: tuple[Demand, ...]


def mentions(*stems: str) -> Met:
    """Make a test of whether the terms use any of these beginnings of words."""
    return lambda terms: any(stem in terms.text for stem in stems)


def plan_comes_back(terms: Terms) -> bool:
    """Tell whether an action plan is followed up again and again."""
    items: list[tuple[Form | None, Duty | FollowUp]] = [
        *terms.agreement.every_duty(),
        *terms.agreement.every_follow_up(),
    ]
    return any(
        "åtgärdsplan" in f"{item.title} {item.description}".casefold() and item.cadence.recurs
        for _, item in items
    )


def has_purpose_and_area(terms: Terms) -> bool:
    """Tell whether the agreement says for which purposes and within which areas it holds."""
    return bool(terms.agreement.purposes or terms.agreement.aims) and bool(terms.agreement.forms)


def has_council(terms: Terms) -> bool:
    """Tell whether there is a council."""
    return any(body.kind == "council" for _, body in terms.agreement.every_body())


def has_coordination(terms: Terms) -> bool:
    """Tell whether a municipality guarantees a coordinator."""
    bound = {party.id for party in terms.agreement.parties if party.kind == "municipality"}
    return any(
        cell.guarantee.party in bound and cell.slot.kind is SlotKind.COORDINATOR
        for cell in terms.agreement.cells()
    )


START = date(2023, 7, 1)
STATUTES = (
    Statute(
        "SFS 2023:196",
        START,
        "municipality",
        (
            Demand(4, START, say("a situation picture of crime"), mentions("lägesbild")),
            Demand(5, date(2024, 7, 1), say("an action plan"), mentions("åtgärdsplan")),
            Demand(
                6,
                START,
                say("that picture and plan are brought up to date at least every second year"),
                plan_comes_back,
            ),
            Demand(9, START, say("at least one purpose and one area"), has_purpose_and_area),
            Demand(10, START, say("a strategic council"), has_council),
            Demand(11, START, say("a coordination function"), has_coordination),
            Demand(12, START, say("information to the inhabitants"), mentions("invånar")),
            Demand(13, START, say("reports to the municipal council"), mentions("fullmäktige")),
        ),
    ),
)


def cited(agreement: Agreement) -> Iterator[tuple[Law, Statute]]:
    """Yield the laws that the agreement builds on and whose content is known here."""
    for law in agreement.laws:
        for statute in STATUTES:
            if law.statute == statute.number:
                yield law, statute


def unmet(agreement: Agreement) -> Iterator[tuple[Law, Demand]]:
    """Yield what a cited statute demands within the period and the terms do not speak of."""
    kinds = {party.kind for party in agreement.parties}
    terms = Terms(agreement)
    for law, statute in cited(agreement):
        for demand in statute.demands if statute.binds in kinds else ():
            if demand.since <= agreement.period.last and not demand.met(terms):
                yield law, demand


def misdated(agreement: Agreement) -> Iterator[tuple[Law, date]]:
    """Yield the laws that are said to take effect at another time than they did, and when."""
    for law, statute in cited(agreement):
        if not statute.in_force.isoformat().startswith(law.in_force_as_written):
            yield law, statute.in_force
