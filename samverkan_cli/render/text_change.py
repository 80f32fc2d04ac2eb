"""The answer of a writing verb for people: what changed, what follows, and where it is."""

from collections.abc import Iterator

from samverkan_cli.evaluate.effects import Effect
from samverkan_cli.evaluate.entries import cell_title
from samverkan_cli.flows.change import Changed, Done
from samverkan_cli.flows.openly import COVER, texts_of
from samverkan_cli.flows.propose import Proposal
from samverkan_cli.language.visible import visible
from samverkan_cli.model.revision import SHORT
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_findings import full as finding
from samverkan_cli.render.text_log import changes_lines
from samverkan_cli.render.text_parts import MARKS, section, state_words

SHOWN = 12
LINES = {"+": Style.GOOD, "-": Style.BAD, "@": Style.NOTE}


def done(answer: Changed) -> Words:
    """Return what became of the wish, and in which files."""
    files = tuple(sorted(answer.proposal.new))
    if answer.done is Done.COMMITTED:
        return say("Committed as {id}: {files}.", id=answer.revision[:SHORT], files=files)
    if answer.done is Done.WRITTEN:
        return say("Written but not committed: {files}.", files=files)
    return say("Nothing is written. This is what would change:")


def left_out(proposal: Proposal) -> Words | None:
    """Return what is said of edited files that are not taken along."""
    if not proposal.left_out:
        return None
    return say(
        "Left out, because git ignores them or takes them as unchanged: {files}.",
        files=proposal.left_out,
    )


def days(effect: Effect) -> Words:
    """Return on which days."""
    first, last = effect.period.first, effect.period.last
    if not effect.closed:
        return say("from {day}", day=first)
    return (
        say("{first}–{last}", first=first, last=last) if first != last else say("{day}", day=first)
    )


def effect_words(effect: Effect) -> Words:
    """Return what becomes of a function."""
    return say(
        "{function}: {state} {days} (was {before})",
        function=cell_title(effect.cell),
        state=state_words(effect.cell, effect.after),
        days=days(effect),
        before=state_words(effect.cell, effect.before),
    )


def ordered(effects: tuple[Effect, ...]) -> Iterator[Effect]:
    """Yield what becomes worse first."""
    yield from (one for one in effects if one.is_worse)
    yield from (one for one in effects if not one.is_worse)


def effects_lines(page: Page, effects: tuple[Effect, ...]) -> None:
    """Write what a change does to the promises."""
    if not effects:
        return
    section(page, say("What follows"))
    for effect in list(ordered(effects))[:SHOWN]:
        page.flow("  ", MARKS[effect.after], f" {page.tongue(effect_words(effect))}", hang=4)
    if len(effects) > SHOWN:
        n = len(effects) - SHOWN
        page.prose(page.tongue(say_n(n, "and {n} more", "and {n} more")), indent=2)


def errors_lines(page: Page, proposal: Proposal, folder: str) -> None:
    """Write the errors that a change brings, in the files as they would be."""
    texts = texts_of(proposal.after) if proposal.errors else {}
    for one in proposal.errors:
        finding(page, one, texts, folder)


def diff_lines(page: Page, proposal: Proposal) -> None:
    """Write what changes in the files."""
    section(page, say("In the files"))
    lines = list(proposal.lines())
    for line in lines:
        page.add(Piece(visible(line), LINES.get(line[:1], Style.PLAIN)))
    if any(line[1:] == COVER for line in lines):
        words = say(
            "“{sign}” stands for a line that tells who holds a protected function.", sign=COVER
        )
        page.prose(page.tongue(words), style=Style.DIM)


def change(page: Page, answer: Changed, folder: str, *, seen: bool = False) -> None:
    """Write the answer, without what becomes worse where a person has `seen` that."""
    proposal = answer.proposal
    page.flow(Piece(page.tongue(proposal.intent.title), Style.STRONG), hang=2)
    page.prose(page.tongue(done(answer)))
    if words := left_out(proposal):
        page.prose(page.tongue(words))
    changes_lines(page, proposal.changes, proposal.titles, every=True)
    effects_lines(page, tuple(one for one in proposal.effects if not (seen and one.is_worse)))
    if proposal.errors:
        section(page, say("New errors"))
        errors_lines(page, proposal, folder)
    if answer.done is Done.PROPOSED:
        diff_lines(page, proposal)


def concise(page: Page, answer: Changed) -> None:
    """Write the answer in a line."""
    proposed = answer.done is Done.PROPOSED
    told = [say("Nothing is written.") if proposed else done(answer)]
    if errors := len(answer.proposal.errors):
        told.append(say_n(errors, "It brings {n} new error.", "It brings {n} new errors."))
    if words := left_out(answer.proposal):
        told.append(words)
    title = page.tongue(answer.proposal.intent.title)
    page.add(f"{title}. {' '.join(map(page.tongue, told))}")
