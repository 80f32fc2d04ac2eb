"""`check` as cases of JUnit."""

from tests.render import platforms
from tests.render.canned import AGAINST, ANSWER
from tests.render.voiced import told


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
        "duty-done-late": [],
    }
    alone = platforms.junit(told(ANSWER, "junit"))
    assert alone.get("failures") == "3"
