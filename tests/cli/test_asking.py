"""A person is asked only where one can see the question and answer it."""

import io
import sys

import pytest

from samverkan_cli.cli.asking import cleaned, hidden, may_ask, strange
from samverkan_cli.language.tongue import tongue


class Terminal(io.StringIO):
    """A stream to a person."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("name", ["stdin", "stdout", "stderr"])
@pytest.mark.parametrize("stream", [None, io.StringIO()])
def test_nobody_is_asked_unless_all_three_streams_lead_to_a_person(
    monkeypatch: pytest.MonkeyPatch, name: str, stream: io.StringIO | None
) -> None:
    for one in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, one, Terminal())
    assert may_ask()
    monkeypatch.setattr(sys, name, stream)
    assert not may_ask()


ANSWERS = {
    "  Exempel   kommun \r\n": "Exempel kommun",
    "A\u030a\n": "Å",
    "a\tb\n": "a\tb",
    "\n": "",
    "\u00a0x\n": "\u00a0x",
}


@pytest.mark.parametrize("line", ANSWERS)
def test_an_answer_is_cleaned_of_what_nobody_means(line: str) -> None:
    assert cleaned(line) == ANSWERS[line]


@pytest.mark.parametrize("answer", ["a\tb", "\x1b[D", "a\u200bb", "\udcff"])
def test_what_nobody_sees_is_told(answer: str) -> None:
    assert hidden(answer)


def test_a_word_that_is_none_of_the_choices_gets_the_nearest_or_all() -> None:
    english = tongue("en")
    told = [strange(word, ("region", "unit")) for word in ("regoin", "xyz", "unit")]
    assert [words and english(words) for words in told] == [
        "Did you mean “region”?",
        "The words are: region, unit.",
        None,
    ]


def test_what_is_begun_is_completed_or_all_that_begin_so_are_told() -> None:
    english = tongue("en")
    names = ("est-bild", "est-mål", "vbe")
    told = [strange(word, names) for word in ("est", "est-b", "v")]
    assert [words and english(words) for words in told] == [
        "Which of these? est-bild, est-mål",
        "Did you mean “est-bild”?",
        "Did you mean “vbe”?",
    ]


def test_what_is_taken_unlisted_is_guessed_at_and_never_listed() -> None:
    english = tongue("en")
    told = [strange(word, ("region",), ("unit",)) for word in ("units", "unit", "?")]
    assert [words and english(words) for words in told] == [
        "Did you mean “unit”?",
        None,
        "The words are: region.",
    ]
