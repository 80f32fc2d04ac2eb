"""Whatever stands in any field, no format of `check`, `log` or `diff` does more than show it."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO, TextIOWrapper
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.cli.check_voices import voices
from samverkan_cli.evaluate.change import Change, Kind, What
from samverkan_cli.flows.check import Accepted, Checked, Compared
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.log import Entry
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.tongue import Tongue, tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.staffing import Record, Waiver
from samverkan_cli.model.words import say
from samverkan_cli.render import json_changes, markdown_log, text_log
from samverkan_cli.render.check_parts import Around
from samverkan_cli.render.json_parts import written
from samverkan_cli.render.markdown_check import FORMULA, cell
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import write
from tests.render import platforms
from tests.render.canned import DAY, KNOWN, located
from tests.render.hostile import FRAGMENTS, NASTY, assert_safe, assert_shown_safely

LANGUAGES = st.sampled_from(["sv", "en"])
SPANS = (Span(1, 1, 1, 4), Span(2, 3, 3, 1))
HARMLESS = "x"


def changes_of(text: str) -> tuple[Change, ...]:
    """Return changes that quote a text."""
    record = Record(subject=text, follow_up=False, first=text, last=text, on=DAY, reference=text)
    return (
        Change("a", Kind.DUTY, What.CHANGED, None, "title", text, f"{text} ", ("a", text)),
        Change(text, Kind.RECORD, What.ADDED, record, names=(text,)),
    )


def diff_of(text: str) -> Diff:
    return Diff(text, text, changes_of(text), (text,), {"a": text, text: text})


def finding(text: str, severity: Severity, span: Span) -> Any:
    """Return a finding that quotes a text wherever it can."""
    hit = Hit(
        Place(f"staffing/{text}"),
        text,
        say("{name}.", name=text),
        remarks=(Remark(Place(text), say("{name}", name=(text, text))),),
        hint=say("{name}", name=text),
    )
    return located("duty-late", severity, hit, span, (span,))


def answer_of(text: str, *, based: bool) -> Checked:
    """Return an answer that quotes a text wherever it can."""
    new, kept, gone, accepted = (
        finding(text, severity, span)
        for severity, span in zip((*Severity, Severity.NOTE), SPANS * 2, strict=True)
    )
    waiver = Waiver(
        rule="duty-late", subject=text, reason=text, owner=text, until=DAY, place=Place(text)
    )
    base = Compared(
        name=text,
        how=say("{name}", name=text),
        revision=Revision(id="c0ffee5" * 5, committed=DAY),
        diff=diff_of(text),
        new=(new,),
        kept=(kept,),
        mended=(gone,),
        files=frozenset({text}),
    )
    return Checked(
        agreement=None,
        day=DAY,
        files=1,
        unread=(text, f"staffing/{text}"),
        findings=(new, kept),
        accepted=(Accepted(accepted, waiver),),
        base=base if based else None,
    )


def told(text: str, spoken: Tongue, *, based: bool) -> dict[str, str]:
    """Return such an answer in every format."""
    texts = {f"staffing/{text}": f"{text}\n{text}"}
    around = Around(KNOWN, texts, text, "agreement/", every=True)
    pages, written_ = voices(answer_of(text, based=based), around, spoken)
    answers = {name: voice() for name, voice in written_.items()}
    for name, voice in pages.items():
        page = Page(spoken, 60)
        voice(page)
        answers[name] = page.plain()
    return answers


@given(NASTY, LANGUAGES, st.booleans())
@settings(max_examples=30, deadline=None)
def test_no_format_of_check_does_more_than_show_what_it_quotes(
    text: str, language: str, based: bool
) -> None:
    assert_only_shown(text, language, based=based)


@pytest.mark.long
@given(NASTY, LANGUAGES, st.booleans())
@settings(max_examples=2000, deadline=None)
def test_no_format_of_check_does_more_than_show_anything(
    text: str, language: str, based: bool
) -> None:
    assert_only_shown(text, language, based=based)


@pytest.mark.parametrize("text", FRAGMENTS)
@pytest.mark.parametrize("based", [True, False])
def test_every_trick_is_only_shown(text: str, *, based: bool) -> None:
    assert_only_shown(text, "sv", based=based)


def assert_only_shown(text: str, language: str, *, based: bool) -> None:
    """Hold that every format of `check` shows a text, and that no reader takes it for more."""
    spoken = tongue(language)
    answers = told(text, spoken, based=based)
    for name, answer in answers.items():
        (assert_shown_safely if name == "github" else assert_safe)(answer)
    annotations = platforms.annotations(answers["github"])
    assert [one.name for one in annotations] == (["error"] if based else ["error", "warning"])
    assert annotations[0].given["file"] == f"agreement/staffing/{visible(text)}"
    assert annotations[0].data.startswith(f"{visible(text)}.\n")
    platforms.sarif(answers["sarif"])
    platforms.gitlab(answers["gitlab"])
    assert_tests_are_safe(answers["junit"])
    assert json.loads(answers["json"])["findings"][0]["subject"] == visible(text)
    assert_no_markup(answers["markdown"], told(HARMLESS, spoken, based=based)["markdown"])


def assert_tests_are_safe(report: str) -> None:
    """Hold that a report on tests says nothing unsafe once it has been read."""
    assert report.isascii()
    for part in platforms.junit(report).iter():
        for value in (*part.attrib.values(), (part.text or "").strip()):
            assert_shown_safely(value)


def assert_no_markup(page: str, harmless: str) -> None:
    """Hold that a page has no more markup than one of harmless words, and no formulas."""
    assert platforms.shape(page) == platforms.shape(harmless)
    assert not [one for one in platforms.cells(page) if one[:1] in tuple(FORMULA)]
    # What Markdown itself leaves alone, but sites make a link or a sign of.
    assert not re.search(r"(?<!\\)@|(?<!\\):(?=\S)|(?<!\\)#\d|www\.", page.replace(":--", ""))


def test_a_command_is_not_made_of_signs_that_a_stream_lacks() -> None:
    buffer = BytesIO()
    stream = TextIOWrapper(buffer, "latin-1", errors="backslashreplace")
    page = Page(tongue("sv"), 60)
    page.add("██[error]x")
    write(page, stream)
    stream.flush()
    assert buffer.getvalue() == b"#\\u0023[error]x\n"


def parts_of_history(text: str, spoken: Tongue) -> Iterator[tuple[str, str]]:
    """Yield what `log` and `diff` say that quotes a text, by format."""
    revision = Revision(
        id="c0ffee5" * 5,
        committed=date(2025, 2, 3),
        author=text,
        message=f"{text}\n\n{text}\n\nSamverkan-Verb: x\n",
    )
    entry = Entry(revision, changes_of(text), (text,), {"a": text}, moved_from=text)
    diff = diff_of(text)
    for name, voice in (
        ("text", partial(text_log.entry, entry=entry)),
        ("text", partial(text_log.concise, entry=entry)),
        ("text", partial(text_log.diff, answer=diff)),
        ("text", partial(text_log.diff_concise, answer=diff)),
        ("markdown", partial(markdown_log.page, answer=diff)),
    ):
        page = Page(spoken, 60)
        voice(page)
        yield name, page.plain()
    yield "markdown", markdown_log.entry(entry, spoken)
    yield "json", written(json_changes.diff(diff, spoken))
    whole = json_changes.opening(text, spoken)
    whole += json_changes.following(json_changes.entry(entry, spoken), first=True)
    yield "json", whole + json_changes.closing(empty=False)


@given(NASTY, LANGUAGES)
@settings(max_examples=30, deadline=None)
def test_history_is_shown_safely_whatever_it_quotes(text: str, language: str) -> None:
    for name, told_ in parts_of_history(text, tongue(language)):
        assert_safe(told_)
        if name == "json":
            json.loads(told_)
        if name == "markdown":
            kinds = {one.type for one in platforms.tokens(told_)}
            assert not kinds & {"html_block", "html_inline", "link_open", "image", "fence", "hr"}


@given(NASTY)
@settings(max_examples=150, deadline=None)
def test_escaped_text_reads_as_it_was(text: str) -> None:
    flat = " ".join(visible(text).split())
    shown = "".join(
        one.content for one in platforms.tokens(escaped(flat)) if one.type.startswith("text")
    )
    assert shown == flat


@pytest.mark.parametrize("lead", [*"=+-@＝＋－＠", "\t=", " ="])
def test_no_cell_is_a_formula(lead: str) -> None:
    row = f"| a |\n| --- |\n| {cell(f'{lead}1+1')} |\n"
    assert platforms.cells(row) == [f"'{lead.strip()}1+1"]
