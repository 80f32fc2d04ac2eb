"""A file's value, the position of everything in it, and what is wrong with it."""

from dataclasses import dataclass, field
from typing import Any

from samverkan_cli.model.finding import Fault
from samverkan_cli.model.place import Key, Span
from samverkan_cli.model.words import Words
from samverkan_cli.store.profile import at

FAULTS = 100
START = Span(1, 1, 1, 1)


@dataclass(slots=True)
class Document:
    """The value of a file, the positions of everything in it, and its faults.

    `usable` is false where the value is not what the writer meant.
    """

    file: str
    value: Any = None
    usable: bool = True
    faults: list[Fault] = field(default_factory=list)
    spans: dict[int, dict[Key, Span]] = field(default_factory=dict)
    key_spans: dict[int, dict[Key, Span]] = field(default_factory=dict)
    root: Span = START

    def span(self, keys: tuple[Key, ...], *, of_key: bool = False) -> Span:
        """Return where the value at `keys` stands, or its nearest written ancestor.

        With `of_key`, the span of the key itself.
        """
        value, span = self.value, self.root
        for number, key in enumerate(keys):
            spans = self.spans.get(id(value), {})
            if key not in spans:
                break
            span = spans[key]
            if of_key and number == len(keys) - 1:
                span = self.key_spans.get(id(value), spans).get(key, span)
            value = value[key]
        return span

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
