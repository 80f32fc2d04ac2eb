"""Names for what is written without an id, titles for what is told of, and all that has days."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.guard import Guard, guard_of, is_hidden
from samverkan_cli.evaluate.items import Item, walk
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.frame import Plan, Term
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Cell, Guarantee, Number, Slot
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record


def numbered(names: Iterable[str]) -> Iterator[str]:
    """Yield every name, the second and later of the same name with a number behind."""
    seen: dict[str, int] = {}
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name}#{seen[name]}"


def entry_name(entry: Assignment | Absence | Record, guard: Guard) -> str:
    """Return what an entry is called after: what it is about, and its first day.

    An assignment to what is protected, or to what is not known, is not called after its post.
    """
    match entry:
        case Assignment() if is_hidden(entry, (guard,)):
            return f"{entry.slot}/{entry.period.first}"
        case Assignment():
            return f"{entry.post}/{entry.slot}/{entry.period.first}"
        case Absence():
            return f"{entry.post}/{entry.period.first}"
        case Record():
            parts = (entry.subject, entry.first, entry.party, entry.on.isoformat())
            return "/".join(part for part in parts if part)


def entry_names(agreement: Agreement) -> dict[Place, str]:
    """Return a name for every assignment, absence and record, no two of a kind alike."""
    found: dict[Place, str] = {}
    guard = guard_of(agreement)
    kinds: tuple[tuple[Assignment | Absence | Record, ...], ...] = (
        agreement.assignments,
        agreement.absences,
        agreement.records,
    )
    for entries in kinds:
        names = numbered(entry_name(entry, guard) for entry in entries)
        found |= {entry.place: name for entry, name in zip(entries, names, strict=True)}
    return found


def owner_names(agreement: Agreement) -> dict[Place, str]:
    """Return for every written value the name of the item that it belongs to."""
    owners = {value.place: name for name, value in walk(agreement) if hasattr(value, "place")}
    return owners | entry_names(agreement)


def titled(guarantee: Guarantee, title: str) -> str:
    """Return a part's title behind that of its guarantee, unless they are the same."""
    return title if title == guarantee.title else f"{guarantee.title}: {title}"


def slot_title(guarantee: Guarantee, slot: Slot) -> str:
    """Return what a slot is called where it is told of; an only slot like its guarantee."""
    if len(guarantee.slots) == 1:
        return guarantee.title
    return titled(guarantee, slot.title or slot.id)


def cell_title(cell: Cell) -> str:
    """Return what a function is called where it is told of; an only function like its slot."""
    if len(cell.slot.functions) == 1:
        return slot_title(cell.guarantee, cell.slot)
    return titled(cell.guarantee, cell.function.title or cell.function.id)


def tasks(agreement: Agreement) -> Iterator[Duty | FollowUp]:
    """Yield every duty and every follow-up."""
    for _, duty in agreement.every_duty():
        yield duty
    for _, follow_up in agreement.every_follow_up():
        yield follow_up


class Span(NamedTuple):
    """The first and last day of something, and where the last is written."""

    kind: type
    name: str
    title: str
    place: Place
    period: Period


def dated(agreement: Agreement) -> Iterator[Span]:
    """Yield all that has a first and a last day: periods, and duties that begin and end."""
    names = entry_names(agreement)
    term = agreement.term
    yield Span(Term, agreement.id, agreement.title, term.place / "until", term.period)
    for guarantee in agreement.guarantees:
        if guarantee.period:
            place = guarantee.place / "until"
            yield Span(Guarantee, guarantee.id, guarantee.title, place, guarantee.period)
    for plan in agreement.plans:
        yield Span(Plan, plan.id, plan.title, plan.place / "until", plan.period)
    for post in agreement.posts:
        yield Span(Post, f"{post.party}/{post.id}", post.title, post.place / "until", post.period)
    entries: tuple[Assignment | Absence, ...] = (*agreement.assignments, *agreement.absences)
    for entry in entries:
        name = names[entry.place]
        # What is not called after its post is not told with it.
        title = entry.post if name.startswith(f"{entry.post}/") else name
        yield Span(type(entry), name, title, entry.place / "until", entry.period)
    for item in tasks(agreement):
        period = Period(item.start or date.min, item.by or date.max)
        yield Span(type(item), item.id, item.title, item.place / "by", period)


def reversed_spans(agreement: Agreement) -> Iterator[Span]:
    """Yield what ends before it begins."""
    wrong = [span for span in dated(agreement) if span.period.is_empty]
    for span, name in zip(wrong, numbered(span.name for span in wrong), strict=True):
        yield Span(span.kind, name, span.title, span.place, span.period)


def outside(agreement: Agreement) -> Iterator[Span]:
    """Yield what has no business on its days, because the agreement is not in force on them.

    A follow-up may be held after the agreement's end; a duty may have begun before its start.
    """
    term = agreement.period
    for span in dated(agreement):
        if span.kind not in (Guarantee, Assignment, Duty, FollowUp) or span.period.is_empty:
            continue
        early = span.period.last < term.first
        late = span.kind is not FollowUp and span.period.first > term.last
        overdue = span.kind is Duty and not span.period.is_open and span.period.last > term.last
        if not term.is_empty and (early or late or overdue):
            yield span


class Repeat(NamedTuple):
    """Several values with one id, in written order."""

    id: str
    items: tuple[Item, ...]

    @property
    def subject(self) -> str:
        """Return what tells it from other repeats: posts have a space of their own."""
        return f"post/{self.id}" if self.items[0].kind == "Post" else self.id


class Unclear(NamedTuple):
    """A number of holders that is neither exact nor a least number, or is both."""

    name: str
    title: str
    number: Number
    place: Place


def unclear_numbers(agreement: Agreement) -> Iterator[Unclear]:
    """Yield the numbers, of slots and of seats, that are not clear."""
    found = [*slot_numbers(agreement), *seat_numbers(agreement)]
    unclear = [one for one in found if bool(one.number.exactly) == bool(one.number.at_least)]
    for one, name in zip(unclear, numbered(one.name for one in unclear), strict=True):
        yield one._replace(name=name)


def slot_numbers(agreement: Agreement) -> Iterator[Unclear]:
    """Yield the number of holders of every slot, and of each of its functions."""
    for guarantee in agreement.guarantees:
        for slot in guarantee.slots:
            name, title = f"{guarantee.id}/{slot.id}", slot_title(guarantee, slot)
            yield Unclear(f"{name}/holders", title, slot.holders, slot.place / "holders")
            yield Unclear(f"{name}/each", title, slot.each, slot.place / "each")


def seat_numbers(agreement: Agreement) -> Iterator[Unclear]:
    """Yield the number of every seat that has one."""
    for _, body in agreement.every_body():
        for seat in body.seats:
            if seat.number:
                name = f"{body.id}/{seat.who}"
                yield Unclear(name, body.title, seat.number, seat.place / "number")


def repeats(every: tuple[Item, ...]) -> Iterator[Repeat]:
    """Yield every id that more than one of the items has; posts have a space of their own.

    What lies in a guarantee or slot whose own id is repeated is not told of again.
    """
    groups: dict[tuple[bool, str], list[Item]] = {}
    for item in every:
        groups.setdefault((item.kind == "Post", item.id), []).append(item)
    repeated = {key for key, group in groups.items() if len(group) > 1}
    for (is_post, name), group in groups.items():
        inside = any((is_post, upper) in repeated for upper in uppers(name))
        if len(group) > 1 and not inside:
            yield Repeat(name, tuple(group))


def uppers(name: str) -> Iterator[str]:
    """Yield the names of the guarantee and slot that a name lies in."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name
