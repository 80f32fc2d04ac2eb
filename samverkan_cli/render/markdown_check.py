"""`check` as a summary in Markdown: one screen, and of a clean change one line.

Whatever comes out of files is text, and never markup (O7); nor is it a formula to a spreadsheet
that a table is pasted into (O5).
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from samverkan_cli.flows.check import Checked, Compared
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.check_parts import (
    Around,
    accepted_words,
    counts,
    differences,
    hidden_words,
    in_full,
    kept_words,
    since,
    told,
    unread_words,
)
from samverkan_cli.render.page import Page
from samverkan_cli.render.two_clocks import when

SHOWN = 20
LONGEST = 300
BUDGET = 900_000
"""The platform throws away a whole summary of more than 1 MiB."""
FORMULA = "=+-@＝＋－＠\t\r"


class Part(NamedTuple):
    """A section of the summary: its heading, which may be empty, and its lines."""

    heading: str
    lines: list[str]


def check(page: Page, answer: Checked, around: Around) -> None:
    """Write the answer."""
    tongue = page.tongue
    page.add(f"**samverkan** {escaped(verdict(answer, tongue))}")
    rest, dropped = BUDGET, list[str]()
    for part in parts(answer, around, tongue):
        lines = ["", *([f"### {part.heading}", ""] if part.heading else []), *part.lines]
        size = sum(len(line.encode()) + 1 for line in lines)
        if size > rest:
            dropped.append(part.heading)
            continue
        rest -= size
        for line in lines:
            page.add(line)
    if dropped:
        words = say("Left out for want of room: {parts}.", parts=tuple(dropped))
        page.gap()
        page.add(f"*{escaped(tongue(words))}*")


def verdict(answer: Checked, tongue: Tongue) -> str:
    """Return the whole answer in a line."""
    base = answer.base
    found = tongue(counts(told(answer)))
    sentences = [f"{found} ({when(tongue, answer.day, answer.revision)})."]
    if base:
        new = tongue(say("new: {counts}", counts=found) if base.new else say("nothing new"))
        sentences = [f"{tongue(since(base))}: {new}."]
        if base.kept:
            sentences.append(tongue(kept_words(base)))
    return " ".join(sentences)


def parts(answer: Checked, around: Around, tongue: Tongue) -> Iterator[Part]:
    """Yield what there is to tell, what matters most first."""
    base = answer.base
    warnings = [unread_words(answer)] if answer.unread else []
    warnings += [hidden_words(base)] if base and base.hidden else []
    if warnings:
        yield Part("", [f"- {escaped(tongue(words))}" for words in warnings])
    those = in_full(answer, around)
    if those:
        name = say("New") if base else say("Findings")
        rows = [row(one, tongue, around.inside) for one in those[:SHOWN]]
        yield titled(name, [*head(tongue), *rows, *more(len(those), tongue)], len(those), tongue)
    if answer.accepted:
        # Nobody is to forget them, so they are all named.
        lines = bullets(map(accepted_words, answer.accepted), tongue)
        yield titled(say("Accepted for a time"), lines, len(answer.accepted), tongue)
    if base:
        yield from compared(base, tongue)


def compared(base: Compared, tongue: Tongue) -> Iterator[Part]:
    """Yield what the change does, and what it mends."""
    if base.diff.changes:
        changes = list(differences(base))
        lines = [*bullets(changes[:SHOWN], tongue), *more(len(changes), tongue)]
        yield titled(say("What changes"), lines, len(base.diff.changes), tongue)
    if base.mended:
        gone = [named(one, tongue) for one in base.mended[:SHOWN]]
        lines = [*gone, *more(len(base.mended), tongue)]
        yield titled(say("Mended"), lines, len(base.mended), tongue)


def titled(name: Words, lines: list[str], number: int, tongue: Tongue) -> Part:
    """Return a section with the number of what is in it."""
    return Part(f"{escaped(tongue(name))} ({number})", lines)


def bullets(those: Iterable[Words], tongue: Tongue) -> list[str]:
    """Return a line for each sentence."""
    return [f"- {escaped(short(tongue(words)))}" for words in those]


def more(number: int, tongue: Tongue) -> list[str]:
    """Return the line on what is not shown."""
    if number <= SHOWN:
        return []
    return ["", escaped(tongue(say_n(number - SHOWN, "and {n} more", "and {n} more")))]


def named(located: Located, tongue: Tongue) -> str:
    """Return a finding that is gone, on a line."""
    found = located.finding
    return f"- {escaped(short(tongue(found.hit.message)))} `{found.rule}`"


def head(tongue: Tongue) -> list[str]:
    """Return how the table of findings begins."""
    names = (say("Severity"), say("What is wrong"), say("Where"), say("Rule"))
    return [f"| {' | '.join(escaped(tongue(name)) for name in names)} |", "| --- " * 4 + "|"]


def row(located: Located, tongue: Tongue, inside: str) -> str:
    """Return a finding as a row of the table."""
    found = located.finding
    file = found.hit.place.file
    cells = (
        cell(tongue(SEVERITIES[found.severity])),
        cell(tongue(found.hit.message)),
        cell(visible(f"{inside}{file}:{located.span.line}")) if file else "",
        f"`{found.rule}`",
    )
    return f"| {' | '.join(cells)} |"


def cell(text: str) -> str:
    """Return a text that may stand in a table; a spreadsheet takes none for a formula."""
    flat = " ".join(text.split())
    return escaped(short(f"'{flat}" if flat[:1] in FORMULA else flat))


def short(text: str) -> str:
    """Return a text that is not much longer than a few lines."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
