"""The language: --lang, SAMVERKAN_LANG, the locale, the agreement's own, English."""

from pathlib import Path

import pytest

from tests.cli.broken import DAY
from tests.conftest import Run, Write

SWEDISH, ENGLISH = "1 mars 2025", "1 March 2025"
CHOICES = [
    ((), {}, SWEDISH),
    (("--lang", "en"), {}, ENGLISH),
    (("--lang=en",), {}, ENGLISH),
    (("--lang", "sv"), {"SAMVERKAN_LANG": "en"}, SWEDISH),
    (("--lang", "en"), {"SAMVERKAN_LANG": "sv", "LANG": "sv_SE.UTF-8"}, ENGLISH),
    ((), {"SAMVERKAN_LANG": "en", "LANG": "sv_SE.UTF-8"}, ENGLISH),
    ((), {"SAMVERKAN_LANG": "sv", "LC_ALL": "en_GB.UTF-8"}, SWEDISH),
    ((), {"SAMVERKAN_LANG": "", "LANG": "en_US.UTF-8"}, ENGLISH),
    ((), {"SAMVERKAN_LANG": "fr", "LANG": "en_US.UTF-8"}, ENGLISH),
    ((), {"LANG": "en_US.UTF-8"}, ENGLISH),
    ((), {"LANG": "sv_FI.UTF-8"}, SWEDISH),
    ((), {"LC_MESSAGES": "sv_SE", "LANG": "en_US.UTF-8"}, SWEDISH),
    ((), {"LC_ALL": "en_US.UTF-8", "LANG": "sv_SE.UTF-8"}, ENGLISH),
    ((), {"LANGUAGE": "en:sv", "LANG": "sv_SE.UTF-8"}, ENGLISH),
    ((), {"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, SWEDISH),
    ((), {"LC_MESSAGES": "C", "LANG": "en_US.UTF-8"}, SWEDISH),
    ((), {"LANG": "C.UTF-8"}, SWEDISH),
    ((), {"LANG": "POSIX"}, SWEDISH),
    ((), {"LANG": "de_DE.UTF-8"}, SWEDISH),
]


@pytest.mark.parametrize(("arguments", "settings", "day"), CHOICES, ids=repr)
def test_the_language_is_chosen_in_the_order_that_is_promised(
    samverkan: Run,
    agreement: Write,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    settings: dict[str, str],
    day: str,
) -> None:
    agreement()
    monkeypatch.delenv("SAMVERKAN_LANG")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert day in samverkan("status", "--on", DAY, *arguments).out


@pytest.fixture
def english(agreement: Write) -> Path:
    """Write an agreement that speaks English."""
    file = agreement() / "terms" / "agreement.yaml"
    text = file.read_text("utf-8").replace("language: sv", "language: en")
    file.write_text(text, "utf-8")
    return file


@pytest.mark.usefixtures("english")
def test_an_english_agreement_answers_in_english(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMVERKAN_LANG")
    assert ENGLISH in samverkan("status", "--on", DAY).out
    assert samverkan("--help").out.startswith("Usage:")


@pytest.mark.parametrize("here", [".", "agreement/terms"])
def test_help_and_mistakes_are_told_in_the_agreements_own_language(
    samverkan: Run,
    agreement: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    here: str,
) -> None:
    agreement()
    monkeypatch.chdir(tmp_path / here)
    monkeypatch.delenv("SAMVERKAN_LANG")
    assert not samverkan("--help").out.startswith("Usage:")
    assert "= cure:" not in samverkan("status", "--party", "nix").err


def test_a_mistake_about_the_example_is_told_in_its_language(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMVERKAN_LANG")
    assert "= cure:" not in samverkan("status", "--example", "--party", "nix").err


def test_english_is_spoken_where_nothing_says_otherwise(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SAMVERKAN_LANG")
    assert samverkan("--help").out.startswith("Usage:")
    assert "The manual of a rule: samverkan explain RULE" in samverkan("rules").out


@pytest.mark.parametrize("command", [("rules",), ("explain", "file-missing")])
def test_rules_are_explained_in_the_language_asked_for(
    samverkan: Run, command: tuple[str, ...]
) -> None:
    english = samverkan(*command, "--lang", "en").out
    swedish = samverkan(*command, "--lang", "sv").out
    assert english != swedish
    assert "The file that names the agreement is missing." in english
    assert "The file that names the agreement is missing." not in swedish
