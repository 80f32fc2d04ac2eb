"""Everything in an agreement that has an id or stands for a passage of the document."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Source
from samverkan_cli.model.frozen import FrozenType
from samverkan_cli.model.promise import Guarantee, Slot


class Item(NamedTuple):
    """A value of the agreement that has an id; `id` is its name in the whole agreement."""

    id: str
    kind: str
    value: Any


def names_of(kind: type) -> tuple[str, ...]:
    """Return the fields of a kind of value that is written somewhere; none of any other kind."""
    return kind.field_names if isinstance(kind, FrozenType) and kind.is_written else ()


def inside(value: Any) -> Iterator[Any]:
    """Yield the written values directly inside a value of the model."""
    for name in names_of(type(value)):
        content = getattr(value, name)
        for part in content if type(content) is tuple else (content,):
            if names_of(type(part)):
                yield part


def walk(value: Any, owner: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value of the model inside `value`, with the name of the item it belongs to."""
    own = getattr(value, "id", "")
    if isinstance(value, Slot) or (type(value).__name__ == "Function"):
        name = f"{owner}/{own}"
    else:
        name = own or owner
    yield name, value
    for part in inside(value):
        yield from walk(part, name)


def items(agreement: Agreement) -> tuple[Item, ...]:
    """Return every value with an id, in written order."""
    return tuple(
        Item(name, type(value).__name__, value)
        for name, value in walk(agreement)
        if getattr(value, "id", "")
    )


def cited(agreement: Agreement) -> Iterator[tuple[str, Source]]:
    """Yield every source with the name of the item that cites it."""
    for name, value in walk(agreement):
        if isinstance(value, Source):
            yield name, value


def find(agreement: Agreement, name: str) -> Item | None:
    """Return the first item with this name, or None."""
    return next((item for item in items(agreement) if item.id == name), None)


def slots(agreement: Agreement) -> dict[str, tuple[Guarantee, Slot]]:
    """Return every slot by its name; of two with one name, the first."""
    found: dict[str, tuple[Guarantee, Slot]] = {}
    for guarantee in agreement.guarantees:
        for slot in guarantee.slots:
            found.setdefault(f"{guarantee.id}/{slot.id}", (guarantee, slot))
    return found
