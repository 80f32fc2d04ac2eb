"""How the parties work together: forms, their bodies and their goals."""

from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.frame import Source, Statement
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.place import NOWHERE, Place
from samverkan_cli.model.promise import Number


class Goal(Frozen):
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
    place: Place = NOWHERE


class Seat(Frozen):
    """A place in a body for a party or an actor."""

    who: str
    title: str = ""
    number: Number | None = None
    level: str = ""
    guaranteed_by: str = ""
    place: Place = NOWHERE


class Body(Frozen):
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
    place: Place = NOWHERE


class Form(Frozen):
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
    follow_ups: tuple[FollowUp, ...] = ()
    permissions: tuple[Statement, ...] = ()
    reading: str = ""
    source: Source | None = None
    place: Place = NOWHERE
