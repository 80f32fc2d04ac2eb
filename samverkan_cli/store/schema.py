"""Values held against the schemas: a fast validator accepts, a thorough one explains.

Both read only the schemas that come with the program; no reference is ever fetched (threat S1).
The thorough one's own messages are never shown: each keyword has a sentence of ours.
"""

import json
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from typing import Any

import jsonschema_rs

from samverkan_cli.model.finding import Fault, Hit
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.resources import folder
from samverkan_cli.store.document import FAULTS
from samverkan_cli.store.kinds import Kind

PROSE = frozenset({"title", "description", "x-en", "examples", "$comment"})


def load(name: str) -> dict[str, Any]:
    """Return a schema that comes with the program.

    Raises:
        FileNotFoundError: the program is not installed whole.
    """
    text = (folder("schemas") / f"{name}.schema.json").read_text(encoding="utf-8")
    return json.loads(text)  # type: ignore[no-any-return]  # our own file


def bare(schema: Any) -> Any:
    """Return a schema without its prose, which the fast judge would only copy."""
    if isinstance(schema, list):
        return [bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    named = {"properties", "$defs"} & schema.keys()
    return {
        key: {name: bare(one) for name, one in part.items()} if key in named else bare(part)
        for key, part in schema.items()
        if key not in PROSE
    }


@cache
def common() -> dict[str, Any]:
    """Return the definitions that the schemas share."""
    return load("common")


@cache
def shared() -> Any:
    """Return the definitions as the fast judge knows them."""
    return jsonschema_rs.Registry([(common()["$id"], bare(common()))])


def refuse(uri: str) -> Any:
    """Refuse to fetch a schema."""
    raise LookupError(uri)


@cache
def accepts(kind: Kind) -> Callable[[Any], bool]:
    """Return the fast judge of a kind of file."""
    validator = jsonschema_rs.validator_for(
        bare(load(kind)), registry=shared(), retriever=refuse, validate_formats=True
    )
    return validator.is_valid


@cache
def explainer(kind: Kind) -> Any:
    """Return the thorough judge of a kind of file."""
    import jsonschema
    import referencing
    import referencing.jsonschema

    definitions = common()
    resource = referencing.jsonschema.DRAFT202012.create_resource(definitions)
    registry = referencing.Registry().with_resource(definitions["$id"], resource)
    return jsonschema.Draft202012Validator(
        load(kind), registry=registry, format_checker=jsonschema.FormatChecker(formats=["date"])
    )


def schema_faults(kind: Kind, file: str, value: Any) -> list[Fault]:
    """Return what a file of `kind` has against its schema; nothing when it has nothing.

    No more are sought than are told: the thorough judge is slow.
    """
    if accepts(kind)(value):
        return []
    errors = explainer(kind).iter_errors(value)
    told = (fault for error in errors for fault in faults_of(file, error))
    faults = list(islice(told, FAULTS + 1))
    if not faults:
        message = say("The file does not follow its schema.")
        faults = [Fault("value-form", Hit(Place(file), file, message))]
    return faults


def faults_of(file: str, error: Any) -> Iterator[Fault]:
    """Yield our faults for one error of the thorough judge; only mistakes load the sentences."""
    from samverkan_cli.store.schema_words import TELLERS, other_form

    place = Place(file, tuple(error.absolute_path))
    tell = TELLERS.get(error.validator, other_form)
    for rule, at, message, hint, of_key in tell(place, error):
        yield Fault(rule, Hit(at, subject_of(at), message, hint=hint, of_key=of_key))


def subject_of(place: Place) -> str:
    """Return a name for a place in a file."""
    return "/".join((place.file, *(str(key) for key in place.keys)))
