"""Whatever stands in the files, the output holds nothing that steers a terminal or deceives.

Threats O1, O2, O3 and O8 of docs: control characters, bidirectional marks, zero-width characters,
rich's markup, and commands to a pipeline.
"""

import json
import re
import unicodedata
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.trace import Match
from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.show import show
from samverkan_cli.flows.status import Choice, status
from samverkan_cli.flows.trace import trace_document
from samverkan_cli.history.message import message
from samverkan_cli.language.tongue import tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Hit, Remark, Severity
from samverkan_cli.model.place import Place, Span
from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.words import say
from samverkan_cli.render import (
    json_check,
    json_show,
    json_status,
    json_trace,
    text_check,
    text_show,
    text_status,
    text_trace,
)
from samverkan_cli.render.check_parts import Around
from samverkan_cli.render.json_parts import written
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import write_styled
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.profile import is_hiding
from samverkan_cli.store.register import Register, read_at
from tests.examples import example
from tests.render.canned import located
from tests.render.hostile import NASTY, assert_safe

DAY = date(2025, 3, 1)
KNOWN = {rule.id: rule for rule in RULES}
STYLE = re.compile(r"\x1b\[[0-9;]*m")


@cache
def sound() -> Register:
    """Return the sound agreement."""
    with TemporaryDirectory() as folder:
        return read_at(example("").write(Path(folder)))


def register_of(texts: tuple[str, str, str]) -> Register:
    """Return an agreement in which nasty texts stand for titles, as if no reader had refused them.

    The reader refuses most of them; the voices must not rely on it.
    """
    known = sound().agreement
    assert known is not None
    title, description, party = texts
    changed = known.replaced(
        title=title,
        description=description,
        parties=tuple(one.replaced(title=party) for one in known.parties),
        guarantees=tuple(
            one.replaced(title=title, description=description) for one in known.guarantees
        ),
        forms=tuple(
            form.replaced(
                title=title,
                description=description,
                duties=tuple(duty.replaced(title=party) for duty in form.duties),
            )
            for form in known.forms
        ),
    )
    return sound()._replace(agreement=changed)


def shown(page: Page) -> str:
    """Return a page as a terminal and as a pipe get it, without our own colours."""
    stream = StringIO()
    write_styled(page, stream)
    coloured = STYLE.sub("", stream.getvalue())
    assert coloured == page.plain()
    return page.plain()


@given(st.tuples(NASTY, NASTY, NASTY))
@settings(max_examples=60, deadline=None)
def test_titles_and_descriptions_are_shown_safely(texts: tuple[str, str, str]) -> None:
    register = register_of(texts)
    answer = status(register, DAY, Choice())
    things = [show(register, DAY, name) for name in ("kom", "kom-sam", "grannar", "grannar-analys")]
    for code in ("sv", "en"):
        spoken = tongue(code)
        for voice in (text_status.full, text_status.concise):
            page = Page(spoken, 60)
            voice(page, answer)
            assert_safe(shown(page))
        for one in things:
            page = Page(spoken, 60)
            text_show.show(page, one, "agreement/")
            assert_safe(shown(page))
            assert_safe(written(json_show.show(one, spoken, "agreement/")))
    told = written(json_status.status(answer))
    assert_safe(told)
    assert json.loads(told)["agreement"]["title"] == visible(texts[0])


@given(NASTY, NASTY, st.integers(1, 4), st.integers(1, 40), st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_findings_are_shown_safely_whatever_they_quote(
    text: str, line: str, number: int, column: int, length: int
) -> None:
    hit = Hit(
        Place(f"staffing/{text}.yaml"),
        text,
        say("“{text}” is no day.", text=text),
        remarks=(Remark(Place(text), say("“{text}” is no day.", text=(text, text))),),
        hint=say("Did you mean “{name}”?", name=text),
    )
    span = Span(number, column, number, column + length)
    one = located("yaml-syntax", Severity.ERROR, hit, span, (span,))
    answer = Checked(agreement=None, day=DAY, files=1, unread=(text,), findings=(one,))
    texts = {f"staffing/{text}.yaml": f"{line}\n{line} {text}\n\n{text}"}
    for code in ("sv", "en"):
        page = Page(tongue(code), 60)
        text_check.full(page, answer, Around(KNOWN, texts, text, text, every=True))
        text_check.concise(page, answer, text)
        assert_safe(shown(page))
        assert_safe(written(json_check.check(answer, tongue(code), text)))


@given(NASTY, NASTY)
@settings(max_examples=60, deadline=None)
def test_a_document_is_shown_safely(name: str, text: str) -> None:
    register = register_of((text, text, text))
    content = text.encode("utf-8", "replace")
    answer = trace_document(register, name, content)
    assert {one.match for one in answer.passages} <= {Match.UNCITED}
    for concise in (True, False):
        page = Page(tongue("sv"), 60)
        text_trace.trace(page, answer, concise=concise)
        assert_safe(shown(page))
    assert_safe(written(json_trace.trace(answer)))


def test_markup_and_emoji_in_the_data_stay_as_they_are() -> None:
    title = "[bold red]Råd[/] :poo: [link=x] [/] \\ {0} %s 👮"
    answer = status(register_of((title, "", title)), DAY, Choice())
    page = Page(tongue("sv"), 200)
    text_status.full(page, answer)
    stream = StringIO()
    write_styled(page, stream)
    assert STYLE.sub("", stream.getvalue()).count(title) == 6


@given(st.characters())
@settings(max_examples=500)
def test_only_what_cannot_be_seen_is_spelled_out(sign: str) -> None:
    category = unicodedata.category(sign)
    if category in ("Cc", "Cs", "Zl", "Zp") or HIDDEN.match(sign):
        assert visible(sign) == f"\\u{ord(sign):04x}"
    elif category != "Cf":
        assert visible(sign) == sign


@pytest.mark.parametrize(
    "sign", "\u3164\u115f\u1160\uffa0\u034f\u17b4\u180b\ufffe\U000e0100\u00ad\u200b"
)
def test_fillers_that_show_nothing_are_spelled_out_wherever_text_is_shown_or_kept(
    sign: str,
) -> None:
    spelled = f"A\\u{ord(sign):04x}B"
    assert visible(f"A{sign}B") == spelled
    assert is_hiding(f"A{sign}B")
    assert message(f"A{sign}B", [], [("Samverkan-Verb", "absent")]).startswith(spelled)


@given(NASTY)
def test_spelling_out_twice_changes_nothing_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)
