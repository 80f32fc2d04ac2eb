"""Findings as people and compilers read them, held against golden files."""

import pytest

from samverkan_cli.language.tongue import tongue
from samverkan_cli.render import text_check, text_findings
from samverkan_cli.render.page import Page
from tests.conftest import Snapshot
from tests.render.canned import ANSWER, AROUND, FAR_OUT, TEXTS


def full(language: str, width: int) -> str:
    """Return the made-up findings with frames."""
    page = Page(tongue(language), width)
    text_check.full(page, ANSWER, AROUND)
    return page.plain()


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_findings_in_full(snapshot: Snapshot, language: str, width: int) -> None:
    snapshot(f"findings-full-{width}.{language}.txt", full(language, width))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_findings_on_a_line_each(snapshot: Snapshot, language: str) -> None:
    page = Page(tongue(language), 60)
    text_check.concise(page, ANSWER, "agreement/")
    snapshot(f"findings-concise.{language}.txt", page.plain())


def test_a_finding_takes_one_line_when_it_is_told_concisely() -> None:
    page = Page(tongue("en"), 60)
    for located in ANSWER.findings:
        text_findings.concise(page, located, "")
    assert len(page.plain().splitlines()) == len(ANSWER.findings)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_the_caret_stands_under_what_is_at_fault_at_any_width(width: int) -> None:
    page = Page(tongue("en"), width)
    text_findings.frame(page, FAR_OUT, TEXTS)
    _, source, caret = page.plain().splitlines()
    assert source[caret.index("^") : caret.rindex("^") + 1] == "slut"[: caret.count("^")]
    assert len(source) <= width
