"""A rule's manual, as its docstring has it."""

import re
from inspect import cleandoc
from typing import NamedTuple


class Manual(NamedTuple):
    """A rule's docstring in its parts: title, why it matters, how to mend it, wrong and right."""

    title: str
    why: str
    mend: str
    wrong: str
    right: str


SECTIONS = re.compile(r"^## (Why it matters|How to mend it|Wrong|Right)\n\n?", re.MULTILINE)


def manual_of(docstring: str) -> Manual:
    """Return a rule's manual, read from its docstring.

    Raises:
        KeyError: a section is missing.
    """
    title, *parts = SECTIONS.split(cleandoc(docstring))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return Manual(
        title=unwrapped(title),
        why=unwrapped(sections["Why it matters"]),
        mend=unwrapped(sections["How to mend it"]),
        wrong=fenced(sections["Wrong"]),
        right=fenced(sections["Right"]),
    )


def unwrapped(text: str) -> str:
    """Return a paragraph on one line."""
    return " ".join(text.split())


def fenced(text: str) -> str:
    """Return what stands in a block of YAML."""
    return text.strip().removeprefix("```yaml\n").removesuffix("```")
