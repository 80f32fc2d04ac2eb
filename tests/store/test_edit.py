"""Text before and after a change, in every layout; and what is refused."""

from functools import reduce
from typing import Any

import pytest
import yaml

from samverkan_cli.store import text as reader
from samverkan_cli.store.edit import apply, keeps_comments
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.edits import Append, Edit, Remove, Set, same
from samverkan_cli.store.layout import tree
from tests.store.edits import hold_bytes
from tests.store.texts_added_to import ADD, ADDED, ITEM
from tests.store.texts_taken_from import FIRST, SECOND, TAKEN
from tests.store.texts_with_fields import DAY, END, GIVEN

EXAMPLES = ADDED | GIVEN | TAKEN
Parser = reader.Parser


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_change_touches_only_what_it_means(name: str) -> None:
    before, edit, after = EXAMPLES[name]
    assert apply(before, [edit]) == after
    hold_bytes(before, after, edit)


@pytest.mark.parametrize("name", EXAMPLES)
def test_without_libyaml_every_change_is_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "Parser", yaml.SafeLoader)
    before, edit, after = EXAMPLES[name]
    assert apply(before, [edit]) == after


@pytest.mark.parametrize(
    "edits",
    [
        [Append(("posts",), ITEM)] * 90,
        [Append(("posts",), ITEM, 0)] * 90,
        [Set(("posts", number), "until", DAY) for number in range(90)],
        [Remove(("posts", number)) for number in reversed(range(60))],
        [Remove(("posts", number)) for number in reversed(range(90))],
    ],
    ids=["add", "add behind one", "end", "drop some", "drop all"],
)
def test_many_edits_read_the_text_a_few_times(
    edits: list[Edit], monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []

    def parser(text: str) -> Any:
        readings.append(text)
        return Parser(text)

    monkeypatch.setattr(reader, "Parser", parser)
    before = "posts:\n" + "  - {post: a}\n" * 90
    after = apply(before, edits)
    assert len(readings) < 60, "reads for every edit, or for most of them"
    assert after == reduce(lambda text, edit: apply(text, [edit]), edits, before)


def test_each_edit_speaks_of_what_the_former_left() -> None:
    text = "posts: []\n"
    added = apply(text, [ADD, ADD, END, SECOND])
    assert added == "posts:\n  - {post: c, share: 5 %, until: 2025-06-30}\n"
    assert apply(added, [FIRST]) == text
    assert apply(text, []) == text


REFUSED: dict[str, tuple[str, Edit, int]] = {
    "a mistake in the file": ("a: 1\nb: no\n", Set((), "a", 2), 2),
    "a forbidden character": ("a: 1\nb: x\u200b\n", Set((), "a", 2), 2),
    "a list in the place of a value": ("x: 1\na: [1]\n", Set((), "a", 2), 2),
    "a name that is none": ("a: 1\n", Set((), "x" * 300, 1), 2),
    "a lone field in brackets": ("[\n a: 1]\n", Set((0,), "b", 2), 2),
    "a lone field in brackets that gets a list": ("[a: 1]\n", Append((0, "b"), 2), 1),
    "a text that a line break would change": ("a: |\n  x", Append(("b",), 2), 2),
    "a text that would lose its line break": ("- |\n  x\n- 1", Remove((1,)), 2),
    "a heading that would go with an item": ("- - 1\n  # 2\n  - 2\n", Remove((0, 0)), 1),
    "a comment in the sign of a block": ("a: | # x\n  y\n", Set((), "a", 1), 1),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_changed_safely_is_refused_with_its_line_and_a_cure(name: str) -> None:
    text, edit, line = REFUSED[name]
    with pytest.raises(EditError) as refusal:
        apply(text, [edit])
    assert refusal.value.line == line
    assert dict(refusal.value.message.values) == {"line": line}
    assert "samverkan check" in refusal.value.hint.template


@pytest.mark.parametrize(
    "edit",
    [
        Append(("a",), 1),
        Append(("a", 5), 1),
        Append(("b", 0), 1),
        Set(("b",), "c", 1),
        Set(("x",), "c", 1),
        Remove(("b", 1)),
        Remove(("x", 0)),
        Remove(("a",)),
    ],
)
def test_what_is_not_there_is_our_mistake(edit: Edit) -> None:
    with pytest.raises((LookupError, TypeError)):
        apply("a: 1\nb: [x]\n", [edit])


def test_an_empty_text_has_nothing_to_change() -> None:
    with pytest.raises((LookupError, TypeError)):
        apply("# nothing\n", [ADD])


@pytest.mark.parametrize(
    ("new", "kept"),
    [
        ("# 1\na: 1  # 2\nb: [1]\n# 3\n", True),
        ("# 1\na: 1\nb: [1]  # 2\n# 3\n", True),
        ("# 1\na: 1  # 2\nb: [1]\n", False),
        ("# 3\na: 1  # 2\nb: [1]\n# 1\n", False),
        ("# 1\na: 1  # 2\nb: [1] # 2\n# 3\n", False),
        ("# 1\na: 1  # 2\nb: [1] # 4\n# 3\n", False),
    ],
    ids=["as it was", "elsewhere", "lost", "out of order", "twice", "made up"],
)
def test_a_comment_is_neither_lost_nor_made_up(new: str, *, kept: bool) -> None:
    text = "# 1\na: 1  # 2\nb: []\n# 3\n"
    assert keeps_comments(text, tree(text), new, [Append(("b",), 1)]) is kept


def test_only_the_comments_of_a_removed_item_may_go() -> None:
    text = "a:\n  # 1\n  - b: 1  # 2\n    # 3\n    c: 2  # 4\n  # 5\n  - d  # 6\n"
    others = "a:\n  # 1\n  # 5\n  - d  # 6\n"
    assert keeps_comments(text, tree(text), others, [Remove(("a", 0))])
    assert not keeps_comments(text, tree(text), others, [Remove(("a", 1))])
    assert not keeps_comments(text, tree(text), others, [Append(("a",), 1)])


def test_values_are_the_same_only_when_they_are_of_one_kind() -> None:
    assert same({"a": [1], "b": None}, {"b": None, "a": [1]})
    assert not same([1], [True])
    assert not same([1], ["1"])
    assert not same([1, 2], [2, 1])
