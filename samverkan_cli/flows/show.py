"""`show`: everything about one thing."""

from collections.abc import Mapping
from datetime import date
from functools import partial

from samverkan_cli.evaluate.coverage import Holder, State
from samverkan_cli.evaluate.duties import Course
from samverkan_cli.evaluate.entries import uppers
from samverkan_cli.evaluate.items import Item, find, items, walk
from samverkan_cli.evaluate.load import Load, loads
from samverkan_cli.evaluate.timeline import CellTimeline, Segment
from samverkan_cli.flows.judge import Located, case_of, judge
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Reading, Source
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
    """The answer of `show`.

    `titles` are those of everything that has an id; `load` is what a post carries on the day.
    """

    agreement: Agreement
    day: date
    revision: Revision | None = None
    item: Item
    source: Source | None
    titles: Mapping[str, str]
    load: Load | None
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


class Scope:
    """What belongs to an item, for telling which findings and readings are about it.

    That is all inside it; of a party, its guarantees and what it has to do, too.
    """

    def __init__(self, agreement: Agreement, item: Item) -> None:
        """Gather what belongs to `item`."""
        self.values = [item.value]
        self.names = [item.id]
        self.subjects: set[str] = set()
        if item.kind == "Party":
            own = [one for one in agreement.guarantees if one.party == item.id]
            self.values += own
            self.names += [one.id for one in own]
            tasks = [duty.id for _, duty in agreement.every_duty() if item.id in duty.who.parties]
            self.subjects = {*tasks, *(f"{task}/{item.id}" for task in tasks)}

    def speaks(self, found: Located) -> bool:
        """Tell whether a finding is about the item or what belongs to it."""
        subject, place = found.finding.hit.subject, found.finding.hit.place
        return (
            subject in self.subjects
            or any(place.is_inside(value.place) for value in self.values)
            or any(subject == name or subject.startswith(f"{name}/") for name in self.names)
        )


def readings(agreement: Agreement, item: Item) -> tuple[Reading, ...]:
    """Return the readings of an item, of what is inside it, and of what a slot or function is in.

    Everything is inside the agreement itself; of that only its own are told.
    """
    above = [one for one in map(partial(find, agreement), uppers(item.id)) if one]
    values = [(one.id, one.value) for one in (item, *above)]
    if item.kind == "Agreement":
        values.append(("", agreement.term))
    else:
        values += walk(item.value, item.id.rpartition("/")[0])
    names = {name for name, _ in values if name}
    wanted = {getattr(value, "reading", "") for _, value in values} | {item.id}
    return tuple(one for one in agreement.readings if one.id in wanted or names & {*one.about})


def source_of(agreement: Agreement, item: Item) -> Source | None:
    """Return the passage that an item stands for; that of its guarantee for a part of one."""
    above = [one for one in map(partial(find, agreement), uppers(item.id)) if one]
    sources = (getattr(one.value, "source", None) for one in (item, *above))
    return next((source for source in sources if source), None)


def show(register: Register, day: date, name: str) -> Shown:
    """Return everything about the item called `name`, as of `day`.

    Raises:
        LookupError: the agreement cannot be read.
        UnknownIdError: nothing is called so.
    """
    case = case_of(register, day)
    agreement = case.agreement
    everything = items(agreement)
    item = next((one for one in everything if one.id == name), None)
    if item is None:
        known = {found.id for found in everything}
        raise UnknownIdError(name, nearest(name, sorted(known)))
    scope = Scope(agreement, item)
    carried = loads(agreement, case.timelines, day) if isinstance(item.value, Post) else ()
    return Shown(
        agreement=agreement,
        day=day,
        revision=register.revision,
        item=item,
        source=source_of(agreement, item),
        titles={one.id: getattr(one.value, "title", "") for one in reversed(everything)},
        load=next((one for one in carried if one.post == item.id), None),
        timelines=tuple(line for line in case.timelines if belongs(item, line)),
        courses=tuple(course for course in case.courses if concerns(item, course)),
        readings=readings(agreement, item),
        findings=tuple(one for one in judge(register, case, RULES) if scope.speaks(one)),
        unread=register.unread,
    )
