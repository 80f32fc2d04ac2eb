"""Values as they are written: read as what they are by every reader, with as little as will do."""

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.intent import Entry, list_of
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.signs import HIDDEN
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record, Waiver
from samverkan_cli.store.build_staffing import absence, assignment, post, record, waiver
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.register import read_document
from samverkan_cli.store.schema import load
from samverkan_cli.store.written import entry, fields, flow, lines, scalar
from tests.sizes import sizes
from tests.store.reading import read
from tests.store.steps import SHARES
from tests.store.test_agreement_of_readers import ruamel

FROM, UNTIL = date(2024, 1, 1), date(2025, 6, 30)

PLAIN = (
    "Kommunpolis", "kom-gvi/samordnare", "50 %", "2024-W01..2024-W20", "Exempel KS 2024/118", "a-b",
    "GVI (syd)", "it's", 'say "x"', "a:b", "a#b", "-a", "x - y", "C++", "on time", "2024-T1",
    "a\\b", "Åse 😀", "a!", "3 st", "1.2.3", "2024-01",
)  # fmt: skip
QUOTED = {
    "": '""',
    " a": '" a"',
    "a ": '"a "',
    "a, b": '"a, b"',
    "a: b": '"a: b"',
    "a:": '"a:"',
    "a #b": '"a #b"',
    "# a": '"# a"',
    "- a": '"- a"',
    "[a]": '"[a]"',
    "a}": '"a}"',
    "who?": '"who?"',
    '"a" \\ b: c': '"\\"a\\" \\\\ b: c"',
    "true": '"true"',
    "null": '"null"',
    "no": '"no"',
    "on": '"on"',
    "~": '"~"',
    "1": '"1"',
    "007": '"007"',
    "1,5": '"1,5"',
    "1.5": '"1.5"',
    "1:30": '"1:30"',
    "2024-01-01": '"2024-01-01"',
    "2024-13-99": '"2024-13-99"',
    "2024-01-01 12:00:00": '"2024-01-01 12:00:00"',
    "=": '"="',
    "<<": '"<<"',
    "%a": '"%a"',
    "@a": '"@a"',
    "---": '"---"',
}


def readings(text: str) -> list[Any]:
    """Return what the strict profile, YAML 1.1 and YAML 1.2 make of a text."""
    document = read(text)
    found: list[Any] = [None if document.faults else document.value]
    try:
        found.append(yaml.safe_load(text))
    except (yaml.YAMLError, ValueError):
        found.append(None)
    try:
        found.append(ruamel().load(text))
    except (YAMLError, ValueError):
        found.append(None)
    return found


def is_read(spelling: str, value: str) -> bool:
    """Tell whether every reader takes a spelling for a value, in braces and brackets and lines."""
    return (
        readings(f"{{a: {spelling}}}\n") == [{"a": value}] * 3
        and readings(f"{{a: {spelling}, b: c}}\n") == [{"a": value, "b": "c"}] * 3
        and readings(f"[{spelling}, b]\n") == [[value, "b"]] * 3
        and readings(f"- a: {spelling}\n  b: c\n") == [[{"a": value, "b": "c"}]] * 3
        and readings(f"- {spelling} # c\n- b\n") == [[value, "b"]] * 3
    )


@pytest.mark.parametrize("text", PLAIN)
def test_what_every_reader_understands_stands_plain(text: str) -> None:
    assert scalar(text) == text
    assert is_read(text, text)


@pytest.mark.parametrize("text", QUOTED)
def test_what_some_reader_would_misunderstand_stands_in_quotation_marks(text: str) -> None:
    assert scalar(text) == QUOTED[text]
    assert is_read(QUOTED[text], text)
    if text != "---":
        assert not is_read(text, text)


SIGNS = "a1é -?:,[]{}#&*!|>'\"%@`~=<.\\/_+\u00a0😀"
FEWER = "a1 -?:,{#"


@pytest.mark.parametrize(
    ("signs", "length"),
    [(SIGNS, 1), (FEWER, 2), pytest.param(SIGNS, 2, marks=pytest.mark.long)],
    ids=["one sign", "some pairs", "every pair"],
)
def test_quotation_marks_stand_just_where_some_reader_needs_them(signs: str, length: int) -> None:
    for parts in itertools.product(signs, repeat=length):
        text = "".join(parts)
        spelling = scalar(text)
        assert is_read(spelling, text), text
        assert spelling == text or not is_read(text, text), text


@sizes("examples", 150, 1_500, 3_000)
def test_any_text_is_read_as_what_it_is(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(st.text(SIGNS + "Tt0ONno: :", max_size=12))
    def hold(text: str) -> None:
        assert is_read(scalar(text), text)
        assert is_read(scalar(text, like="'"), text)
        assert is_read(scalar(text, like='"'), text)

    hold()


@pytest.mark.parametrize(
    ("value", "like", "text"),
    [
        (5, "", "5"),
        (True, "", "true"),
        (False, "'", "false"),
        (None, "", "null"),
        (FROM, "", "2024-01-01"),
        (FROM, "'", "'2024-01-01'"),
        (FROM, '"', '"2024-01-01"'),
        ("it's", "'", "'it''s'"),
        ("a", '"', '"a"'),
    ],
)
def test_other_values(value: Any, like: str, text: str) -> None:
    assert scalar(value, like) == text


def test_lists_and_groups() -> None:
    value = {"on": FROM, "to": ["a, b", True], "x y": {"a": ()}}
    assert flow(value) == '{on: 2024-01-01, to: ["a, b", true], "x y": {a: []}}'
    assert lines(value) == ["on: 2024-01-01", 'to: ["a, b", true]', '"x y": {a: []}']


HIDING = [
    chr(code) for code in range(0x3000) if HIDDEN.match(chr(code)) and chr(code) not in "\t\n"
]


@pytest.mark.parametrize("way", ["", "'", '"'])
def test_what_no_text_may_hold_is_refused(way: str) -> None:
    assert {"\0", "\r", "\x1b", "\x85", "\u2028", "\u2029", "\u200b", "\u202e"} <= {*HIDING}
    for char in [*HIDING, "\ufeff", "\udcff", "\U000e0041"]:
        with pytest.raises(EditError) as refusal:
            scalar(f"a{char}b", way)
        assert tongue("en")(refusal.value.message).endswith(f"U+{ord(char):04X}.")
    for text in ("a\nb", "a\tb"):
        with pytest.raises(EditError) as refusal:
            scalar(text, way)
        assert refusal.value.message.template == "The text holds a line break or a tab."


@pytest.mark.parametrize("text", ["a\u030a", "a" + "\u0301" * 40])
def test_what_is_not_composed_is_refused(text: str) -> None:
    with pytest.raises(EditError) as refusal:
        flow({"title": [text]})
    assert refusal.value.hint.template.startswith("Write the letter anew")


KINDS = {Record: Kind.RECORDS, Waiver: Kind.WAIVERS}
FILES = {
    Kind.RECORDS: ("records/2024.yaml", ""),
    Kind.WAIVERS: ("waivers.yaml", ""),
    Kind.STAFFING: ("staffing/kom.yaml", "party: kom\n"),
}
ENTRIES: dict[str, Entry] = {
    "{id: kom-1, title: Samordnare}": Post(id="kom-1", party="kom", title="Samordnare"),
    '{id: kom-1, title: "A, b", from: 2024-01-01, until: 2025-06-30, share: "37,5 %"}': Post(
        id="kom-1", party="kom", title="A, b", share=Decimal("37.50"), period=Period(FROM, UNTIL)
    ),
    "{id: kom-1, title: A, until: 2025-06-30, share: 50 %}": Post(
        id="kom-1", party="kom", title="A", share=Decimal(50), period=Period(date.min, UNTIL)
    ),
    "{post: kom-1, slot: g/s, from: 2024-01-01}": Assignment(
        party="kom", post="kom-1", slot="g/s", period=Period(FROM)
    ),
    "{post: kom-1, slot: g/s, functions: [a, b], from: 2024-01-01, until: 2025-06-30, "
    "share: 100 %, deputy: true}": Assignment(
        party="kom",
        post="kom-1",
        slot="g/s",
        functions=("a", "b"),
        period=Period(FROM, UNTIL),
        share_given=True,
        deputy=True,
    ),
    "{post: kom-1, from: 2024-01-01, until: 2025-06-30, reason: on-leave}": Absence(
        party="kom", post="kom-1", period=Period(FROM, UNTIL), reason=Reason.ON_LEAVE
    ),
    "{duty: d, period: 2024, on: 2024-01-01}": Record(
        subject="d", follow_up=False, first="2024", last="2024", on=FROM
    ),
    "{duty: d, periods: 2024-W01..2024-W20, party: kom, on: 2024-01-01, reference: KS 2024/1}": (
        Record(
            subject="d",
            follow_up=False,
            first="2024-W01",
            last="2024-W20",
            party="kom",
            on=FROM,
            reference="KS 2024/1",
        )
    ),
    '{follow-up: f, period: "#2", on: 2024-01-01}': Record(
        subject="f", follow_up=True, first="#2", last="#2", on=FROM
    ),
    "{on: 2024-01-01}": Record(subject="", follow_up=False, on=FROM),
    "{rule: slot-short, subject: g/s, reason: Väntar, owner: Chefen, until: 2025-06-30}": Waiver(
        rule="slot-short", subject="g/s", reason="Väntar", owner="Chefen", until=UNTIL
    ),
}


@pytest.mark.parametrize("text", ENTRIES)
def test_an_entry_is_written_as_in_the_shipped_files(text: str) -> None:
    assert entry(ENTRIES[text]) == text
    assert again(ENTRIES[text]) == ENTRIES[text]


def again(value: Entry) -> Entry:
    """Return an entry as it is read from a file that it is written in."""
    kind = KINDS.get(type(value), Kind.STAFFING)
    path, head = FILES[kind]
    text = f"{head}{list_of(value)}:\n  - {entry(value)}\n"
    document, _ = read_document(path, text.encode(), kind)
    assert not document.faults
    (node,) = document.value[list_of(value)]
    if isinstance(value, Record):
        return record(node, Place(path))
    if isinstance(value, Waiver):
        return waiver(node, Place(path))
    makers: dict[type, Any] = {Post: post, Assignment: assignment, Absence: absence}
    made: Entry = makers[type(value)](node, Place(path), "kom")
    return made


IDS = st.from_regex(r"[a-z0-9åäö]{1,4}(-[a-z0-9]{1,3})?", fullmatch=True)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))
PERIODS = st.builds(Period, DAYS, st.just(date.max) | DAYS)
TITLES = st.text(SIGNS, min_size=1, max_size=20).filter(lambda text: text[0] != " ")
NAMES = st.from_regex(r"20[0-9]{2}(-W[0-9]{2}|-Q[1-4]|#[1-9])?|#[1-9]{1,3}", fullmatch=True)


@st.composite
def shared(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the share of an assignment; a whole where none is given."""
    given_ = draw(st.booleans())
    return {"share_given": given_, "share": draw(st.sampled_from(SHARES)) if given_ else SHARES[0]}


@st.composite
def spans(draw: st.DrawFn) -> dict[str, str]:
    """Draw the periods of a record."""
    first = draw(st.just("") | NAMES)
    return {"first": first, "last": draw(st.just(first) | NAMES) if first else ""}


ANY = st.one_of(
    st.builds(
        Post,
        id=IDS,
        party=st.just("kom"),
        title=TITLES,
        share=st.sampled_from(SHARES),
        period=PERIODS | st.builds(Period, st.just(date.min), DAYS),
    ),
    st.builds(
        lambda share, **parts: Assignment(party="kom", **parts, **share),
        shared(),
        post=IDS,
        slot=st.builds("{}/{}".format, IDS, IDS),
        functions=st.lists(IDS, max_size=3).map(tuple),
        period=PERIODS,
        deputy=st.booleans(),
    ),
    st.builds(
        Absence, party=st.just("kom"), post=IDS, period=PERIODS, reason=st.sampled_from(Reason)
    ),
    st.builds(
        lambda span, **parts: Record(**parts, **span),
        spans(),
        subject=IDS,
        follow_up=st.booleans(),
        party=st.just("") | IDS,
        on=DAYS,
        reference=st.just("") | TITLES,
    ),
    st.builds(Waiver, rule=IDS, subject=TITLES, reason=TITLES, owner=TITLES, until=DAYS),
)


def order(value: Entry) -> list[str]:
    """Return the fields of an entry in the order of its schema."""
    lists = load(KINDS.get(type(value), Kind.STAFFING))["properties"]
    return [*lists[list_of(value)]["items"]["properties"]]


@sizes("examples", 150, 1_500, 3_000)
def test_any_entry_that_is_written_is_read_again(examples: int) -> None:
    @settings(max_examples=examples, deadline=None)
    @given(ANY)
    def hold(value: Entry) -> None:
        assert again(value) == value
        assert [*fields(value)] == [key for key in order(value) if key in fields(value)]

    hold()
