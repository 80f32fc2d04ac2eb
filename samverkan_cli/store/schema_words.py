"""What a value has against its schema, in words of ours: a sentence and a cure for each keyword."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Bilingual, Value, Words, say
from samverkan_cli.store.schema_examples import fields_of, for_example, line_of, shown

TYPES: dict[str, Words] = {
    "object": say("a group of fields"),
    "array": say("a list"),
    "string": say("a text"),
    "integer": say("a whole number"),
    "boolean": say("true or false"),
}
FOUND = {dict: "object", list: "array", str: "string", int: "integer", bool: "boolean"}
Told = Iterator[tuple[str, Place, Words, Words | None, bool]]


def titled(schema: Any, place: Place) -> Value:
    """Return the title of a schema in both languages, or else the name of the field."""
    if "title" in schema:
        return Bilingual(schema["title"], schema["x-en"]["title"])
    names = [key for key in place.keys if isinstance(key, str)]
    last = place.keys[-1]
    return say("{name}, number {n}", name=names[-1], n=last + 1) if isinstance(last, int) else last


def unknown_field(place: Place, error: Any) -> Told:
    """Tell of fields that the schema does not have."""
    known = list(error.schema.get("properties", {}))
    for key in error.instance:
        if key not in known:
            match = nearest(str(key), known)
            hint = say("Did you mean “{name}”?", name=match) if match else fields_of(error.schema)
            message = say("There is no field “{name}” here.", name=shown(key))
            yield "field-unknown", place / key, message, hint, True


def missing_field(place: Place, error: Any) -> Told:
    """Tell of a field that must be there; of each only once."""
    for name in error.validator_value:
        if name not in error.instance and f"'{name}'" in error.message:
            field = error.schema.get("properties", {}).get(name, {})
            yield (
                "field-missing",
                place,
                say(
                    "The field “{name}” ({title}) is missing.",
                    name=name,
                    title=titled(field, place / name),
                ),
                line_of(name, field),
                False,
            )


def wrong_type(place: Place, error: Any) -> Told:
    """Tell of a list where a text is wanted, and so on."""
    wanted, title = error.validator_value, titled(error.schema, place)
    if error.instance is None:
        message = say("“{title}” has no value.", title=title)
    else:
        message = say(
            "“{title}” should be {wanted}, and here stands {found}.",
            title=title,
            wanted=TYPES["string" if "string" in wanted else wanted],
            found=found_type(error.instance),
        )
    yield "value-type", place, message, for_example(error.schema), False


def found_type(value: Any) -> Words:
    """Return what kind of value stands there."""
    return TYPES[FOUND[type(value)]]


def unknown_value(place: Place, error: Any) -> Told:
    """Tell of a word that is not one of those allowed; what is no word is told by its type."""
    if not isinstance(error.instance, str):
        return
    allowed = tuple(str(value) for value in error.validator_value)
    value = shown(error.instance)
    match = nearest(value, list(allowed))
    message = say(
        "“{value}” is not one of the words for “{title}”.",
        value=value,
        title=titled(error.schema, place),
    )
    hint = (
        say("Did you mean “{name}”? The words are: {names}.", name=match, names=allowed)
        if match
        else say("The words are: {names}.", names=allowed)
    )
    yield "value-unknown", place, message, hint, False


def only_true(place: Place, error: Any) -> Told:
    """Tell of a flag that is something else than true."""
    yield (
        "value-unknown",
        place,
        say("“{title}” can only be true.", title=titled(error.schema, place)),
        say("Leave the line out if it is not so."),
        False,
    )


def other_form(place: Place, error: Any) -> Told:
    """Tell of a text that is not written as it should be."""
    message = say(
        "“{value}” is not written as “{title}” should be.",
        value=shown(error.instance),
        title=titled(error.schema, place),
    )
    yield "value-form", place, message, for_example(error.schema), False


def no_such_date(place: Place, error: Any) -> Told:
    """Tell of a day that no calendar has; a text that is no date at all is told by its pattern."""
    pattern = error.schema.get("pattern", "")
    if re.search(pattern, str(error.instance)):
        message = say("There is no day {value}.", value=shown(error.instance))
        yield (
            "date-impossible",
            place,
            message,
            say("Write year-month-day, for example 2025-03-31."),
            False,
        )


def out_of_range(place: Place, error: Any) -> Told:
    """Tell of a value, text or list that is too small or too large."""
    title, value = titled(error.schema, place), error.instance
    given: dict[str, Value] = {
        "title": title,
        "limit": str(error.validator_value),
        "found": str(len(value) if isinstance(value, str) else value),
    }
    sentences = {
        "minimum": say("“{title}” is {found}, but should be at least {limit}.", **given),
        "maximum": say("“{title}” is {found}, but should be at most {limit}.", **given),
        "maxLength": say(
            "“{title}” has {found} characters, but should have at most {limit}.", **given
        ),
        "minLength": say("“{title}” is empty.", title=title),
        "minItems": say("“{title}” is an empty list.", title=title),
        "minProperties": say("“{title}” has no fields.", title=title),
    }
    hints = {
        "minItems": say("Leave the field out, or write an entry."),
        "minLength": say("Leave the field out, or write something."),
        "maxLength": say("Keep it short; long texts belong in a document of their own."),
    }
    hint = hints.get(error.validator, for_example(error.schema))
    yield "value-range", place, sentences[error.validator], hint, False


def none_fits(place: Place, error: Any) -> Told:
    """Tell of the branch that the writer seems to mean: the one with the same kind of value."""
    best: list[Any] = []
    for errors in by_branch(error):
        if all(inner.validator != "type" or inner.relative_path for inner in errors):
            best = errors if not best or len(errors) < len(best) else best
    if not best:
        title = titled(error.schema, place)
        message = (
            say("“{title}” has no value.", title=title)
            if error.instance is None
            else say("“{title}” cannot be {found}.", title=title, found=found_type(error.instance))
        )
        yield "value-type", place, message, for_example(error.schema), False
        return
    for inner in best:
        at = Place(place.file, tuple(inner.absolute_path))
        yield from TELLERS.get(inner.validator, other_form)(at, inner)


def by_branch(error: Any) -> list[list[Any]]:
    """Return the errors of each branch of an `anyOf`."""
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    return list(branches.values())


TELLERS: dict[str, Callable[[Place, Any], Told]] = {
    "additionalProperties": unknown_field,
    "required": missing_field,
    "type": wrong_type,
    "enum": unknown_value,
    "const": only_true,
    "pattern": other_form,
    "format": no_such_date,
    "anyOf": none_fits,
    **dict.fromkeys(
        ("minimum", "maximum", "maxLength", "minLength", "minItems", "minProperties"), out_of_range
    ),
}
