"""What the platforms document of the formats they read, as small readers of our own.

A reader raises where the platform would refuse an answer, drop a part of it, or do something else
than was meant.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

from jsonschema import Draft202012Validator, FormatChecker
from markdown_it import MarkdownIt
from markdown_it.token import Token

DATA = Path(__file__).parents[1] / "data"
COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<given>[^:]+))?::(?P<data>.*)")
LINK = re.compile(r"(?<!\\)(?:\\\\)*\]\(")
PROPERTIES = {"file", "line", "endLine", "col", "endColumn", "title"}
KINDS = ("error", "warning", "notice")
MOST = 10
SUMMARY = 1024 * 1024


class Command(NamedTuple):
    """A command to the runner of GitHub Actions."""

    name: str
    given: dict[str, str]
    data: str


@cache
def validator(name: str) -> Draft202012Validator:
    schema = json.loads((DATA / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def held(name: str, text: str) -> Any:
    """Read JSON that must follow one of our schemas of what a platform reads."""
    assert not text.startswith("\ufeff")
    answer = json.loads(text)
    errors = validator(name).iter_errors(answer)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    return answer


def sarif(text: str) -> Any:
    """Read SARIF: its only run, with what a schema cannot say."""
    run = held("sarif-subset", text)["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(rules)
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for part in (result, *result.get("relatedLocations", ())):
            assert not LINK.search(part["message"]["text"])
    prints = [json.dumps(result["partialFingerprints"]) for result in run["results"]]
    assert len(set(prints)) == len(prints)
    return run


def gitlab(text: str) -> Any:
    """Read a report on code quality."""
    issues = held("gitlab-code-quality", text)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints)
    return issues


def unescaped(text: str, *, of_property: bool) -> str:
    """Return a value as the runner reads it."""
    if of_property:
        text = text.replace("%3A", ":").replace("%2C", ",")
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")


def commands(text: str) -> list[Command]:
    """Read the commands in a log, as the runner finds them: at the beginning of a line.

    Nothing of the older form, which it finds anywhere, may be in it.
    """
    assert "##[" not in text
    found = []
    for line in re.split(r"\r\n|\r|\n", text):
        if not line.lstrip().startswith("::"):
            continue
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = [one.split("=", 1) for one in match["given"].split(",")] if match["given"] else []
        given = {name: unescaped(value, of_property=True) for name, value in pairs}
        assert len(given) == len(pairs)
        found.append(Command(match["name"], given, unescaped(match["data"], of_property=False)))
    assert {one.name for one in found} <= {*KINDS, "group", "endgroup"}
    assert [one.name for one in found if one.name not in KINDS] == ["group", "endgroup"]
    return found


def annotations(text: str) -> list[Command]:
    """Read the annotations in a log, as many of each kind as are shown."""
    found = [one for one in commands(text) if one.name in KINDS]
    for one in found:
        assert one.data
        assert set(one.given) <= PROPERTIES
        if "line" in one.given:
            assert one.given["file"]
            assert int(one.given["endLine"]) >= int(one.given["line"]) >= 1
        if "col" in one.given:
            assert one.given["line"] == one.given["endLine"]
    for kind in KINDS:
        assert sum(one.name == kind for one in found) <= MOST
    return found


def junit(text: str) -> ET.Element:
    """Read a report on tests; the counts must be those of its cases."""
    root = ET.fromstring(text)  # noqa: S314 - our own
    assert root.tag == "testsuites"
    assert len(root.findall(".//testcase"))
    for part in (root, *root):
        cases = part.findall(".//testcase")
        assert part.get("tests") == str(len(cases))
        assert part.get("errors") == "0"
        assert part.get("failures") == str(sum(one.find("failure") is not None for one in cases))
        assert part.get("skipped") == str(sum(one.find("skipped") is not None for one in cases))
    names = []
    for suite in root:
        assert suite.tag == "testsuite"
        assert suite.get("name")
        for case in suite:
            assert case.tag == "testcase"
            assert set(case.attrib) == {"classname", "name", "file"}
            assert all(case.attrib.values())
            assert [part.tag for part in case] in ([], ["failure"], ["skipped"])
            assert all(part.get("message") for part in case)
            names.append((case.get("file"), case.get("classname"), case.get("name")))
    assert len(set(names)) == len(names)
    return root


def tokens(text: str) -> list[Token]:
    """Read Markdown with tables, as the platform shows it."""
    assert len(text.encode()) < SUMMARY
    found = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    return [part for token in found for part in (token, *(token.children or ()))]


def shape(text: str) -> list[str]:
    """Return the markup of a page without its words."""
    words = ("text", "text_special")
    return [f"{one.type} {one.tag}" for one in tokens(text) if one.type not in words]


def cells(text: str) -> list[str]:
    """Return what stands in the cells of the tables of a page, as it is shown."""
    found, inside = [], False
    for token in tokens(text):
        if token.type in ("td_open", "td_close"):
            inside = token.type == "td_open"
        elif token.type == "inline" and inside:
            found.append("".join(part.content for part in token.children or ()))
    return found
