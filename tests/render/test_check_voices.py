"""`check` in every format: golden files in both languages, and what the platforms ask for."""

import pytest

from samverkan_cli import __version__
from samverkan_cli.flows.check import Checked
from tests.conftest import Snapshot
from tests.render import platforms
from tests.render.canned import AGAINST, ANSWER, CLEAN, WAIVED
from tests.render.voiced import ANSWERS, LANGUAGES, NOTHING, PAGES, TEXTS, told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["against", "clean"])
@pytest.mark.parametrize("format_", [*PAGES, *TEXTS])
def test_a_change_in_every_format(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, name: str, format_: str, language: str
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    text = told(ANSWERS[name], format_, language)
    snapshot(f"check-{name}-{format_}.{language}.txt", text.replace(__version__, "VERSION"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["github", "markdown"])
def test_an_answer_without_a_base(snapshot: Snapshot, format_: str, language: str) -> None:
    snapshot(f"check-alone-{format_}.{language}.txt", told(ANSWER, format_, language))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", [*ANSWERS.values(), NOTHING])
def test_the_platforms_can_read_every_answer(answer: Checked, language: str) -> None:
    platforms.sarif(told(answer, "sarif", language))
    platforms.gitlab(told(answer, "gitlab", language))
    platforms.junit(told(answer, "junit", language))
    platforms.annotations(told(answer, "github", language))
    platforms.tokens(told(answer, "markdown", language))


def test_a_change_that_brings_nothing_is_one_line_of_markdown_and_no_annotation() -> None:
    assert told(CLEAN, "markdown").count("\n") == 1
    assert platforms.annotations(told(CLEAN, "github")) == []
    assert told(CLEAN, "text").count("\n") <= 5


def test_an_answer_without_a_fault_is_one_case_that_passes_and_an_empty_list() -> None:
    assert [len(case) for case in platforms.junit(told(NOTHING, "junit")).iter("testcase")] == [0]
    assert told(NOTHING, "gitlab") == "[]\n"
    assert platforms.sarif(told(NOTHING, "sarif"))["results"] == []
    assert told(NOTHING, "markdown").count("\n") == 1


def test_every_accepted_finding_is_named_in_every_summary() -> None:
    for answer in (AGAINST, ANSWER.replaced(accepted=(WAIVED,))):
        for name in ("text", "concise", "github", "markdown"):
            (line,) = [one for one in told(answer, name).splitlines() if "grannar-rapport" in one]
            for part in ("duty-without-owner", "31 May 2025", "kommundirektören"):
                assert part in line
