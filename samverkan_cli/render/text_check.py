"""`check` for people: errors and warnings in full, standing notes in one line for each rule.

Against a base, what the change does goes first, then what it made worse, and what it mended.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from samverkan_cli.flows.check import Checked, Compared
from samverkan_cli.flows.judge import Located
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.check_parts import (
    Around,
    differences,
    headline,
    hidden_words,
    in_full,
    kept_words,
    since,
    told,
    unread_words,
)
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_findings import concise as finding_line
from samverkan_cli.render.text_findings import full as finding
from samverkan_cli.render.text_log import changes_lines, diff_remarks
from samverkan_cli.render.text_parts import accepted_words
from samverkan_cli.render.two_clocks import when
from samverkan_cli.rules.rule import Rule

ALIKE = frozenset({"staffing-unknown"})
"""Rules whose findings differ in nothing but what they are about."""
APART = 3
"""So many of them are still told one by one."""


def full(page: Page, answer: Checked, around: Around) -> None:
    """Write the answer, each finding with the line at fault."""
    base = answer.base
    if base:
        opening(page, base)
    those = in_full(answer, around)
    if base and base.new:
        heading(page, page.tongue(say("New")), len(base.new))
        page.gap()
    for located, *alike in [[one] for one in those] if around.every else bundles(those):
        finding(page, located, around.texts, around.folder, alike)
    shown = set(map(id, those))
    standing_notes(page, [one for one in told(answer) if id(one) not in shown], around.rules)
    if base:
        gone(page, say("Mended"), Piece("✓", Style.GOOD), base.mended)
        gone(page, say("Gone with what was taken away"), Piece("·", Style.DIM), base.dropped)
    if answer.accepted:
        heading(page, page.tongue(say("Accepted for a time")), len(answer.accepted))
        for one in answer.accepted:
            page.flow(
                "  ", Piece("·", Style.DIM), " ", page.tongue(accepted_words(one.waiver)), hang=4
            )
        page.gap()
    closing(page, answer)


def bundles(those: Sequence[Located]) -> list[list[Located]]:
    """Return findings one by one, but for many in a file that tell the same of another name.

    One of which more is to be said stands alone.
    """
    number = Counter(map(kind, those))
    found: dict[Hashable, list[Located]] = {}
    for one in those:
        own = kind(one)
        is_alike = one.finding.rule in ALIKE and not one.finding.hit.remarks
        found.setdefault(own if is_alike and number[own] > APART else id(one), []).append(one)
    return [*found.values()]


def kind(one: Located) -> tuple[str, str]:
    """Return what a finding shares with those that are alike: the rule and the file."""
    return one.finding.rule, one.finding.hit.place.file


def concise(page: Page, answer: Checked, folder: str) -> None:
    """Write the answer in lines that can be searched: every finding on one."""
    tongue, base = page.tongue, answer.base
    if base:
        page.add(f"{tongue(since(base))}:")
        for words in differences(base):
            page.add("  ", tongue(words))
    for located in told(answer):
        finding_line(page, located, folder)
    for located in base.mended if base else ():
        page.add(f"{tongue(say('mended'))}: ", *mended(page, located))
    for located in base.dropped if base else ():
        page.add(f"{tongue(say('taken away'))}: ", *mended(page, located))
    for one in answer.accepted:
        page.add(f"{tongue(say('accepted'))}: {tongue(accepted_words(one.waiver))}")
    closing(page, answer)


def heading(page: Page, text: str, number: int) -> None:
    """Begin a section with the number of what is in it."""
    page.add(Piece(text, Style.STRONG), f"  {number}")


def opening(page: Page, base: Compared) -> None:
    """Write what the change does, in meaning."""
    tongue = page.tongue
    page.flow(Piece(f"{tongue(since(base))}:", Style.STRONG), hang=2)
    changes_lines(page, base.diff.changes, base.diff.titles, every=False)
    for words in diff_remarks(base.diff):
        page.prose(tongue(words), indent=4, style=Style.DIM)
    page.gap()


def gone(page: Page, title: Words, mark: Piece, those: tuple[Located, ...]) -> None:
    """Write the findings that are no longer found, in a line each."""
    if those:
        heading(page, page.tongue(title), len(those))
        for located in those:
            page.flow("  ", mark, " ", *mended(page, located), hang=4)
        page.gap()


def mended(page: Page, located: Located) -> tuple[Piece | str, ...]:
    """Return what is said of a finding that is gone."""
    found = located.finding
    return page.tongue(found.hit.message), " ", Piece(f"[{found.rule}]", Style.DIM)


def standing_notes(page: Page, notes: Iterable[Located], rules: Mapping[str, Rule]) -> None:
    """Write notes in a line for each rule: how many, and where to read on."""
    number: dict[str, int] = {}
    for note in notes:
        number[note.finding.rule] = number.get(note.finding.rule, 0) + 1
    if not number:
        return
    tongue = page.tongue
    page.add(Piece(tongue(say("Notes on the wording")), Style.STRONG))
    for name, count in number.items():
        title = tongue.text(rules[name].manual.title)
        page.flow(f"{count:>4} × {title} ", Piece(f"[{name}]", Style.DIM), hang=7)
    page.prose(tongue(say("Each of them: samverkan check --all")), indent=7)
    page.gap()


def closing(page: Page, answer: Checked) -> None:
    """Write the counts."""
    tongue, base = page.tongue, answer.base
    files = tongue(say_n(answer.files, "{n} file", "{n} files"))
    day = when(tongue, answer.day, answer.revision)
    page.flow(Piece(tongue(headline(answer)), Style.STRONG), f" ({files}, {day})")
    if base and base.kept:
        page.prose(tongue(kept_words(base)))
    if base and base.hidden:
        page.prose(tongue(hidden_words(base)), style=Style.WARN)
    if answer.agreement and answer.agreement.illustrative:
        words = say_n(
            len(answer.agreement.illustrative),
            "Example: the staffing or records in {n} file are made up (illustrative: true).",
            "Example: the staffing and records in {n} files are made up (illustrative: true).",
        )
        page.prose(tongue(words), style=Style.NOTE)
    if answer.unread:
        page.prose(tongue(unread_words(answer)), style=Style.WARN)
