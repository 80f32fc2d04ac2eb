"""Where everything in a text stands, and which of it is comments."""

from collections.abc import Iterator

from samverkan_cli.store.layout import Node, comments, tree


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
