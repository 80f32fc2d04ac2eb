"""A file's value, the position of everything in it, and what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from samverkan_cli.model.finding import Fault
from samverkan_cli.model.place import Key, Span
from samverkan_cli.model.words import Words
from samverkan_cli.store.profile import at

FAULTS = 100
START = Span(1, 1, 1, 1)

Marks: TypeAlias = tuple[Any, Any]
"""Where the parser saw a value begin and end; made into a span only when somebody asks."""


def span_of(marks: Marks) -> Span:
    """Return the span between two marks; a value that is left out takes one column."""
    start, end = marks
    width = 1 if start.index == end.index else 0
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1 + width)


def marks_of(event: Any) -> Marks:
    """Return where an event begins and ends."""
    return event.start_mark, event.end_mark


@dataclass(slots=True)
class Level:
    """A list or mapping that is being filled. `skip`: the next value is thrown away."""

    value: Any
    marks: dict[Key, Marks]
    key_marks: dict[Key, Marks]
    key: str | None = None
    skip: bool = False


@dataclass(slots=True)
class Document:
    """The value of a file, the positions of everything in it, and its faults.

    `usable` is false where the value is not what the writer meant; `personal` is true where it
    holds personal data. `thorough` reads the text again, with positions, where it was first read
    without them.
    """

    file: str
    value: Any = None
    usable: bool = True
    personal: bool = False
    faults: list[Fault] = field(default_factory=list)
    marks: dict[int, dict[Key, Marks]] = field(default_factory=dict)
    key_marks: dict[int, dict[Key, Marks]] = field(default_factory=dict)
    root: Marks | None = None
    thorough: Callable[[], "Document"] | None = None

    def span(self, keys: tuple[Key, ...], *, of_key: bool = False) -> Span:
        """Return where the value at `keys` stands, or its nearest written ancestor.

        With `of_key`, the span of the key itself.
        """
        if self.thorough:
            located, self.thorough = self.thorough(), None
            self.value, self.root = located.value, located.root
            self.marks, self.key_marks = located.marks, located.key_marks
        value, marks = self.value, self.root
        for number, key in enumerate(keys):
            known = self.marks.get(id(value), {})
            if key not in known:
                break
            marks = known[key]
            if of_key and number == len(keys) - 1:
                marks = self.key_marks.get(id(value), known).get(key, marks)
            value = value[key]
        return span_of(marks) if marks else START

    def span_of(self, fault: Fault) -> Span:
        """Return where a fault of this file stands."""
        return fault.hit.span or self.span(fault.hit.place.keys, of_key=fault.hit.of_key)

    @property
    def full(self) -> bool:
        """Tell whether there are more faults than are told."""
        return len(self.faults) > FAULTS

    def fault(self, rule: str, mark: Any, message: Words, hint: Words | None = None) -> None:
        """Note a fault at a parser's mark."""
        self.faults.append(at(self.file, rule, mark.line + 1, mark.column + 1, message, hint))

    def refuse(self, rule: str, mark: Any, message: Words, hint: Words | None = None) -> None:
        """Note a fault that leaves it open what the file says."""
        self.usable = False
        self.fault(rule, mark, message, hint)
