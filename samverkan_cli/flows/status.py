"""`status`: every promise of staffing and every duty, as they stand on a day."""

from collections.abc import Container, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from samverkan_cli.evaluate.backing import Alone, alone
from samverkan_cli.evaluate.coverage import Standing, State
from samverkan_cli.evaluate.duties import Course, DutyState, Performance, courses
from samverkan_cli.evaluate.gaps import ending
from samverkan_cli.evaluate.load import Load, loads
from samverkan_cli.evaluate.references import astray, names_for_staffing, of_staffing
from samverkan_cli.evaluate.timeline import CellTimeline, timelines
from samverkan_cli.evaluate.waiving import in_force
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.duty import FollowUp
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Cell, Guarantee, Slot
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.store.register import Register

ROUND = frozenset({Rhythm.WEEKLY, Rhythm.FORTNIGHTLY})


class CellStatus(Frozen):
    """A function on the day, and the days in a row on which it stands that way.

    Of a protected function the days are not told. `unread`: its party's staffing is not read.
    """

    cell: Cell
    standing: Standing
    run: Period | None
    unread: bool = False


class SlotStatus(Frozen):
    """A slot on the day."""

    slot: Slot
    cells: tuple[CellStatus, ...]

    @property
    def present(self) -> int:
        """Return how many distinct posts count on the day; none where a function is protected."""
        if self.protected:
            return 0
        return max((cell.standing.slot_present for cell in self.cells), default=0)

    @property
    def protected(self) -> bool:
        """Tell whether any of its functions is protected."""
        return any(cell.cell.protected for cell in self.cells)

    @property
    def state(self) -> State:
        """Return the state that all functions share; `short` where they differ."""
        states = {cell.standing.state for cell in self.cells}
        return states.pop() if len(states) == 1 else State.SHORT


class GuaranteeStatus(Frozen):
    """A guarantee on the day."""

    guarantee: Guarantee
    slots: tuple[SlotStatus, ...]

    @property
    def cells(self) -> tuple[CellStatus, ...]:
        """Return its functions."""
        return tuple(cell for slot in self.slots for cell in slot.cells)


class Ending(NamedTuple):
    """Functions of a slot that are covered on the day and no longer from `first`."""

    first: date
    cells: tuple[Cell, ...]


class Status(Frozen):
    """The answer of `status`."""

    agreement: Agreement
    day: date
    revision: Revision | None = None
    unread: tuple[str, ...]
    guarantees: tuple[GuaranteeStatus, ...]
    courses: tuple[Course, ...]
    loads: tuple[Load, ...]
    alone: tuple[Alone, ...]
    ending: tuple[Ending, ...]
    errors: int

    @property
    def in_force(self) -> bool:
        """Tell whether the agreement holds on the day."""
        return self.day in self.agreement.period

    @property
    def cells(self) -> tuple[CellStatus, ...]:
        """Return every function."""
        return tuple(cell for guarantee in self.guarantees for cell in guarantee.cells)

    def count(self, state: State) -> int:
        """Return how many functions stand so."""
        return sum(cell.standing.state is state for cell in self.cells)

    def performances(self, *states: DutyState) -> tuple[tuple[Course, Performance], ...]:
        """Return the occurrences in any of `states`, the earliest due first."""
        found = [(course, one) for course in self.courses for one in course.those(*states)]
        return tuple(sorted(found, key=lambda pair: (pair[1].due, pair[0].item.id, pair[1].party)))

    @property
    def missed(self) -> tuple[tuple[Course, int], ...]:
        """Return what was missed and how many times, the most first."""
        found = [(course, course.count(DutyState.MISSED)) for course in self.courses]
        return tuple(sorted((pair for pair in found if pair[1]), key=lambda pair: -pair[1]))

    @property
    def due_soon(self) -> tuple[tuple[Course, Performance], ...]:
        """Return what is to be done within the time of notice, each duty once."""
        first: dict[int, tuple[Course, Performance]] = {}
        notice = timedelta(days=self.agreement.settings.due_soon)
        for course, one in self.performances(DutyState.DUE, DutyState.UPCOMING):
            if one.due <= self.day + notice:
                first.setdefault(id(course), (course, one))
        return tuple(first.values())

    @property
    def following(self) -> tuple[Course, Performance] | None:
        """Return what comes next; the weekly round only where there is nothing else."""
        ahead = self.performances(DutyState.DUE, DutyState.UPCOMING)
        rare = [pair for pair in ahead if pair[0].item.cadence.rhythm not in ROUND]
        return next(iter(rare or ahead), None)

    @property
    def accepted(self) -> tuple[Waiver, ...]:
        """Return the waivers in force on the day, the first to end first."""
        found = in_force(self.agreement.waivers, self.day).values()
        return tuple(sorted(found, key=lambda one: one.until))

    @property
    def follow_ups(self) -> tuple[Course, ...]:
        """Return the follow-ups."""
        return tuple(course for course in self.courses if isinstance(course.item, FollowUp))


class Choice(NamedTuple):
    """What to tell of: one party's, one form's, or everything."""

    party: str = ""
    form: str = ""

    def wants(self, cell: Cell) -> bool:
        """Tell whether a function is asked for."""
        return (not self.party or cell.guarantee.party == self.party) and (
            not self.form or self.form in cell.function.forms
        )

    def wants_course(self, course: Course) -> bool:
        """Tell whether a duty or follow-up is asked for."""
        if self.form:
            return course.form is not None and course.form.id == self.form
        return (
            not self.party
            or isinstance(course.item, FollowUp)
            or (self.party in course.item.who.parties)
        )

    def wants_side(self, side: Alone) -> bool:
        """Tell whether it is asked for that a party is missing, or has nobody to turn to."""
        return (not self.party or self.party in (side.party, *side.others)) and (
            not self.form or self.form == side.pair.form.id
        )


def cell_status(timeline: CellTimeline, day: date, unread: Container[str]) -> CellStatus:
    """Return how a function stands on the day."""
    cell = timeline.cell
    return CellStatus(
        cell=cell,
        standing=timeline.on(day),
        run=None if cell.protected else timeline.run(day),
        unread=f"staffing/{cell.guarantee.party}.yaml" in unread,
    )


def guarantees(cells: Iterable[CellStatus]) -> tuple[GuaranteeStatus, ...]:
    """Put functions together into slots, and slots into guarantees."""
    grouped: dict[int, tuple[Guarantee, dict[int, tuple[Slot, list[CellStatus]]]]] = {}
    for status in cells:
        cell = status.cell
        _, slots = grouped.setdefault(id(cell.guarantee), (cell.guarantee, {}))
        slots.setdefault(id(cell.slot), (cell.slot, []))[1].append(status)
    return tuple(
        GuaranteeStatus(
            guarantee=guarantee,
            slots=tuple(
                SlotStatus(slot=slot, cells=tuple(cells)) for slot, cells in slots.values()
            ),
        )
        for guarantee, slots in grouped.values()
    )


def errors(register: Register, agreement: Agreement) -> int:
    """Return how many mistakes keep the answer from being whole.

    They are what could not be read, and what the staffing and the records name that is not
    there. `check` finds all that is wrong; here it would only make the answer slow.
    """
    known = names_for_staffing(agreement)
    return len(register.faults) + len(astray(of_staffing(agreement), known, register.unread))


def status(register: Register, day: date, choice: Choice) -> Status:
    """Return how every promise stands on `day`.

    Raises:
        LookupError: the agreement cannot be read.
    """
    agreement = register.agreement
    if agreement is None:
        raise LookupError
    every = timelines(agreement)
    lines = tuple(line for line in every if choice.wants(line.cell))
    followed = courses(agreement, day)
    return Status(
        agreement=agreement,
        day=day,
        revision=register.revision,
        unread=register.unread,
        guarantees=guarantees(cell_status(line, day, register.unread) for line in lines),
        courses=tuple(one for one in followed if choice.wants_course(one)),
        loads=loads(agreement, lines, day),
        alone=tuple(side for side in alone(agreement, every, day) if choice.wants_side(side)),
        ending=tuple(
            Ending(first, tuple(line.cell for line in those))
            for (_, first), those in sorted(
                ending(lines, day, agreement.settings.ends_soon).items(),
                key=lambda pair: pair[0][1],
            )
        ),
        errors=errors(register, agreement) + sum(one.cut for one in followed),
    )
