"""`trace` for people: what does not match, and the counts."""

from samverkan_cli.evaluate.trace import Match, Trace
from samverkan_cli.flows.trace import Traced
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_parts import unread_lines

MATCHES: dict[Match, Words] = {
    Match.CITED: say("cited"),
    Match.MOVED: say("moved"),
    Match.CHANGED: say("changed"),
    Match.GONE: say("gone"),
    Match.UNCITED: say("uncited"),
}
TOLD = (Match.CHANGED, Match.GONE, Match.UNCITED, Match.MOVED)
STYLES = {
    Match.CHANGED: Style.BAD,
    Match.GONE: Style.BAD,
    Match.UNCITED: Style.WARN,
    Match.MOVED: Style.NOTE,
}
LONGEST = 300


def lines(first: int, last: int) -> Words:
    """Return a range of lines in words."""
    if first == last:
        return say("line {first}", first=first)
    return say("lines {first}–{last}", first=first, last=last)


def passage(page: Page, one: Trace) -> None:
    """Write a passage that does not match, with the items that cite it."""
    tongue = page.tongue
    where = tongue(lines(one.first_line, one.last_line))
    page.add(Piece(tongue(MATCHES[one.match]), STYLES[one.match]), f": {where}")
    if one.now:
        page.add("  ", tongue(say("now {lines}", lines=lines(*one.now))))
    if one.items:
        page.prose(tongue(say("cited by: {items}", items=one.items)), indent=2)
    if one.text:
        text = visible(one.text)
        page.prose(
            text if len(text) <= LONGEST else text[:LONGEST] + "…", indent=2, style=Style.DIM
        )


def trace(page: Page, answer: Traced, *, concise: bool) -> None:
    """Write the answer."""
    tongue = page.tongue
    for match in TOLD:
        for one in answer.those(match):
            if concise:
                where = f"{visible(answer.document)}:{one.first_line}"
                page.add(f"{where}: {tongue(MATCHES[one.match])}: {', '.join(one.items)}")
            else:
                passage(page, one)
                page.gap()
    counts = [f"{len(answer.those(match))} {tongue(MATCHES[match])}" for match in Match]
    cited = len({item for one in answer.passages for item in one.items})
    page.prose(" · ".join(counts), style=Style.STRONG)
    page.prose(tongue(say_n(cited, "{n} item cites the document.", "{n} items cite the document.")))
    if answer.same is not None:
        words = (
            say("The file is the signed document, to the byte.")
            if answer.same
            else say(
                "The file is not the signed document to the byte; only its words were compared."
            )
        )
        page.prose(tongue(words))
    unread_lines(page, answer.unread)
