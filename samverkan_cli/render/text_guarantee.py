"""A guarantee of `status` for people: a line, and a line for every gap in it."""

from datetime import date

from samverkan_cli.evaluate.coverage import GAPS, State, counted
from samverkan_cli.flows.status import CellStatus, GuaranteeStatus, SlotStatus
from samverkan_cli.language.terms import REASONS, STATES
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.promise import Number
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, cells, padded, wrapped
from samverkan_cli.render.text_parts import MARKS, state_words

WORST = (State.VACANT, State.AWAY, State.SHORT, State.UNKNOWN, State.COVERED, State.NOT_IN_FORCE)
WIDEST_TITLE = 64
NARROWEST_TITLE = 30
REMARK_WIDTH = 48


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
    """Return in words how a function stands, and why; of a protected one not why."""
    standing, least = cell.standing, cell.cell.slot.each.least
    if cell.unread or cell.cell.protected:
        return say("not read") if cell.unread else state_words(cell.cell, standing.state)
    if standing.state is State.AWAY:
        return away(cell)
    since_when = since(cell, day)
    if standing.state is State.VACANT and since_when:
        return say("vacant {since}", since=since_when)
    if standing.state is State.UNKNOWN:
        return say("nothing recorded")
    if standing.state is State.SHORT and standing.present < least:
        return say("{present} of {needed}", present=standing.present, needed=least)
    return STATES[standing.state]


def away(cell: CellStatus) -> Words:
    """Return why nobody is there, and until when if that is recorded."""
    holders = cell.standing.holders
    reasons = [one.away for one in holders if one.away not in (None, Reason.VACANT)]
    why = REASONS[reasons[0] or Reason.OTHER]
    if cell.run and not cell.run.is_open:
        return say("{why} until {day}, nobody stands in", why=why, day=cell.run.last)
    return say("{why}, nobody stands in", why=why)


def name(cell: CellStatus) -> str:
    """Return a function's name as people say it."""
    return visible(cell.cell.function.title or cell.cell.slot.title or cell.cell.function.id)


def slot_remark(slot: SlotStatus) -> Words | None:
    """Return what is to be said of a slot as a whole, if it has too few posts."""
    enough = slot.protected or slot.present >= slot.slot.holders.least
    if slot.state is State.NOT_IN_FORCE or enough:
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
    if any(cell.cell.protected for cell in guarantee.cells):
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
