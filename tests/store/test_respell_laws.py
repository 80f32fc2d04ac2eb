"""Any change of any layout: only the bytes that are meant, and read again they mean just that."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import LISTS, Add, Drop, End, Step
from samverkan_cli.model.staffing import Absence, Assignment
from samverkan_cli.resources import folder
from samverkan_cli.store.files import read_folder
from tests.sizes import sizes
from tests.store.layouts import files as laid_out
from tests.store.mutation import nudged
from tests.store.respelled import DAY, hold
from tests.store.steps import agreement_of, steps

EXAMPLES = sizes("examples", 150, 1_500, 10_000)
REFUSED = 0.02
"""The share of changes that may be refused; a refusal is no mistake, but no help either."""


@EXAMPLES
def test_any_change_of_any_layout_means_what_was_meant(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(st.randoms(use_true_random=False))
    def change(source: random.Random) -> None:
        files = laid_out(source)
        path = source.choice([*files][1:] or [*files])
        files[path] = nudged(source, path, files[path])
        before = agreement_of(files)
        made.append(hold(files, before, steps(source, before)))

    change()
    assert len(made) >= examples
    assert made.count(False) <= REFUSED * len(made)


def every(agreement: Agreement) -> Iterator[Step]:
    """Yield every step that there is in an agreement."""
    for name in LISTS.values():
        for entry in getattr(agreement, name):
            yield Add(entry=entry)
            if isinstance(entry, Assignment | Absence):
                yield End(entry=entry, until=DAY)
                yield Drop(entry=entry)


@pytest.mark.parametrize(
    "stride", [9, pytest.param(1, marks=pytest.mark.long)], ids=["some", "every"]
)
def test_every_change_of_the_shipped_files(stride: int) -> None:
    files = read_folder(folder("agreement")).files
    before = agreement_of(files)
    wanted = list(every(before))[::stride]
    assert len(wanted) > 300 / stride
    assert all(hold(files, before, [step]) for step in wanted)
