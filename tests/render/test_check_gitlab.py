"""`check` as a report of code quality for GitLab: fingerprints and severities."""

from samverkan_cli.model.words import say
from tests.render import platforms
from tests.render.canned import AGAINST, KEPT, MENDED
from tests.render.voiced import brought, told


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
