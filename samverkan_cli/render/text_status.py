"""`status` for people: the summary first, then every guarantee in a line, then what is due."""

from samverkan_cli.evaluate.coverage import GAPS, State
from samverkan_cli.flows.status import Status
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style, cells, padded
from samverkan_cli.render.text_due import accepted_lines, alone_line, due_lines, duties, risk_lines
from samverkan_cli.render.text_guarantee import guarantee_lines, reason, title_width
from samverkan_cli.render.text_parts import MARKS, state_words, unread_lines
from samverkan_cli.render.two_clocks import when


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
    gaps = [cell for cell in status.cells if cell.standing.state in GAPS]
    hidden = sum(cell.cell.protected for cell in gaps)
    vacant = status.count(State.VACANT) - hidden
    away, short = status.count(State.AWAY), status.count(State.SHORT)
    unknown = status.count(State.UNKNOWN)
    sentences = (
        (vacant, say_n(vacant, "{n} vacant", "{n} vacant"), Style.BAD),
        (away, say_n(away, "{n} away", "{n} away"), Style.BAD),
        (hidden, say_n(hidden, "{n} not covered", "{n} not covered"), Style.BAD),
        (short, say_n(short, "{n} short", "{n} short"), Style.WARN),
        (unknown, say_n(unknown, "{n} unknown", "{n} unknown"), Style.WARN),
    )
    return parts + [(words, style) for number, words, style in sentences if number]


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
        risk_lines(page, status)
        alone_line(page, status)
    accepted_lines(page, status)
    unread_lines(page, status.unread)


def concise(page: Page, status: Status) -> None:
    """Write the summary, and a line for every function that is not covered."""
    heading(page, status)
    for cell in status.cells:
        if cell.standing.state in GAPS:
            text = page.tongue(reason(cell, status.day))
            state = page.tongue(state_words(cell.cell, cell.standing.state))
            told = text if text.startswith(state) else f"{state}: {text}"
            page.add(MARKS[cell.standing.state], " ", f"{cell.cell.id}: {told}")
    if status.accepted:
        page.add(f"{page.tongue(say('Accepted for a time'))}: {len(status.accepted)}")
    unread_lines(page, status.unread)
