"""What a gap in the staffing comes from, when one begins, and entries that contradict others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from samverkan_cli.evaluate.coverage import Staffing, State, covers
from samverkan_cli.evaluate.timeline import CellTimeline
from samverkan_cli.model.period import day_after
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment


def causes(staffing: Staffing, timeline: CellTimeline, day: date) -> tuple[Place, ...]:
    """Return where it is written that a function has nobody on `day`.

    That is the absence of each ordinary holder, or the assignment that was the last to end.
    """
    away = [holder.post for holder in timeline.on(day).holders if not holder.deputy]
    if away:
        absences = [absence for post in away for absence in staffing.absences[post]]
        return tuple(absence.place for absence in absences if day in absence.period)
    ended = [
        assignment
        for assignment in staffing.assignments[timeline.cell.slot_id]
        if covers(assignment, timeline.cell.function.id)
        and not assignment.deputy
        and assignment.period.last < day
    ]
    last = max(ended, key=lambda assignment: assignment.period.last, default=None)
    return (last.place,) if last else ()


def ends(timeline: CellTimeline, day: date) -> date | None:
    """Return the first day on which a function that is covered on `day` no longer is, if known.

    That the period ends is no gap. Of a protected function nothing is told but how it stands.
    """
    run = timeline.run(day)
    if run is None or run.is_open or run.last == timeline.segments[-1].period.last:
        return None
    covered = timeline.on(day).state is State.COVERED and not timeline.cell.protected
    return day_after(run.last) if covered else None


def overlapping(entries: Iterable[Assignment]) -> Iterator[tuple[Assignment, Assignment]]:
    """Yield every assignment with an earlier written one that it repeats.

    The same post holds the same function twice, both times as ordinary holder or as deputy.
    """
    earlier: dict[tuple[str, str, bool], list[Assignment]] = defaultdict(list)
    for entry in entries:
        alike = earlier[entry.post, entry.slot, entry.deputy]
        for other in alike:
            shared = {*entry.functions} & {*other.functions}
            any_function = shared or not entry.functions or not other.functions
            if any_function and not (entry.period & other.period).is_empty:
                yield other, entry
                break
        alike.append(entry)


def twice_away(absences: Iterable[Absence]) -> Iterator[tuple[Absence, Absence]]:
    """Yield every absence with an earlier written one of the same post on the same days."""
    earlier: dict[str, list[Absence]] = defaultdict(list)
    for absence in absences:
        for other in earlier[absence.post]:
            if not (absence.period & other.period).is_empty:
                yield other, absence
                break
        earlier[absence.post].append(absence)


def ordinary_present(timelines: Iterable[CellTimeline], day: date) -> set[str]:
    """Return the distinct posts that hold any of the functions and are there, deputies left out."""
    return {
        holder.post
        for timeline in timelines
        for holder in timeline.on(day).holders
        if not holder.deputy and holder.away is None
    }


def only_deputies(timelines: Iterable[CellTimeline], day: date) -> set[str]:
    """Return the deputies of those functions that have no ordinary holder to stand in for."""
    found: set[str] = set()
    for timeline in timelines:
        holders = timeline.on(day).holders
        if all(holder.deputy for holder in holders):
            found.update(holder.post for holder in holders)
    return found


def ending(
    timelines: Iterable[CellTimeline], day: date, within: int
) -> dict[tuple[str, date], tuple[CellTimeline, ...]]:
    """Return those covered on `day` but no longer within so many days, by slot and first day."""
    found: dict[tuple[str, date], list[CellTimeline]] = {}
    for timeline in timelines:
        first = ends(timeline, day)
        if first and (first - day).days <= within:
            found.setdefault((timeline.cell.slot_id, first), []).append(timeline)
    return {key: tuple(those) for key, those in found.items()}
