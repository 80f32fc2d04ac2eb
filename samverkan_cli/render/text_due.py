"""What `status` tells people of duties, and of what is about to go wrong."""

from collections.abc import Sequence

from samverkan_cli.evaluate.backing import FAMILY_WORDS
from samverkan_cli.evaluate.duties import Course, DutyState, Performance
from samverkan_cli.flows.status import Status
from samverkan_cli.language.visible import visible
from samverkan_cli.model.period import day_before
from samverkan_cli.model.promise import Cell
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_parts import accepted_words

SHOWN_DUTIES = 6


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


def title_of(course: Course, one: Performance) -> str:
    """Return an occurrence's name as people say it."""
    parts = (visible(course.item.title), one.occurrence.name, one.party)
    return " ".join(part for part in parts if part)


def due_lines(page: Page, status: Status) -> None:
    """Write what is late, what was missed and what is due soon."""
    late = status.performances(DutyState.LATE)
    listed(page, say("Late"), Style.BAD, [due_words(*pair) for pair in late])
    missed = [
        say_n(number, "{title}: {n} time", "{title}: {n} times", title=course.item.title)
        for course, number in status.missed
    ]
    listed(page, say("Missed"), Style.BAD, missed, sum(number for _, number in status.missed))
    soon = [due_words(*pair) for pair in status.due_soon]
    days = status.agreement.settings
    listed(
        page, say_n(days.due_soon, "Due within {n} day", "Due within {n} days"), Style.WARN, soon
    )


def due_words(course: Course, one: Performance) -> Words:
    """Return what is to be done, and when."""
    return say("{title}: {day}", title=title_of(course, one), day=one.due)


def risk_lines(page: Page, status: Status) -> None:
    """Write where a party has nobody to turn to, and whose cover soon ends."""
    title = status.agreement.title_of
    lonely = [
        say(
            "{form}: {party} has nobody for {family}, {others} has somebody",
            form=side.pair.form.title,
            party=title(side.party),
            family=FAMILY_WORDS[side.pair.family],
            others=tuple(map(title, side.others)),
        )
        for side in status.alone
    ]
    listed(page, say("Counterpart alone"), Style.WARN, lonely)
    ends = [
        say("{functions}: until {day}", functions=titles(one.cells), day=day_before(one.first))
        for one in status.ending
    ]
    days = status.agreement.settings
    listed(
        page,
        say_n(
            days.ends_soon, "Covered no longer within {n} day", "Covered no longer within {n} days"
        ),
        Style.WARN,
        ends,
    )


def accepted_lines(page: Page, status: Status) -> None:
    """Write what is accepted for a time, until when, and who answers for it."""
    listed(page, say("Accepted for a time"), Style.DIM, [*map(accepted_words, status.accepted)])


def titles(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    """Return what functions of one slot are called; all of them together like the slot."""
    from samverkan_cli.evaluate.entries import cell_title, slot_title

    guarantee, slot, _ = cells[0]
    if len(cells) == len(slot.functions):
        return (slot_title(guarantee, slot),)
    return tuple(map(cell_title, cells))


def listed(
    page: Page, heading: Words, style: Style, lines: Sequence[Words], number: int = 0
) -> None:
    """Write a heading with a number, and the first lines of what it is about."""
    if not lines:
        return
    tongue = page.tongue
    page.gap()
    page.add(Piece(tongue(heading), Style.STRONG), f"  {number or len(lines)}")
    for words in lines[:SHOWN_DUTIES]:
        page.flow("  ", Piece("·", style), " ", tongue(words), hang=4)
    if len(lines) > SHOWN_DUTIES:
        more = len(lines) - SHOWN_DUTIES
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
