"""A document held against the items that cite it."""

import pytest

from samverkan_cli.evaluate.trace import DIGITS, Match, Trace, digest, trace, uncited
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Passage, Source
from tests.evaluate.made import agreement, duty

DOCUMENT = """\
Heading

- The parties meet
  every week.
- The parties write a plan.

A note.
"""


def source(document: str, first: int, last: int) -> Source:
    lines = document.split("\n")[first - 1 : last]
    short = digest(lines)[: len("sha256:") + DIGITS]
    return Source(first_line=first, last_line=last, digest=short)


def cited(document: str = DOCUMENT) -> Agreement:
    meet = duty().replaced(id="meet", source=source(document, 3, 4))
    week = duty().replaced(id="week", source=source(document, 3, 4))
    plan = duty().replaced(id="plan", source=source(document, 5, 5))
    rest = (Passage(why="heading", source=source(document, 1, 1)),)
    return agreement(duties=(meet, week, plan)).replaced(no_promise=rest)


def told(document: str) -> list[tuple[Match, int, int]]:
    return [(one.match, one.first_line, one.last_line) for one in trace(cited(), document)]


def only(document: str, match: Match) -> Trace:
    (found,) = [one for one in trace(cited(), document) if one.match is match]
    return found


def test_every_passage_in_the_order_of_lines() -> None:
    assert told(DOCUMENT) == [
        (Match.CITED, 1, 1),
        (Match.CITED, 3, 4),
        (Match.CITED, 5, 5),
        (Match.UNCITED, 7, 7),
    ]


def test_passage_of_several_items_is_told_once() -> None:
    found = trace(cited(), DOCUMENT)[1]
    assert found.items == ("meet", "week")
    assert found.text == "- The parties meet every week."


def test_one_changed_word_names_the_passage_and_who_cites_it() -> None:
    found = only(DOCUMENT.replace("every week", "every month"), Match.CHANGED)
    assert (found.first_line, found.last_line, found.items) == (3, 4, ("meet", "week"))
    assert found.text == "- The parties meet every month."


@pytest.mark.parametrize(
    "document",
    [
        DOCUMENT.replace("  every week", "\tevery   week"),
        DOCUMENT.replace("meet\n  every", "meet every\n "),
        DOCUMENT.rstrip("\n"),
        DOCUMENT.replace("\n\n", "\n \n"),
    ],
)
def test_spaces_and_line_breaks_are_no_change(document: str) -> None:
    assert told(document) == told(DOCUMENT)


def test_passage_that_moved_is_found_where_it_is_now() -> None:
    found = [one for one in trace(cited(), "New\n\n" + DOCUMENT) if one.items == ("plan",)]
    assert [(one.match, one.first_line, one.now) for one in found] == [(Match.MOVED, 5, (7, 7))]
    assert (Match.UNCITED, 1, 1) in told("New\n\n" + DOCUMENT)


def test_passage_beyond_the_end_is_gone() -> None:
    found = only("Heading\n\n- The parties meet\n  every week.", Match.GONE)
    assert (found.items, found.text) == (("plan",), "")


def test_passage_cut_off_by_the_end_is_changed() -> None:
    assert only("Heading\n\n- The parties meet", Match.CHANGED).items == ("meet", "week")


def test_empty_document() -> None:
    assert {match for match, _, _ in told("")} == {Match.CHANGED, Match.GONE}


def test_nothing_cited_is_all_uncited() -> None:
    assert [(one.match, one.first_line, one.last_line) for one in trace(agreement(), DOCUMENT)] == [
        (Match.UNCITED, 1, 1),
        (Match.UNCITED, 3, 5),
        (Match.UNCITED, 7, 7),
    ]


def test_uncited_ranges() -> None:
    lines = ["a", "b", "", " ", "c", "d"]
    assert [*uncited(lines, {2})] == [(1, 1), (5, 6)]
    assert [*uncited(lines, {*range(1, 7)})] == []
