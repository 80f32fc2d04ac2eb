"""The schemas in their parts, and the files that follow them."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.resources import folder
from samverkan_cli.store.kinds import Kind, kind_of
from samverkan_cli.store.schema import load
from samverkan_cli.store.text import parse
from tests.examples import SOUND
from tests.sizes import sizes

NAMES = (*Kind, "common")
SAMPLES = sizes("number", 400, 2_000, 5_000)


def inside(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every schema in a schema."""
    yield path, node
    for word in ("properties", "$defs"):
        for name, inner in node.get(word, {}).items():
            yield from inside(inner, f"{path}/{word}/{name}")
    if "items" in node:
        yield from inside(node["items"], f"{path}/items")
    for number, inner in enumerate(node.get("anyOf", ())):
        yield from inside(inner, f"{path}/anyOf/{number}")


EVERY = {f"{name}{path}": node for name in NAMES for path, node in inside(load(name))}


def shipped() -> dict[str, tuple[Kind, Any]]:
    """Return every file that comes with the program, and the sound example, by name."""
    root = folder("agreement")
    texts = {
        str(path.relative_to(root)): path.read_text(encoding="utf-8")
        for path in root.rglob("*.yaml")
    }
    texts |= {f"{path}": text for path, text in SOUND.items() if path not in texts}
    found = {}
    for path, text in texts.items():
        kind = kind_of(path)
        assert kind
        found[path] = kind, parse(path, text).value
    return found
