"""Texts before and after something is added to a list, in every layout."""

from samverkan_cli.store.edits import Append, Edit

ITEM = {"post": "c", "share": "5 %"}
ADD = Append(("posts",), ITEM)

ADDED: dict[str, tuple[str, Edit, str]] = {
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
}
