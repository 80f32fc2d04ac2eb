"""Sentences, dates, numbers and lists in the two languages."""

from datetime import date
from decimal import Decimal

import pytest

from samverkan_cli.language.tongue import choose, tongue
from samverkan_cli.model.words import Bilingual, say

DAY = date(2025, 3, 1)


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("sv", DAY, "1 mars 2025"),
        ("en", DAY, "1 March 2025"),
        ("sv", Decimal("12.50"), "12,5"),
        ("en", Decimal("12.50"), "12.5"),
        ("sv", Decimal(100), "100"),
        ("en", Decimal("1E+2"), "100"),
        ("sv", 7, "7"),
        ("sv", ("a", "b", DAY), "a, b, 1 mars 2025"),
        ("en", (), ""),
        ("sv", Bilingual("åäö", "abc"), "åäö"),
        ("en", Bilingual("åäö", "abc"), "abc"),
        ("en", "a\nb\u202ec", "a\\u000ab\\u202ec"),
        ("en", "{not} a {template}", "{not} a {template}"),
    ],
)
def test_values_are_said_as_readers_write_them(code: str, value: object, said: str) -> None:
    assert tongue(code)(say("{value}", value=value)) == said  # type: ignore[arg-type]


def test_a_sentence_may_stand_in_another() -> None:
    inner = say("line {first}", first=3)
    assert tongue("en")(say("now {lines}", lines=inner)) == "now line 3"


def test_a_day_can_be_said_without_its_year() -> None:
    assert tongue("sv").day(DAY, year=False) == "1 mars"


@pytest.mark.parametrize(
    ("option", "environ", "own", "wanted"),
    [
        ("", {}, "", "en"),
        ("", {}, "sv", "sv"),
        ("en", {"SAMVERKAN_LANG": "sv"}, "sv", "en"),
        ("xx", {"SAMVERKAN_LANG": "sv"}, "en", "sv"),
        ("", {"LANGUAGE": "", "LANG": "sv_SE"}, "en", "sv"),
    ],
)
def test_a_language_is_always_chosen(
    option: str, environ: dict[str, str], own: str, wanted: str
) -> None:
    assert choose(option, environ, own) == wanted
