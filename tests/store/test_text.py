"""What a text means, where everything in it stands, and what is said of broken text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.store.document import FAULTS
from samverkan_cli.store.scalars import AmbiguousScalarError, is_field_name, resolve
from samverkan_cli.store.syntax import SAYINGS, in_plain_words
from samverkan_cli.store.text import parse
from tests.store.documents import documents
from tests.store.reading import read, told

# Scalars


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("null", None), ("true", True), ("false", False), ("0", 0), ("-0", 0), ("7", 7),
        ("-12", -12), ("9" * 18, int("9" * 18)), ("2024-01-01", "2024-01-01"),
        ("2024-01", "2024-01"),
        ("50 %", "50 %"), ("a: b".replace(":", ""), "a b"), ("nej", "nej"), ("tRUE", "tRUE"),
        ("-", "-"), (".", "."), ("1a", "1a"), ("0-1", "0-1"), ("1:2a", "1:2a"),
        ("_1", "_1"), ("é", "é"),
    ],
)  # fmt: skip
def test_what_a_plain_scalar_means(text: str, value: object) -> None:
    assert resolve(text) == value
    assert type(resolve(text)) is type(value)


AMBIGUOUS = """
~ Null NULL True TRUE False FALSE y Y n N yes Yes YES no No NO on On ON off Off OFF
007 00 +1 -_1 1_000 0x1f 0o17 0b1 1.5 .5 5. ._1 1e3 1.5e-3 -1e400 1:30 190:20:30.5
.inf -.Inf .NaN = <<
"""


@pytest.mark.parametrize("text", [*AMBIGUOUS.split(), "1" * 19, "9" * 5000])
def test_what_programs_read_differently_is_refused(text: str) -> None:
    with pytest.raises(AmbiguousScalarError):
        resolve(text)


@pytest.mark.parametrize("name", ["on", "no", "from", "a1", "år"])
def test_a_field_can_have_such_a_name(name: str) -> None:
    assert is_field_name(name)


@pytest.mark.parametrize("name", ["", "1", "true", "True", "NULL", "~", "1.5", "0x1", "=", "<<"])
def test_a_field_cannot_have_such_a_name(name: str) -> None:
    assert not is_field_name(name)


# Faults

MANY_FAULTS = """\
party: kom
party: pol
posts:
  - id: &a kom-1
    title: no
    note: "a\\u200bb"
  - *a
  - !!str x
1: x
other: \u200bx
"""


def test_all_faults_are_told_in_one_reading() -> None:
    assert sorted(told(read(MANY_FAULTS)), key=lambda fault: fault[1:]) == [
        ("key-duplicate", 2, 1),
        ("yaml-construct", 4, 9),
        ("scalar-ambiguous", 5, 12),
        ("character-forbidden", 6, 11),
        ("yaml-construct", 7, 5),
        ("yaml-construct", 8, 5),
        ("key-not-text", 9, 1),
        ("character-forbidden", 10, 8),
    ]


def test_the_first_of_two_equal_fields_is_kept() -> None:
    document = read("a: 1\nb: {a: [x]}\na: [2, {c: d}]\n'b': 3\ne: 4\n")
    assert document.value == {"a": 1, "b": {"a": ["x"]}, "e": 4}
    assert document.span(("a",)).line == 1
    assert told(document) == [("key-duplicate", 3, 1), ("key-duplicate", 4, 1)]


def test_no_more_faults_are_sought_than_are_told() -> None:
    document = read("- 010\n" * 5_000)
    assert len(document.faults) == FAULTS + 1
    assert not document.usable


BROKEN = {
    "mapping values are not allowed": ("a: b: c", (1, 5)),
    "did not find expected key": ("a: 'b' c\n", (1, 8)),
    "did not find expected '-' indicator": ("- a\n b\n- [c] d\n", (3, 7)),
    "could not find expected ':'": ("a: 1\nb\nc: 2\n", (2, 1)),
    "did not find expected ',' or ']'": ("a: [b, c\nd: e\n", (2, 2)),
    "did not find expected ',' or '}'": ("a: {b: c\nd: e\n", (2, 2)),
    "found unexpected end of stream": ('a: 1\nb: "c\nd: e\n', (2, 4)),
    "block sequence entries are not allowed": ("a: - b", (1, 4)),
    "found unknown escape character": ('a: "\\q"', (1, 5)),
    "found character that cannot start any token": ("a: @b", (1, 4)),
    "did not find expected node content": ("a: [b, , c]", (1, 8)),
    "did not find expected <document start>": ("[a]\nb: c\n", (2, 1)),
    "while scanning an anchor": ("a: & b", (1, 5)),
    "while scanning an alias": ("a: * b", (1, 5)),
    "while scanning a tag": ("a: !<b", (1, 7)),
    "while parsing a tag": ("a: !%", (1, 5)),
    "found undefined tag handle": ("a: !b!c d", (1, 4)),
    "while scanning a block scalar": ("a: |b\n", (1, 5)),
    "did not find expected hexdecimal number": ('a: "\\xå"', (1, 7)),
    "found invalid Unicode character escape code": ('a: "\\ud800"', (1, 7)),
    "mapping keys are not allowed": ("a: ? b", (1, 4)),
    "found unexpected document indicator": ("a: 'b\n---\n'", (2, 1)),
    "found unexpected ':'": ("[x\n:[", (2, 1)),
}


@pytest.mark.parametrize("phrase", [phrase for phrase, _, _ in SAYINGS])
def test_every_saying_is_reached_by_a_text_that_is_broken_so(phrase: str) -> None:
    text, spot = BROKEN[phrase]
    document = read(text)
    message, hint = next((said, cure) for key, said, cure in SAYINGS if key == phrase)
    fault = document.faults[-1]
    assert (fault.rule, fault.hit.message, fault.hit.hint) == ("yaml-syntax", message, hint)
    assert told(document)[-1][1:] == spot
    assert not document.usable


def test_what_the_parser_says_otherwise_has_words_too() -> None:
    message, hint = in_plain_words("something new", None)
    assert "YAML" in message.template
    assert hint.template


@pytest.mark.parametrize("words", [words for _, *both in SAYINGS for words in both])
def test_a_saying_has_none_of_the_parsers_own_words(words: Any) -> None:
    told_ = words.template.format()
    assert told_.endswith((".", "]."))
    for term in ("token", "scalar", "node", "stream", "mapping", "sequence", "parse", "expected"):
        assert term not in told_


# Totality


@settings(max_examples=500, deadline=None)
@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
)
def test_any_bytes_give_a_reading(content: bytes) -> None:
    document = read(content)
    assert document.faults or document.usable


@settings(max_examples=500, deadline=None)
@given(
    st.text(st.characters(), max_size=200)
    | st.text(":-?#&*!|>%@`'\"[]{},ab \t\r\n\ud800\x00", max_size=40)
)
def test_any_text_gives_a_reading_even_one_that_no_file_can_hold(text: str) -> None:
    document = parse("a.yaml", text)
    assert all(fault.hit.span and fault.hit.span.line >= 1 for fault in document.faults)


@settings(max_examples=300, deadline=None)
@given(documents() | st.text(":-?#&*!|>'\"[]{},ab \n", max_size=40))
def test_a_fault_lies_within_the_file(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    for _, line, column in told(read(text)):
        assert line <= len(lines)
        assert column <= len(lines[line - 1]) + 1
