"""`check` as JSON, whole or in lines."""

import json
from collections.abc import Iterator

from samverkan_cli.evaluate.baseline import State
from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.render.check_parts import Judged, everything
from samverkan_cli.render.json_changes import change, plain
from samverkan_cli.render.json_parts import Json, agreement, finding, head, revision


def check(answer: Checked, tongue: Tongue, folder: str) -> Json:
    """Return the answer of `check`."""
    those = [(one, judged(one, tongue, folder)) for one in everything(answer)]
    return about("check", answer, tongue) | {
        "base": against(answer, tongue),
        "findings": [told for one, told in those if not (is_mended(one) or one.waiver)],
        "mended": [told for one, told in those if is_mended(one)],
        "accepted": [
            told | {"waiver": waiver(one.waiver, folder)} for one, told in those if one.waiver
        ],
    }


def lines(answer: Checked, tongue: Tongue, folder: str) -> Iterator[str]:
    """Yield a line for every finding, and a last one that sums up."""
    number = {"new": 0, "kept": 0, "mended": 0, "dropped": 0, "accepted": 0}
    for one in everything(answer):
        told = judged(one, tongue, folder)
        if told["state"]:
            number[told["state"]] += 1
        accepted = {"waiver": waiver(one.waiver, folder) if one.waiver else None}
        yield line({"type": "finding"} | told | accepted)
    summary = {"type": "summary"} | about("check-line", answer, tongue)
    yield line(summary | {"states": number, "base": against(answer, tongue)})


def line(part: Json) -> str:
    """Return an object on a line of its own."""
    return json.dumps(part, ensure_ascii=False) + "\n"


def about(name: str, answer: Checked, tongue: Tongue) -> Json:
    """Return what the answer is about, and how much is found."""
    return head(name) | {
        "agreement": agreement(answer.agreement) if answer.agreement else None,
        "day": answer.day.isoformat(),
        "revision": revision(answer.revision),
        "language": tongue.code,
        "files": answer.files,
        "unread": [visible(name) for name in answer.unread],
        "counts": {severity.value: answer.count(severity) for severity in Severity},
    }


def is_mended(one: Judged) -> bool:
    """Tell whether a finding is gone."""
    return one.state in (State.MENDED, State.DROPPED)


def judged(one: Judged, tongue: Tongue, folder: str) -> Json:
    """Return a finding and how it stands; null where there is nothing to compare with."""
    state = one.state.value if one.state else None
    return finding(one.located, tongue, folder) | {"state": "accepted" if one.waiver else state}


def waiver(one: Waiver, folder: str) -> Json:
    """Return why a finding is accepted, until when, who answers for it, and where that stands."""
    return {
        "reason": plain(one.reason),
        "owner": plain(one.owner),
        "until": one.until.isoformat(),
        "file": visible(folder + one.place.file),
    }


def against(answer: Checked, tongue: Tongue) -> Json | None:
    """Return what a change is held against, and what differs in meaning."""
    one = answer.base
    if one is None:
        return None
    return {
        "name": plain(one.name),
        "how": tongue(one.how) if one.how else None,
        "revision": revision(one.revision),
        "changes": [change(each, one.diff.titles, tongue, None) for each in one.diff.changes],
        "unread": [plain(path) for path in one.diff.unread],
        "hidden": one.hidden,
    }
