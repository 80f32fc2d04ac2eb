"""`show`: everything about one thing."""

from datetime import date

from samverkan_cli.evaluate.coverage import Holder, State
from samverkan_cli.evaluate.duties import Course
from samverkan_cli.evaluate.items import Item, find, items
from samverkan_cli.evaluate.timeline import CellTimeline, Segment
from samverkan_cli.flows.judge import Located, case_of, judge
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Reading
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.staffing import Post
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import Register


class UnknownIdError(LookupError):
    """No item has the id; `nearest` is the one most like it, or empty."""

    def __init__(self, name: str, nearest_name: str) -> None:
        """Keep what was asked for and what was perhaps meant."""
        super().__init__(name)
        self.name = name
        self.nearest = nearest_name


class Shown(Frozen):
    """The answer of `show`."""

    agreement: Agreement
    day: date
    revision: Revision | None = None
    item: Item
    timelines: tuple[CellTimeline, ...]
    courses: tuple[Course, ...]
    readings: tuple[Reading, ...]
    findings: tuple[Located, ...]
    unread: tuple[str, ...]


def runs(timeline: CellTimeline) -> list[Segment]:
    """Return a function's segments, joined where neither its state nor its holders differ."""
    found: list[Segment] = []
    for segment in timeline.segments:
        before = found[-1] if found else None
        if before and told(before) == told(segment):
            found[-1] = before.replaced(period=Period(before.period.first, segment.period.last))
        else:
            found.append(segment)
    return found


def told(segment: Segment) -> tuple[State, tuple[Holder, ...]]:
    """Return what is told of a segment."""
    return segment.standing.state, segment.standing.holders


def belongs(item: Item, timeline: CellTimeline) -> bool:
    """Tell whether a function is told of when `item` is shown."""
    cell = timeline.cell
    if isinstance(item.value, Post):
        return any(
            holder.post == item.id
            for segment in timeline.segments
            for holder in segment.standing.holders
        )
    if item.kind == "Form":
        return item.id in cell.function.forms
    if item.kind == "Party":
        return cell.guarantee.party == item.id
    if item.kind == "Body":
        return cell.function.body == item.id
    return item.id in (cell.guarantee.id, cell.slot_id, cell.id)


def concerns(item: Item, course: Course) -> bool:
    """Tell whether a duty or follow-up is told of when `item` is shown."""
    if item.kind == "Form":
        return course.form is not None and course.form.id == item.id
    return course.item.id == item.id


def speaks_of(item: Item, found: Located) -> bool:
    """Tell whether a finding is about `item` or something inside it."""
    subject = found.finding.hit.subject
    place, own = found.finding.hit.place, item.value.place
    inside = place.file == own.file and place.keys[: len(own.keys)] == own.keys
    return inside or subject == item.id or subject.startswith(f"{item.id}/")


def show(register: Register, day: date, name: str) -> Shown:
    """Return everything about the item called `name`, as of `day`.

    Raises:
        LookupError: the agreement cannot be read.
        UnknownIdError: nothing is called so.
    """
    case = case_of(register, day)
    agreement = case.agreement
    item = find(agreement, name)
    if item is None:
        known = {found.id for found in items(agreement)}
        raise UnknownIdError(name, nearest(name, sorted(known)))
    reading = getattr(item.value, "reading", "")
    return Shown(
        agreement=agreement,
        day=day,
        revision=register.revision,
        item=item,
        timelines=tuple(line for line in case.timelines if belongs(item, line)),
        courses=tuple(course for course in case.courses if concerns(item, course)),
        readings=tuple(
            one
            for one in agreement.readings
            if one.id == reading or item.id in one.about or one.id == item.id
        ),
        findings=tuple(one for one in judge(register, case, RULES) if speaks_of(item, one)),
        unread=register.unread,
    )
