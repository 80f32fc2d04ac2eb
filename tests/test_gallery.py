"""Every message that a user can meet stands in the gallery, word for word, in both languages.

SAMVERKAN_UPDATE=1 writes the expected texts anew, to be read through as a change.
"""

import os
from pathlib import Path

import pytest

from samverkan_cli.rules.rule import Rule
from tests.gallery import (
    MANUAL,
    RUN,
    Exhibit,
    exhibits,
    shown,
)

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
    assert text == exhibit.page(language).read_text("utf-8")
