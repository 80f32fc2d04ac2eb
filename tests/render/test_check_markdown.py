"""`check` in Markdown: one screen, in order, within what the platform takes."""

import re

from samverkan_cli.evaluate.change import Change, Kind, What
from samverkan_cli.model.words import say
from tests.render import platforms
from tests.render.canned import AGAINST, BASE, CLEAN, KEPT, WAIVED, WARNING_WITHOUT_SPAN
from tests.render.voiced import accepted, brought, many, told


def test_markdown_is_one_screen_however_much_a_change_brings() -> None:
    two = told(brought(tuple(many(500)), mended=tuple(many(500, "duty-missed"))), "markdown")
    assert two.count("and 480 more") == 2
    four = told(
        brought(
            tuple(many(500)),
            mended=tuple(many(500, "duty-missed")),
            diff=BASE.diff._replace(changes=tuple(hidden(one) for one in range(500))),
        ).replaced(accepted=accepted(500)),
        "markdown",
    )
    assert four.count("and 490 more") == 4
    for whole in (two, four):
        assert whole.count("\n") < 65
        assert "### New (500)\n" in whole
        assert "### Mended (500)\n" in whole


def hidden(number: int) -> Change:
    """Return a change of a slot of which nothing more is told."""
    return Change(f"vakt-{number}", Kind.ASSIGNMENT, What.ADDED, None, hidden=True)


def test_markdown_gives_the_room_that_one_section_leaves_to_the_others() -> None:
    answer = brought(tuple(many(500)), mended=tuple(many(3, "duty-missed")))
    whole = told(answer.replaced(accepted=accepted(500)), "markdown")
    assert whole.count("duty-missed") == 3
    assert re.findall("and (.*) more", whole) == ["482", "481"]


def test_markdown_tells_what_changes_first_and_what_is_accepted_last() -> None:
    found = re.findall("### (.*) ", told(AGAINST, "markdown"))
    gone = "Gone with what was taken away"
    assert found == ["What changes", "New", "Mended", gone, "Accepted for a time"]


def test_a_change_that_does_nothing_is_one_line_of_markdown_with_what_is_accepted() -> None:
    one = told(CLEAN.replaced(accepted=(WAIVED,)), "markdown")
    assert one.count("\n") == 1
    assert "nothing new" in one
    assert "until 31 May 2025" in one
    five = told(CLEAN.replaced(accepted=accepted(5)), "markdown")
    assert five.count("\n") == 1
    assert "Accepted for a time (5)" in five
    assert five.endswith(" · and 2 more\n")


def test_markdown_stays_within_what_the_platform_takes() -> None:
    long = say("{name}", name="\U0001f600" * 5000)
    hit = KEPT.finding.hit._replace(message=long)
    those = (KEPT._replace(finding=KEPT.finding._replace(hit=hit)),) * 500
    answer = brought(those, mended=those, name="x" * 5000).replaced(accepted=accepted(500))
    assert len(told(answer, "markdown").encode()) < 200_000


def test_a_long_message_is_cut_in_a_table() -> None:
    long = WARNING_WITHOUT_SPAN.finding.hit._replace(message=say("{name}", name="lång " * 200))
    one = WARNING_WITHOUT_SPAN._replace(finding=WARNING_WITHOUT_SPAN.finding._replace(hit=long))
    cell = platforms.cells(told(brought((one,)), "markdown"))[1]
    assert len(cell) == 300
    assert cell.endswith("…")
