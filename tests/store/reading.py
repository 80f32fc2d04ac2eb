"""Reads one file as the register does, without a schema."""

from samverkan_cli.store.document import Document
from samverkan_cli.store.profile import decode
from samverkan_cli.store.text import parse


def read(content: str | bytes) -> Document:
    """Return what a file says."""
    data = content.encode() if isinstance(content, str) else content
    text, faults = decode("a.yaml", data)
    document = parse("a.yaml", text or "")
    document.faults[:0] = faults
    return document


def told(document: Document) -> list[tuple[str, int, int]]:
    """Return the rule, line and column of each fault."""
    spans = [(fault.rule, document.span_of(fault)) for fault in document.faults]
    return [(rule, span.line, span.column) for rule, span in spans]
