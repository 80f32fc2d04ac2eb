"""A change of meaning: what happened to which thing, with the old and the new value."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias

from samverkan_cli.model.cadence import Cadence
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period

Data: TypeAlias = (
    str | int | bool | Decimal | date | Period | Cadence | Frozen | tuple[Any, ...] | None
)


class Weight(StrEnum):
    """What a change weighs: who may make it, and what it touches."""

    TERMS = "terms"
    READINGS = "readings"
    STAFFING = "staffing"
    RECORDS = "records"
    WAIVERS = "waivers"
    SETTINGS = "settings"


class Kind(StrEnum):
    """What kind of thing changed."""

    AGREEMENT = "agreement"
    PARTY = "party"
    GUARANTEE = "guarantee"
    SLOT = "slot"
    FUNCTION = "function"
    FORM = "form"
    BODY = "body"
    DUTY = "duty"
    FOLLOW_UP = "follow-up"
    GOAL = "goal"
    STATEMENT = "statement"
    LAW = "law"
    DEFINITION = "definition"
    AREA = "area"
    PLAN = "plan"
    ACCOUNTABLE = "accountable"
    READING = "reading"
    POST = "post"
    ASSIGNMENT = "assignment"
    ABSENCE = "absence"
    RECORD = "record"
    WAIVER = "waiver"
    REVISION = "revision"
    SETTING = "setting"


class What(StrEnum):
    """What happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    RAISED = "raised"
    LOWERED = "lowered"
    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    PROLONGED = "prolonged"
    SHORTENED = "shortened"
    MOVED = "moved"
    BEGUN = "begun"
    ENDED = "ended"


WEIGHTS = {
    Kind.READING: Weight.READINGS,
    Kind.POST: Weight.STAFFING,
    Kind.ASSIGNMENT: Weight.STAFFING,
    Kind.ABSENCE: Weight.STAFFING,
    Kind.RECORD: Weight.RECORDS,
    Kind.WAIVER: Weight.WAIVERS,
    Kind.SETTING: Weight.SETTINGS,
}
"""What a change of each kind of thing weighs; all others are terms."""


class Change(NamedTuple):
    """What happened to one thing.

    `subject` is the id of the thing, or of what an entry without one is about: the slot of an
    assignment, the post of an absence, the duty of a record. `names` are all ids that the change
    concerns. `field` is empty where the whole thing came or went; `also` are then the ids that
    came or went inside it. `item` is the thing as it is, or as it last was.

    `since` is the first day whose staffing or records the change alters. `hidden` means that the
    thing covers a protected function: who does so is not to be told.
    """

    subject: str
    kind: Kind
    what: What
    item: Any
    field: str = ""
    before: Data = None
    after: Data = None
    names: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    since: date | None = None
    hidden: bool = False

    @property
    def weight(self) -> Weight:
        """Return what the change weighs."""
        if self.field == "illustrative":
            return Weight.STAFFING if self.subject == Weight.STAFFING else Weight.RECORDS
        return WEIGHTS.get(self.kind, Weight.TERMS)


def parts(change: Change) -> tuple[str, ...]:
    """Return what came or went inside; a role and the only function that it is are one part."""

    def is_role(name: str) -> bool:
        role, _, function = name.rpartition("/")
        alone = not any(one.startswith(f"{role}/") for one in change.also if one != name)
        return role.endswith(f"/{function}") and alone

    return tuple(name for name in change.also if not is_role(name))


def backdated(change: Change, day: date) -> int:
    """Return how many days before `day` the staffing or records begin that a change alters."""
    return max(0, (day - change.since).days) if change.since else 0


def concerns(change: Change, name: str) -> bool:
    """Tell whether a change is part of the history of the thing called `name`."""
    return (
        any(
            one == name
            or one.startswith(f"{name}/")
            or (not change.field and name.startswith(f"{one}/") and "/" in one)
            for one in change.names
        )
        or name in change.also
    )


WITHOUT_ID = frozenset({Kind.ASSIGNMENT, Kind.ABSENCE, Kind.RECORD, Kind.WAIVER, Kind.REVISION})
KINDS = tuple(Kind)
WEIGHED = tuple(Weight)
HAPPENED = tuple(What)


def order(change: Change) -> tuple[Any, ...]:
    """Return what changes are put in order by; the same wherever they are written."""
    return (
        WEIGHED.index(change.weight),
        KINDS.index(change.kind),
        change.subject,
        change.since or date.min,
        HAPPENED.index(change.what),
        change.field,
        repr((change.before, change.after)),
        repr(change.item) if change.kind in WITHOUT_ID else "",
    )
