"""The shipped agreement, the schemas and the pages say things in their own words.

The signed document is no part of the program. `tests/data/shingles.txt` has a digest of every run
of eight words in its paragraphs, so that a copied sentence shows without the text being here.
Headings and the lists of resources are left out: what things are called is a fact.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.store.text import parse

ROOT = Path(__file__).parent.parent
LENGTH = 8
DIGITS = 16
NAMES = frozenset({"title", "term", "role", "as-written", "question"})
"""Fields of the agreement that say what a thing is called in the document."""

YAML = sorted((ROOT / "agreement").rglob("*.yaml"))
JSON = sorted((ROOT / "schemas").rglob("*.json"))
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("README*.md"))]


def words(text: str) -> list[str]:
    """Return the words of a text: no capitals, no punctuation, no footnote marks."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return re.findall(r"[^\W_]+", re.sub(r"(?<=[^\W\d])\d(?!\w)", "", plain))


def shingles(text: str) -> Iterator[tuple[str, str]]:
    """Yield the digest of every run of words, and the run."""
    found = words(text)
    for start in range(len(found) - LENGTH + 1):
        run = " ".join(found[start : start + LENGTH])
        yield sha256(run.encode("utf-8")).hexdigest()[:DIGITS], run


def strings(value: Any, left_out: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield every text in a value, but for those of the fields left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner, left_out)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name not in left_out:
                yield from strings(inner, left_out)


def told(path: Path) -> Iterator[str]:
    """Yield the texts of a file."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        yield text
    elif path.suffix == ".json":
        yield from strings(json.loads(text))
    else:
        yield from re.findall(r"(?m)(?:^|\s)#(.*)$", text)
        yield from strings(parse(path.name, text).value, NAMES)


@pytest.fixture(scope="module")
def signed() -> frozenset[str]:
    lines = (ROOT / "tests/data/shingles.txt").read_text("ascii").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def test_the_digests_are_digests(signed: frozenset[str]) -> None:
    assert len(signed) > 500
    assert all(re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", digest) for digest in signed)


def test_a_copied_run_of_words_is_seen_whatever_its_dress() -> None:
    one = "Grannarna ska varje vecka1 hålla torget rent, tryggt och öppet."
    two = "… att GRANNARNA ska\n  varje vecka hålla – torget rent; tryggt!"
    assert {digest for digest, _ in shingles(one)} & {digest for digest, _ in shingles(two)}
    assert not list(shingles("Grannarna ska varje vecka hålla torget rent."))


@pytest.mark.parametrize("path", [*YAML, *JSON, *PAGES], ids=lambda path: str(path.name))
def test_no_sentence_of_the_document_is_shipped(path: Path, signed: frozenset[str]) -> None:
    copied = [run for text in told(path) for digest, run in shingles(text) if digest in signed]
    assert copied == []
