"""Lines on a page: wrapped between words, nothing lost, styles kept."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samverkan_cli.language.tongue import tongue
from samverkan_cli.render.page import Page, Piece, Style, cells, padded, wrapped

# Without other spaces than the one that parts words.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]) | st.just(" "))
WIDTH = st.integers(20, 60)


def test_a_paragraph_is_wrapped_and_its_later_lines_hang() -> None:
    page = Page(tongue("en"), 20)
    page.flow("  = ", Piece("cure", Style.GOOD), ": mend what is wrong here", hang=4)
    assert page.plain() == "  = cure: mend what\n    is wrong here\n"


def test_words_that_touch_stay_together_whatever_their_style() -> None:
    page = Page(tongue("en"), 20)
    page.flow("twelve letters ", Piece("warning", Style.WARN), ": more")
    assert page.plain() == "twelve letters\nwarning: more\n"
    assert Piece("warning", Style.WARN) in page.lines[1]


def test_what_fits_keeps_its_spaces() -> None:
    page = Page(tongue("en"), 40)
    page.flow("  a   b", "  ", "c")
    assert page.plain() == "  a   b  c\n"


def test_a_word_wider_than_the_page_stays_whole() -> None:
    page = Page(tongue("en"), 20)
    page.flow("see ", "x" * 50, " there", hang=2)
    assert page.plain() == f"see\n  {'x' * 50}\n  there\n"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("cure: git config --global user.name X && git config y", True),
        ("cure: Look at it with “git show HEAD -- file.yaml” first", True),
        ("cure: Fetch all: git fetch --refetch (in a workflow: fetch-depth: 0)", True),
        ("cure: Take it: git add --force FILE, or leave it where it is", True),
        ("cure: What git config says of it is what counts, and no more", False),
    ],
)
def test_a_command_is_not_broken(text: str, whole: bool) -> None:
    page = Page(tongue("en"), 24)
    page.flow("  = ", text, hang=4)
    page.prose(text)
    commands = re.findall(r"git (?:config -.*|show[^”]*|fetch --refetch|add --force FILE)", text)
    assert bool(commands) is whole
    for command in commands:
        assert sum(command in line for line in page.plain().splitlines()) == 2
    assert " ".join(page.plain().split()) == f"= {text} {text}"


def test_neither_is_an_option_with_its_value() -> None:
    page = Page(tongue("en"), 24)
    page.prose('A party, as --party "kom=Exempel kommun:municipality"; one for each party.')
    assert '--party "kom=Exempel kommun:municipality"; one' not in page.plain()
    assert '\n--party "kom=Exempel kommun:municipality";\n' in page.plain()


def test_wide_letters_count_twice() -> None:
    assert cells("日本") == 4
    assert padded("日", 4) == "日  "
    assert list(wrapped("日本 日本", 8)) == ["日本", "日本"]


@given(st.lists(TEXT | st.sampled_from((":", "::", " ")), max_size=5), WIDTH, st.integers(0, 10))
def test_no_line_begins_as_a_command_to_a_pipeline(texts: list[str], width: int, hang: int) -> None:
    page = Page(tongue("en"), width)
    page.flow(*texts, hang=hang)
    page.prose("".join(texts), indent=hang)
    assert not any(line.strip().startswith("::") for line in page.plain().split("\n"))


@given(st.lists(TEXT, max_size=5), WIDTH, st.integers(0, 10))
def test_no_word_is_lost_and_no_line_is_too_wide(texts: list[str], width: int, hang: int) -> None:
    assume("::" not in "".join(texts))
    page = Page(tongue("en"), width)
    page.flow(*texts, hang=hang)
    words = [word for word in "".join(texts).split(" ") if word]
    assert [word for line in page.plain().split("\n") for word in line.split(" ") if word] == words
    for line in page.lines:
        whole = "".join(piece.text for piece in line)
        assert cells(whole) <= width or len(whole.split()) <= 1


@given(TEXT, WIDTH)
def test_prose_loses_no_word(text: str, width: int) -> None:
    page = Page(tongue("en"), width)
    page.prose(text, indent=2)
    words = [word for word in text.split(" ") if word]
    assert [word for line in page.plain().split("\n") for word in line.split(" ") if word] == words
