"""Everything that has an id, by its name in the whole agreement."""

from samverkan_cli.evaluate.items import cited, find, items, slots
from samverkan_cli.model.agreement import Law
from samverkan_cli.model.frame import Source, Statement
from samverkan_cli.model.staffing import Post
from tests.evaluate.made import agreement, duty, held, slot

SOURCE = Source(first_line=1, last_line=2, digest="sha256:0")
MADE = agreement(
    held("p"), Post(id="p", party="kom", title="P"), slot=slot("x", "y"), duties=[duty()]
).replaced(
    laws=(
        Law(
            id="law",
            title="Law",
            statute="2023:196",
            demands=(Statement(id="demand", title="Demand", source=SOURCE),),
        ),
    ),
)


def test_names_in_written_order() -> None:
    assert [(one.id, one.kind) for one in items(MADE)] == [
        (MADE.id, "Agreement"),
        ("kom", "Party"),
        ("pol", "Party"),
        ("law", "Law"),
        ("demand", "Statement"),
        ("g", "Guarantee"),
        ("g/s", "Slot"),
        ("g/s/x", "Function"),
        ("g/s/y", "Function"),
        ("form", "Form"),
        ("duty", "Duty"),
        ("p", "Post"),
    ]


def test_source_is_cited_by_the_item_around_it() -> None:
    assert [*cited(MADE)] == [("demand", SOURCE)]


def test_find() -> None:
    found = find(MADE, "g/s/y")
    assert found is not None
    assert found.value is MADE.guarantees[0].slots[0].functions[1]
    assert find(MADE, "x") is None


def test_slots() -> None:
    assert slots(MADE) == {"g/s": (MADE.guarantees[0], MADE.guarantees[0].slots[0])}
