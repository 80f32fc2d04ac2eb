"""`check` in every format: golden files in both languages, and what the platforms ask for."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli import __version__
from samverkan_cli.cli.check_voices import voices
from samverkan_cli.evaluate.change import Change, Kind, What
from samverkan_cli.flows.check import Accepted, Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.finding import Remark, Severity
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page
from samverkan_cli.render.sarif_check import MOST_RESULTS
from tests.conftest import Snapshot
from tests.render import platforms
from tests.render.canned import (
    AGAINST,
    ANSWER,
    AROUND,
    BASE,
    CLEAN,
    ERROR,
    KEPT,
    MENDED,
    NOTE,
    STANDING,
    WAIVED,
    WARNING_WITHOUT_SPAN,
    duty,
)

SCHEMAS = Path(__file__).parents[2] / "schemas" / "output"
LANGUAGES = ("sv", "en")
PAGES = ("text", "concise", "github", "markdown")
TEXTS = ("json", "jsonl", "sarif", "gitlab", "junit")
ANSWERS = {"against": AGAINST, "clean": CLEAN, "alone": ANSWER}
NOTHING = Checked(agreement=None, day=AGAINST.day, files=1, unread=(), findings=())


def told(answer: Checked, name: str, language: str = "en", *, every: bool = True) -> str:
    """Return an answer in one format."""
    spoken = tongue(language)
    pages, texts = voices(answer, AROUND._replace(every=every), spoken)
    if name in texts:
        return texts[name]()
    page = Page(spoken, 100)
    pages[name](page)
    return page.plain()


def many(
    number: int, rule: str = "duty-late", severity: Severity = Severity.WARNING
) -> Iterator[Located]:
    """Yield findings on so many duties."""
    return (duty(rule, severity, f"grannar-{one}", one + 1) for one in range(number))


def brought(those: tuple[Located, ...], **changes: Any) -> Checked:
    """Return the answer about a change that brings findings, and nothing else."""
    base = CLEAN.base
    assert base
    return CLEAN.replaced(
        findings=those, base=base.replaced(new=those, kept=(), **changes), unread=()
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["against", "clean"])
@pytest.mark.parametrize("format_", [*PAGES, *TEXTS])
def test_a_change_in_every_format(
    snapshot: Snapshot, monkeypatch: pytest.MonkeyPatch, name: str, format_: str, language: str
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    text = told(ANSWERS[name], format_, language)
    snapshot(f"check-{name}-{format_}.{language}.txt", text.replace(__version__, "VERSION"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("format_", ["github", "markdown"])
def test_an_answer_without_a_base(snapshot: Snapshot, format_: str, language: str) -> None:
    snapshot(f"check-alone-{format_}.{language}.txt", told(ANSWER, format_, language))


@pytest.mark.parametrize("answer", [*ANSWERS.values(), NOTHING])
def test_json_follows_its_schema(answer: Checked) -> None:
    schema = json.loads((SCHEMAS / "check.schema.json").read_text("utf-8"))
    whole = json.loads(told(answer, "json"))
    errors = Draft202012Validator(schema).iter_errors(whole)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_json_tells_how_each_finding_stands() -> None:
    whole = json.loads(told(AGAINST, "json"))
    states = [(one["rule"], one["state"]) for one in whole["findings"]]
    assert states == [
        ("reference-dangling", "new"),
        ("text-too-long", "kept"),
        ("file-missing", "new"),
        ("duty-late", "kept"),
        ("yaml-syntax", "new"),
        ("file-too-large", "new"),
        ("duty-without-deadline", "kept"),
    ]
    assert [(one["rule"], one["state"]) for one in whole["mended"]] == [("duty-missed", "mended")]
    assert [one["waiver"]["until"] for one in whole["accepted"]] == ["2025-05-31"]
    assert (whole["base"]["name"], whole["base"]["hidden"]) == ("origin/main", 2)
    assert [one["what"] for one in whole["base"]["changes"]] == ["weakened", "removed"]
    alone = json.loads(told(ANSWER, "json"))
    assert {one["state"] for one in alone["findings"]} == {None}
    assert (alone["base"], alone["mended"], alone["accepted"]) == (None, [], [])


@pytest.mark.parametrize("answer", [*ANSWERS.values(), NOTHING])
def test_every_line_of_jsonl_follows_its_schema_and_the_last_sums_up(answer: Checked) -> None:
    schema = json.loads((SCHEMAS / "check-line.schema.json").read_text("utf-8"))
    *lines, last = map(json.loads, told(answer, "jsonl").splitlines())
    for line in (*lines, last):
        errors = Draft202012Validator(schema).iter_errors(line)
        assert [f"{error.json_path}: {error.message}" for error in errors] == []
    assert {line["type"] for line in lines} <= {"finding"}
    assert last["type"] == "summary"
    for state, number in last["states"].items():
        assert number == sum(line["state"] == state for line in lines)
    whole = json.loads(told(answer, "json"))
    assert last["counts"] == whole["counts"]
    assert last["base"] == whole["base"]
    fields = [{key: one[key] for key in one if key not in ("type", "waiver")} for one in lines]
    accepted = [{key: one[key] for key in one if key != "waiver"} for one in whole["accepted"]]
    assert fields == [*whole["findings"], *accepted, *whole["mended"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", [*ANSWERS.values(), NOTHING])
def test_the_platforms_can_read_every_answer(answer: Checked, language: str) -> None:
    platforms.sarif(told(answer, "sarif", language))
    platforms.gitlab(told(answer, "gitlab", language))
    platforms.junit(told(answer, "junit", language))
    platforms.annotations(told(answer, "github", language))
    platforms.tokens(told(answer, "markdown", language))


def test_a_change_that_brings_nothing_is_one_line_of_markdown_and_no_annotation() -> None:
    assert told(CLEAN, "markdown").count("\n") == 1
    assert platforms.annotations(told(CLEAN, "github")) == []
    assert told(CLEAN, "text").count("\n") <= 5


def test_an_answer_without_a_fault_is_one_case_that_passes_and_an_empty_list() -> None:
    assert [len(case) for case in platforms.junit(told(NOTHING, "junit")).iter("testcase")] == [0]
    assert told(NOTHING, "gitlab") == "[]\n"
    assert platforms.sarif(told(NOTHING, "sarif"))["results"] == []
    assert told(NOTHING, "markdown").count("\n") == 1


def test_only_what_the_change_brings_is_annotated() -> None:
    found = platforms.annotations(told(AGAINST, "github"))
    assert [one.given["title"] for one in found] == [
        "reference-dangling",
        "file-missing",
        "yaml-syntax",
        "file-too-large",
    ]
    first = found[0]
    assert first.given == {
        "file": "avtal/örebro/agreement/staffing/kom.yaml",
        "line": "3",
        "endLine": "3",
        "col": "57",
        "endColumn": "59",
        "title": "reference-dangling",
    }
    assert first.data == "There is no party “Åä”.\ncure: Did you mean “Å\\u202eä”?"


def test_columns_are_left_out_where_a_finding_is_longer_than_a_line() -> None:
    found = platforms.annotations(told(brought((KEPT,)), "github"))
    assert [one.given.keys() for one in found] == [{"file", "line", "endLine", "title"}]


def test_ten_of_a_kind_are_annotated_the_gravest_and_what_the_change_touches_first() -> None:
    touched = ERROR, NOTE
    those = (
        *many(13),
        *many(11, "date-order", Severity.ERROR),
        *many(3, "duty-without-day", Severity.NOTE),
    )
    text = told(brought((*those, *touched), files=BASE.files), "github")
    found = platforms.annotations(text)
    assert [one.name for one in found] == ["error"] * 10 + ["warning"] * 10 + ["notice"] * 4
    files = [one.given["file"].rpartition("/")[2] for one in found]
    assert [number for number, file in enumerate(files) if file == "kom.yaml"] == [0, 20]
    assert text.endswith("\nand 5 more without an annotation, told in the group above\n")


def test_standing_notes_are_annotated_where_a_change_brings_them_and_not_otherwise() -> None:
    alone = ANSWER.replaced(findings=(STANDING,))
    begun = brought((STANDING,), revision=None)
    assert platforms.annotations(told(alone, "github", every=False)) == []
    assert platforms.annotations(told(begun, "github", every=False)) == []
    assert len(platforms.annotations(told(alone, "github", every=True))) == 1
    assert len(platforms.annotations(told(brought((STANDING,)), "github", every=False))) == 1


def test_sarif_tells_the_state_of_a_finding_and_why_it_is_accepted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    run = platforms.sarif(told(AGAINST, "sarif"))
    states = {one["ruleId"]: one.get("baselineState") for one in run["results"]}
    assert states == {
        "reference-dangling": "new",
        "text-too-long": "unchanged",
        "file-missing": "new",
        "duty-late": "unchanged",
        "yaml-syntax": "new",
        "file-too-large": "new",
        "duty-without-deadline": "unchanged",
        "duty-without-owner": None,
        "duty-missed": "absent",
    }
    reasons = [one["suppressions"] for one in run["results"] if "suppressions" in one]
    assert [one[0]["justification"] for one in reasons] == [
        "Rollen beslutas i maj (KS 2025/12) | <b>@kommunen</b> (kommundirektören, 2025-05-31)"
    ]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "avtal/%C3%B6rebro/agreement/staffing/kom.yaml"


def test_on_github_sarif_holds_only_what_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    results = platforms.sarif(told(AGAINST, "sarif"))["results"]
    assert len(results) == len(AGAINST.findings)
    assert not [one for one in results if "suppressions" in one]
    assert "absent" not in {one["baselineState"] for one in results}


def test_sarif_keeps_within_the_limits_and_says_what_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert MOST_RESULTS == 25_000
    monkeypatch.setattr("samverkan_cli.render.sarif_check.MOST_RESULTS", 25)
    remarks = tuple(Remark(Place("a"), say("A command is missing.")) for _ in range(12))
    hit = KEPT.finding.hit._replace(remarks=remarks)
    long = KEPT._replace(finding=KEPT.finding._replace(hit=hit), remarks=(KEPT.span,) * 12)
    run = platforms.sarif(told(brought((long, *many(26))), "sarif"))
    assert len(run["results"]) == 25
    notices = run["invocations"][0]["toolExecutionNotifications"]
    assert [one["message"]["text"] for one in notices] == [
        "2 findings are left out: the format holds no more."
    ]


def test_a_fingerprint_stays_when_lines_move_and_words_change() -> None:
    before = platforms.gitlab(told(brought((KEPT, KEPT, MENDED)), "gitlab"))
    moved = KEPT._replace(span=KEPT.span._replace(line=99))
    words = moved.finding.hit._replace(message=say("A command is missing."))
    other = moved._replace(finding=moved.finding._replace(hit=words))
    after = platforms.gitlab(told(brought((MENDED, other, moved)), "gitlab"))
    assert {one["fingerprint"] for one in before} == {one["fingerprint"] for one in after}
    assert len({one["fingerprint"] for one in before}) == 3


def test_what_cannot_be_read_blocks_and_what_is_accepted_is_no_issue() -> None:
    issues = platforms.gitlab(told(AGAINST, "gitlab"))
    severities = {one["check_name"]: one["severity"] for one in issues}
    assert severities == {
        "reference-dangling": "blocker",
        "text-too-long": "blocker",
        "file-missing": "minor",
        "duty-late": "minor",
        "yaml-syntax": "info",
        "file-too-large": "info",
        "duty-without-deadline": "info",
    }


def test_a_case_fails_skips_or_passes_by_how_the_finding_stands() -> None:
    root = platforms.junit(told(AGAINST, "junit"))
    went = {case.get("classname"): [part.tag for part in case] for case in root.iter("testcase")}
    assert went == {
        "reference-dangling": ["failure"],
        "file-missing": ["failure"],
        "text-too-long": ["skipped"],
        "duty-late": ["skipped"],
        "yaml-syntax": ["skipped"],
        "file-too-large": ["skipped"],
        "duty-without-deadline": ["skipped"],
        "duty-without-owner": ["skipped"],
        "duty-missed": [],
    }
    alone = platforms.junit(told(ANSWER, "junit"))
    assert alone.get("failures") == "3"


def test_every_accepted_finding_is_named_in_every_summary() -> None:
    for answer in (AGAINST, ANSWER.replaced(accepted=(WAIVED,))):
        for name in ("text", "concise", "github", "markdown"):
            (line,) = [one for one in told(answer, name).splitlines() if "grannar-rapport" in one]
            for part in ("duty-without-owner", "31 May 2025", "kommundirektören"):
                assert part in line


def accepted(number: int) -> tuple[Accepted, ...]:
    """Return so many findings that are accepted."""
    return tuple(Accepted(one, WAIVED.waiver) for one in many(number, "duty-without-owner"))


def test_markdown_is_one_screen_however_much_a_change_brings() -> None:
    two = told(brought(tuple(many(500)), mended=tuple(many(500, "duty-missed"))), "markdown")
    assert two.count("and 480 more") == 2
    four = told(
        brought(
            tuple(many(500)),
            mended=tuple(many(500, "duty-missed")),
            diff=BASE.diff._replace(changes=tuple(hidden(one) for one in range(500))),
        ).replaced(accepted=accepted(500)),
        "markdown",
    )
    assert four.count("and 490 more") == 4
    for whole in (two, four):
        assert whole.count("\n") < 65
        assert "### New (500)\n" in whole
        assert "### Mended (500)\n" in whole


def hidden(number: int) -> Change:
    """Return a change of a slot of which nothing more is told."""
    return Change(f"vakt-{number}", Kind.ASSIGNMENT, What.ADDED, None, hidden=True)


def test_markdown_gives_the_room_that_one_section_leaves_to_the_others() -> None:
    answer = brought(tuple(many(500)), mended=tuple(many(3, "duty-missed")))
    whole = told(answer.replaced(accepted=accepted(500)), "markdown")
    assert whole.count("duty-missed") == 3
    assert re.findall("and (.*) more", whole) == ["482", "481"]


def test_markdown_tells_what_changes_first_and_what_is_accepted_last() -> None:
    found = re.findall("### (.*) ", told(AGAINST, "markdown"))
    assert found == ["What changes", "New", "Mended", "Accepted for a time"]


def test_a_change_that_does_nothing_is_one_line_of_markdown_with_what_is_accepted() -> None:
    one = told(CLEAN.replaced(accepted=(WAIVED,)), "markdown")
    assert one.count("\n") == 1
    assert "nothing new" in one
    assert "until 31 May 2025" in one
    five = told(CLEAN.replaced(accepted=accepted(5)), "markdown")
    assert five.count("\n") == 1
    assert "Accepted for a time (5)" in five
    assert five.endswith(" · and 2 more\n")


def test_markdown_stays_within_what_the_platform_takes() -> None:
    long = say("{name}", name="\U0001f600" * 5000)
    hit = KEPT.finding.hit._replace(message=long)
    those = (KEPT._replace(finding=KEPT.finding._replace(hit=hit)),) * 500
    answer = brought(those, mended=those, name="x" * 5000).replaced(accepted=accepted(500))
    assert len(told(answer, "markdown").encode()) < 200_000


def test_a_long_message_is_cut_in_a_table() -> None:
    long = WARNING_WITHOUT_SPAN.finding.hit._replace(message=say("{name}", name="lång " * 200))
    one = WARNING_WITHOUT_SPAN._replace(finding=WARNING_WITHOUT_SPAN.finding._replace(hit=long))
    cell = platforms.cells(told(brought((one,)), "markdown"))[1]
    assert len(cell) == 300
    assert cell.endswith("…")
