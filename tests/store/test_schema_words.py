"""What a value has against its schema is told in plain words, with title, value and cure."""

import random
from datetime import date
from fnmatch import fnmatch
from typing import Any

import jsonschema
import pytest
import yaml

from samverkan_cli.model.finding import Fault
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Bilingual, Words
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.schema import schema_faults
from samverkan_cli.store.schema_words import TELLERS
from tests.store.mutation import changed
from tests.store.schemas import EVERY, SAMPLES, shipped


def said(words: Words, language: str = "en") -> str:
    """Return words as they would be told."""
    values = {name: plain(value, language) for name, value in words.values}
    return words.template.format(**values)


def plain(value: Any, language: str) -> str:
    if isinstance(value, Bilingual):
        return value.en if language == "en" else value.sv
    if isinstance(value, Words):
        return said(value, language)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def staffing(**fields: Any) -> dict[str, Any]:
    return {"party": "kom", "posts": [{"id": "kom-1", "title": "Post", **fields}]}


FORM = {"id": "x", "title": "X", "lead": ["kom"]}
DUTY = {"id": "d", "title": "D", "who": "kom", "cadence": "yearly", "firmness": "shall"}
TOLD = {
    "additionalProperties": (
        Kind.STAFFING, staffing(titel="x"), "field-unknown",
        "There is no field “titel” here. Did you mean “title”?",
    ),
    "required": (
        Kind.STAFFING, {"party": "kom", "posts": [{"id": "a"}]}, "field-missing",
        "The field “title” (Title) is missing. Write it like this: title: ",
    ),
    "type": (
        Kind.STAFFING, staffing(title=["x"]), "value-type",
        "“Title” should be a text, and here stands a list.",
    ),
    "enum": (
        Kind.FORM, {**FORM, "duties": [{**DUTY, "firmness": "shal"}]}, "value-unknown",
        "“shal” is not one of the words for “Firmness”. Did you mean “shall”?",
    ),
    "const": (
        Kind.STAFFING, {**staffing(), "illustrative": False}, "value-unknown",
        "“Illustrative” can only be true. Leave the line out if it is not so.",
    ),
    "pattern": (
        Kind.STAFFING, staffing(id="Kom 1"), "value-form",
        "“Kom 1” is not written as “Id” should be. Write it like this: ",
    ),
    "format": (
        Kind.WAIVERS, {"waivers": [{"until": "2025-02-29"}]}, "date-impossible",
        "There is no day 2025-02-29. Write year-month-day",
    ),
    "anyOf": (
        Kind.FORM, {**FORM, "duties": [{**DUTY, "cadence": 3}]}, "value-type",
        "“Cadence”* a whole number*Write it like this: ",
    ),
    "minimum": (
        Kind.FORM, {**FORM, "duties": [{**DUTY, "cadence": {"times": 0, "per": "year"}}]},
        "value-range", "“Times” is *at least 1.",
    ),
    "maximum": (
        Kind.FORM, {**FORM, "duties": [{**DUTY, "cadence": {"times": 999, "per": "year"}}]},
        "value-range", "“Times” is *at most 366.",
    ),
    "maxLength": (
        Kind.STAFFING, staffing(title="x" * 201), "value-range",
        "“Title” has *at most 200*Keep it short",
    ),
    "minLength": (
        Kind.STAFFING, staffing(title=""), "value-range", "“Title” is empty. Leave the field out",
    ),
    "minItems": (
        Kind.FORM, {**FORM, "duties": [{**DUTY, "who": {"all": []}}]}, "value-range",
        "is an empty list. Leave the field out",
    ),
    "minProperties": (Kind.AGREEMENT, None, "value-range", "has no fields."),
}  # fmt: skip


def told_of(fault: Fault, language: str = "en") -> str:
    hint = fault.hit.hint
    return said(fault.hit.message, language) + (f" {said(hint, language)}" if hint else "")


@pytest.mark.parametrize("keyword", [*TELLERS])
def test_each_keyword_is_told_in_plain_words_with_title_value_and_cure(keyword: str) -> None:
    kind, value, rule, beginning = TOLD[keyword]
    if value is None:
        return  # the next test has it
    escaped = beginning.replace("?", "[?]")
    told = {(fault.rule, told_of(fault)) for fault in schema_faults(kind, "a.yaml", value)}
    assert [text for found, text in told if found == rule and fnmatch(text, f"*{escaped}*")], told


ROLE = "slots: [{id: samordnare, kind: coordinator, holders: {at-least: 1, wording: ambiguous}}]"


@pytest.mark.parametrize(
    ("kind", "value", "line"),
    [
        (Kind.FORM, {**FORM, "duties": [{**DUTY, "who": None}]}, "who: kom"),
        (Kind.GUARANTEES, {"party": "kom", "guarantees": [{"id": "a", "title": "A"}]}, ROLE),
        (Kind.WAIVERS, {}, "waivers: []"),
    ],
)
def test_a_missing_field_is_written_out_whole(kind: Kind, value: dict[str, Any], line: str) -> None:
    for duty in value.get("duties", ()):
        del duty["who"]
    (told,) = [one for one in schema_faults(kind, "a.yaml", value) if one.rule == "field-missing"]
    assert f"Write it like this: {line}" in told_of(told)
    written = told_of(told).partition("Write it like this: ")[2]
    assert "…" not in written
    ((field, content),) = yaml.safe_load(written).items()
    again = value if kind is not Kind.GUARANTEES else value["guarantees"][0]
    again = again["duties"][0] if kind is Kind.FORM else again
    again[field] = loaded(content)
    assert list(schema_faults(kind, "a.yaml", value)) == []


def test_an_example_that_is_too_long_is_cut_to_what_is_needed() -> None:
    (told,) = schema_faults(Kind.RECORDS, "a.yaml", {"records": "x"})
    assert told_of(told).endswith("like this: [{duty: est-lagesbild, on: 2025-03-03}]")


def loaded(value: Any) -> Any:
    """Return a value with days as our reader has them: as text."""
    if isinstance(value, list | dict):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        found = {key: loaded(one) for key, one in pairs}
        return found if isinstance(value, dict) else [*found.values()]
    return value.isoformat() if isinstance(value, date) else value


def test_an_empty_group_of_fields_is_told() -> None:
    path = next(path for path, node in EVERY.items() if "minProperties" in node)
    assert EVERY[path]["title"]
    error = next(jsonschema.Draft202012Validator(EVERY[path]).iter_errors({}))
    (told,) = TELLERS["minProperties"](Place("a.yaml", ("x",)), error)
    assert said(told[2]).endswith("has no fields.")


@SAMPLES
def test_every_message_is_plain_in_both_languages(number: int) -> None:
    source = random.Random(1)  # noqa: S311 - nothing secret
    files = list(shipped().items())
    for _ in range(number // 2):
        path, (kind, sound) = source.choice(files)
        for fault in schema_faults(kind, path, changed(source, sound)):
            for language in ("en", "sv"):
                text = told_of(fault, language)
                assert len(text) < 1500
                for term in (
                    "schema",
                    "None",
                    "'type'",
                    "anyOf",
                    "{",
                    "Bilingual",
                    "required property",
                ):
                    if term == "{" and "Write it like this" in text:
                        continue
                    assert term not in text.replace('{"', ""), text


@pytest.mark.parametrize(
    ("typed", "meant"), [("titel", "title"), ("Title", "title"), ("tilte", "title"), ("ids", "id")]
)
def test_a_misspelt_field_is_guessed(typed: str, meant: str) -> None:
    found = schema_faults(Kind.STAFFING, "a", staffing(**{typed: "x"}))
    assert f"Did you mean “{meant}”?" in told_of(found[0])
    assert found[0].hit.of_key


def test_a_field_like_none_is_told_which_there_are() -> None:
    (fault,) = schema_faults(Kind.STAFFING, "a", staffing(qqqqqq="x"))
    assert "The fields that can stand here: id, title" in told_of(fault)


def test_an_entry_without_a_title_of_its_own_is_named_after_its_list() -> None:
    (fault,) = schema_faults(Kind.STAFFING, "a", {"party": "kom", "posts": ["x"]})
    assert "posts" in told_of(fault)
    assert "should be a group of fields" in told_of(fault)
