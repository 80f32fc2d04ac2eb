"""What a plain scalar means: YAML 1.2, without the spellings that other readers take otherwise.

Text, whole numbers, `true`, `false` and `null` are left. Dates stay text. Everything that YAML 1.1
and 1.2 read differently, and every decimal number, must be quoted (threat Y11).
"""

import re
from typing import TypeAlias

Scalar: TypeAlias = str | int | bool | None

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
AMBIGUOUS = re.compile(
    r"""
    ~ | [Nn]ull | NULL | True | TRUE | False | FALSE           # null and booleans, other spellings
    | [yYnN] | yes | Yes | YES | no | No | NO                  # booleans of YAML 1.1
    | on | On | ON | off | Off | OFF
    | [-+][0-9_]+ | [0-9][0-9_]*                               # 007, 1_000, +1, very long numbers
    | [-+]?0[box][0-9A-Fa-f_]+
    | [-+]?(?:\.[0-9_]+|[0-9][0-9_]*\.[0-9_]*)(?:[eE][-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*[eE][-+]?[0-9]+
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?         # 1:30 is ninety in YAML 1.1
    | [-+]?\.(?:inf|Inf|INF) | \.(?:nan|NaN|NAN)
    | = | <<
    """,
    re.VERBOSE,
)
BOOLEAN_OR_NULL = frozenset({"true", "false", "null"})
WORDS: dict[str, Scalar] = {"": None, "null": None, "true": True, "false": False}


class AmbiguousScalarError(ValueError):
    """A plain scalar that two readers would read as two values."""


def resolve(text: str) -> Scalar:
    """Return what a plain scalar means.

    Raises:
        AmbiguousScalarError: the spelling means different things to different readers.
    """
    if text in WORDS:
        return WORDS[text]
    first = text[0]
    if first in "0123456789-" and INTEGER.fullmatch(text):
        return int(text)
    if first in "~nNtTfFyYoO0123456789-+.=<" and AMBIGUOUS.fullmatch(text):
        raise AmbiguousScalarError(text)
    return text


def is_field_name(text: str) -> bool:
    """Tell whether a plain scalar can name a field: `on` and `no` are, `1` and `True` are not."""
    try:
        return isinstance(resolve(text), str)
    except AmbiguousScalarError:
        return text.isalpha() and text.lower() not in BOOLEAN_OR_NULL
