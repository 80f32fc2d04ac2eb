"""`check` in JSON and in lines of JSON: the schemas, and how each finding stands."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from samverkan_cli.flows.check import Checked
from tests.render.canned import AGAINST, ANSWER
from tests.render.voiced import ANSWERS, NOTHING, told

SCHEMAS = Path(__file__).parents[2] / "schemas" / "output"


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
    assert [(one["rule"], one["state"]) for one in whole["mended"]] == [
        ("duty-missed", "mended"),
        ("duty-done-late", "dropped"),
    ]
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
