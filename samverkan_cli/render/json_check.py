"""`check` as JSON."""

from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.render.json_parts import Json, agreement, finding, head, revision


def check(answer: Checked, tongue: Tongue, folder: str) -> Json:
    """Return the answer of `check`."""
    return head("check") | {
        "agreement": agreement(answer.agreement) if answer.agreement else None,
        "day": answer.day.isoformat(),
        "revision": revision(answer.revision),
        "language": tongue.code,
        "files": answer.files,
        "unread": [visible(name) for name in answer.unread],
        "counts": {severity.value: answer.count(severity) for severity in Severity},
        "findings": [finding(one, tongue, folder) for one in answer.findings],
    }
