"""What a party guarantees: resources, in slots and functions."""

from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from samverkan_cli.model.frame import Source
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import NOWHERE, Place


class SlotKind(StrEnum):
    """What kind of holder a slot asks for."""

    COORDINATOR = "coordinator"
    OPERATIVE = "operative"
    CONTACT = "contact"
    SEAT = "seat"
    POST = "post"
    CAPABILITY = "capability"
    RESPONSIBLE = "responsible"


class Number(Frozen):
    """How many are promised: exactly so many, or at least so many; and how the text says it."""

    exactly: int | None = None
    at_least: int | None = None
    wording: str = ""

    @property
    def least(self) -> int:
        """Return the smallest number that keeps the promise."""
        return self.exactly or self.at_least or 1


class Amount(Frozen):
    """An amount other than heads."""

    value: Decimal
    unit: str
    per: str = ""


class Function(Frozen):
    """What a slot must cover; the cell of all counting."""

    id: str
    title: str = ""
    forms: tuple[str, ...] = ()
    body: str = ""
    area: str = ""
    topics: tuple[str, ...] = ()
    protected: bool = False
    place: Place = NOWHERE


class Slot(Frozen):
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
    place: Place = NOWHERE


class Guarantee(Frozen):
    """A resource that one party promises to keep staffed."""

    id: str
    party: str
    title: str
    description: str = ""
    slots: tuple[Slot, ...]
    period: Period | None = None
    reading: str = ""
    source: Source | None = None
    place: Place = NOWHERE


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

    @property
    def protected(self) -> bool:
        """Tell whether nothing may be said of the function but that it is covered or not."""
        return self.function.protected or self.slot.protected
