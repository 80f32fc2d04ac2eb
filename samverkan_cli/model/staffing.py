"""Who really holds what, and what was done."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import NOWHERE, Place


class Reason(StrEnum):
    """Why a post is away. Health is never said."""

    VACANT = "vacant"
    ON_LEAVE = "on-leave"
    SECONDED = "seconded"
    LENT_OUT = "lent-out"
    OTHER = "other"


class Post(Frozen):
    """A position that can hold functions; named by an id, never by a person's name."""

    id: str
    party: str
    title: str
    share: Decimal = Decimal(100)
    period: Period = Period(date.min)
    place: Place = NOWHERE


class Assignment(Frozen):
    """A post covers a slot, all or some of its functions, for a time. `share` is per cent."""

    party: str
    post: str
    slot: str
    functions: tuple[str, ...] = ()
    period: Period
    share: Decimal = Decimal(100)
    share_given: bool = False
    deputy: bool = False
    place: Place = NOWHERE


class Absence(Frozen):
    """A post is away for a time."""

    party: str
    post: str
    period: Period
    reason: Reason
    place: Place = NOWHERE


class Record(Frozen):
    """A duty was done or a follow-up was held: for which periods, when, and where it is filed.

    `subject` is empty where the record names neither a duty nor a follow-up, or both.
    """

    subject: str
    follow_up: bool
    first: str = ""
    last: str = ""
    party: str = ""
    on: date
    reference: str = ""
    place: Place = NOWHERE


class Waiver(Frozen):
    """A finding accepted for a time."""

    rule: str
    subject: str
    reason: str
    owner: str
    until: date
    place: Place = NOWHERE
