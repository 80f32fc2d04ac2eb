"""The quick way and the thorough way through a text: one verdict, and one value."""

import random
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.resources import folder
from samverkan_cli.store.document import Document
from samverkan_cli.store.file_faults import FILE_BYTES
from samverkan_cli.store.profile import FORBIDDEN, decode
from samverkan_cli.store.text import directive, parse, parse_thoroughly
from tests.sizes import sizes
from tests.store.corpus import HOSTILE
from tests.store.documents import documents
from tests.store.hostile import HEAVY
from tests.store.mutation import PIECES, bent

EXAMPLES = sizes("examples", 100, 2_500, 10_000)


def hold(text: str) -> bool:
    """Hold the two ways against each other; tell whether the quick one went to the end."""
    plain = FORBIDDEN.sub(" ", text)
    found = parse("a.yaml", text)
    assert found.usable or found.faults
    if directive(Document("a.yaml"), plain):
        assert not found.usable
        return False
    thorough = parse_thoroughly("a.yaml", plain)
    if found.thorough is None:
        assert found.faults == thorough.faults
        assert found.usable == thorough.usable
    else:
        assert thorough.usable, text
        assert not thorough.faults, text
    if thorough.usable:
        assert repr(found.value) == repr(thorough.value), text
    return found.thorough is not None


@cache
def texts(*, heavy: bool = False) -> tuple[str, ...]:
    """Return every shipped and every hostile file that can be decoded; the `heavy` if asked."""
    with TemporaryDirectory() as root:
        for number, (name, hostile) in enumerate(HOSTILE.items()):
            if heavy or not name.startswith(HEAVY):
                hostile.write(Path(root) / str(number))
        files = [*folder("agreement").rglob("*.yaml"), *Path(root).rglob("*.yaml")]
        plain = [one for one in files if one.is_file() and not one.is_symlink()]
        contents = {one.read_bytes() for one in plain if one.stat().st_size <= FILE_BYTES}
    decoded = (decode("a.yaml", content)[0] for content in sorted(contents))
    return tuple(text for text in decoded if text is not None)


@pytest.mark.parametrize(
    ("longest", "heavy"),
    [(20_000, False), pytest.param(FILE_BYTES, True, marks=pytest.mark.long)],
    ids=["small", "all"],
)
def test_every_shipped_and_hostile_file(longest: int, heavy: bool) -> None:
    quick = [hold(text) for text in texts(heavy=heavy) if len(text) <= longest]
    assert len(quick) > 250
    assert any(quick)
    assert not all(quick)


@EXAMPLES
def test_made_up_documents(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(documents())
    def made_up(text: str) -> None:
        hold(text)

    made_up()


@EXAMPLES
def test_files_bent_at_random(examples: int) -> None:
    small = [text for text in texts() if len(text) < 4_000]

    @settings(max_examples=examples, deadline=None)
    @given(st.randoms(use_true_random=False), st.sampled_from(small))
    def bend(source: random.Random, text: str) -> None:
        content, _ = decode("a.yaml", bent(source, text.encode()))
        hold(content or "")

    bend()


@EXAMPLES
def test_short_texts_of_signs_that_mean_something(examples: int) -> None:
    pieces = [*PIECES, "a", "b: ", "k: v\n", "- x\n", '"a"', "'a'", "1", "true", "null", "<<", "!"]

    @settings(max_examples=examples, deadline=None)
    @given(st.lists(st.sampled_from(pieces), max_size=12).map("".join))
    def short(text: str) -> None:
        hold(text)

    short()
