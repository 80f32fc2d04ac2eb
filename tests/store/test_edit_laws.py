"""The laws of changing a text, for any document that is accepted, whatever it is about."""

import random
import re
from collections.abc import Callable
from functools import reduce

from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.store.edit import apply
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.edits import Remove
from tests.sizes import sizes
from tests.store.documents import documents
from tests.store.edits import hold_bytes, oracle, possible, several, sorted_out
from tests.store.reading import read
from tests.store.test_agreement_of_readers import agrees


def remarks(text: str) -> int:
    """Return how many comments the drawn documents have, which all say the same."""
    return text.count("# remark")


@sizes("examples", 150, 10_000)
def test_any_edit_of_any_document_means_what_was_meant(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(documents(), st.randoms(use_true_random=False))
    def change(text: str, source: random.Random) -> None:
        document = read(text)
        if document.faults or not isinstance(document.value, dict | list):
            return
        edits = list(possible(source, document.value))
        if not edits:
            return
        edit = source.choice(edits)
        try:
            new = apply(text, [edit])
        except EditError:
            made.append(False)
            return
        made.append(True)
        assert not read(new).faults
        assert repr(sorted_out(read(new).value)) == repr(sorted_out(oracle(document.value, edit)))
        assert agrees(new)
        hold_bytes(text, new, edit)
        if not isinstance(edit, Remove):
            assert remarks(new) == remarks(text)

    change()
    assert len(made) > examples / 5
    assert made.count(False) <= len(made) / 50


@sizes("examples", 150, 2_500, 10_000)
def test_edits_made_at_once_are_as_those_made_one_after_the_other(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(documents(), st.randoms(use_true_random=False))
    def change(text: str, source: random.Random) -> None:
        document = read(text)
        if document.faults or not isinstance(document.value, dict | list):
            return
        edits = several(source, document.value)
        made.append(len(edits))
        one_by_one = letters(lambda: reduce(lambda old, edit: apply(old, [edit]), edits, text))
        assert letters(lambda: apply(text, edits)) == one_by_one

    change()
    assert sum(made) > examples / 2


def letters(change: Callable[[], str]) -> str:
    """Return the text that a change makes, whatever lines and brackets it is laid out with.

    What is written anew follows the manner of what stands there, which a former edit may alter.
    """
    try:
        text = change()
    except EditError:
        return ""
    return repr(sorted_out(read(text).value)) + re.sub(r"[-\s,\[\]{}]", "", text)
