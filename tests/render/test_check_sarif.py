"""`check` in SARIF: how a finding stands, why it is accepted, and what is left out."""

import pytest

from samverkan_cli.model.finding import Remark
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.render.sarif_check import MOST_RESULTS
from tests.render import platforms
from tests.render.canned import AGAINST, KEPT
from tests.render.voiced import brought, many, told


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
        "duty-done-late": "absent",
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
