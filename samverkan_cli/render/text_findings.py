"""Findings for people: a frame round the line at fault, and standing notes in one line each."""

from collections.abc import Iterable, Mapping

from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.terms import SEVERITIES
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.words import say, say_n
from samverkan_cli.render.page import Page, Piece, Style, cells
from samverkan_cli.render.two_clocks import when
from samverkan_cli.rules.rule import Rule

STYLES = {Severity.ERROR: Style.BAD, Severity.WARNING: Style.WARN, Severity.NOTE: Style.NOTE}
LONGEST_LINE = 160


def source_line(texts: Mapping[str, str], file: str, number: int) -> str | None:
    """Return a line of a file, or None where there is none to show."""
    lines = texts.get(file, "").split("\n")
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


def full(page: Page, located: Located, texts: Mapping[str, str], folder: str) -> None:
    """Write a finding with its frame, remarks and cure."""
    found, span, tongue = located.finding, located.span, page.tongue
    severity = tongue(SEVERITIES[found.severity])
    label = f"{severity}: "
    words = tongue(found.hit.message)
    page.add(Piece(label, STYLES[found.severity]), Piece(f"[{found.rule}]", Style.DIM))
    page.prose(words, indent=2, style=Style.STRONG)
    if found.hit.place.file:
        where = f"{visible(folder + found.hit.place.file)}:{span.line}:{span.column}"
        page.add(Piece("  --> ", Style.DIM), where)
        frame(page, located, texts)
    for remark, at in zip(found.hit.remarks, located.remarks, strict=True):
        where = f"{visible(folder + remark.place.file)}:{at.line}:{at.column}"
        page.flow(f"  = {tongue(remark.message)} ({where})", hang=4)
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


def standing_notes(page: Page, notes: Iterable[Located], rules: Mapping[str, Rule]) -> None:
    """Write notes in a line for each rule: how many, and where to read on."""
    counts: dict[str, int] = {}
    for note in notes:
        counts[note.finding.rule] = counts.get(note.finding.rule, 0) + 1
    if not counts:
        return
    tongue = page.tongue
    page.add(Piece(tongue(say("Notes on the wording")), Style.STRONG))
    for name, count in counts.items():
        title = tongue.text(rules[name].manual.title)
        page.flow(f"{count:>4} × {title} ", Piece(f"[{name}]", Style.DIM), hang=7)
    page.prose(tongue(say("Each of them: samverkan check --all")), indent=7)
    page.gap()


def closing(page: Page, answer: Checked) -> None:
    """Write the counts."""
    tongue = page.tongue
    counts = [
        tongue(say_n(answer.count(Severity.ERROR), "{n} error", "{n} errors")),
        tongue(say_n(answer.count(Severity.WARNING), "{n} warning", "{n} warnings")),
        tongue(say_n(answer.count(Severity.NOTE), "{n} note", "{n} notes")),
    ]
    files = tongue(say_n(answer.files, "{n} file", "{n} files"))
    day = when(tongue, answer.day, answer.revision)
    page.flow(Piece(", ".join(counts), Style.STRONG), f" ({files}, {day})")
    if answer.agreement and answer.agreement.illustrative:
        words = say_n(
            len(answer.agreement.illustrative),
            "Example: the staffing or records in {n} file are made up (illustrative: true).",
            "Example: the staffing and records in {n} files are made up (illustrative: true).",
        )
        page.prose(tongue(words), style=Style.NOTE)
    if answer.unread:
        words = say_n(
            len(answer.unread),
            "{n} file could not be read; rules that hang on it were not asked.",
            "{n} files could not be read; rules that hang on them were not asked.",
        )
        page.prose(tongue(words), style=Style.WARN)


def is_standing(located: Located, rules: Mapping[str, Rule]) -> bool:
    """Tell whether a finding is a note on the wording, which nobody will mend today."""
    found = located.finding
    return found.severity is Severity.NOTE and rules[found.rule].group == "promised"


def check_full(
    page: Page,
    answer: Checked,
    rules: Mapping[str, Rule],
    texts: Mapping[str, str],
    folder: str,
    *,
    every: bool,
) -> None:
    """Write errors and warnings in full, standing notes in a line for each rule."""
    notes = [one for one in answer.findings if not every and is_standing(one, rules)]
    for located in answer.findings:
        if located not in notes:
            full(page, located, texts, folder)
    standing_notes(page, notes, rules)
    closing(page, answer)


def check_concise(page: Page, answer: Checked, folder: str) -> None:
    """Write every finding on a line."""
    for located in answer.findings:
        concise(page, located, folder)
    closing(page, answer)
