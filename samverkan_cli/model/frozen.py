"""Frozen values with named fields.

What `dataclass(frozen=True, slots=True, kw_only=True)` does, without compiling six functions for
every class: the model has fifty of them, and a person waits for each start
(docs/decisions/0008-frozen-values.md).
"""

from typing import Any, Self, dataclass_transform


class FrozenType(type):
    """Makes the annotated names of a class its fields."""

    field_names: tuple[str, ...]
    compared_names: tuple[str, ...]
    field_defaults: dict[str, Any]
    is_written: bool

    def __new__(mcs, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> "FrozenType":
        """Make a class whose fields are slots."""
        own = space.get("__annotations__", {})
        defaults = {key: space.pop(key) for key in own if key in space}
        space["__slots__"] = tuple(own)
        made = super().__new__(mcs, name, bases, space)
        made.field_names = tuple(own)
        made.compared_names = tuple(key for key in own if key != "place")
        made.field_defaults = defaults
        made.is_written = "place" in own
        return made


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Frozen(metaclass=FrozenType):
    """A value that never changes. Two are equal when all is equal but the `place` they stand at."""

    def __init__(self, **given: Any) -> None:
        """Take the fields by name.

        Raises:
            TypeError: a field is missing, or there is none of that name.
        """
        kind = type(self)
        known = {**kind.field_defaults, **given}
        if len(known) != len(kind.field_names) or not all(
            map(known.__contains__, kind.field_names)
        ):
            wrong = sorted(set(known) ^ set(kind.field_names))
            message = f"{kind.__name__}: {', '.join(wrong)}"
            raise TypeError(message)
        for name in kind.field_names:
            object.__setattr__(self, name, known[name])

    def __setattr__(self, name: str, value: object) -> None:
        """Refuse to change."""
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        """Compare the fields, and not where they are written."""
        if type(other) is not type(self):
            return NotImplemented
        return all(
            getattr(self, name) == getattr(other, name) for name in type(self).compared_names
        )

    def __hash__(self) -> int:
        """Return a hash of the fields, and not of where they are written."""
        return hash(tuple(getattr(self, name) for name in type(self).compared_names))

    def __repr__(self) -> str:
        """Return the value as it could be written in Python."""
        kind = type(self)
        inside = ", ".join(f"{name}={getattr(self, name)!r}" for name in kind.compared_names)
        return f"{kind.__name__}({inside})"

    def replaced(self, **changes: Any) -> Self:
        """Return a copy with some fields changed."""
        kind = type(self)
        return kind(**{**{name: getattr(self, name) for name in kind.field_names}, **changes})
