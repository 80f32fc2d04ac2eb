"""Values as they may stand in a message, and a schema's example of how it is to be written."""

import json
import re
from typing import Any

from samverkan_cli.model.words import Words, say
from samverkan_cli.store.profile import SHOWN, cut

PLAIN = re.compile(r"[A-Za-zÅÄÖåäö][\w .%/-]*[\w%]|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]+(?:,[0-9]+)? %")
ROOM = 2 * SHOWN


def shown(value: Any) -> str:
    """Return a value as it may stand in a message, cut short."""
    return cut(value) if isinstance(value, str) else flow(value)


def flow(value: Any, room: int = SHOWN) -> str:
    """Return a value on a line as YAML; entries that have no room are left out."""
    if isinstance(value, str):
        return value if PLAIN.fullmatch(value) else json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list):
        return json.dumps(value)
    text, parts = "", value.items() if isinstance(value, dict) else [("", part) for part in value]
    for key, part in parts:
        head = (", " if text else "") + (f"{key}: " if key else "")
        written = flow(part, room - len(text) - len(head))
        if len(text) + len(head) + len(written) > room:
            text += ", …" if text else "…"
            break
        text += head + written
    return f"{{{text}}}" if isinstance(value, dict) else f"[{text}]"


def for_example(schema: Any) -> Words | None:
    """Return a hint with the schema's example, or with its fields where that is too long."""
    written = example_of(schema, short="properties" not in schema)
    if written:
        return say("Write it like this: {example}", example=written)
    return fields_of(schema) if "properties" in schema else None


def line_of(name: str, schema: Any) -> Words | None:
    """Return a hint with the line of a field; a list that may be empty begins so."""
    if schema.get("type") == "array" and "minItems" not in schema:
        return say("Write it like this: {example}", example=f"{name}: []")
    written = example_of(schema)
    return say("Write it like this: {example}", example=f"{name}: {written}") if written else None


def example_of(schema: Any, *, short: bool = True) -> str:
    """Return the schema's example; `short`, what is needed of one that is too long; or nothing."""
    for example in schema.get("examples", [])[:1]:
        written = shown(example)
        if short and "…" in written and not isinstance(example, str):
            written = flow(needed(schema, example), ROOM)
        if isinstance(example, str) or "…" not in written:
            return written
    return ""


def needed(schema: Any, example: Any) -> Any:
    """Return an example with as few entries as there can be, and in each only what is needed."""
    if isinstance(example, list) and "items" in schema:
        return [needed(schema["items"], one) for one in example[: schema.get("minItems", 1)]]
    if not isinstance(example, dict) or "required" not in schema:
        return example
    # What comes first names it, also where one of several names will do.
    wanted = {next(iter(example)), *schema["required"]}
    inner = schema["properties"]
    return {key: needed(inner[key], one) for key, one in example.items() if key in wanted}


def fields_of(schema: Any) -> Words:
    """Return a hint with the fields that a schema has."""
    return say("The fields that can stand here: {names}.", names=tuple(schema["properties"]))
