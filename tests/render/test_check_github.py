"""`check` as annotations of GitHub: which findings, in what order, and how many."""

from samverkan_cli.model.finding import Severity
from tests.render import platforms
from tests.render.canned import AGAINST, ANSWER, BASE, ERROR, KEPT, NOTE, STANDING
from tests.render.voiced import brought, many, told


def test_only_what_the_change_brings_is_annotated() -> None:
    found = platforms.annotations(told(AGAINST, "github"))
    assert [one.given["title"] for one in found] == [
        "reference-dangling",
        "file-missing",
        "yaml-syntax",
        "file-too-large",
    ]
    first = found[0]
    assert first.given == {
        "file": "avtal/örebro/agreement/staffing/kom.yaml",
        "line": "3",
        "endLine": "3",
        "col": "57",
        "endColumn": "59",
        "title": "reference-dangling",
    }
    assert first.data == "There is no party “Åä”.\ncure: Did you mean “Å\\u202eä”?"


def test_columns_are_left_out_where_a_finding_is_longer_than_a_line() -> None:
    found = platforms.annotations(told(brought((KEPT,)), "github"))
    assert [one.given.keys() for one in found] == [{"file", "line", "endLine", "title"}]


def test_ten_of_a_kind_are_annotated_the_gravest_and_what_the_change_touches_first() -> None:
    touched = ERROR, NOTE
    those = (
        *many(13),
        *many(11, "date-order", Severity.ERROR),
        *many(3, "duty-without-day", Severity.NOTE),
    )
    text = told(brought((*those, *touched), files=BASE.files), "github")
    found = platforms.annotations(text)
    assert [one.name for one in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 4
    files = [one.given["file"].rpartition("/")[2] for one in found]
    assert [number for number, file in enumerate(files) if file == "kom.yaml"] == [0, 20]
    assert text.endswith("\nand 5 more without an annotation, told in the group above\n")


def test_standing_notes_are_annotated_where_a_change_brings_them_and_not_otherwise() -> None:
    alone = ANSWER.replaced(findings=(STANDING,))
    begun = brought((STANDING,), revision=None)
    assert platforms.annotations(told(alone, "github", every=False)) == []
    assert platforms.annotations(told(begun, "github", every=False)) == []
    assert len(platforms.annotations(told(alone, "github", every=True))) == 1
    assert len(platforms.annotations(told(brought((STANDING,)), "github", every=False))) == 1
