"""What a party must do, and how the agreement is followed up."""

from datetime import date
from enum import StrEnum

from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.frame import Firmness, Source
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.place import NOWHERE, Place
from samverkan_cli.model.promise import SlotKind


class Owner(Frozen):
    """Who answers for a follow-up: a role, and the slot that holds it where one is promised."""

    role: str
    party: str = ""
    slot: str = ""
    place: Place = NOWHERE


class FollowUp(Frozen):
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
    place: Place = NOWHERE


class Sharing(StrEnum):
    """How several parties carry a duty."""

    ALL = "all"
    EACH = "each"
    ANY = "any"


class Who(Frozen):
    """The parties that carry a duty: together, each its own, or any of them."""

    sharing: Sharing
    parties: tuple[str, ...]


class Needs(Frozen):
    """What a duty presupposes that its parties have: a function of a kind, or a seat in a body."""

    kind: SlotKind | None = None
    body: str = ""
    place: Place = NOWHERE


class Duty(Frozen):
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
    place: Place = NOWHERE
