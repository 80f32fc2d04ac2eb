"""What is accepted means the same to other readers of YAML."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError
from ruamel.yaml.nodes import ScalarNode

from samverkan_cli.resources import folder
from samverkan_cli.store import text as reader
from samverkan_cli.store.scalars import AmbiguousScalarError, resolve
from tests.sizes import sizes
from tests.store.documents import documents
from tests.store.reading import read

SHIPPED = sorted(folder("agreement").rglob("*.yaml"))
EXAMPLES = sizes("examples", 80, 1_000, 2_000)


class TextDates(SafeConstructor):
    """Leaves dates as text."""


TextDates.add_constructor(
    "tag:yaml.org,2002:timestamp", lambda self, node: self.construct_scalar(node)
)
STUMBLE = re.compile(r"[|>][-+0-9]*\n(?:\s*\n\s*[-?:]|(?: *\n)+(?: *\Z| *[^ \n]))")


def ruamel() -> YAML:
    other = YAML(typ="safe", pure=True)
    other.Constructor = TextDates
    return other


def agrees(text: str) -> bool:
    """Tell whether ruamel reads `text` as we do; true where we refuse it."""
    document = read(text)
    if document.faults or not isinstance(document.value, dict | list):
        return True
    try:
        value = ruamel().load(text)
    except YAMLError:
        # ruamel alone fails on a block that begins with an empty line and then a dash, and on one
        # of empty lines that are not all as far in.
        return bool(STUMBLE.search(text.replace("\r\n", "\n")))
    return bool(repr(value) == repr(document.value))


@EXAMPLES
def test_what_is_accepted_means_the_same_to_ruamel(examples: int) -> None:
    accepted = 0

    @settings(max_examples=examples, deadline=None)
    @given(documents())
    def hold(text: str) -> None:
        nonlocal accepted
        assert agrees(text), text
        accepted += not read(text).faults

    hold()
    assert accepted > examples / 5


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_shipped_files_mean_the_same_to_ruamel(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not read(text).faults
    assert agrees(text)


@pytest.mark.parametrize("text", ["a: |#\n  b\n", "a: >-# c\n  b\n", "a: b\n...\n...\n", "a:\tb\n"])
def test_what_ruamel_reads_otherwise_is_refused(text: str) -> None:
    assert read(text).faults


@settings(max_examples=200, deadline=None)
@given(documents())
def test_without_libyaml_nothing_is_read_otherwise(text: str) -> None:
    fast = read(text)
    quick, reader.Parser = reader.Parser, yaml.SafeLoader
    try:
        slow = read(text)
    finally:
        reader.Parser = quick
    if not fast.faults and not slow.faults:
        assert repr(slow.value) == repr(fast.value)


PLAIN = st.text("0123456789_.-+eExXobaAfFnNiIyYtrul:~=<", min_size=1, max_size=9)


@settings(max_examples=2_000, deadline=None)
@given(PLAIN)
def test_a_plain_scalar_that_is_read_means_the_same_to_yaml_1_1_and_1_2(text: str) -> None:
    try:
        value = resolve(text)
    except AmbiguousScalarError:
        return
    other: Any = ruamel()
    names = {str: "str", int: "int", bool: "bool", type(None): "null"}
    newer = other.resolver.resolve(ScalarNode, text, (True, False))
    older_reader: Any = yaml.SafeLoader("")
    older = older_reader.resolve(yaml.ScalarNode, text, (True, False))
    for tag in (str(newer), str(older)):
        assert tag.rpartition(":")[2] in {names[type(value)], "timestamp"}
