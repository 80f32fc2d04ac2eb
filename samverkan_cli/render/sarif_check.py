"""`check` as SARIF 2.1.0, within the limits of the platforms that read it."""

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from samverkan_cli import __version__
from samverkan_cli.evaluate.baseline import State
from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.place import Span
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.check_parts import (
    Around,
    Judged,
    everything,
    findings,
    fingerprints,
    message,
    place,
    unread_words,
)
from samverkan_cli.render.json_changes import plain
from samverkan_cli.render.json_parts import Json
from samverkan_cli.rules.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ROOT = "%SRCROOT%"
MOST_RESULTS = 25_000
MOST_PLACES = 10
LONGEST = 1000
MARKS = re.compile(r"[\\\[\]]")
STATES = {
    State.NEW: "new",
    State.KEPT: "unchanged",
    State.MENDED: "absent",
    State.DROPPED: "absent",
}


def check(answer: Checked, tongue: Tongue, around: Around, *, open_only: bool) -> str:
    """Return the answer.

    With `open_only`, what is accepted or mended is left out: GitHub reads neither mark, and would
    open an alert for each.
    """
    those = list(fingerprints(findings(answer) if open_only else everything(answer)))
    shown = those[:MOST_RESULTS]
    names = sorted({one.located.finding.rule for one, _ in shown})
    run = {
        "tool": {"driver": driver([around.rules[name] for name in names], tongue)},
        "automationDetails": {"id": "samverkan/"},
        "language": tongue.code,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": tongue(say("The top of the repository."))}}
        },
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "warning", "message": {"text": tongue(words)}}
                    for words in notices(answer, len(those) - len(shown))
                ],
            }
        ],
        "results": [
            result(one, name, tongue, around) | {"ruleIndex": names.index(one.located.finding.rule)}
            for one, name in shown
        ],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def notices(answer: Checked, left: int) -> Iterable[Words]:
    """Yield what the reader should know of the run itself."""
    if answer.unread:
        yield unread_words(answer)
    if left:
        yield say_n(
            left,
            "{n} finding is left out: the format holds no more.",
            "{n} findings are left out: the format holds no more.",
        )


def driver(rules: Iterable[Rule], tongue: Tongue) -> Json:
    """Return the program, with the manuals of the rules that found something."""
    return {
        "name": "samverkan",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [descriptor(rule, tongue) for rule in rules],
    }


def descriptor(rule: Rule, tongue: Tongue) -> Json:
    """Return a rule with its manual."""
    manual = rule.manual
    title, why, mend = map(tongue.text, (manual.title, manual.why, manual.mend))
    wrong, right = tongue(say("Wrong")), tongue(say("Right"))
    return {
        "id": rule.id,
        "shortDescription": {"text": title[:LONGEST]},
        "fullDescription": {"text": why[:LONGEST]},
        "help": {
            "text": f"{why}\n\n{mend}",
            "markdown": f"{why}\n\n{mend}\n\n{wrong}:\n\n```yaml\n{manual.wrong.rstrip()}\n```\n\n"
            f"{right}:\n\n```yaml\n{manual.right.rstrip()}\n```\n",
        },
        "defaultConfiguration": {"level": rule.severity.value},
        "properties": {"tags": [rule.group]},
    }


def result(one: Judged, fingerprint: str, tongue: Tongue, around: Around) -> Json:
    """Return a finding."""
    located = one.located
    found, hit = located.finding, located.finding.hit
    answer: dict[str, Any] = {
        "ruleId": found.rule,
        "level": found.severity.value,
        "message": {"text": unlinked(message(located, tongue))},
        "locations": [{"physicalLocation": physical(place(located, around.inside), located.span)}],
        # GitHub's own key is left to its upload, which warns of every value but its own.
        "partialFingerprints": {"samverkan/v1": fingerprint},
    }
    remarks = list(zip(hit.remarks, located.remarks, strict=True))[:MOST_PLACES]
    if remarks:
        answer["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": unlinked(tongue(remark.message))},
                "physicalLocation": physical(around.inside + remark.place.file, span),
            }
            for number, (remark, span) in enumerate(remarks, 1)
        ]
    if one.state:
        answer["baselineState"] = STATES[one.state]
    if one.waiver:
        answer["suppressions"] = [
            {
                "kind": "external",
                "status": "accepted",
                "justification": f"{plain(one.waiver.reason)} ({plain(one.waiver.owner)}, "
                f"{one.waiver.until.isoformat()})",
            }
        ]
    return answer


def unlinked(text: str) -> str:
    """Return a text in which readers of the format see no link: they take [x](y) for one."""
    return MARKS.sub(lambda match: f"\\{match.group()}", text) if "](" in text else text


def physical(path: str, span: Span) -> Json:
    """Return a place in a file."""
    return {
        "artifactLocation": {"uri": quote(visible(path)), "uriBaseId": ROOT},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.end_line,
            "endColumn": span.end_column,
        },
    }
