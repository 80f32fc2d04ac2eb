"""`status` for people: the summary first, then every guarantee in a line, then what is due."""

from datetime import date

from samverkan_cli.evaluate.coverage import GAPS, State, counted
from samverkan_cli.evaluate.duties import Course, DutyState, Performance
from samverkan_cli.flows.status import CellStatus, GuaranteeStatus, SlotStatus, Status
from samverkan_cli.language.terms import REASONS, STATES
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.promise import Number
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style, cells, padded, wrapped
from samverkan_cli.render.two_clocks import when

MARKS = {
    State.COVERED: Piece("✓", Style.GOOD),
    State.SHORT: Piece("◐", Style.WARN),
    State.VACANT: Piece("✗", Style.BAD),
    State.AWAY: Piece("✗", Style.BAD),
    State.UNKNOWN: Piece("?", Style.WARN),
    State.NOT_IN_FORCE: Piece("–", Style.DIM),
}
WORST = (State.VACANT, State.AWAY, State.SHORT, State.UNKNOWN, State.COVERED, State.NOT_IN_FORCE)
WIDEST_TITLE = 64
NARROWEST_TITLE = 30
REMARK_WIDTH = 48
SHOWN_DUTIES = 6


def counts(status: Status) -> list[tuple[Words, Style]]:
    """Return the parts of the summary line."""
    total = len(status.cells)
    parts = [
        (
            say_n(
                total,
                "{covered} of {n} function staffed",
                "{covered} of {n} functions staffed",
                covered=status.count(State.COVERED),
            ),
            Style.STRONG,
        )
    ]
    numbers = {state: status.count(state) for state in GAPS}
    sentences = (
        (State.VACANT, say_n(numbers[State.VACANT], "{n} vacant", "{n} vacant"), Style.BAD),
        (State.AWAY, say_n(numbers[State.AWAY], "{n} away", "{n} away"), Style.BAD),
        (State.SHORT, say_n(numbers[State.SHORT], "{n} short", "{n} short"), Style.WARN),
        (State.UNKNOWN, say_n(numbers[State.UNKNOWN], "{n} unknown", "{n} unknown"), Style.WARN),
    )
    return parts + [(words, style) for state, words, style in sentences if numbers[state]]


def heading(page: Page, status: Status) -> None:
    """Write the agreement, the day and the summary."""
    tongue = page.tongue
    day = when(tongue, status.day, status.revision)
    title = visible(status.agreement.title)
    room = page.width - cells(title) - cells(day)
    if room > 1:
        page.add(Piece(title, Style.STRONG), " " * min(room, 24), day)
    else:
        page.prose(title, style=Style.STRONG)
        page.prose(day)
    if status.agreement.term.reading:
        period = status.agreement.period
        words = say(
            "Counted under the reading “{reading}”: {first}–{last}.",
            reading=status.agreement.term.reading,
            first=period.first,
            last=period.last,
        )
        page.prose(tongue(words), style=Style.DIM)
    if status.agreement.illustrative:
        words = say_n(
            len(status.agreement.illustrative),
            "Example: the staffing or records in {n} file are made up (illustrative: true).",
            "Example: the staffing and records in {n} files are made up (illustrative: true).",
        )
        page.prose(tongue(words), style=Style.NOTE)
    if not status.in_force:
        page.prose(tongue(say("The agreement is not in force on this day.")), style=Style.WARN)
        return
    pieces: list[Piece | str] = []
    for words, style in counts(status):
        pieces += [" · ", Piece(tongue(words), style)] if pieces else [Piece(tongue(words), style)]
    page.flow(*pieces)
    duties(page, status)


def duties(page: Page, status: Status) -> None:
    """Write the line on duties: late, missed, and what comes next."""
    tongue = page.tongue
    late = len(status.performances(DutyState.LATE))
    missed = len(status.performances(DutyState.MISSED))
    parts = []
    if late:
        parts.append(tongue(say_n(late, "{n} duty late", "{n} duties late")))
    if missed:
        parts.append(tongue(say_n(missed, "{n} missed", "{n} missed")))
    if status.following:
        course, one = status.following
        parts.append(tongue(say("next: {title}, {day}", title=course.item.title, day=one.due)))
    if parts:
        page.prose(" · ".join(parts), style=Style.BAD if late else Style.PLAIN)


def promised(number: Number) -> Words:
    """Return how many a slot promises."""
    if number.exactly:
        return say_n(number.exactly, "{n} promised", "{n} promised")
    return say_n(number.least, "at least {n} promised", "at least {n} promised")


def since(cell: CellStatus, day: date) -> Words | None:
    """Return since when a function stands as it does."""
    if cell.run is None:
        return None
    days = (day - cell.run.first).days
    if not days:
        return say("since today")
    return say_n(days, "since {day}, {n} day", "since {day}, {n} days", day=cell.run.first)


def reason(cell: CellStatus, day: date) -> Words:
    """Return in words how a function stands, and why."""
    standing, run = cell.standing, cell.run
    if standing.state is State.AWAY:
        reasons = [one.away for one in standing.holders if one.away not in (None, Reason.VACANT)]
        why = REASONS[reasons[0] or Reason.OTHER]
        if run and not run.is_open:
            return say("{why} until {day}, nobody stands in", why=why, day=run.last)
        return say("{why}, nobody stands in", why=why)
    if standing.state is State.VACANT:
        when = since(cell, day)
        return say("vacant {since}", since=when) if when else STATES[State.VACANT]
    if standing.state is State.UNKNOWN:
        return say("nothing recorded")
    if standing.state is State.SHORT and standing.present < cell.cell.slot.each.least:
        return say(
            "{present} of {needed}", present=standing.present, needed=cell.cell.slot.each.least
        )
    return STATES[standing.state]


def name(cell: CellStatus) -> str:
    """Return a function's name as people say it."""
    return visible(cell.cell.function.title or cell.cell.slot.title or cell.cell.function.id)


def slot_remark(slot: SlotStatus) -> Words | None:
    """Return what is to be said of a slot as a whole, if it has too few posts."""
    if slot.state is State.NOT_IN_FORCE or slot.present >= slot.slot.holders.least:
        return None
    return say(
        "{present} of {promised}",
        present=say_n(slot.present, "{n} post", "{n} posts"),
        promised=promised(slot.slot.holders),
    )


def remark(guarantee: GuaranteeStatus, day: date, tongue: Tongue) -> str:
    """Return what stands to the right of a guarantee."""
    gaps = [cell for cell in guarantee.cells if cell.standing.state in GAPS]
    if not gaps:
        return covered_remark(guarantee, tongue)
    if len(guarantee.cells) == 1:
        words = slot_remark(guarantee.slots[0]) if gaps[0].standing.present else None
        return tongue(words or reason(gaps[0], day))
    return ""


def covered_remark(guarantee: GuaranteeStatus, tongue: Tongue) -> str:
    """Return how many posts a covered guarantee has, and whether it hangs on one."""
    if any(cell.standing.state is State.NOT_IN_FORCE for cell in guarantee.cells):
        return tongue(STATES[State.NOT_IN_FORCE])
    if any(cell.cell.function.protected for cell in guarantee.cells):
        return tongue(say("protected"))
    present = [one for cell in guarantee.cells for one in counted(cell.standing.holders)]
    posts = {one.post for one in present}
    words = say_n(len(posts), "{n} post", "{n} posts")
    if len(posts) == 1 and len(guarantee.cells) > 1:
        words = say("all on one post")
    if any(one.deputy for one in present):
        words = say("{posts}, a deputy stands in", posts=words)
    return tongue(words)


def title_width(page: Page) -> int:
    """Return how many columns the titles get."""
    return max(NARROWEST_TITLE, min(WIDEST_TITLE, page.width - REMARK_WIDTH))


def guarantee_lines(page: Page, status: GuaranteeStatus, day: date) -> None:
    """Write a guarantee: one line, and a line for every gap where it has several functions."""
    tongue = page.tongue
    states = [cell.standing.state for cell in status.cells]
    worst = next(state for state in WORST if state in states)
    partly = State.SHORT if worst in GAPS and State.COVERED in states else worst
    count = f"{states.count(State.COVERED)}/{len(states)}"
    title = visible(status.guarantee.title)
    note = remark(status, day, tongue)
    width = title_width(page)
    first, *rest = [*wrapped(title, width)] or [""]
    if cells(note) <= page.width - width - 13:
        page.add("  ", MARKS[partly], " ", padded(first, width), f" {count:>5}   ", note)
        note = ""
    else:
        page.add("  ", MARKS[partly], " ", padded(first, width), f" {count:>5}")
    for line in rest:
        page.add("    ", line)
    if note:
        page.prose(note, indent=6)
    if len(status.cells) > 1 and partly in GAPS:
        for slot in status.slots:
            slot_lines(page, slot, day, several=len(status.slots) > 1)


def slot_lines(page: Page, slot: SlotStatus, day: date, *, several: bool) -> None:
    """Write what a slot lacks: too few posts, and every function that nobody covers."""
    tongue = page.tongue
    whole = slot_remark(slot)
    gaps = [cell for cell in slot.cells if cell.standing.state in GAPS]
    shorts = [cell for cell in gaps if cell.standing.state is State.SHORT]
    if whole and shorts:
        title = visible(slot.slot.title or slot.slot.id) if several else ""
        text = f"{title}: {tongue(whole)}" if title else tongue(whole)
        page.flow("      ", MARKS[State.SHORT], " ", text, hang=8)
    told = [cell for cell in gaps if not (whole and cell.standing.state is State.SHORT)]
    texts = [tongue(reason(cell, day)) for cell in told]
    if len(told) == len(slot.cells) and len(told) > 1 and len(set(texts)) == 1:
        title = visible(slot.slot.title or slot.slot.id)
        text = f"{title} ({len(told)}): {texts[0]}"
        page.flow("      ", MARKS[told[0].standing.state], " ", text, hang=8)
        return
    for cell, text in zip(told, texts, strict=True):
        page.flow("      ", MARKS[cell.standing.state], " ", f"{name(cell)}: {text}", hang=8)


def title_of(course: Course, one: Performance) -> str:
    """Return an occurrence's name as people say it."""
    parts = (visible(course.item.title), one.occurrence.name, one.party)
    return " ".join(part for part in parts if part)


def due_lines(page: Page, status: Status) -> None:
    """Write what is late and what is due soon."""
    tongue = page.tongue
    late = status.performances(DutyState.LATE)
    soon = status.due_soon
    for pairs, words, style in (
        (late, say("Late"), Style.BAD),
        (soon, say("Due within 30 days"), Style.WARN),
    ):
        if not pairs:
            continue
        page.gap()
        page.add(Piece(tongue(words), Style.STRONG), f"  {len(pairs)}")
        for course, one in pairs[:SHOWN_DUTIES]:
            text = tongue(say("{title}: {day}", title=title_of(course, one), day=one.due))
            page.flow("  ", Piece("·", style), " ", text, hang=4)
        if len(pairs) > SHOWN_DUTIES:
            more = len(pairs) - SHOWN_DUTIES
            page.add("  ", tongue(say_n(more, "and {n} more", "and {n} more")))


def alone_line(page: Page, status: Status) -> None:
    """Write how many functions hang on a single post."""
    alone = sum(len(load.alone) for load in status.loads)
    if alone:
        heaviest = max(status.loads, key=lambda load: (len(load.alone), load.post))
        words = say_n(
            alone,
            "{n} function hangs on a single post ({post}).",
            "{n} functions hang on a single post each; most on {post}: {most}.",
            post=heaviest.post,
            most=len(heaviest.alone),
        )
        if alone > 1 and len(heaviest.alone) == 1:
            words = say("{n} functions hang on a single post each.", n=alone)
        page.gap()
        page.prose(page.tongue(words))


def full(page: Page, status: Status) -> None:
    """Write the whole answer."""
    heading(page, status)
    for party in status.agreement.parties:
        own = [one for one in status.guarantees if one.guarantee.party == party.id]
        if not own:
            continue
        states = [cell.standing.state for one in own for cell in one.cells]
        page.gap()
        count = f"{states.count(State.COVERED)}/{len(states)}"
        title = visible(party.title)
        page.add(Piece(padded(title, title_width(page) + 4), Style.STRONG), f" {count:>5}")
        for guarantee in own:
            guarantee_lines(page, guarantee, status.day)
    if status.in_force:
        due_lines(page, status)
        alone_line(page, status)
    unread_lines(page, status.unread)


def unread_lines(page: Page, unread: tuple[str, ...]) -> None:
    """Write which files could not be read, so that nobody takes the answer for whole."""
    if unread:
        page.gap()
        words = say_n(
            len(unread),
            "{n} file could not be read, and what it says is missing above: {files}.",
            "{n} files could not be read, and what they say is missing above: {files}.",
            files=unread,
        )
        page.prose(page.tongue(words), style=Style.BAD)
        page.prose(page.tongue(say("“samverkan check” says what is wrong.")))


def concise(page: Page, status: Status) -> None:
    """Write the summary, and a line for every function that is not covered."""
    heading(page, status)
    for cell in status.cells:
        if cell.standing.state in GAPS:
            text = page.tongue(reason(cell, status.day))
            state = page.tongue(STATES[cell.standing.state])
            line = (
                f"{cell.cell.id}: {state}" if text == state else f"{cell.cell.id}: {state}: {text}"
            )
            page.add(MARKS[cell.standing.state], " ", line)
    unread_lines(page, status.unread)
