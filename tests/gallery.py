"""The gallery: one smallest case for each message that a user can meet.

A case is tests/gallery/<rule>/<case>.yaml in the way of tests/examples.py; beside it stands what
`check` tells of that rule, in both languages. Of the case `manual` the manual's own wrong example
is the source. `<5 × text>` stands for the text five times over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import samverkan_cli
from samverkan_cli.flows.judge import Located
from samverkan_cli.flows.openly import texts_of
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.words import Value, Words
from samverkan_cli.render.page import Page
from samverkan_cli.render.text_findings import full
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import Rule
from tests.examples import example, located

GALLERY = Path(__file__).parent / "gallery"
PACKAGE = Path(samverkan_cli.__file__).parent
WIDTH = 100
MANUAL = "manual"
RUN = {rule.id: rule for rule in RULES}
TIMES = re.compile(r"<(\d+) × ((?:<[^>]*>|[^<>])*)>")


@dataclass(frozen=True)
class Shown:
    """What one rule tells of a case: its findings, and their text in each language."""

    findings: tuple[Located, ...]
    lines: dict[str, int]
    pages: dict[str, str]


@dataclass(frozen=True)
class Exhibit:
    """A case of the gallery."""

    rule: Rule
    name: str

    def __str__(self) -> str:
        return f"{self.rule.id}/{self.name}"

    @property
    def file(self) -> Path:
        return GALLERY / self.rule.id / f"{self.name}.yaml"

    def page(self, language: str) -> Path:
        return self.file.with_name(f"{self.name}.{language}.txt")


def exhibits() -> list[Exhibit]:
    """Return every case: the manuals' own, and those that lie in the gallery."""
    found = {(rule, MANUAL) for rule in RUN}
    found |= {(file.parent.name, file.stem) for file in GALLERY.glob("*/*.yaml")}
    return [Exhibit(RUN[rule], name) for rule, name in sorted(found)]


def expanded(text: str) -> str:
    """Return the text with `<5 × text>` written out."""
    return TIMES.sub(lambda match: int(match[1]) * match[2], text)


@cache
def shown(exhibit: Exhibit) -> Shown:
    """Return what the rule tells of a case."""
    given = example(expanded(exhibit.file.read_text("utf-8")))
    with TemporaryDirectory() as folder:
        register, those = located(exhibit.rule, given, Path(folder))
    found = tuple(those)
    pages = {}
    for language in ("en", "sv"):
        page = Page(tongue(language), WIDTH)
        for one in found:
            full(page, one, texts_of(register), "")
        pages[language] = page.plain()
    lines = {path: len(content.splitlines()) for path, content in given.files.items()}
    return Shown(found, lines, pages)


def words_in(value: Value) -> Iterator[Words]:
    """Yield the sentences in a value, and those that stand in them."""
    if isinstance(value, tuple):
        for part in value:
            yield from words_in(part)
    if isinstance(value, Words):
        yield value
        for _, part in value.values:
            yield from words_in(part)


def words_of(located: Located) -> Iterator[Words]:
    """Yield every sentence of a finding: message, remarks and hint."""
    hit = located.finding.hit
    yield from words_in((hit.message, *(remark.message for remark in hit.remarks)))
    if hit.hint:
        yield from words_in(hit.hint)
