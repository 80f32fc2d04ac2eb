"""Wrong use gives 2, one sentence, and what to write instead."""

import pytest

from samverkan_cli.language.terms import REASONS
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.staffing import Reason
from samverkan_cli.resources import folder
from tests.cli.broken import DAY
from tests.conftest import Run, Write

WRONG = {
    ("stauts",): ("There is no command “stauts”.", "Did you mean “status”?"),
    ("xyzzy",): ("There is no command “xyzzy”.", "The commands are: status, check"),
    ("status", "--exampel"): ("There is no option “--exampel”.", "Did you mean “--example”?"),
    ("--foo",): ("There is no option “--foo”.", "“samverkan --help”"),
    ("status", "--xyz"): ("There is no option “--xyz”.", "“samverkan status --help”"),
    ("--on", DAY, "status"): ("There is no option “--on”.", "stands after the command"),
    ("status", "--on"): ("The option “--on” lacks its value.", "“samverkan status --help”"),
    ("status", "--example=1"): ("“--example” takes no value.", "“samverkan status --help”"),
    ("status", "x", "y"): ("something too much on the command line: x, y", "status --help"),
    ("rules", "x"): ("something too much on the command line: x", "rules --help"),
    ("show", "kom", "pol"): ("something too much on the command line: pol", "show --help"),
    ("show",): ("“ID” is missing", "“samverkan show --help”"),
    ("explain",): ("“RULE” is missing", "“samverkan explain --help”"),
    ("trace",): ("“DOCUMENT” is missing", "“samverkan trace --help”"),
    ("status", "--format", "yaml"): ("not one of the words for --format", "text, concise, json"),
    ("rules", "--format", "csv"): ("not one of the words for --format", "text, concise, json"),
    ("status", "--lang", "fr"): ("not one of the words for --lang", "sv, en"),
    ("explain", "file-missing", "--lang", "fr"): ("not one of the words for --lang", "sv, en"),
    ("status", "--fail-on", "all"): ("not one of the words for --fail-on", "gap, never"),
    ("check", "--fail-on", "all"): ("not one of the words for --fail-on", "gap, never"),
    ("status", "--on", "2025-02-29"): ("“2025-02-29” is no day.", "for example 2025-03-31"),
    ("status", "--on", "20250301"): ("“20250301” is no day.", "for example 2025-03-31"),
    ("show", "kom", "--on", "i dag"): ("“i dag” is no day.", "for example 2025-03-31"),
    ("status", "--party", "kmo"): ("There is no party “kmo”.", "Did you mean “kom”?"),
    ("status", "--party", "grannar"): ("no party “grannar”.", "The names are: kom, pol"),
    ("status", "--form", "granar"): ("There is no form “granar”.", "Did you mean “grannar”?"),
    ("status", "--form", "kom"): ("There is no form “kom”.", "The names are: grannar"),
    ("show", "kom-sma"): ("Nothing here is called “kom-sma”.", "Did you mean “kom-sam”?"),
    ("show", "zzzzzz"): ("Nothing here is called “zzzzzz”.", "exempel, kom, pol"),
    ("explain", "file-mising"): ("There is no rule “file-mising”.", "“file-missing”?"),
    ("explain", "zzz"): ("There is no rule “zzz”.", "“samverkan rules” lists them."),
    ("trace", "nowhere.txt"): ("there is no such file", "text file of the signed document"),
    ("trace", "agreement"): ("it is a folder", "text file of the signed document"),
    ("status", "--agreement", "nowhere"): ("There is no folder “nowhere”.", "terms/"),
    ("status", "--agreement", "a" * 300): ("There is no folder “aaa", "terms/"),
    ("status", "--agreement", "agreement/waivers.yaml"): ("There is no folder", "terms/"),
}


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_gives_2_one_sentence_and_the_cure(
    samverkan: Run, agreement: Write, arguments: tuple[str, ...]
) -> None:
    agreement()
    sentence, cure = WRONG[arguments]
    answer = samverkan(*arguments)
    assert (answer.code, answer.out) == (2, "")
    said = " ".join(answer.err.split())
    assert said.startswith("samverkan: ")
    assert sentence in said
    assert cure in said.partition("= cure: ")[2]


@pytest.mark.parametrize("arguments", WRONG, ids=" ".join)
def test_wrong_use_is_told_in_swedish_too(
    samverkan: Run,
    agreement: Write,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    agreement()
    monkeypatch.setenv("SAMVERKAN_LANG", "sv")
    answer = samverkan(*arguments)
    assert answer.code == 2
    assert "“" not in answer.err
    assert "= råd: " in answer.err or "= cure: " not in answer.err


def test_a_document_that_is_no_text_gives_2(samverkan: Run, agreement: Write) -> None:
    (agreement().parent / "document.pdf").write_bytes(b"%PDF-1.7\n\xff\xfe")
    answer = samverkan("trace", "document.pdf")
    assert answer.code == 2
    assert "is not text in UTF-8" in answer.err
    assert "Word and PDF cannot be read" in answer.err


def test_an_argument_that_is_no_text_is_told_and_not_obeyed(
    samverkan: Run, agreement: Write
) -> None:
    agreement()
    answer = samverkan("show", "\udcff\x1b[31m")
    assert answer.code == 2
    assert "“\\udcff\\u001b[31m”" in answer.err


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",), ("help",)])
def test_the_whole_help_is_told_where_nothing_is_asked(
    samverkan: Run, arguments: tuple[str, ...]
) -> None:
    answer = samverkan(*arguments)
    assert (answer.code, answer.err) == (0, "")
    for name in ("status", "check", "show", "explain", "rules", "trace"):
        assert f"\n  {name} " in answer.out


@pytest.mark.parametrize(
    "arguments", [("show", "--help"), ("show", "-h"), ("help", "show"), ("show", "--help", "x")]
)
def test_a_command_has_a_help_of_its_own(samverkan: Run, arguments: tuple[str, ...]) -> None:
    answer = samverkan(*arguments)
    assert answer.code == 0
    assert answer.out.startswith("Usage: samverkan show [options] ID\n")


def test_an_option_may_stand_before_or_after_an_argument(samverkan: Run, agreement: Write) -> None:
    agreement()
    first = samverkan("show", "--on", DAY, "kom-sam")
    assert first == samverkan("show", "kom-sam", "--on", DAY)
    assert first.code == 0


def test_what_is_named_to_begin_from_can_be_shown(samverkan: Run, agreement: Write) -> None:
    agreement()
    names = samverkan("show", "zzzzzz").err.rpartition(": ")[2].strip().split(", ")
    assert len(names) == 3
    assert [samverkan("show", name).code for name in names] == [0, 0, 0]


def test_the_reasons_for_absence_have_one_word_each(samverkan: Run) -> None:
    text = " ".join(samverkan("absent", "--help", "--lang", "sv").out.split())
    schema = (folder("schemas") / "staffing.schema.json").read_text("utf-8")
    for reason, words in REASONS.items():
        if reason is not Reason.OTHER:
            assert f"{reason} ({tongue('sv')(words)})" in text
            assert f"{reason} ({tongue('sv')(words)}" in schema
