"""Texts before and after a field is given a value, in every layout."""

from datetime import date

from samverkan_cli.store.edits import Edit, Set

DAY = date(2025, 6, 30)
END = Set(("posts", 0), "until", DAY)

GIVEN: dict[str, tuple[str, Edit, str]] = {
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
}
