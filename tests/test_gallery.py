"""Every message that a user can meet stands in the gallery, word for word, in both languages.

SAMVERKAN_UPDATE=1 writes the expected texts anew, to be read through as a change.
"""

import os
import string
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from samverkan_cli.rules.rule import Rule
from tests.gallery import MANUAL, PACKAGE, RUN, Exhibit, exhibits, shown, words_of
from tools.catalogue import said_in

RENEW = os.environ.get("SAMVERKAN_UPDATE") == "1"
EVERY = exhibits()
each = pytest.mark.parametrize("exhibit", EVERY, ids=str)
each_rule = pytest.mark.parametrize("rule", RUN.values(), ids=lambda rule: rule.id)


def renew(path: Path, text: str) -> None:
    if RENEW:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@each_rule
def test_manual_is_shown(rule: Rule) -> None:
    file = Exhibit(rule, MANUAL).file
    renew(file, rule.manual.wrong)
    assert file.read_text("utf-8") == rule.manual.wrong


@each
def test_is_found(exhibit: Exhibit) -> None:
    assert shown(exhibit).findings


@each
@pytest.mark.parametrize("language", ["en", "sv"])
def test_text_is_as_expected(exhibit: Exhibit, language: str) -> None:
    text = shown(exhibit).pages[language]
    renew(exhibit.page(language), text)
    page = exhibit.page(language)
    assert page.exists(), (
        "run SAMVERKAN_UPDATE=1 pytest tests/test_gallery.py and read what it wrote"
    )
    assert text == page.read_text("utf-8")


CHANGING = {
    "respell",
    "edit_error",
    "written",
    "staffing_wishes",
    "absence_wishes",
    "nothing_yet",
    "record_wishes",
}
"""They say why a change is not made; tests beside them show their words."""


def speakers() -> Iterator[Path]:
    """Yield the modules whose words a finding can tell."""
    for pattern in ("rules/*/*.py", "store/*.py", "evaluate/*.py"):
        for path in PACKAGE.glob(pattern):
            if path.stem not in CHANGING:
                yield path


def said() -> set[str]:
    messages = chain.from_iterable(said_in(path) for path in speakers())
    return {one for said in messages for one in ([said] if isinstance(said, str) else said)}


def told() -> set[str]:
    words = (one for exhibit in EVERY for at in shown(exhibit).findings for one in words_of(at))
    return {one.plural if one.plural and one.count != 1 else one.template for one in words}


UNSHOWN = {
    # A right that is missing: root may read everything, so it depends on who runs the test.
    "“{path}” cannot be opened: the right to read it is missing.",
    "Ask for the right to read it, or take it away.",
    # It takes 12 000 files or 64 MiB; tests/store/hostile_files.py has a folder of that size.
    "The folder holds more than {files} files or {size} MiB; the rest is not read.",
    # No known text: the parser found a fault that none of the sentences in syntax.py speaks of.
    "The text cannot be read as YAML from here on.",
    "Compare with the lines above: indentation, colons, quotation marks, brackets.",
    # No known value: the two judges of schemas disagree, and the thorough one finds nothing.
    "The file does not follow its schema.",
}


def test_every_template_is_shown() -> None:
    assert said() - told() == UNSHOWN


def test_every_rule_has_a_case() -> None:
    assert {exhibit.rule.id for exhibit in EVERY} == RUN.keys()


def filled(template: str) -> set[str]:
    """Return the names of the values that a template wants."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@each
def test_words_are_whole(exhibit: Exhibit) -> None:
    for located in shown(exhibit).findings:
        for words in words_of(located):
            text = f"{words.template} {words.plural}".strip()
            assert text
            assert not text.rstrip(".").endswith("please")
            assert filled(text) <= {name for name, _ in words.values}


@each
def test_place_exists(exhibit: Exhibit) -> None:
    lines = shown(exhibit).lines
    for located in shown(exhibit).findings:
        assert located.span.line >= 1
        assert located.span.column >= 1
        file = located.finding.hit.place.file
        assert located.span.line <= lines.get(file, 1)


WITHOUT_CURE = {
    # The message says how the period is written.
    "record-unclear/other-way-to-write",
}


def test_every_finding_has_a_cure() -> None:
    without = {
        str(exhibit)
        for exhibit in EVERY
        for located in shown(exhibit).findings
        if located.finding.hit.hint is None
    }
    assert without == WITHOUT_CURE
