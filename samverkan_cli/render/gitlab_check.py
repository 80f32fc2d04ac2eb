"""`check` as GitLab's report on code quality.

The platform holds the reports of two branches against each other, by fingerprint. So every finding
that is not accepted is in it, whatever the base.
"""

import json

from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.render.check_parts import Around, Judged, findings, fingerprints, place
from samverkan_cli.render.json_parts import Json

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def check(answer: Checked, tongue: Tongue, around: Around) -> str:
    """Return the report."""
    issues = [
        issue(one, name, answer, tongue) | {"location": location(one, around)}
        for one, name in fingerprints(findings(answer))
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def issue(one: Judged, fingerprint: str, answer: Checked, tongue: Tongue) -> Json:
    """Return a finding; what keeps a file from being read is graver than all else."""
    found = one.located.finding
    blocks = found.severity is Severity.ERROR and found.hit.place.file in answer.unread
    return {
        "description": tongue(found.hit.message),
        "check_name": found.rule,
        "fingerprint": fingerprint,
        "severity": "blocker" if blocks else SEVERITIES[found.severity],
    }


def location(one: Judged, around: Around) -> Json:
    """Return where a finding stands."""
    path = visible(place(one.located, around.inside))
    return {"path": path, "lines": {"begin": one.located.span.line}}
