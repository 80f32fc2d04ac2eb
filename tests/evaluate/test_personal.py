"""Personal data is seen in every spelling, other numbers are left alone, nothing is repeated."""

import random
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.personal import (
    PersonalKind,
    blotted,
    holds_identity,
    luhn,
    masked,
    personal_data,
    sightings,
)
from samverkan_cli.model.finding import Fault
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.privacy import personal_faults
from samverkan_cli.store.register import read_document

ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
FULL_WIDTH = str.maketrans("0123456789-+", "０１２３４５６７８９－＋")
SPELLINGS = (
    "{short}{tail}", "{short}-{tail}", "{short}+{tail}", "{long}{tail}", "{long}-{tail}",
    "{long}+{tail}", "{short} {tail}", "{long} {tail}", "{short}–{tail}", "{short} - {tail}",
    "{short}‑{tail}", "{short}−{tail}", "{yy} {mm} {dd} {tail}", "{yy} {mm} {dd}-{tail}",
    "{cc}{yy} {mm} {dd}-{tail}", "{short}\u00a0{tail}",
    "{short}—{tail}", "{short}_{tail}", "{short}  -  {tail}", "{cc}{yy}-{mm}-{dd}-{tail}",
    "{yy}.{mm}.{dd}-{tail}", "{cc}{yy}/{mm}/{dd}-{tail}", "{yy}-{mm}-{dd}+{tail}",
)  # fmt: skip
PARTS = (
    "\n",
    "\r\n",
    "\n   ",
    "\t",
    "\u200b",
    "\u00ad",
    "\u2060\u3164",
    "\u2028",
    "\ufeff",
    "\U000e0031",
)
OTHERS = (
    "212000-1355", "202100-0076", "556036-0793", "5560360793", "16556036-0793", "802002-2508",
    "232100-0131", "KS 2025/123", "A123.456/2025", "Dnr 2024-01234-5", "TRN 2024/0012",
    "019-21 10 00", "+46 19 21 10 00", "08-401 00 00", "0771-11 41 40", "077-114 14 00", "112",
    "SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "BG 5050-1055",
    "2024-01-01", "2024-01-01-2026-12-31", "2024-01-01 - 2026-12-31", "2024-01-01..2026-12-31",
    "20240101", "2024-W01..2024-W09", "2024-12-31 23:59",
    "sha256:80b9908b72a50903", "sha256:8021416c247df73b", "sha256:" + "1234567890" * 6 + "1234",
    "sha256:8507099805850709", "kommun@samverkan.invalid", "https://example.se/@trygg", "63-65",
    "SFS 2023:196", "1985070998", "850709-980", "850709-98055", "851309-9805", "850732-9805",
)  # fmt: skip


def check_digit(nine: str) -> str:
    return next(digit for digit in "0123456789" if luhn(nine + digit))


@st.composite
def numbers(draw: st.DrawFn) -> str:
    """Draw a personnummer or samordningsnummer in one of its spellings."""
    born = draw(st.dates(date(1850, 1, 1), date(2099, 12, 31)))
    day = born.day + draw(st.sampled_from((0, 60)))
    short = f"{born:%y%m}{day:02d}"
    nine = short + f"{draw(st.integers(0, 999)):03d}"
    tail = nine[6:] + check_digit(nine)
    century = f"{born.year // 100}"
    text = draw(st.sampled_from(SPELLINGS)).format(
        short=short,
        long=century + short,
        tail=tail,
        cc=century,
        yy=short[:2],
        mm=short[2:4],
        dd=short[4:],
    )
    return text.translate(draw(st.sampled_from(({}, FULL_WIDTH, ARABIC, DEVANAGARI))))


@settings(max_examples=2_000, deadline=None)
@given(numbers(), st.sampled_from(("{}", "nr {}.", "({})", "# {}", "“{}”", "id: {}\n", "/{}/")))
def test_every_identity_number_is_seen(number: str, around: str) -> None:
    seen = [sighting.kind for sighting in personal_data(around.format(number))]
    assert PersonalKind.IDENTITY in seen


def test_of_random_ten_digits_at_most_one_in_a_hundred_is_taken_for_one() -> None:
    source = random.Random(20250301)  # noqa: S311 - nothing secret
    drawn = [f"{source.randrange(10**10):010d}" for _ in range(20_000)]
    alarms = sum(
        any(s.kind is PersonalKind.IDENTITY for s in personal_data(text)) for text in drawn
    )
    assert alarms / len(drawn) <= 0.01


@pytest.mark.parametrize("text", OTHERS)
def test_other_numbers_and_addresses_are_left_alone(text: str) -> None:
    assert not list(personal_data(text))
    assert not list(personal_data(f"a: {text}\n"))


@pytest.mark.parametrize("text", ["anna.svensson@orebro.se", "a@b.se", "Anna <a.b+c@polisen.se>"])
def test_mail_addresses_are_seen(text: str) -> None:
    assert [sighting.kind for sighting in personal_data(text)] == [PersonalKind.MAIL]


@pytest.mark.parametrize(
    "text", ["070-123 45 67", "+46 70 123 45 67", "0046701234567", "+46 (0)73-1234567"]
)
def test_mobile_numbers_are_seen(text: str) -> None:
    assert PersonalKind.PHONE in [sighting.kind for sighting in personal_data(text)]


@given(numbers())
def test_masking_leaves_no_number(number: str) -> None:
    hidden = masked(f"a {number} b")
    assert hidden.startswith("a ")
    assert hidden.endswith(" b")
    assert not list(personal_data(hidden))


@given(numbers(), st.sampled_from(PARTS), st.data())
def test_nothing_that_nobody_sees_and_no_line_parts_a_number(
    number: str, part: str, data: st.DataObject
) -> None:
    where = data.draw(st.integers(1, len(number) - 1))
    text = f"se {number[:where]}{part}{number[where:]} här"
    assert holds_identity(text)
    hidden = masked(text)
    assert not holds_identity(hidden)
    assert not re.search(r"\d", hidden)
    assert len(blotted(text)) == len(text)
    assert set(re.findall(r"\d", blotted(text))) == {"0"}


def test_signs_that_nobody_sees_are_seen_through_in_a_file_but_lines_are_not_joined() -> None:
    assert [one.kind for one in personal_data("a\u200bnna@b.s\u00ade")] == [PersonalKind.MAIL]
    assert not list(personal_data("- 811218-\n- 9876\n- 811218-\n9876"))
    assert not list(sightings("kommun@samverkan.invalid\nmer"))


def words_of(fault: Fault) -> str:
    return f"{fault.hit.message} {fault.hit.hint} {fault.hit.subject}"


@settings(max_examples=200, deadline=None)
@given(numbers())
def test_the_number_is_never_in_a_message(number: str) -> None:
    assert all(number not in words_of(fault) for fault in personal_faults("a.yaml", number))
    text = f"party: '{number}'\n'{number}': '{number}'\nposts:\n  - '{number}'\n"
    document, _ = read_document("staffing/kom.yaml", text.encode(), Kind.STAFFING)
    assert any(fault.rule == "personal-data" for fault in document.faults)
    assert any(fault.rule == "field-unknown" for fault in document.faults)
    assert all(number not in words_of(fault) for fault in document.faults)
