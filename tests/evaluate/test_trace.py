"""A document held against the items that cite it."""

import pytest

from samverkan_cli.evaluate.passages import DIGITS, Text, digest
from samverkan_cli.evaluate.trace import Match, Trace, trace, uncited
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
    assert {match for match, _, _ in told("")} == {Match.GONE}


def test_nothing_cited_is_all_uncited() -> None:
    assert [(one.match, one.first_line, one.last_line) for one in trace(agreement(), DOCUMENT)] == [
        (Match.UNCITED, 1, 1),
        (Match.UNCITED, 3, 5),
        (Match.UNCITED, 7, 7),
    ]


def test_uncited_ranges() -> None:
    text = Text("a\nb\n\n \nc\nd")
    assert [*uncited(text, {2})] == [(1, 1), (5, 6)]
    assert [*uncited(text, {*range(1, 7)})] == []


def long_text(before: int, moved: int) -> str:
    return "x\n" * before + "".join(f"word {number}\n" for number in range(moved)) + "y\n" * 9_000


@pytest.mark.parametrize(("length", "match"), [(60, Match.MOVED), (61, Match.CHANGED)])
def test_a_passage_that_moved_in_a_long_text_is_found_up_to_sixty_lines(
    length: int, match: Match
) -> None:
    plan = duty().replaced(id="plan", source=source(long_text(0, length), 1, length))
    found = trace(agreement(duties=(plan,)), long_text(9_000, length))
    (one,) = [passage for passage in found if passage.items]
    assert one.match is match
    assert one.now == ((9_001, 9_000 + length) if match is Match.MOVED else None)


def test_a_digest_that_only_begins_alike_is_not_the_passage() -> None:
    wrong = source(DOCUMENT, 3, 4)
    wrong = wrong.replaced(digest=wrong.digest + "0" * 48)
    plan = duty().replaced(id="plan", source=wrong)
    (one,) = [p for p in trace(agreement(duties=(plan,)), "\n" + DOCUMENT) if p.items]
    assert one.match is Match.CHANGED


LIST = ["The parties:", "", "- meet weekly.", "- write a plan.", "- meet weekly.", "", "End."]


def citing(text: list[str], *ranges: tuple[int, int]) -> Agreement:
    """Return an agreement whose duties, named after their first lines, cite ranges of a text."""
    document = "\n".join(text)
    return agreement(
        duties=tuple(
            duty().replaced(id=f"at-{first}-{last}", source=source(document, first, last))
            for first, last in ranges
        )
    )


EACH_LINE = tuple((number, number) for number, line in enumerate(LIST, start=1) if line)


def standing(
    now: list[str], *ranges: tuple[int, int], was: list[str] = LIST
) -> dict[str, tuple[Match, tuple[int, int] | None, str]]:
    """Return how each duty's passage stands, where if elsewhere, and with which text."""
    found = trace(citing(was, *(ranges or EACH_LINE)), "\n".join(now))
    return {
        one.items[0] if one.items else f"uncited-{one.first_line}": (one.match, one.now, one.text)
        for one in found
        if one.match is not Match.CITED
    }


@pytest.mark.parametrize("before", [0, 1, 2, 5, 30])
def test_twins_keep_their_order_when_lines_are_inserted(before: int) -> None:
    found = standing(["New."] * before + LIST)
    found.pop("uncited-1", None)
    assert {name: (now or (0,))[0] for name, (_, now, _) in found.items()} == (
        {f"at-{first}-{last}": first + before for first, last in EACH_LINE} if before else {}
    )


@pytest.mark.parametrize(("at", "gone"), [(3, "at-3-3"), (5, "at-5-5")])
def test_twin_that_is_taken_away_is_gone_and_the_other_is_not(at: int, gone: str) -> None:
    found = standing([line for number, line in enumerate(LIST, start=1) if number != at])
    assert [name for name, (match, _, _) in found.items() if match is Match.GONE] == [gone]
    assert Match.CHANGED not in {match for match, _, _ in found.values()}


def test_twin_of_which_only_the_second_is_cited_is_looked_for_nearest() -> None:
    found = standing(["New.", *LIST], (4, 4), (5, 5))
    assert found["at-5-5"][:2] == (Match.MOVED, (6, 6))


def test_moved_passage_is_shown_with_its_own_words() -> None:
    found = standing(["New.", *LIST])
    assert found["at-4-4"] == (Match.MOVED, (5, 5), "- write a plan.")
    assert found["uncited-1"] == (Match.UNCITED, None, "New.")


@pytest.mark.parametrize("number", [number for number, _ in EACH_LINE if number not in (3, 5)])
def test_line_that_is_taken_away_is_gone(number: int) -> None:
    found = standing(LIST[: number - 1] + LIST[number:])
    assert found.pop(f"at-{number}-{number}") == (Match.GONE, None, "")
    assert {match for match, _, _ in found.values()} <= {Match.MOVED}


@pytest.mark.parametrize("before", [0, 1, 9])
@pytest.mark.parametrize("number", [1, 4, 7])
def test_changed_word_is_found_in_its_place_whatever_stands_before(
    number: int, before: int
) -> None:
    now = [*LIST]
    now[number - 1] += " Perhaps"
    found = standing(["New."] * before + [""] + now)
    match, where, text = found[f"at-{number}-{number}"]
    assert match is Match.CHANGED
    assert text.endswith(now[number - 1])
    assert where is not None
    assert where[1] == number + before + 1
    changed = [name for name, (match, _, _) in found.items() if match is Match.CHANGED]
    assert changed == [f"at-{number}-{number}"]


def test_two_changed_passages_beside_each_other_have_a_line_each() -> None:
    now = [line.replace("write", "draw") for line in LIST]
    now[2] = "- never meet."
    found = standing(now)
    assert {name: text for name, (_, _, text) in found.items()} == {
        "at-3-3": "- never meet.",
        "at-4-4": "- draw a plan.",
    }


def test_passage_around_others_is_changed_when_one_of_them_is_gone() -> None:
    found = standing(LIST[:3] + LIST[4:], (1, 1), (3, 5), (3, 3), (4, 4), (5, 5), (7, 7))
    assert found["at-4-4"][0] is Match.GONE
    assert found["at-3-5"] == (Match.CHANGED, None, "- meet weekly. - meet weekly.")


LONG = ["Here the parties", "say together what", "they mean.", "", "And here", "more."]


@pytest.mark.parametrize("width", [1, 2, 20])
def test_passage_broken_into_other_lines_is_moved_not_changed(width: int) -> None:
    words = " ".join(LONG[:3]).split()
    lines = [" ".join(words[at : at + width]) for at in range(0, len(words), width)]
    found = standing([*lines, *LONG[3:]], (1, 3), (5, 6), was=LONG)
    assert {match for match, _, _ in found.values()} == {Match.MOVED}
    assert found["at-1-3"][1:] == ((1, len(lines)), " ".join(LONG[:3]))


def test_passage_that_no_longer_fills_its_lines_is_changed() -> None:
    found = standing(["Here the parties say together", "what they mean."], (1, 1), was=LONG)
    assert found["at-1-1"][0] is Match.CHANGED


def test_two_names_for_the_same_lines_are_both_found() -> None:
    found = standing(["New.", *LIST], (1, 1), (1, 2))
    assert {found[name][1] for name in ("at-1-1", "at-1-2")} == {(2, 2)}
