"""Text before and after a change, in every layout; and the laws that hold for all of them."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import reduce
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.model.place import Key
from samverkan_cli.store import text as reader
from samverkan_cli.store.edit import apply, keeps_comments, splice_of
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.edits import Append, Edit, Keys, Remove, Set, same
from samverkan_cli.store.layout import Node, comments, path, tree
from tests.store.documents import documents
from tests.store.reading import read
from tests.store.test_agreement_of_readers import agrees

ITEM = {"post": "c", "share": "5 %"}
Parser = reader.Parser
DAY = date(2025, 6, 30)
ADD = Append(("posts",), ITEM)
END = Set(("posts", 0), "until", DAY)
FIRST, SECOND, THIRD = (Remove(("posts", number)) for number in range(3))

EXAMPLES: dict[str, tuple[str, Edit, str]] = {
    # At the end of a list of groups in braces, as the shipped files have it.
    "add": (
        "posts:\n  - {post: a}\n  - {post: b}\n",
        ADD,
        "posts:\n  - {post: a}\n  - {post: b}\n  - {post: c, share: 5 %}\n",
    ),
    "add before the next section": (
        "posts:\n  - {post: a}\n\n# next\nmore: 1\n",
        ADD,
        "posts:\n  - {post: a}\n  - {post: c, share: 5 %}\n\n# next\nmore: 1\n",
    ),
    "add below the comment of the last": (
        "posts:\n  - {post: a}  # about a\n    # more\n     # on\n  # of the list\nmore: 1\n",
        ADD,
        (
            "posts:\n  - {post: a}  # about a\n    # more\n     # on\n  - {post: c, share: 5 %}\n"
            "  # of the list\nmore: 1\n"
        ),
    ),
    "add without indentation": (
        "posts:\n- {post: a}\n# next\nmore: 1\n",
        ADD,
        "posts:\n- {post: a}\n- {post: c, share: 5 %}\n# next\nmore: 1\n",
    ),
    "add with much indentation and space": (
        "posts:\n    -   {post: a}   \n",
        ADD,
        "posts:\n    -   {post: a}   \n    -   {post: c, share: 5 %}\n",
    ),
    "add without a last line break": (
        "posts:\n  - {post: a}",
        ADD,
        "posts:\n  - {post: a}\n  - {post: c, share: 5 %}",
    ),
    "add with CRLF": (
        "posts:\r\n  - {post: a}\r\nmore: 1\n",
        ADD,
        "posts:\r\n  - {post: a}\r\n  - {post: c, share: 5 %}\r\nmore: 1\n",
    ),
    "add with CRLF without a last line break": (
        "posts:\r\n  - {post: a}",
        ADD,
        "posts:\r\n  - {post: a}\r\n  - {post: c, share: 5 %}",
    ),
    "add where empty lines part the items": (
        "posts:\n  - {post: a}\n\n  - {post: b}\n\nmore: 1\n",
        ADD,
        "posts:\n  - {post: a}\n\n  - {post: b}\n\n  - {post: c, share: 5 %}\n\nmore: 1\n",
    ),
    "add where an empty line parts some of the items": (
        "posts:\n  - {post: a}\n\n  # others\n  - {post: b}\n  - {post: d}\n",
        ADD,
        (
            "posts:\n  - {post: a}\n\n  # others\n  - {post: b}\n  - {post: d}\n"
            "  - {post: c, share: 5 %}\n"
        ),
    ),
    "add after a group in braces over several lines": (
        "---\nposts:\n  - {post: a,  # one\n     share: 5 %\n    }  # two\n",
        ADD,
        (
            "---\nposts:\n  - {post: a,  # one\n     share: 5 %\n    }  # two\n"
            "  - {post: c, share: 5 %}\n"
        ),
    ),
    "add a long one": (
        "posts:\n  - {post: a}\n",
        Append(("posts",), {"reason": "x" * 110, "to": ["a", "b"]}),
        f"posts:\n  - {{post: a}}\n  - reason: {'x' * 110}\n    to: [a, b]\n",
    ),
    # At the end of a list of groups on lines of their own.
    "add in lines": (
        "posts:\n  - post: a\n    share: 5 %  # half\nmore: 1\n",
        ADD,
        "posts:\n  - post: a\n    share: 5 %  # half\n  - post: c\n    share: 5 %\nmore: 1\n",
    ),
    "add in lines below the dash": (
        "posts:\n  -\n    # about a\n    post: a\n",
        ADD,
        "posts:\n  -\n    # about a\n    post: a\n  - post: c\n    share: 5 %\n",
    ),
    "add in lines with much space": (
        "posts:\n-   post: a\n    share: '5 %'\n",
        ADD,
        "posts:\n-   post: a\n    share: '5 %'\n-   post: c\n    share: 5 %\n",
    ),
    "add after a text in a block": (
        "posts:\n  - post: |-\n      a\n      # a, too\n\nmore: 1\n",
        ADD,
        "posts:\n  - post: |-\n      a\n      # a, too\n  - post: c\n    share: 5 %\n\nmore: 1\n",
    ),
    "add after a text that owns the empty lines below": (
        "posts:\n  - post: |+\n      a\n\n\nmore: 1\n",
        ADD,
        "posts:\n  - post: |+\n      a\n\n\n  - post: c\n    share: 5 %\nmore: 1\n",
    ),
    "add after an empty value": (
        "posts:\n  - post: a\n    share:\n# end\n",
        ADD,
        "posts:\n  - post: a\n    share:\n  - post: c\n    share: 5 %\n# end\n",
    ),
    # In brackets.
    "add in brackets": (
        "posts: [{post: a}, {post: b}]  # all\n",
        ADD,
        "posts: [{post: a}, {post: b}, {post: c, share: 5 %}]  # all\n",
    ),
    "add in brackets with a last comma": (
        "posts: [{post: a} , ]\n",
        ADD,
        "posts: [{post: a}, {post: c, share: 5 %} , ]\n",
    ),
    "add in brackets in lines": (
        "posts: [\n  {post: a},  # one\n  {post: b}  # two\n]\n",
        ADD,
        "posts: [\n  {post: a},  # one\n  {post: b},  # two\n  {post: c, share: 5 %}\n]\n",
    ),
    "add in brackets in lines with a last comma": (
        "posts: [\r\n  {post: a}, # one\r\n]\r\n",
        ADD,
        "posts: [\r\n  {post: a}, # one\r\n  {post: c, share: 5 %},\r\n]\r\n",
    ),
    "add in brackets before the closing one": (
        "posts: [\n  {post: a},\n  {post: b}]\n",
        ADD,
        "posts: [\n  {post: a},\n  {post: b}, {post: c, share: 5 %}]\n",
    ),
    # To nothing.
    "add the first": (
        "more: 1\nposts: []  # none yet\n# end\n",
        ADD,
        "more: 1\nposts:  # none yet\n  - {post: c, share: 5 %}\n# end\n",
    ),
    "add the first without a last line break": (
        "posts: []",
        ADD,
        "posts:\n  - {post: c, share: 5 %}",
    ),
    "add the first to no value": (
        "posts:  # none yet\n  # at all\nmore:\n  - a\n",
        ADD,
        "posts:  # none yet\n  # at all\n  - {post: c, share: 5 %}\nmore:\n  - a\n",
    ),
    "add the first to null": (
        "posts: null\r\nmore: 1\r\n",
        ADD,
        "posts:\r\n  - {post: c, share: 5 %}\r\nmore: 1\r\n",
    ),
    "add the first as the others": (
        "posts: []\nmore:\n-   a: 1\n",
        ADD,
        "posts:\n-   post: c\n    share: 5 %\nmore:\n-   a: 1\n",
    ),
    "add the first inside brackets over two lines": (
        "posts: [  # none\n  ]\n",
        ADD,
        "posts: [{post: c, share: 5 %}  # none\n  ]\n",
    ),
    "add the first in braces": ("{posts: []}\n", ADD, "{posts: [{post: c, share: 5 %}]}\n"),
    "add the first to no value in braces": (
        "{posts: , more: 1}\n",
        ADD,
        "{posts: [{post: c, share: 5 %}] , more: 1}\n",
    ),
    "add the first to a bare name in braces": (
        "{more, posts}\n",
        ADD,
        "{more, posts: [{post: c, share: 5 %}]}\n",
    ),
    "add behind an item, above the heading of what follows": (
        "a:\n  - {b: 0}\n  - {b: 1}  # one\n\n  # two\n  - {b: 2}\n",
        Append(("a",), {"b": 3}, 1),
        "a:\n  - {b: 0}\n  - {b: 1}  # one\n  - {b: 3}\n\n  # two\n  - {b: 2}\n",
    ),
    "add behind an item, below the comments that are further in": (
        "a:\n  - {b: 0}  # 0\n    # of 0\n     # too\n  # of 1\n  - {b: 1}\n",
        Append(("a",), {"b": 3}, 0),
        "a:\n  - {b: 0}  # 0\n    # of 0\n     # too\n  - {b: 3}\n  # of 1\n  - {b: 1}\n",
    ),
    "add behind an item in brackets": ("a: [1, 2]\n", Append(("a",), 5, 0), "a: [1, 5, 2]\n"),
    "add behind an item in brackets with a line of its own": (
        "a: [\n  1,  # 1\n    # of 1\n  # 2\n  2\n]\n",
        Append(("a",), 5, 0),
        "a: [\n  1,  # 1\n    # of 1\n  5,\n  # 2\n  2\n]\n",
    ),
    "add behind an item in brackets whose line others share": (
        "a: [\r\n  0, 1,  # 0, 1\r\n  2]\r\n",
        Append(("a",), 5, 1),
        "a: [\r\n  0, 1,  # 0, 1\r\n     5,\r\n  2]\r\n",
    ),
    "add behind an item in brackets whose comma stands in another line": (
        "a: [\n  1  # 1\n  , 2\n]\n",
        Append(("a",), 5, 0),
        "a: [\n  1  # 1\n  , 5, 2\n]\n",
    ),
    "add behind the last item in brackets and its comment": (
        "a: [0, 1  # 1\n]\nb: 1\n",
        Append(("a",), 5),
        "a: [0, 1,  # 1\n       5\n]\nb: 1\n",
    ),
    "add behind the last item in brackets and the comments further in": (
        "a: [\n  1 # 1\n   # of 1\n  # end\n]\n",
        Append(("a",), 5),
        "a: [\n  1, # 1\n   # of 1\n  5\n  # end\n]\n",
    ),
    "add behind a group on lines of its own": (
        "- b: 1\n  c: 2\n- b: 3\n",
        Append((), {"b": 5}, 0),
        "- b: 1\n  c: 2\n- b: 5\n- b: 3\n",
    ),
    "add to a list in a list": ("- [1]\n-\n- []\n", Append((1,), 5), "- [1]\n- [5]\n- []\n"),
    "add to the whole text": ("- 1\n# end\n", Append((), "a, b"), '- 1\n- "a, b"\n# end\n'),
    "add to a list inside the first line of another": (
        "- - 1\n  - 2\n- 3\n",
        Append((0,), 5),
        "- - 1\n  - 2\n  - 5\n- 3\n",
    ),
    # A section that is missing.
    "begin": ("party: kom\n", ADD, "party: kom\nposts:\n  - {post: c, share: 5 %}\n"),
    "begin behind an empty line": (
        "party: kom\n\nmore:\n- a\n# end\n",
        ADD,
        "party: kom\n\nmore:\n- a\n# end\n\nposts:\n- {post: c, share: 5 %}\n",
    ),
    "begin behind an empty line that is there": (
        "party: kom\n\nmore:\n- a\n\n",
        ADD,
        "party: kom\n\nmore:\n- a\n\nposts:\n- {post: c, share: 5 %}\n",
    ),
    "begin without a last line break": (
        "  party: kom\r\n\r\n  more: a",
        ADD,
        "  party: kom\r\n\r\n  more: a\r\n\r\n  posts:\r\n    - {post: c, share: 5 %}",
    ),
    "begin in braces": (
        "{party: kom,}\n",
        ADD,
        "{party: kom, posts: [{post: c, share: 5 %}],}\n",
    ),
    "begin in a group within": (
        "a:\n  b: 1\n  # of b\n\nc: 2\n",
        Append(("a", "posts"), 1),
        "a:\n  b: 1\n  posts:\n    - 1\n  # of b\n\nc: 2\n",
    ),
    # A field.
    "end in braces": (
        "posts:\n  - {post: a, from: 2024-01-01, share: 5 %}  # x\n",
        END,
        "posts:\n  - {post: a, from: 2024-01-01, until: 2025-06-30, share: 5 %}  # x\n",
    ),
    "end in braces over several lines": (
        "posts:\n  - { post: a,  # x\n      from: '2024-01-01'  # y\n    }\n",
        END,
        "posts:\n  - { post: a,  # x\n      from: '2024-01-01', until: 2025-06-30  # y\n    }\n",
    ),
    "end where there is no first day": (
        "posts:\n  - {post: a, share: 5 %,}\n",
        END,
        "posts:\n  - {post: a, share: 5 %, until: 2025-06-30,}\n",
    ),
    "end behind an empty value": (
        "posts: [{from:, post: a}, {b}]\n".replace(":,", ": ,"),
        END,
        "posts: [{from: , until: 2025-06-30 , post: a}, {b}]\n",
    ),
    "end a group that is empty": ("posts: [{ }]\n", END, "posts: [{until: 2025-06-30 }]\n"),
    "end in lines": (
        "posts:\n  - post: a\n    from: 2024-01-01  # x\n      # y\n    share: 5 %\n",
        END,
        (
            "posts:\n  - post: a\n    from: 2024-01-01  # x\n      # y\n    until: 2025-06-30\n"
            "    share: 5 %\n"
        ),
    ),
    "end in lines with CRLF": (
        "posts:\r\n-   from: 2024-01-01\r\n    share: 5 %",
        END,
        "posts:\r\n-   from: 2024-01-01\r\n    until: 2025-06-30\r\n    share: 5 %",
    ),
    "end in the last line of all": (
        "posts:\n  - from: 2024-01-01",
        END,
        "posts:\n  - from: 2024-01-01\n    until: 2025-06-30",
    ),
    "end again": (
        "posts:\n  - {until: 2024-01-01 , share: 5 %}\n",
        END,
        "posts:\n  - {until: 2025-06-30 , share: 5 %}\n",
    ),
    "end again in the same quotation marks": (
        "posts:\n  - until: \"2024-01-01\"  # x\n    other: ''\n",
        END,
        "posts:\n  - until: \"2025-06-30\"  # x\n    other: ''\n",
    ),
    "end again in single quotation marks": (
        "posts:\n  - {until: '2024-01-01'}\n",
        END,
        "posts:\n  - {until: '2025-06-30'}\n",
    ),
    "end again what stood in a block": (
        "posts:\n  - until: >-\n      2024-01-01\n\n    other: 1\n",
        END,
        "posts:\n  - until: 2025-06-30\n\n    other: 1\n",
    ),
    "give an empty field a value": (
        "posts:\n  - until:  # when?\n    other: 1\n",
        END,
        "posts:\n  - until: 2025-06-30  # when?\n    other: 1\n",
    ),
    "give a bare name a value": (
        "posts: [{until, other: 1}]\n",
        END,
        "posts: [{until: 2025-06-30, other: 1}]\n",
    ),
    "give the whole text a field": (
        "a: 1\nb:\n  - 2\n# end\n",
        Set((), "on", "no"),
        'a: 1\nb:\n  - 2\n"on": "no"\n# end\n'.replace('"on"', "on"),
    ),
    "a text in place of one over several lines": (
        "a: one\n   two\n\n# x\nb: 1\n",
        Set((), "a", 'it\'s "1, 2"'),
        'a: "it\'s \\"1, 2\\""\n\n# x\nb: 1\n',
    ),
    "a number in place of a text": ("a: 'one'\n", Set((), "a", 5), "a: 5\n"),
    # Taken away.
    "drop the first": (
        "posts:\n  # a, b\n  - {post: a}  # x\n  - {post: b}\n",
        FIRST,
        "posts:\n  # a, b\n  - {post: b}\n",
    ),
    "drop the last": (
        "posts:\n  - post: a\n  # b\n  - post: b\n    # in b\n    x: 1\n    # tail\n\nmore: 1\n",
        SECOND,
        "posts:\n  - post: a\n  # b\n\nmore: 1\n",
    ),
    "drop one with the comments that are further in": (
        "posts:\n  - {post: a} # a\n    # of a\n   # too\n  # of b\n  - {post: b}\n    # of b\n",
        FIRST,
        "posts:\n  # of b\n  - {post: b}\n    # of b\n",
    ),
    "drop the only one with the comments that are further in": (
        "posts:\n  # x\n  - {post: a}\n    # of a\n  # end\n",
        FIRST,
        "posts: []\n  # x\n  # end\n",
    ),
    "drop one below a text in a block, with its comment": (
        "posts:\n- |\n  x\n- 1\n  # of 1\n",
        SECOND,
        "posts:\n- |\n  x\n",
    ),
    "drop in brackets in lines with the comments that are further in": (
        "posts: [\n  {post: a},\n    # of a\n  # of b\n  {post: b}\n]\n",
        FIRST,
        "posts: [\n  # of b\n  {post: b}\n]\n",
    ),
    "drop the last without a last line break": (
        "posts:\n- {post: a}  \n- {post: b}",
        SECOND,
        "posts:\n- {post: a}  ",
    ),
    "drop the last with its comment without a last line break": (
        "posts:\r\n  - a\r\n\r\n  # b\r\n\r\n  - b\r\n    # of b",
        SECOND,
        "posts:\r\n  - a\r\n\r\n  # b",
    ),
    "drop the last before a heading without a last line break": (
        "posts:\n- a\n- b\n# end",
        SECOND,
        "posts:\n- a\n# end",
    ),
    "drop one with comments below its dash": (
        "posts:\n  - a\n  -\n    # b\n    x: 1\n  - c\n",
        SECOND,
        "posts:\n  - a\n  - c\n",
    ),
    "drop one with CRLF": (
        "posts:\r\n  - {post: a}\r\n  - {post: b}\r\n\r\n",
        FIRST,
        "posts:\r\n  - {post: b}\r\n\r\n",
    ),
    "drop the only one": (
        "posts:  # x\n  # y\n  - {post: a}  # z\n\nmore: 1\n",
        FIRST,
        "posts: []  # x\n  # y\n\nmore: 1\n",
    ),
    "drop the only one without indentation": (
        "posts:\n- post: a\n  x: 1",
        FIRST,
        "posts: []",
    ),
    "drop the only one below a comment without a last line break": (
        "posts:  # x\n  # y\n\n- a",
        FIRST,
        "posts: []  # x\n  # y",
    ),
    "drop in brackets": (
        "posts: [{post: a}, {post: b}, {post: c}]\n",
        SECOND,
        "posts: [{post: a}, {post: c}]\n",
    ),
    "drop the first in brackets": (
        "posts: [ {post: a}, {post: b}]\n",
        FIRST,
        "posts: [ {post: b}]\n",
    ),
    "drop the last in brackets": (
        "posts: [{post: a}, {post: b}, {post: c},]\n",
        THIRD,
        "posts: [{post: a}, {post: b},]\n",
    ),
    "drop the only one in brackets": ("posts: [ {post: a}, ] # x\n", FIRST, "posts: [] # x\n"),
    "drop the only one in brackets with a comment": (
        "posts: [ # x\n  {post: a} # y\n]\n",
        FIRST,
        "posts: [ # x\n]\n",
    ),
    "drop in brackets in lines": (
        "posts: [\n  {post: a},  # a\n  # of b\n  {post: b},  # b\n  {post: c}\n]\n",
        SECOND,
        "posts: [\n  {post: a},  # a\n  # of b\n  {post: c}\n]\n",
    ),
    "drop the last in brackets in lines": (
        "posts: [\n  {post: a},  # a\n  {post: b}  # b\n]\n",
        SECOND,
        "posts: [\n  {post: a},  # a\n]\n",
    ),
    "drop in brackets in shared lines": (
        "posts: [{post: a},  # a\n  {post: b}, {post: c}]\n",
        SECOND,
        "posts: [{post: a},  # a\n  {post: c}]\n",
    ),
    "drop the first in brackets before a comment": (
        "posts: [{post: a},  # a\n  {post: b}]\n",
        FIRST,
        "posts: [  # a\n  {post: b}]\n",
    ),
    "drop in the first line of another list": ("- - 1\n  - 2\n", Remove((0, 0)), "- - 2\n"),
    "drop the only one of an inner list": ("- - 1\n- 2\n", Remove((0, 0)), "- []\n- 2\n"),
    "drop the only one of an inner list, and not the empty lines it owns": (
        "- - |+\n    a\n\n\n- 2\n",
        Remove((0, 0)),
        "- []\n\n\n- 2\n",
    ),
    "drop the only one of all": ("# x\n- 1 # y\n", Remove((0,)), "# x\n[] # y\n"),
}


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


def spans(node: Node, text: str) -> Iterator[tuple[str, str]]:
    """Yield what each scalar means with the text between its marks."""
    for part in (*node.keys, *node.parts):
        if part.kind is str:
            yield part.value, text[part.start : part.end]
        yield from spans(part, text)


def test_the_layout_finds_every_value_to_the_character() -> None:
    text = "é😀:\r\n  - a  # x\r\n  - {b: 'c', \"d\" : , e}\r\n  -\r\nf: >-\r\n  g\r\n\r\nh:\r\n"
    root = tree(text)
    assert root
    assert dict(spans(root, text)) == {
        "é😀": "é😀",
        "a": "a",
        "b": "b",
        "c": "'c'",
        "d": '"d"',
        "e": "e",
        "f": "f",
        "g": ">-\r\n  g",
        "h": "h",
        "": "",
    }
    assert text[root.parts[0].start : root.parts[0].end].startswith("- a")
    assert text[root.at("é😀").parts[1].start : root.at("é😀").parts[1].end].endswith(", e}")


def test_comments_are_told_from_texts() -> None:
    text = (
        "# 1\n---  # 2\na: 'b # c'  # 3\n# 4\nd: e#f\ng: | # 5\n  # h\n  i\n# 6\n"
        'j: [k, # 7\n  "# l"]\nm: # 8\nn: "o\n  # p"  #9\n"q # r": {s#t: 1}\n#'
    )
    assert [comment for _, comment in comments(text, tree(text))] == [
        "# 1", "# 2", "# 3", "# 4", "# 5", "# 6", "# 7", "# 8", "#9", "#",
    ]  # fmt: skip


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


# The laws, for any document that is accepted, whatever it is about.

ITEMS = (
    {"post": "a", "slot": "g/s: x"}, {"a": ["b", 1], "on": "no"}, "text, a", "#x", 5, True, ["a"],
    {"reason": "long " * 40 + "x", "to": {"a": "1"}},
)  # fmt: skip
NEW = ("a, b", 5, "x", "# y", date(2025, 6, 30))
COUNTS = pytest.mark.parametrize(
    "examples", [150, pytest.param(10_000, marks=pytest.mark.long)], ids=["some", "many"]
)


def places(value: Any, keys: tuple[Key, ...] = ()) -> Iterator[tuple[tuple[Key, ...], Any]]:
    """Yield every value in a value with the keys that lead to it."""
    yield keys, value
    inner = value if isinstance(value, dict) else range(len(value) if type(value) is list else 0)
    for key in inner:
        yield from places(value[key], (*keys, key))


def possible(source: random.Random, value: Any) -> Iterator[Edit]:
    """Yield every edit that something in a value is open to."""
    for keys, part in places(value):
        if isinstance(part, dict):
            yield from in_group(source, keys, part)
        if isinstance(part, list | None):
            yield Append(keys, source.choice(ITEMS))
        if isinstance(part, list):
            for number in range(len(part)):
                yield Remove((*keys, number))
                yield Append(keys, source.choice(ITEMS), number)


def in_group(source: random.Random, keys: Keys, group: dict[str, Any]) -> Iterator[Edit]:
    """Yield every edit that the fields of a group are open to."""
    if "new" not in group:
        yield Append((*keys, "new"), source.choice(ITEMS))
    yield Set(keys, source.choice(("until", "new")), source.choice(NEW))
    for key, part in group.items():
        if not isinstance(part, dict | list):
            yield Set(keys, key, source.choice(NEW))


def told(value: Any) -> Any:
    """Return a value as YAML says it: days are texts."""
    return value.isoformat() if isinstance(value, date) else value


def oracle(value: Any, edit: Edit) -> Any:
    """Return what an edit makes of a value, rebuilt from the ground."""
    keys = edit.keys[:-1] if isinstance(edit, Remove) else edit.keys
    if keys:
        first, rest = keys[0], edit._replace(keys=edit.keys[1:])
        if isinstance(value, list):
            return [
                oracle(part, rest) if number == first else part for number, part in enumerate(value)
            ]
        return {**value, first: oracle(value.get(first), rest)}
    match edit:
        case Append(_, item, None):
            return [*(value or []), item]
        case Append(_, item, after):
            parts = (
                [part, item] if number == after else [part] for number, part in enumerate(value)
            )
            return [one for pair in parts for one in pair]
        case Set(_, key, new):
            return {**value, key: told(new)}
        case Remove((last,)):
            return [part for number, part in enumerate(value) if number != last]


EMPTY = re.compile(r"\s*(?:\[\s*\]|null)?")


def hold_bytes(old: str, new: str, edit: Edit) -> None:
    """Hold all to stay but a stretch, and of that all but the value that gives way."""
    start, end, put = splice_of(old, tree(old), edit)
    assert new == old[:start] + put + old[end:]
    gone = old[start:end]
    match edit:
        case Append():
            nothing = EMPTY.match(gone)
            assert nothing
            assert gone[nothing.end() :] in put
            assert len(put.splitlines()) <= len(gone.splitlines()) + 4
        case Set(keys, key, _):
            node = path(tree(old), keys)[-1]
            part = node.at(key) if key in node.names else None
            assert gone == (old[part.start : part.end].rstrip() if part else "")
            assert len(put.split()) <= 2 + len(str(edit.value).split())
        case Remove():
            assert put in {"", "[]"} or (put.startswith(" []") and put[3:] in gone)


def remarks(text: str) -> int:
    """Return how many comments the drawn documents have, which all say the same."""
    return text.count("# remark")


@COUNTS
def test_any_edit_of_any_document_means_what_was_meant(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(documents(), st.randoms(use_true_random=False))
    def change(text: str, source: random.Random) -> None:
        document = read(text)
        if document.faults or not isinstance(document.value, dict | list):
            return
        edits = list(possible(source, document.value))
        if not edits:
            return
        edit = source.choice(edits)
        try:
            new = apply(text, [edit])
        except EditError:
            made.append(False)
            return
        made.append(True)
        assert not read(new).faults
        assert repr(sorted_out(read(new).value)) == repr(sorted_out(oracle(document.value, edit)))
        assert agrees(new)
        hold_bytes(text, new, edit)
        if not isinstance(edit, Remove):
            assert remarks(new) == remarks(text)

    change()
    assert len(made) > examples / 5
    assert made.count(False) <= len(made) / 50


@COUNTS
def test_edits_made_at_once_are_as_those_made_one_after_the_other(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(documents(), st.randoms(use_true_random=False))
    def change(text: str, source: random.Random) -> None:
        document = read(text)
        if document.faults or not isinstance(document.value, dict | list):
            return
        edits = several(source, document.value)
        made.append(len(edits))
        one_by_one = letters(lambda: reduce(lambda old, edit: apply(old, [edit]), edits, text))
        assert letters(lambda: apply(text, edits)) == one_by_one

    change()
    assert sum(made) > examples / 2


def letters(change: Callable[[], str]) -> str:
    """Return the text that a change makes, whatever lines and brackets it is laid out with.

    What is written anew follows the manner of what stands there, which a former edit may alter.
    """
    try:
        text = change()
    except EditError:
        return ""
    return repr(sorted_out(read(text).value)) + re.sub(r"[-\s,\[\]{}]", "", text)


def several(source: random.Random, value: Any) -> list[Edit]:
    """Draw some edits, each of what the former left; often alike, and near each other."""
    found: list[Edit] = []
    for _ in range(source.choice((2, 3, 6))):
        edits = list(possible(source, value))
        if found and source.randrange(3):
            kind, keys = type(found[-1]), found[-1].keys
            edits = [one for one in edits if type(one) is kind and one.keys[:-1] == keys[:-1]]
        if not edits:
            break
        edit = source.choice(edits)
        value = oracle(value, edit)
        found.append(edit)
    return found


def sorted_out(value: Any) -> Any:
    """Return a value with the fields of every group in the order of their names."""
    if isinstance(value, dict):
        return {key: sorted_out(value[key]) for key in sorted(value)}
    return [sorted_out(part) for part in value] if isinstance(value, list) else value
