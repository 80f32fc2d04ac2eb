"""What several answers for people share: the marks of states, and what could not be read."""

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.language.terms import STATES
from samverkan_cli.model.promise import Cell
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import Words, few, say, say_n
from samverkan_cli.render.page import Page, Piece, Style

MARKS = {
    State.COVERED: Piece("✓", Style.GOOD),
    State.SHORT: Piece("◐", Style.WARN),
    State.VACANT: Piece("✗", Style.BAD),
    State.AWAY: Piece("✗", Style.BAD),
    State.UNKNOWN: Piece("?", Style.WARN),
    State.NOT_IN_FORCE: Piece("–", Style.DIM),
}


def state_words(cell: Cell, state: State) -> Words:
    """Return a state in words; of a protected function only whether it is covered."""
    return say("not covered") if cell.protected and state is State.VACANT else STATES[state]


def accepted_words(waiver: Waiver) -> Words:
    """Return which finding is accepted, until when, and who answers for it."""
    return say(
        "{rule} for {subject}, until {until}; {owner} answers for it",
        rule=waiver.rule,
        subject=waiver.subject,
        until=waiver.until,
        owner=waiver.owner,
    )


def unread_lines(page: Page, unread: tuple[str, ...]) -> None:
    """Write which files could not be read, so that nobody takes the answer for whole."""
    if unread:
        page.gap()
        words = say_n(
            len(unread),
            "{n} file could not be read, and what it says is missing above: {files}.",
            "{n} files could not be read, and what they say is missing above: {files}.",
            files=few(unread),
        )
        page.prose(page.tongue(words), style=Style.BAD)
        page.prose(page.tongue(say("“samverkan check” says what is wrong.")))


def section(page: Page, words: Words) -> None:
    """Begin a section."""
    page.gap()
    page.add(Piece(page.tongue(words), Style.STRONG))
