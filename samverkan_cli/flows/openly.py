"""The lines of the files as they may be shown: what nobody is to read in them is covered.

What is compared are the bytes; what is shown of a line is what the register's own text has there.
"""

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from samverkan_cli.evaluate.personal import blotted
from samverkan_cli.store.register import Register


def lines_of(text: str) -> list[str]:
    """Return the lines of a text; the end of the last is no line of its own."""
    lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    return lines if lines[-1] else lines[:-1]


def text_of(content: bytes | None) -> str:
    """Return a file's text; nothing of a file that is not there."""
    return (content or b"").decode("utf-8", "replace")


def covers(register: Register, path: str, text: str) -> Mapping[str, str]:
    """Return what is shown in place of the lines of a file that are not to be shown."""
    # A text that could not be decoded is not in the register.
    shown = register.texts.get(path) or blotted(text)
    pairs = zip(lines_of(text), lines_of(shown), strict=True)
    return {line: cover for line, cover in pairs if line != cover}


def differences(
    path: str, old: tuple[Register, bytes | None], new: tuple[Register, bytes | None]
) -> Iterator[str]:
    """Yield what differs between two versions of a file, line by line, fit to be shown.

    Each is given with the register that it was read in; None is a file that is not there.
    """
    texts = [text_of(content) for _, content in (old, new)]
    covered: dict[str, str] = {}
    for (register, content), text in zip((old, new), texts, strict=True):
        covered |= covers(register, path, text) if content is not None else {}
    found = unified_diff(
        lines_of(texts[0]),
        lines_of(texts[1]),
        "/dev/null" if old[1] is None else f"a/{path}",
        "/dev/null" if new[1] is None else f"b/{path}",
        lineterm="",
    )
    for number, line in enumerate(found):
        # The first two name the file.
        yield line if number <= 1 else line[:1] + covered.get(line[1:], line[1:])
