"""`check` as a summary in Markdown: one screen, and of a clean change one line.

What the change does goes first, then what it made worse, what it mended and what is accepted.
Whatever comes out of files is text, and never markup (O7); nor is it a formula to a spreadsheet
that a table is pasted into (O5).
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

from samverkan_cli.flows.check import Accepted, Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.check_parts import (
    Around,
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
from samverkan_cli.render.text_parts import accepted_words
from samverkan_cli.render.two_clocks import when

SCREEN = 40
"""So many rows are shown in all. With texts that are cut, the summary stays far below the 1 MiB of
which the platform throws away the whole."""
BESIDE = 3
"""So many findings that are accepted stand on the line of a change that does nothing else."""
LONGEST = 300
FORMULA = "=+-@＝＋－＠\t\r"


class Part(NamedTuple):
    """A section of the summary: its name and number, the lines above the rows, and the rows."""

    name: Words
    number: int
    rows: Sequence[Any]
    tell: Callable[[Any], str]
    above: tuple[str, ...] = ()


def check(page: Page, answer: Checked, around: Around) -> None:
    """Write the answer."""
    tongue = page.tongue
    warnings = list(doubts(answer))
    found = [part for part in parts(answer, around, tongue) if part.rows]
    line = verdict(answer, tongue)
    if answer.accepted and len(found) == 1 and not warnings:
        found, line = [], f"{line} {beside(answer.accepted, tongue)}"
    page.add(f"**samverkan** {escaped(line)}")
    if warnings:
        page.gap()
    for words in warnings:
        page.add(f"- {escaped(tongue(words))}")
    for part, room in zip(found, shares([len(part.rows) for part in found]), strict=True):
        write(page, part, room)


def write(page: Page, part: Part, room: int) -> None:
    """Write a section, with as many rows as there is room for, and how many more there are."""
    tongue = page.tongue
    page.gap()
    page.add(f"### {escaped(tongue(part.name))} ({part.number})")
    page.gap()
    for line in (*part.above, *map(part.tell, part.rows[:room])):
        page.add(line)
    if left := len(part.rows) - room:
        page.gap()
        page.add(escaped(tongue(more(left))))


def shares(sizes: Sequence[int]) -> list[int]:
    """Return how many rows each section may show; the small leave their room to the large."""
    rooms, rest = dict[int, int](), SCREEN
    for number in sorted(range(len(sizes)), key=sizes.__getitem__):
        rooms[number] = min(sizes[number], rest // (len(sizes) - len(rooms)))
        rest -= rooms[number]
    return [rooms[number] for number in range(len(sizes))]


def more(number: int) -> Words:
    """Return what is said of the rows that are not shown."""
    return say_n(number, "and {n} more", "and {n} more")


def verdict(answer: Checked, tongue: Tongue) -> str:
    """Return the whole answer in a line."""
    base = answer.base
    found = tongue(counts(told(answer)))
    sentences = [f"{found} ({when(tongue, answer.day, answer.revision)})."]
    if base:
        new = tongue(say("new: {counts}", counts=found) if base.new else say("nothing new"))
        sentences = [f"{short(tongue(since(base)))}: {new}."]
        if base.kept:
            sentences.append(tongue(kept_words(base)))
    return " ".join(sentences)


def doubts(answer: Checked) -> Iterator[Words]:
    """Yield why the answer is not whole."""
    if answer.unread:
        yield unread_words(answer)
    if answer.base and answer.base.hidden:
        yield hidden_words(answer.base)


def parts(answer: Checked, around: Around, tongue: Tongue) -> Iterator[Part]:
    """Yield what there is to tell, in the order of the text for people."""

    def bullet(words: Words) -> str:
        return f"- {escaped(short(tongue(words)))}"

    base = answer.base
    if base and base.diff.changes:
        yield Part(say("What changes"), len(base.diff.changes), list(differences(base)), bullet)
    those = in_full(answer, around)
    name = say("New") if base else say("Findings")
    tell = partial(row, tongue=tongue, inside=around.inside)
    yield Part(name, len(those), those, tell, head(tongue))
    line = partial(named, tongue=tongue)
    if base:
        yield Part(say("Mended"), len(base.mended), base.mended, line)
        yield Part(say("Gone with what was taken away"), len(base.dropped), base.dropped, line)
    accepted = [accepted_words(one.waiver) for one in answer.accepted]
    yield Part(say("Accepted for a time"), len(accepted), accepted, bullet)


def beside(accepted: Sequence[Accepted], tongue: Tongue) -> str:
    """Return what is accepted, to stand on the line of the whole answer."""
    texts = [short(tongue(accepted_words(one.waiver))) for one in accepted[:BESIDE]]
    if left := len(accepted) - len(texts):
        texts.append(tongue(more(left)))
    return f"{tongue(say('Accepted for a time'))} ({len(accepted)}): {' · '.join(texts)}"


def named(located: Located, tongue: Tongue) -> str:
    """Return a finding that is gone, on a line."""
    found = located.finding
    return f"- {escaped(short(tongue(found.hit.message)))} `{found.rule}`"


def head(tongue: Tongue) -> tuple[str, ...]:
    """Return how the table of findings begins."""
    names = (say("Severity"), say("What is wrong"), say("Cure"), say("Where"), say("Rule"))
    return f"| {' | '.join(escaped(tongue(name)) for name in names)} |", "| --- " * len(names) + "|"


def row(located: Located, tongue: Tongue, inside: str) -> str:
    """Return a finding as a row of the table."""
    found = located.finding
    file = found.hit.place.file
    cells = (
        cell(tongue(SEVERITIES[found.severity])),
        cell(tongue(found.hit.message)),
        cell(tongue(found.hit.hint)) if found.hit.hint else "",
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
