"""An id can be made of any title, and is one that the schemas let through."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.model.slug import is_id, slug
from samverkan_cli.store.schema import load

TITLES = {
    "Exempel kommun": "exempel-kommun",
    "Lokalpolisområde Åby–Öja": "lokalpolisområde-åby-öja",
    "  A / B: “C”  ": "a-b-c",
    "Café Über Ærø": "cafe-uber-ärö",
    "A\u030aby": "åby",
    "2027–2029": "2027-2029",
    "-no": "no",
    "Кириллица": "",
    "": "",
    "a" * 70: "a" * 60,
    "ord " * 20: "-".join(["ord"] * 15),
}


@pytest.mark.parametrize("title", TITLES)
def test_an_id_is_made_of_a_title(title: str) -> None:
    assert slug(title) == TITLES[title]


@given(st.text(max_size=300))
def test_whatever_is_made_is_an_id_of_the_schemas(title: str) -> None:
    made = slug(title)
    own = load("common")["$defs"]["id"]
    assert not made or (re.search(own["pattern"], made) and len(made) <= own["maxLength"])
    assert is_id(made) is bool(made)
    assert slug(made) == made


@pytest.mark.parametrize("text", ["", "A", "a--b", "-a", "a-", "a b", "а", "a\n", "a" * 61])
def test_what_is_no_id_is_told(text: str) -> None:
    assert not is_id(text)
