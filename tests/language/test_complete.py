"""Both languages are complete: all that is said in one is said in the other."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from samverkan_cli.language.tongue import LANGUAGES, Tongue, tongue
from samverkan_cli.model.words import Words
from samverkan_cli.rules.catalogue import RULES
from tests.cli.broken import BROKEN_AGREEMENT, DAY, SEVERAL_ERRORS
from tests.conftest import Run, Write
from tests.history.repository import build
from tools import catalogue

COMMANDS = ("status", "check", "show", "explain", "rules", "trace", "log", "diff")
# Templates that are the same in both languages: signs, names and values only.
SAME = {
    "{title}: {day}",
    "{slot}: {share} %",
    "{body}: {seats}",
    "{share} %",
    "FORM",
    "FORMAT",
    "ID",
    "A",
    "B",
    "REV",
    "{title} ({id})",
    "{field}: {values}",
    "{subject}: {text}",
    "{text} ({what})",
    "{before} → {after}",
    "{first}–{last}",
    "{n} %",
    "{errors}, {warnings}, {notes}",
}
# Small words that no Swedish sentence holds.
ENGLISH = {
    "the", "of", "and", "not", "is", "was", "has", "have", "with", "that", "which", "it", "this",
    "nobody", "file", "files", "line", "lines", "day", "days", "are", "be", "by", "or", "no",
    "cannot", "there", "error", "errors", "warning", "note", "since", "until", "cure",
}  # fmt: skip

LEVELS = {"error", "warning", "note"}  # words for --fail-on


def test_every_sentence_is_translated_with_the_same_values() -> None:
    assert list(catalogue.faults(catalogue.catalogue())) == []


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert catalogue.as_mo(catalogue.catalogue()) == catalogue.MO.read_bytes()


def lines_of(text: str) -> set[str]:
    """Return the lines that say something: with a word of four letters that is no option."""
    return {line for line in text.splitlines() if re.search(r"(?<![-\w])[a-zåäö]{4,}", line)}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_help_of_every_command_is_in_one_language(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    said = {}
    for code in LANGUAGES:
        monkeypatch.setenv("SAMVERKAN_LANG", code)
        answer = samverkan(*([command] if command else []), "--help")
        assert (answer.code, answer.err) == (0, "")
        said[code] = answer.out
    assert lines_of(said["sv"]) & lines_of(said["en"]) == set()
    assert english_words(said["sv"]) <= LEVELS
    options = [re.findall(r"^  (--?\S+)", text, re.MULTILINE) for text in said.values()]
    assert options[0] == options[1]


def english_words(text: str) -> set[str]:
    """Return the English words in the running text of an answer."""
    # Without the lines of a file, examples of YAML, quotations, and names of rules and commands.
    kept = [line for line in text.splitlines() if not re.match(r" +\d* \| |    \S", line)]
    running = re.sub(r"”[^”\n]*”|\[[^\]]*\]|`[^`\n]*`|samverkan [a-z]+", " ", "\n".join(kept))
    words = {word.strip(".,:;()”=") for word in running.split()}
    return {word.lower() for word in words if not word.isupper()} & ENGLISH


@pytest.fixture
def untranslated(monkeypatch: pytest.MonkeyPatch) -> Iterator[set[str]]:
    """Collect every sentence that is said in Swedish as it stands in English."""
    found: set[str] = set()
    say, text = Tongue.__call__, Tongue.text

    def listened(self: Tongue, words: Words) -> str:
        forms = [one for one in (words.template, words.plural) if one]
        known = (
            self.catalogue.ngettext(words.template, words.plural, words.count)
            if words.plural
            else self.catalogue.gettext(words.template)
        )
        if self.code == "sv" and known in forms:
            found.add(known)
        return say(self, words)

    def overheard(self: Tongue, template: str) -> str:
        if self.code == "sv" and template and self.catalogue.gettext(template) == template:
            found.add(template)
        return text(self, template)

    monkeypatch.setattr(Tongue, "__call__", listened)
    monkeypatch.setattr(Tongue, "text", overheard)
    # A paragraph on a line, so that no quotation is broken in two.
    monkeypatch.setenv("COLUMNS", "9999")
    tongue.cache_clear()
    yield found
    tongue.cache_clear()


def all_said(samverkan: Run, *where: str) -> list[str]:
    """Return what every command says of an agreement, on days in and out of its period."""
    answers = []
    for day in (DAY, "2026-12-31"):
        answers += [
            samverkan("status", "--on", day, *where),
            samverkan("status", "--on", day, "--format", "concise", *where),
            samverkan("check", "--all", "--on", day, *where),
        ]
    answers.append(samverkan("trace", "document.txt", *where))
    return [answer.out + answer.err for answer in answers]


IDS = ("kom", "pol", "est", "vbe", "kom-utpekade", "pol-gvi", "est-lagesbild", "kom-bf-1")


def test_the_example_is_told_in_swedish_alone(
    samverkan: Run, agreement: Write, monkeypatch: pytest.MonkeyPatch, untranslated: set[str]
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", "sv")
    (agreement().parent / "document.txt").write_text("Parterna lovar.\n", "utf-8")
    said = all_said(samverkan, "--example")
    said += [samverkan("show", name, "--example").out for name in IDS]
    assert all(said)
    assert untranslated - SAME == set()
    assert set().union(*map(english_words, said)) == set()


@pytest.mark.parametrize("text", [SEVERAL_ERRORS, BROKEN_AGREEMENT])
def test_a_broken_agreement_is_told_in_swedish_alone(
    samverkan: Run,
    agreement: Write,
    monkeypatch: pytest.MonkeyPatch,
    untranslated: set[str],
    text: str,
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", "sv")
    (agreement(text).parent / "document.txt").write_text("Parterna lovar.\n", "utf-8")
    said = all_said(samverkan)
    assert all(said)
    assert untranslated - SAME == set()
    assert set().union(*map(english_words, said)) == set()


def test_a_history_is_told_in_swedish_alone(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, untranslated: set[str]
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", "sv")
    build(tmp_path / "history")
    monkeypatch.chdir(tmp_path / "history")
    said = [samverkan("show", "kom-sam", "--on", DAY, "--as-of", "HEAD").out]
    said += [samverkan("diff", "HEAD~1").out, samverkan("diff", "HEAD", "HEAD").out]
    said += [samverkan("log", "--format", name).out for name in ("text", "concise", "markdown")]
    said += [samverkan("diff", name).err for name in ("borta", "1999-01-01", "--", "HEAD^")]
    assert all(said)
    assert untranslated - SAME == set()
    assert set().union(*map(english_words, said)) == set()


def test_every_manual_is_told_in_swedish_alone(
    samverkan: Run, monkeypatch: pytest.MonkeyPatch, untranslated: set[str]
) -> None:
    monkeypatch.setenv("SAMVERKAN_LANG", "sv")
    said = [samverkan("rules").out]
    for rule in RULES:
        manual = samverkan("explain", rule.id).out
        said.append(re.sub(r"^    .*$", "", manual, flags=re.MULTILINE))  # without the YAML
    assert untranslated - SAME == set()
    assert set().union(*map(english_words, said)) == set()
