"""The catalogue of translations: what is said in the code, and what the Swedish file says of it."""

import ast
import io
import string
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from samverkan_cli.rules.catalogue import RULES

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "samverkan_cli"
GENERATE = ROOT / "tools" / "generate.py"
PO = PACKAGE / "language" / "sv.po"
MO = PACKAGE / "language" / "sv.mo"
DATE = datetime(2026, 11, 23, tzinfo=UTC)
HEADER = "# Swedish. Written as a Swedish official would write it: plain, correct, å ä ö.\n#"

Message = str | tuple[str, str]


def said_in(path: Path) -> Iterator[Message]:
    """Yield the templates of a module, in the order of its lines.

    Raises:
        ValueError: a template is put together while the program runs.
    """
    calls = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        if name not in ("say", "say_n"):
            continue
        wanted = call.args[:1] if name == "say" else call.args[1:3]
        texts = [node.value for node in wanted if isinstance(node, ast.Constant)]
        if len(texts) != len(wanted) or not all(isinstance(text, str) for text in texts):
            message = f"{path}:{call.lineno}: a template must be written out"
            raise ValueError(message)
        yield str(texts[0]) if name == "say" else (str(texts[0]), str(texts[1]))


def messages() -> list[Message]:
    """Return all that is said: the templates of every module, and the rules' manuals."""
    found: dict[Message, None] = {}
    for path in (*sorted(PACKAGE.rglob("*.py")), GENERATE):
        found.update(dict.fromkeys(said_in(path)))
    for rule in RULES:
        manual = rule.manual
        found.update(dict.fromkeys((manual.title, manual.why, manual.mend)))
    return list(found)


def known() -> Catalog:
    """Return the Swedish catalogue as it lies in the tree."""
    with PO.open("rb") as file:
        return read_po(file, locale="sv")


def catalogue() -> Catalog:
    """Return the Swedish catalogue with exactly what is said now; new entries are empty."""
    old = known() if PO.exists() else Catalog(locale="sv")
    new = Catalog(
        locale="sv",
        project="samverkan",
        version="",
        header_comment=HEADER,
        fuzzy=False,
        creation_date=DATE,
        revision_date=DATE,
        last_translator="The samverkan maintainers",
        language_team="sv",
    )
    for message in messages():
        entry = old.get(message if isinstance(message, str) else message[0])
        text = entry.string if entry else ""
        if isinstance(message, tuple) and not isinstance(text, tuple):
            text = ("", "")
        if isinstance(message, str) and not isinstance(text, str):
            text = ""
        new.add(message, string=text)
    return new


def several(texts: Any) -> tuple[str, ...]:
    """Return the forms of an entry: one, or singular and plural."""
    return tuple(texts) if isinstance(texts, tuple | list) else (texts,)


def fields(template: str) -> set[str]:
    """Return the names of the values in a template."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def faults(swedish: Catalog) -> Iterator[str]:
    """Yield what is missing in the catalogue, and where its values differ from the template's."""
    for entry in swedish:
        if not entry.id:
            continue
        originals = several(entry.id)
        texts = several(entry.string)
        if not all(texts) or len(texts) != len(originals):
            yield f"not translated: {originals[0]}"
            continue
        for original, text in zip(originals, texts, strict=True):
            if (fields(original) ^ fields(text)) - {"n"}:
                yield f"values differ: {original}"


def as_po(swedish: Catalog) -> str:
    """Return the catalogue as text for translators."""
    buffer = io.BytesIO()
    write_po(buffer, swedish, width=100, omit_header=False)
    return buffer.getvalue().decode("utf-8")


def as_mo(swedish: Catalog) -> bytes:
    """Return the catalogue as the program reads it."""
    buffer = io.BytesIO()
    write_mo(buffer, swedish)
    return buffer.getvalue()
