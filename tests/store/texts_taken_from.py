"""Texts before and after an item is taken out of a list, in every layout."""

from samverkan_cli.store.edits import Edit, Remove

FIRST, SECOND, THIRD = (Remove(("posts", number)) for number in range(3))

TAKEN: dict[str, tuple[str, Edit, str]] = {
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
