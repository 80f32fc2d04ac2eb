"""What is read in parts says what it says when it is read whole, whatever was read before it."""

import random
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.resources import folder
from samverkan_cli.store import versions
from samverkan_cli.store.kinds import Kind, kind_of
from samverkan_cli.store.quick import NODES
from samverkan_cli.store.register import read_document
from samverkan_cli.store.schema import load
from samverkan_cli.store.text import parse
from samverkan_cli.store.versions import NOTHING, EntangledError, Version, Versions, read
from tests.examples import SOUND
from tests.sizes import sizes
from tests.store.documents import documents
from tests.store.mutation import PIECES, bent

EXAMPLES = sizes("examples", 40, 800, 2_000)
LINES = (
    "a:\n", "b:\n", "a: # c\n", "a:  \n", "a:#c\n", "k: v\n", "k: [\n", "]\n", "}\n", 'k: "x\n',
    'y"\n', "k: 'x\n", "y'\n", "k: |\n", "k: >-\n", "k: |+\n", "k: &a x\n", "k: *a\n", "k: !x y\n",
    "null:\n", "yes:\n", "k: ~\n", "k : v\n", "'k': v\n", "? k\n", ": v\n", "<<: {}\n",
    "- x\n", "- {a: b}\n", "-\n", "  - x\n", "  - {a: b}\n", "  -\n", "  - - y\n", "  - |\n",
    "  - >\n", "  - 'x\n", '  - "x\n', "  - a: b\n", "  - a:\n", "  - [\n", "   - x\n", "    - y\n",
    "    k: v\n", "  k: v\n", "      text\n", "  text\n", "  ]\n", "    'y\n", "  # c\n", "# c\n",
    "\n", "    \n", "---\n", "--- x\n", "...\n", "%X\n", "a:\r\n", "  - x\r\n", "    k: v\r\n",
    "\r", "\t", "\x85", "\u2028", "\ufeff", "k: x", "  - x", "å: v\n", "k: å\n", "a-b:\n", "-b:\n",
)  # fmt: skip
SHIPPED = {
    path.relative_to(folder("agreement")).as_posix(): path.read_text("utf-8")
    for path in sorted(folder("agreement").rglob("*.yaml"))
}


def hold(text: str, before: Version) -> Version:
    """Hold what is read in parts against what is read whole; return it, or else what was before."""
    try:
        found = read(text, before)
    except EntangledError:
        return before
    whole = parse("a.yaml", text)
    assert whole.usable, text
    assert not whole.faults, text
    assert repr(found.value) == repr(whole.value), text
    assert list(found.new) == list(found.value)
    return found


@EXAMPLES
def test_texts_made_of_lines_that_mean_something(examples: int) -> None:
    taken_apart = 0

    @settings(max_examples=examples * 8, deadline=None)
    @given(st.lists(st.lists(st.sampled_from(LINES), max_size=9).map("".join), max_size=3))
    def follow(several: list[str]) -> None:
        nonlocal taken_apart
        before = NOTHING
        for text in several:
            before = hold(text, before)
        taken_apart += before is not NOTHING

    follow()
    assert taken_apart


@EXAMPLES
def test_made_up_documents(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(documents(), documents())
    def follow(one: str, other: str) -> None:
        hold(other, hold(one, NOTHING))

    follow()


@EXAMPLES
def test_files_bent_at_random(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(st.randoms(use_true_random=False), st.sampled_from([*SOUND.values()]))
    def bend(source: random.Random, text: str) -> None:
        bent_text = bent(source, text.encode()).decode("utf-8", "replace")
        hold(text, hold(bent_text, hold(text, NOTHING)))

    bend()


def test_every_shipped_file_is_read_in_parts() -> None:
    for path, text in {**SOUND, **SHIPPED}.items():
        assert hold(text, NOTHING) is not NOTHING, path


def edited(source: random.Random, text: str) -> str:
    """Return a file as a hand leaves it: entries and lines moved, doubled, dropped or changed."""
    lines = text.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if re.match(r"[a-z]|[ ]*- ", line)]
    for _ in range(source.randint(1, 3)):
        one, other = sorted(source.choices([*starts, len(lines)], k=2))
        way = source.randrange(6)
        if way == 0:
            del lines[one:other]
        elif way == 1:
            lines[other:other] = lines[one:other]
        elif way == 2:
            lines = [*lines[:one], *lines[other:], *lines[one:other]]
        elif way == 3:
            lines.insert(one, source.choice((*LINES, *PIECES)))
        else:
            number = re.compile(r"\d|exactly|shall|true|-1")
            new = source.choice(("2", "x", "", "0", "null", "[]"))
            lines[one:other] = [number.sub(new, line, count=1) for line in lines[one:other]]
    return "".join(lines)


@EXAMPLES
def test_version_after_version_says_what_each_says_alone(examples: int) -> None:
    sound = 0

    @settings(max_examples=examples, deadline=None)
    @given(st.randoms(use_true_random=False), st.sampled_from(sorted({**SOUND, **SHIPPED})))
    def follow(source: random.Random, path: str) -> None:
        nonlocal sound
        kind, first = kind_of(path), {**SOUND, **SHIPPED}[path]
        assert kind
        reader = Versions()
        told = [first]
        for _ in range(4):
            told.append(edited(source, source.choice(told)))
        for text in told:
            content = text.encode("utf-8", "replace")
            document, _ = read_document(path, content, kind)
            value = document.value if document.usable else None
            assert repr(reader.value(path, content, kind)) == repr(value), text
            sound += value is not None

    follow()
    assert sound > examples * 1.5


def test_what_is_not_utf_8_says_nothing() -> None:
    assert Versions().value("waivers.yaml", b"waivers: []\n# \xff\n", Kind.WAIVERS) is None


def test_only_what_is_new_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(file: str, text: str) -> Any:
        asked.append(text)
        return parse(file, text)

    monkeypatch.setattr(versions, "parse", counted)
    reader, path = Versions(), "staffing/kom.yaml"
    reader.value(path, SHIPPED[path].encode(), Kind.STAFFING)
    asked.clear()
    changed = re.sub(r"2024-01-01", "2024-01-02", SHIPPED[path], count=1)
    assert reader.value(path, changed.encode(), Kind.STAFFING)
    assert len(asked) == 1
    assert asked[0].startswith("entries:\n  - {")


def test_a_list_that_lost_its_way_of_being_written_is_read_anew() -> None:
    reader = Versions()
    for text in (
        "records:\n  - {duty: a, on: 2024-01-01}\n    \n",
        "records:\n- {duty: a, on: 2024-01-01}\n",
    ):
        assert reader.value("records/2024.yaml", text.encode(), Kind.RECORDS) == {
            "records": [{"duty": "a", "on": "2024-01-01"}]
        }


def test_an_entry_is_judged_in_every_list_that_it_stands_in() -> None:
    entry = "  - {id: kom-1, title: T}\n"
    sound = f"party: kom\nposts:\n{entry}".encode()
    moved = f"party: kom\nposts: []\nassignments:\n{entry}".encode()
    reader = Versions()
    assert reader.value("staffing/kom.yaml", sound, Kind.STAFFING)
    assert reader.value("staffing/kom.yaml", moved, Kind.STAFFING) is None


def test_too_many_values_are_refused_however_they_are_read() -> None:
    few, many = (
        "records:\n" + "  - {duty: a, on: 2024-01-01}\n" * number
        for number in (NODES // 10, NODES // 3)
    )
    reader = Versions()
    assert reader.value("records/2024.yaml", few.encode(), Kind.RECORDS)
    assert reader.value("records/2024.yaml", many.encode(), Kind.RECORDS) is None


PROSE = {"title", "description", "x-en", "examples", "$comment", "$schema", "$id"}


@pytest.mark.parametrize("kind", Kind)
def test_a_schema_judges_each_field_and_each_entry_alone(kind: Kind) -> None:
    """What `read` leaves out of what is judged rests on this."""
    whole, shared = load(kind), load("common")["$defs"]
    known = {"type", "additionalProperties", "required", "properties"}
    assert set(whole) - PROSE <= known
    assert (whole["type"], whole["additionalProperties"]) == ("object", False)
    for name, part in whole["properties"].items():
        if "$ref" in part:
            assert set(part) - PROSE == {"$ref"}
            found = shared[part["$ref"].rpartition("/")[2]]
        else:
            found = part
        if "array" in found.get("type", ()):
            assert set(found) - PROSE <= {"type", "items", "minItems"}, name
            assert found.get("minItems", 0) <= 1, name
        else:
            assert not {"items", "anyOf", "oneOf", "if"} & set(found), name
