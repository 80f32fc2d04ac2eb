"""Every value and every field is found again on its line and in its column."""

import pytest

from tests.store.reading import read, told

POSITIONS = """\
# comment
party: kom
posts:
  - id: kom-1
    title: "Två 😀 ord"
  - {id: "kom 😀", title: 'b', other: [1, true, null]}
block: |
  a
  b
folded: >-
  a
empty:
"asked":  x
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize(
    ("keys", "spot", "end"),
    [
        ((), (2, 1), None),
        (("party",), (2, 8), (2, 11)),
        (("posts",), (4, 3), None),
        (("posts", 0), (4, 5), None),
        (("posts", 0, "id"), (4, 9), (4, 14)),
        (("posts", 0, "title"), (5, 12), (5, 23)),
        (("posts", 1), (6, 5), None),
        (("posts", 1, "id"), (6, 10), (6, 17)),
        (("posts", 1, "title"), (6, 26), (6, 29)),
        (("posts", 1, "other"), (6, 38), None),
        (("posts", 1, "other", 2), (6, 48), (6, 52)),
        (("block",), (7, 8), None),
        (("folded",), (10, 9), None),
        (("empty",), (12, 7), None),
        (("asked",), (13, 11), (13, 12)),
    ],
)
def test_every_kind_of_value_has_its_line_and_column(
    keys: tuple[str | int, ...], spot: tuple[int, int], end: tuple[int, int] | None, ending: str
) -> None:
    span = read(POSITIONS.replace("\n", ending)).span(keys)
    assert (span.line, span.column) == spot
    assert end in {None, (span.end_line, span.end_column)}


def test_fields_have_positions_of_their_own() -> None:
    document = read(POSITIONS)
    for keys, spot in (
        (("party",), (2, 1)),
        (("posts", 0, "title"), (5, 5)),
        (("posts", 1, "title"), (6, 19)),
        (("asked",), (13, 1)),
    ):
        span = document.span(keys, of_key=True)
        assert (span.line, span.column) == spot


def test_the_position_of_what_is_not_there_is_that_of_what_it_should_stand_in() -> None:
    document = read(POSITIONS)
    assert document.span(("posts", 0, "absent", 3)) == document.span(("posts", 0))
    assert document.span(("posts", 9), of_key=True) == document.span(("posts",))


def test_a_byte_order_mark_does_not_move_the_columns() -> None:
    document = read("\ufeffparty: kom\nposts: []\n")
    assert told(document) == [("character-forbidden", 1, 1)]
    assert document.span(("party",)).column == 8
    assert document.value == {"party": "kom", "posts": []}
