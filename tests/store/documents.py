"""Texts within the profile, drawn by hypothesis and written out in many ways."""

from typing import Any

from hypothesis import strategies as st

LETTERS = "abcdefghijklmnoåäöABCÅÄÖ 0123456789-_.:/,%#é😀'\"\\!&*[]{}?|>@`=~<\n"
KEYS = st.text("abcåäö019-_ ", min_size=1, max_size=8).map(str.strip).filter(bool)
TEXTS = st.text(LETTERS, max_size=24)
SCALARS = TEXTS | st.integers(-(10**17), 10**17) | st.booleans() | st.none()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=16,
)
ROOTS = st.lists(VALUES, max_size=4) | st.dictionaries(KEYS, VALUES, max_size=5)


def quoted(text: str) -> str:
    """Return a text in double quotes."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{plain}"'


def scalar(draw: st.DrawFn, value: Any, indent: str, *, flow: bool) -> str:
    """Write a scalar: plain (be it right or wrong), quoted, or as a block."""
    if value is None:
        return draw(st.sampled_from(("null", "")))
    if not isinstance(value, str):
        return str(value).lower()
    ways = ["plain", "single", "double"] + ([] if flow else ["block", "fold"])
    way = draw(st.sampled_from(ways))
    if way == "single" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    if way == "plain" and value and "\n" not in value:
        return value
    if way in {"block", "fold"}:
        lines = f"\n{indent}  ".join(value.split("\n"))
        sign = "|" if way == "block" else ">"
        return f"{sign}{draw(st.sampled_from(('', '-', '+')))}\n{indent}  {lines}"
    return quoted(value)


def field(key: str) -> str:
    return key if key.strip("-_ ") and key[0] not in "-_" else quoted(key)


def flowing(draw: st.DrawFn, value: Any) -> str:
    """Write a value in flow style."""
    if isinstance(value, list):
        return "[" + ", ".join(flowing(draw, entry) or "null" for entry in value) + "]"
    if isinstance(value, dict):
        inner = ", ".join(f"{field(key)}: {flowing(draw, entry)}" for key, entry in value.items())
        return "{" + inner + "}"
    return scalar(draw, value, "", flow=True)


def written(draw: st.DrawFn, value: Any, indent: str = "") -> str:
    """Write a value below a field or in a list."""
    if not isinstance(value, list | dict) or not value:
        empty = isinstance(value, list | dict)
        text = flowing(draw, value) if empty else scalar(draw, value, indent, flow=False)
        return f" {text}\n"
    if draw(st.integers(0, 3)) == 0:
        return f" {flowing(draw, value)}\n"
    below = "\n" + draw(st.sampled_from(("", "", f"{indent}# remark\n", "\n")))
    deeper = indent + "  "
    if isinstance(value, list):
        return below + "".join(f"{indent}-{written(draw, entry, deeper)}" for entry in value)
    return below + "".join(
        f"{indent}{field(key)}:{written(draw, entry, deeper)}" for key, entry in value.items()
    )


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Draw a document that is mostly within the profile."""
    text = written(draw, draw(ROOTS)).lstrip("\n ")
    return text.replace("\n", "\r\n") if draw(st.integers(0, 9)) == 0 else text
