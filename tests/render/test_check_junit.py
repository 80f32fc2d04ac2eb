"""`check` as cases of JUnit."""

from collections.abc import Callable

from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.finding import Finding, Severity
from samverkan_cli.render.junit_check import check
from tests.render import platforms
from tests.render.canned import AGAINST, ANSWER, AROUND
from tests.render.voiced import told


def failed(answer: Checked, fails: Callable[[Finding], bool]) -> list[str]:
    """Return the rules whose cases have failed."""
    root = platforms.junit(check(answer, tongue("en"), AROUND._replace(fails=fails)))
    cases = [case for case in root.iter("testcase") if case.find("failure") is not None]
    return [str(case.get("classname")) for case in cases]


def test_a_case_fails_skips_or_passes_by_how_the_finding_stands() -> None:
    root = platforms.junit(told(AGAINST, "junit"))
    went = {case.get("classname"): [part.tag for part in case] for case in root.iter("testcase")}
    assert went == {
        "reference-dangling": ["failure"],
        "file-missing": ["skipped"],
        "text-too-long": ["skipped"],
        "duty-late": ["skipped"],
        "yaml-syntax": ["skipped"],
        "file-too-large": ["skipped"],
        "duty-without-deadline": ["skipped"],
        "duty-without-owner": ["skipped"],
        "duty-missed": [],
        "duty-done-late": [],
    }
    alone = platforms.junit(told(ANSWER, "junit"))
    assert alone.get("failures") == "2"


def test_what_does_not_count_has_not_failed() -> None:
    assert failed(AGAINST, lambda found: found.severity is not Severity.NOTE) == [
        "reference-dangling",
        "file-missing",
    ]
    assert failed(AGAINST, lambda found: found.rule == "file-missing") == ["file-missing"]
    assert failed(AGAINST, lambda _: False) == []
