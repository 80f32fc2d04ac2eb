"""The schemas are sound, the two judges agree, and every keyword has words of ours."""

import json
import random
import re
import threading
import timeit
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
import referencing.exceptions

from samverkan_cli.resources import folder
from samverkan_cli.store import schema
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.schema import accepts, common, explainer, load, schema_faults
from samverkan_cli.store.schema_words import TELLERS
from tests.store.mutation import changed
from tests.store.schemas import EVERY, NAMES, SAMPLES, inside, shipped

SILENT = {
    "$schema", "$id", "$comment", "$defs", "title", "description", "x-en", "examples", "properties",
    "items", "$ref",
}  # fmt: skip
each_schema = pytest.mark.parametrize("name", NAMES)


@each_schema
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(load(name))
    jsonschema_rs.meta.validate(load(name))


def test_only_keywords_are_used_that_have_words_of_ours() -> None:
    used = {word for node in EVERY.values() for word in node}
    assert used <= SILENT | set(TELLERS)
    assert set(TELLERS) <= used


@each_schema
def test_a_schema_keeps_to_what_both_judges_read_alike(name: str) -> None:
    for path, node in inside(load(name)):
        reads_alike(path, node)


def reads_alike(path: str, node: Any) -> None:
    assert "uniqueItems" not in node
    assert "multipleOf" not in node
    assert "oneOf" not in node
    assert node.get("format", "date") == "date"
    assert node.get("minLength", 1) == 1, "its message says “is empty”"
    assert node.get("minItems", 1) == 1, "its message says “is an empty list”"
    assert re.fullmatch(r"(common\.schema\.json)?#/\$defs/[a-z-]+", node.get("$ref", "#/$defs/x"))
    if node.get("type") == "object":
        assert node["additionalProperties"] is False
    if "enum" in node:
        assert node["type"] == "string", "a value that is no word is told by its type"
    if "pattern" in node:
        pattern = node["pattern"]
        assert pattern.startswith("^")
        assert pattern.endswith(r"$(?!\n)")
        assert not re.search(r"\\[dDwWsSbBpP]", pattern)
        assert "maxLength" in node
    if path.split("/")[-2:-1] == ["properties"]:
        assert node["title"]
        assert node["x-en"]["title"]


PIECES = ("a", "a-", "a/", "1", "1-", "#", ".", "å-1", "2024-W01..")


@pytest.mark.parametrize(
    "pattern", sorted({node["pattern"] for node in EVERY.values() if "pattern" in node})
)
def test_no_pattern_is_slow(pattern: str) -> None:
    for piece in PIECES:
        text = piece * (10_000 // len(piece)) + "!\n"
        assert not re.search(pattern, text)
        # The quickest of five: a machine that has much else to do is slow now and then.
        assert min(timeit.repeat(lambda: re.search(pattern, text), number=1)) < 0.05  # noqa: B023


OUTPUT = {
    path.name.split(".")[0]: json.loads(path.read_text("utf-8"))
    for path in sorted((folder("schemas") / "output").glob("*.json"))
}
"""The schemas of what the program answers, by command."""


@pytest.mark.parametrize("name", OUTPUT)
def test_a_schema_of_an_answer_is_a_schema_and_says_what_the_answer_is(name: str) -> None:
    whole = OUTPUT[name]
    jsonschema.Draft202012Validator.check_schema(whole)
    jsonschema_rs.meta.validate(whole)
    assert whole["title"]
    assert whole["description"].endswith(".")
    assert whole["x-sv"]["title"]
    assert whole["x-sv"]["description"].endswith(".")


def whole(node: Any, definitions: Any) -> Any:
    """Return a part of a schema with what it refers to in its place."""
    if isinstance(node, list):
        return [whole(part, definitions) for part in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        assert node.keys() == {"$ref"}
        return whole(definitions[node["$ref"].removeprefix("#/$defs/")], definitions)
    return {key: whole(part, definitions) for key, part in node.items()}


@pytest.mark.parametrize("name", OUTPUT)
def test_every_part_of_an_answer_is_described_and_closed(name: str) -> None:
    for path, node in inside(OUTPUT[name]):
        is_described(path, whole(node, OUTPUT[name].get("$defs", {})))


def is_described(path: str, node: Any) -> None:
    if "properties" in node:
        assert node["additionalProperties"] is False
        assert set(node["required"]) == set(node["properties"])
    if path.split("/")[-2:-1] == ["properties"]:
        assert node["title"]
        assert node["description"].endswith(".")
        assert node["x-sv"]["title"]
        assert node["x-sv"]["description"].endswith(".")
        assert node["examples"]
        judge = jsonschema.Draft202012Validator(node)
        for example in node["examples"]:
            judge.validate(example)


@each_schema
def test_every_field_of_a_file_is_described(name: str) -> None:
    for path, node in inside(load(name)):
        if path.split("/")[-2:-1] == ["properties"]:
            assert {"title", "description", "examples", "x-en"} <= node.keys(), path
            assert all((node["title"], node["description"], node["examples"])), path
            assert all((node["x-en"]["title"], node["x-en"]["description"])), path


@each_schema
def test_every_example_follows_its_schema(name: str) -> None:
    registry = referencing.Registry().with_resources(
        (load(each)["$id"], referencing.jsonschema.DRAFT202012.create_resource(load(each)))
        for each in NAMES
    )
    checker = jsonschema.FormatChecker(formats=["date"])
    for path, node in inside(load(name)):
        pointed = {"$ref": f"{load(name)['$id']}#{path}"} if path else load(name)
        judge = jsonschema.Draft202012Validator(pointed, registry=registry, format_checker=checker)
        for example in node.get("examples", ()):
            judge.validate(example)


@pytest.mark.parametrize("path", [*shipped()])
def test_both_judges_accept_what_is_shipped(path: str) -> None:
    kind, value = shipped()[path]
    assert accepts(kind)(value)
    assert explainer(kind).is_valid(value)
    assert not schema_faults(kind, path, value)


@SAMPLES
def test_both_judges_agree_on_what_is_changed_at_random(number: int) -> None:
    source = random.Random(20250301)  # noqa: S311 - nothing secret
    files = list(shipped().items())
    refused = 0
    for _ in range(number):
        path, (kind, sound) = source.choice(files)
        value = changed(source, sound)
        verdict = accepts(kind)(value)
        assert verdict == explainer(kind).is_valid(value), (path, value)
        told = schema_faults(kind, path, value)
        assert bool(told) is not verdict
        refused += not verdict
        assert all(
            fault.hit.message.template != "The file does not follow its schema." for fault in told
        )
    assert refused > number / 2


class Counter(BaseHTTPRequestHandler):
    """Counts who asks."""

    asked = 0

    def do_GET(self) -> None:
        Counter.asked += 1
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, *_: Any) -> None:
        pass


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}/x.json", "file:///etc/hostname"])
def test_no_reference_is_fetched(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    server = HTTPServer(("127.0.0.1", 0), Counter)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    url = address.format(server.server_address[1])
    evil = {**common(), "properties": {"waivers": {"$ref": url}}}
    monkeypatch.setattr(schema, "load", lambda name: common() if name == "common" else evil)
    try:
        with pytest.raises((ValueError, LookupError, referencing.exceptions.Unresolvable)):
            accepts.__wrapped__(Kind.WAIVERS)({"waivers": []})
        with pytest.raises(referencing.exceptions.Unresolvable):
            list(explainer.__wrapped__(Kind.WAIVERS).iter_errors({"waivers": []}))
    except jsonschema_rs.ReferencingError:
        pass
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
    assert Counter.asked == 0
