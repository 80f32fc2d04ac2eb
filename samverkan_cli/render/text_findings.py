"""Findings for people: a frame round the line at fault, or a line each."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.check import GROUPS
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page, Piece, Style, cells
from samverkan_cli.rules.rule import READING

STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.WARN, Severity.NOTE: Style.NOTE}
LONGEST_LINE = 160


@lru_cache(8)
def lines_of(text: str) -> list[str]:
    """Return the lines of a file; of one file, many findings are told one after another."""
    return text.split("\n")


def source_line(texts: Mapping[str, str], file: str, number: int) -> str | None:
    """Return a line of a file, or None where there is none to show."""
    lines = lines_of(texts.get(file, ""))
    if not 1 <= number <= len(lines):
        return None
    return lines[number - 1].rstrip("\r")


def frame(page: Page, located: Located, texts: Mapping[str, str]) -> None:
    """Write the source line with a caret under what is at fault."""
    span = located.span
    line = source_line(texts, located.finding.hit.place.file, span.line)
    if line is None or not line.strip():
        return
    gutter = len(str(span.line))
    one_line = span.end_line == span.line and span.end_column > span.column
    until = span.end_column if one_line else len(line) + 1
    room = min(LONGEST_LINE, page.width - gutter - len(" | …") - 1)
    start = max(0, min(span.column - 1 - room // 2, len(line) - room))
    shown = visible(line[start : start + room]) + ("…" if line[start + room :] else "")
    cut = "…" if start else ""
    before = cut + visible(line[start : span.column - 1])
    at = visible(line[span.column - 1 : min(until - 1, start + room)])
    caret = " " * cells(before) + "^" * max(1, cells(at.rstrip()))
    style = STYLES[located.finding.severity]
    page.add(Piece(f" {'':{gutter}} |", Style.DIM))
    page.add(Piece(f" {span.line} | ", Style.DIM), cut, shown)
    page.add(Piece(f" {'':{gutter}} | ", Style.DIM), Piece(caret, style))


def full(
    page: Page,
    located: Located,
    texts: Mapping[str, str],
    folder: str,
    alike: Sequence[Located] = (),
) -> None:
    """Write a finding with its frame, remarks and cure, and the names of those that are alike."""
    found, span, tongue = located.finding, located.span, page.tongue
    severity = tongue(SEVERITIES[found.severity])
    label = f"{severity}: "
    words = tongue(found.hit.message)
    head = (Piece(label, STYLES[found.severity]), Piece(f"[{found.rule}]", Style.DIM))
    # What may be accepted is named as a waiver names it.
    name = f" {visible(masked(found.hit.subject))}" if GROUPS[found.rule] != READING else ""
    page.flow(*head, Piece(name, Style.DIM), hang=4)
    page.prose(words, indent=2, style=Style.STRONG)
    if found.hit.place.file:
        where = f"{visible(folder + found.hit.place.file)}:{span.line}:{span.column}"
        page.add(Piece("  --> ", Style.DIM), where)
        frame(page, located, texts)
    for remark, at in zip(found.hit.remarks, located.remarks, strict=True):
        where = f"{visible(folder + remark.place.file)}:{at.line}:{at.column}"
        page.flow(f"  = {tongue(remark.message)} ({where})", hang=4)
    if alike:
        names = tuple(masked(one.finding.hit.subject) for one in alike)
        more = say("the same holds for {n} more in the file: {names}", n=len(names), names=names)
        page.flow(f"  = {tongue(more)}", hang=4)
    if found.hit.hint:
        page.flow(f"  = {tongue(say('cure'))}: {tongue(found.hit.hint)}", hang=4)
    page.gap()


def concise(page: Page, located: Located, folder: str, *, wrap: bool = False) -> None:
    """Write a finding on a line, as compilers do; wrapped where people read it."""
    found, span, tongue = located.finding, located.span, page.tongue
    where = f"{visible(folder + found.hit.place.file)}:{span.line}:{span.column}: "
    severity = tongue(SEVERITIES[found.severity])
    pieces = (
        where if found.hit.place.file else "",
        Piece(severity, STYLES[found.severity]),
        f": {tongue(found.hit.message)} [{found.rule}]",
    )
    if wrap:
        page.flow(*pieces, hang=4)
    else:
        page.add(*pieces)
