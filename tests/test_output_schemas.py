"""Every answer in JSON follows its published schema, and is the same each time."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.broken import (
    BROKEN_AGREEMENT,
    BROKEN_STAFFING,
    DAY,
    GAP,
    NO_AGREEMENT,
    NO_STAFFING,
    ONLY_A_NOTE,
    SEVERAL_ERRORS,
    WRONG_FIELD,
)
from tests.conftest import Run, Write

SCHEMAS = Path(__file__).parent.parent / "schemas" / "output"
DAYS = (DAY, "2023-12-31", "2024-01-01", "2026-12-31", "2027-01-01", "1970-01-01", "9999-12-31")
SHOWN = (
    "pol",
    "kom",
    "est",
    "gvi",
    "kom-utpekade",
    "pol-gvi/resurser",
    "est-lagesbild",
    "kom-bf-1",
    "avtalsperiod",
    "kom-gvi/resurser/call-in",
    "orebra",
)
TEXTS = {
    "sound": "",
    "a gap": GAP,
    "a note": ONLY_A_NOTE,
    "no staffing": NO_STAFFING,
    "a wrong field": WRONG_FIELD,
    "broken staffing": BROKEN_STAFFING,
    "several errors": SEVERAL_ERRORS,
}


@cache
def schema(name: str) -> Any:
    """Return a published schema."""
    return json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))


def told(samverkan: Run, *arguments: str) -> str:
    """Return an answer in JSON, once it has been held against its schema and itself."""
    arguments = (*arguments, "--format", "json")
    text = samverkan(*arguments).out
    assert text.endswith("}\n")
    errors = Draft202012Validator(schema(arguments[0])).iter_errors(json.loads(text))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []
    assert samverkan(*arguments).out == text
    return text


@pytest.mark.parametrize("name", sorted(path.name for path in SCHEMAS.glob("*.json")))
def test_the_schemas_are_schemas_and_closed(name: str) -> None:
    whole = json.loads((SCHEMAS / name).read_text("utf-8"))
    Draft202012Validator.check_schema(whole)
    for part in objects(whole):
        assert part.get("additionalProperties") is not None, part
        assert set(part.get("required", [])) == set(part["properties"])


def objects(part: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that a schema describes field by field."""
    if isinstance(part, dict):
        if isinstance(part.get("properties"), dict) and "type" in part:
            yield part
        for inner in part.values():
            yield from objects(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from objects(inner)


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("command", ["status", "check"])
def test_the_example_is_told_by_schema_on_any_day(samverkan: Run, command: str, day: str) -> None:
    assert json.loads(told(samverkan, command, "--example", "--on", day))["day"] == day


@pytest.mark.parametrize("name", SHOWN)
def test_everything_about_one_thing_is_told_by_schema(samverkan: Run, name: str) -> None:
    assert json.loads(told(samverkan, "show", name, "--example", "--on", DAY))["id"] == name


@pytest.mark.parametrize("choice", [("--party", "kom"), ("--form", "vbe")])
def test_a_narrowed_status_is_told_by_schema(samverkan: Run, choice: tuple[str, str]) -> None:
    told(samverkan, "status", "--example", "--on", DAY, *choice)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", [("rules",), ("explain", "duty-late")])
def test_manuals_are_told_by_schema(
    samverkan: Run, command: tuple[str, ...], language: str
) -> None:
    assert json.loads(told(samverkan, *command, "--lang", language))["language"] == language


@pytest.mark.parametrize("name", TEXTS)
def test_sound_and_broken_agreements_are_told_by_schema(
    samverkan: Run, agreement: Write, name: str
) -> None:
    document = agreement(TEXTS[name]).parent / "document.txt"
    document.write_text("Parterna lovar.\n\nSvenska åäö\r\n", "utf-8")
    for command in ("status", "check"):
        told(samverkan, command, "--on", DAY)
    for item in ("kom", "grannar", "grannar-analys", "grannar-uppf", "kom-sam"):
        told(samverkan, "show", item, "--on", DAY)
    told(samverkan, "trace", "document.txt")


@pytest.mark.parametrize("text", [BROKEN_AGREEMENT, NO_AGREEMENT])
def test_check_is_told_by_schema_where_no_agreement_can_be_read(
    samverkan: Run, agreement: Write, text: str
) -> None:
    folder = str(agreement(text))
    answer = json.loads(told(samverkan, "check", "--on", DAY, "--agreement", folder))
    assert answer["agreement"] is None
    assert answer["counts"]["error"] >= 1


def test_the_language_changes_messages_alone(samverkan: Run) -> None:
    arguments = ("check", "--example", "--on", DAY)
    answers = [json.loads(told(samverkan, *arguments, "--lang", code)) for code in ("sv", "en")]
    assert answers[0] != answers[1]
    for answer in answers:
        del answer["language"]
        for finding in answer["findings"]:
            for said in (finding, *finding["remarks"]):
                del said["message"]
            del finding["hint"]
    assert answers[0] == answers[1]


def test_status_counts_what_the_document_promises(samverkan: Run) -> None:
    summary = json.loads(told(samverkan, "status", "--example", "--on", DAY))["summary"]
    assert (summary["guarantees"], summary["slots"], summary["functions"]) == (18, 22, 42)
    parties = {
        one["id"]: (one["guarantees"], one["slots"], one["functions"]) for one in summary["parties"]
    }
    assert parties == {"pol": (7, 10, 16), "kom": (11, 12, 26)}


@pytest.mark.parametrize("day", ["2023-12-31", "2027-01-01"])
def test_outside_the_period_every_function_is_not_in_force(samverkan: Run, day: str) -> None:
    answer = json.loads(told(samverkan, "status", "--example", "--on", day))
    states = {
        function["state"]
        for guarantee in answer["guarantees"]
        for slot in guarantee["slots"]
        for function in slot["functions"]
    }
    assert states == {"not-in-force"}
    assert answer["in_force"] is False


def test_a_protected_function_tells_no_posts(samverkan: Run, agreement: Write) -> None:
    file = agreement() / "terms" / "guarantees" / "kom.yaml"
    text = file.read_text("utf-8")
    text = text.replace(
        "forms: [grannar]}",
        "functions: [{id: hemlig, forms: [grannar], protected: true}]}",
    )
    file.write_text(text, "utf-8")
    out = told(samverkan, "status", "--on", DAY)
    function = json.loads(out)["guarantees"][0]["slots"][0]["functions"][0]
    assert (function["protected"], function["state"], function["holders"]) == (
        True,
        "covered",
        [],
    )
    for name in ("kom-sam", "grannar"):
        assert "kom-1" not in told(samverkan, "show", name, "--on", DAY)
        assert "kom-1" not in samverkan("show", name, "--on", DAY).out
    assert "kom-1" not in samverkan("status", "--on", DAY).out
