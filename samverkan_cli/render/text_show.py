"""`show` for people: one thing, its source, how it stands and why, over the whole period."""

from datetime import date

from samverkan_cli.evaluate.coverage import Holder, State
from samverkan_cli.evaluate.duties import Course, DutyState, Performance
from samverkan_cli.evaluate.occurrences import add_months
from samverkan_cli.evaluate.timeline import CellTimeline, Segment
from samverkan_cli.flows.recent import Recent
from samverkan_cli.flows.show import Shown, runs
from samverkan_cli.language.terms import DUTY_STATES, FIRMNESS, KINDS, REASONS, STATES, cadence
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.duty import Duty
from samverkan_cli.model.frame import Source
from samverkan_cli.model.period import Period, day_before
from samverkan_cli.model.promise import Cell
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_facts import fact_lines
from samverkan_cli.render.text_findings import concise as finding_line
from samverkan_cli.render.text_guarantee import promised
from samverkan_cli.render.text_log import entry as history_entry
from samverkan_cli.render.text_parts import MARKS, section, state_words, unread_lines
from samverkan_cli.render.two_clocks import when

SIGNS = {
    State.COVERED: "█",
    State.SHORT: "▓",
    State.AWAY: "░",
    State.VACANT: "·",
    State.UNKNOWN: "?",
    State.NOT_IN_FORCE: " ",
}
WORST = (State.VACANT, State.AWAY, State.UNKNOWN, State.SHORT, State.COVERED, State.NOT_IN_FORCE)
STRIP_MONTHS = 60
SHOWN_OCCURRENCES = 12
NARROW = 60


def source_line(source: Source) -> Words:
    """Return where in the document an item stands."""
    lines = (
        say("line {first}", first=source.first_line)
        if source.first_line == source.last_line
        else say("lines {first}–{last}", first=source.first_line, last=source.last_line)
    )
    if source.item:
        return say(
            "“{heading}”, item {item}, {lines}",
            heading=source.heading,
            item=source.item,
            lines=lines,
        )
    if source.heading:
        return say("“{heading}”, {lines}", heading=source.heading, lines=lines)
    return lines


def months(period: Period) -> list[Period]:
    """Return the calendar months of a period, at most five years of them."""
    found: list[Period] = []
    first = period.first
    while first <= period.last and len(found) < STRIP_MONTHS:
        following = add_months(first.replace(day=1), 1)
        found.append(Period(first, min(day_before(following), period.last)))
        first = following
    return found


def strip(timeline: CellTimeline, period: Period) -> str:
    """Return a sign for every month: the worst state of any day in it."""
    signs = []
    for month in months(period):
        states = {
            segment.standing.state
            for segment in timeline.segments
            if not (segment.period & month).is_empty
        }
        worst = next((state for state in WORST if state in states), State.NOT_IN_FORCE)
        signs.append(SIGNS[worst])
    return "".join(signs)


def holder(one: Holder, tongue: Tongue) -> str:
    """Return a holder in words."""
    parts = [visible(one.post)]
    if one.deputy:
        parts.append(tongue(say("deputy")))
    if one.away:
        parts.append(tongue(REASONS[one.away]))
    return f"{parts[0]} ({', '.join(parts[1:])})" if parts[1:] else parts[0]


def segment_line(page: Page, segment: Segment, cell: Cell, day: date) -> None:
    """Write some days in a row: from when to when, in which state, and who."""
    tongue = page.tongue
    last = "" if segment.period.is_open else segment.period.last.isoformat()
    here = "→" if day in segment.period else " "
    state = segment.standing.state
    who = ", ".join(holder(one, tongue) for one in segment.standing.holders)
    page.flow(
        f"    {here} {segment.period.first.isoformat()} – {last:10}  ",
        MARKS[state],
        f" {tongue(state_words(cell, state)):12} {who}".rstrip(),
        hang=8 if page.width < NARROW else 33,
    )


def function_lines(page: Page, timeline: CellTimeline, period: Period, day: date) -> None:
    """Write a function over the whole period."""
    tongue, cell = page.tongue, timeline.cell
    standing = timeline.on(day)
    page.flow(
        "  ",
        MARKS[standing.state],
        " ",
        Piece(cell.id, Style.STRONG),
        f"  {tongue(state_words(cell, standing.state))}",
        hang=6,
    )
    kind, number = tongue(KINDS[cell.slot.kind]), tongue(promised(cell.slot.holders))
    parts = [kind, number]
    if not (cell.slot.protected or any(one.protected for one in cell.slot.functions)):
        there = standing.slot_present
        here = say_n(there, "{n} post present in the slot", "{n} posts present in the slot")
        parts.append(tongue(here))
    page.prose(", ".join(parts), indent=6, style=Style.DIM)
    page.add(f"      {strip(timeline, period)}")
    for segment in runs(timeline):
        segment_line(page, segment, cell, day)


def occurrence_line(page: Page, one: Performance) -> None:
    """Write an occurrence of a duty with its record."""
    tongue = page.tongue
    name = " ".join(part for part in (one.occurrence.name or "–", one.party) if part)
    text = f"{name:12} {tongue(DUTY_STATES[one.state]):10} {tongue.day(one.due)}"
    if one.record and one.done_on:
        done = say("done {day}", day=one.done_on)
        text += f"  {tongue(done)} {visible(one.record.reference)}"
    page.flow("      ", text.rstrip(), hang=19)


def duty_lines(page: Page, course: Course) -> None:
    """Write a duty or follow-up with its occurrences."""
    tongue, item = page.tongue, course.item
    page.flow("  ", Piece(visible(item.title), Style.STRONG), f"  {item.id}", hang=4)
    facts = [tongue(cadence(item.cadence))]
    if isinstance(item, Duty):
        facts = [", ".join(item.who.parties), tongue(FIRMNESS[item.firmness]), *facts]
    page.prose(", ".join(facts), indent=6, style=Style.DIM)
    counts = [
        f"{course.count(state)} {tongue(DUTY_STATES[state])}"
        for state in DutyState
        if course.count(state)
    ]
    if counts:
        page.prose(" · ".join(counts), indent=6)
    wanted = course.those(DutyState.LATE, DutyState.DUE, DutyState.MISSED, DutyState.DONE)
    for one in wanted[-SHOWN_OCCURRENCES:]:
        occurrence_line(page, one)
    for record in course.other[-SHOWN_OCCURRENCES:]:
        done = say("done {day}", day=record.on)
        page.add("      ", f"{tongue(done)} {visible(record.reference)}".rstrip())
    if len(wanted) > SHOWN_OCCURRENCES:
        more = len(wanted) - SHOWN_OCCURRENCES
        page.add("      ", tongue(say_n(more, "and {n} earlier", "and {n} earlier")))


def reading_lines(page: Page, answer: Shown) -> None:
    """Write how the wording is read, and what was rejected."""
    tongue = page.tongue
    for reading in answer.readings:
        page.prose(visible(reading.question), indent=2)
        page.prose(tongue(say("read as: {text}", text=reading.chosen)), indent=6)
        for text in reading.rejected:
            page.prose(tongue(say("not as: {text}", text=text)), indent=6, style=Style.DIM)
        decided = (
            say("decided by {body}", body=reading.decided_by)
            if reading.decided_by
            else say("not decided by the parties")
        )
        page.prose(tongue(decided), indent=6, style=Style.DIM)


def heading(page: Page, answer: Shown) -> None:
    """Write what the thing is, and where the document says so."""
    value = answer.item.value
    title = getattr(value, "title", "") or getattr(value, "term", "") or getattr(value, "role", "")
    page.flow(Piece(visible(title or answer.item.id), Style.STRONG), f"  {answer.item.id}")
    description = getattr(value, "description", "")
    if description:
        page.prose(visible(description))
    if answer.source:
        page.prose(page.tongue(source_line(answer.source)), style=Style.DIM)
    if answer.revision:
        page.prose(when(page.tongue, answer.day, answer.revision), style=Style.DIM)


def history_lines(page: Page, history: Recent, name: str) -> None:
    """Write the latest of a thing's history, if there is any."""
    if history.entries or not history.whole:
        section(page, say("History"))
    for entry in history.entries:
        history_entry(page, entry, every=True)
    if not history.whole:
        words = say("Everything before this: samverkan log {id}", id=name)
        page.prose(page.tongue(words), style=Style.DIM)


def show(page: Page, answer: Shown, folder: str, history: Recent | None = None) -> None:
    """Write the answer."""
    tongue = page.tongue
    heading(page, answer)
    fact_lines(page, answer)
    if answer.timelines:
        section(page, say("How it stands on {day}", day=answer.day))
        for timeline in answer.timelines:
            function_lines(page, timeline, answer.agreement.period, answer.day)
        page.flow("      ", Piece(legend(tongue), Style.DIM), hang=6)
    if answer.courses:
        section(page, say("Duties and follow-ups"))
        for course in answer.courses:
            duty_lines(page, course)
    if answer.readings:
        section(page, say("How the wording is read"))
        reading_lines(page, answer)
    if answer.findings:
        section(page, say("Findings"))
        for one in answer.findings:
            finding_line(page, one, folder, wrap=True)
    history_lines(page, history or Recent(), answer.item.id)
    unread_lines(page, answer.unread)


def legend(tongue: Tongue) -> str:
    """Return what the signs of a strip mean; one sign is a month, by its worst day."""
    signs = [
        f"{SIGNS[state]}\u00a0{tongue(STATES[state])}"
        for state in (State.COVERED, State.SHORT, State.AWAY, State.VACANT, State.UNKNOWN)
    ]
    return f"{tongue(say('one sign a month, by its worst day'))}: {'  '.join(signs)}"
