"""Whole agreements with staffing, made up at random; as values, and written as files."""

import json
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import strategies as st

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Party, Term
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Amount, Function, Guarantee, Number, Slot, SlotKind
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason

T = TypeVar("T")
START = date(2024, 2, 1)
PARTIES = ("kom", "pol", "reg")
SHARES = tuple(Decimal(share) for share in ("100", "75", "50", "37.5", "0.5"))


@dataclass(frozen=True)
class Sizes:
    """The most of each thing that a made-up agreement has."""

    days: int = 40
    guarantees: int = 2
    slots: int = 2
    functions: int = 3
    posts: int = 4
    assignments: int = 8
    absences: int = 5


EVERYDAY = Sizes()
TIGHT = Sizes(days=6, guarantees=1, slots=1, assignments=10, absences=6)
"""Much at the same time in one slot, so that deputies and shares meet."""
LARGE = Sizes(days=120, guarantees=3, slots=3, functions=4, posts=6, assignments=16, absences=10)


def at(offset: int) -> date:
    """Return the day so many days after the first day that agreements may begin on."""
    return START + timedelta(days=offset)


def few(most: int) -> st.SearchStrategy[int]:
    """Draw how many there are, more often few than many."""
    return st.builds(min, st.integers(1, most), st.integers(1, most))


def many(most: int) -> st.SearchStrategy[int]:
    """Draw how many there are, more often many than few."""
    return st.builds(max, st.integers(1, most), st.integers(1, most))


def days(sizes: Sizes) -> st.SearchStrategy[date]:
    """Draw a day before, in or after the longest period."""
    return st.integers(-5, sizes.days + 5).map(at)


@st.composite
def periods(draw: st.DrawFn, sizes: Sizes, *, first_open: bool = True) -> Period:
    """Draw a stretch of days: open at an end, one day long, overlapping others, or reversed."""
    kind = draw(st.sampled_from(["closed", "open", "open", "one day", "any", "from the start"]))
    first = draw(days(sizes) | st.integers(-5, 5).map(at))
    if kind == "open":
        return Period(first)
    if kind == "one day":
        return Period(first, first)
    if kind == "any":
        return Period(first, draw(days(sizes)))
    last = first + timedelta(days=draw(st.integers(1, sizes.days)))
    return Period(date.min if kind == "from the start" and first_open else first, last)


def numbers(most: int) -> st.SearchStrategy[Number]:
    """Draw how many are promised, in either way of saying it."""
    return few(most).flatmap(lambda n: st.sampled_from([Number(at_least=n), Number(exactly=n)]))


def several(entries: st.SearchStrategy[T], most: int) -> st.SearchStrategy[list[T]]:
    """Draw a list of any length; `lists` alone draws short ones mostly."""
    return st.integers(0, most).flatmap(lambda n: st.lists(entries, min_size=n, max_size=n))


def amounts() -> st.SearchStrategy[Amount]:
    """Draw an amount, mostly in full-time equivalents."""
    values = st.sampled_from([Decimal(value) for value in ("0.5", "1", "1.25", "2", "50", "80.5")])
    units = st.sampled_from(["fte", "fte", "fte", "percent", "percent", "hours-per-week"])
    return st.builds(lambda value, unit: Amount(value=value, unit=unit), values, units)


@st.composite
def slots(draw: st.DrawFn, number: int, sizes: Sizes) -> Slot:
    """Draw a slot with one or more functions."""
    count = draw(many(sizes.functions))
    return Slot(
        id=f"s{number}",
        kind=draw(st.sampled_from(list(SlotKind))),
        holders=draw(numbers(3)),
        each=draw(st.just(Number(at_least=1)) | numbers(2)),
        functions=tuple(Function(id=f"f{one}") for one in range(1, count + 1)),
        amount=draw(st.none() | st.none() | amounts()),
    )


@st.composite
def guarantees(draw: st.DrawFn, number: int, sizes: Sizes) -> Guarantee:
    """Draw a guarantee of some party, perhaps with days of its own."""
    count = draw(few(sizes.slots))
    return Guarantee(
        id=f"g{number}",
        party=draw(st.sampled_from(PARTIES)),
        title=f"Guarantee {number}",
        slots=tuple(draw(slots(one, sizes)) for one in range(1, count + 1)),
        period=draw(st.none() | st.none() | st.none() | periods(sizes)),
    )


@st.composite
def posts(draw: st.DrawFn, number: int, sizes: Sizes) -> Post:
    """Draw a post, mostly of full time and without days of its own."""
    return Post(
        id=f"p{number}",
        party=draw(st.sampled_from(PARTIES)),
        title="Post",
        share=draw(st.just(Decimal(100)) | st.sampled_from(SHARES)),
        period=draw(st.just(Period(date.min)) | st.just(Period(date.min)) | periods(sizes)),
    )


@st.composite
def assignments(
    draw: st.DrawFn, those: list[tuple[Guarantee, Slot]], posts_: list[str], sizes: Sizes
) -> Assignment:
    """Draw an assignment: of all functions or some, as deputy or not, or of nothing known."""
    guarantee, slot = draw(st.sampled_from(those))
    known = [function.id for function in slot.functions]
    share = draw(st.none() | st.sampled_from(SHARES))
    strays = st.just((f"{guarantee.id}/nothing", ()))
    one = st.sampled_from(known).map(lambda name: (name,))
    some = st.lists(st.sampled_from([*known, "nothing"]), unique=True, max_size=3).map(tuple)
    usual = st.tuples(st.just(f"{guarantee.id}/{slot.id}"), st.just(()) | one | one | some)
    slot_id, functions = draw(strays if draw(st.integers(0, 19)) == 19 else usual)
    return Assignment(
        party=guarantee.party,
        post=draw(st.sampled_from(posts_)),
        slot=slot_id,
        functions=functions,
        period=draw(periods(sizes, first_open=False)),
        share=Decimal(100) if share is None else share,
        share_given=share is not None,
        deputy=draw(st.integers(0, 2)) == 0,
    )


@st.composite
def absences(draw: st.DrawFn, posts_: list[str], sizes: Sizes) -> Absence:
    """Draw an absence for any reason."""
    return Absence(
        party=draw(st.sampled_from(PARTIES)),
        post=draw(st.sampled_from(posts_)),
        period=draw(periods(sizes, first_open=False)),
        reason=draw(st.sampled_from(list(Reason))),
    )


@st.composite
def agreements(draw: st.DrawFn, sizes: Sizes = EVERYDAY) -> Agreement:
    """Draw an agreement of up to three parties, with its staffing."""
    first = draw(st.integers(0, 5))
    last = draw(st.integers(first, sizes.days) | st.just(sizes.days))
    count = draw(few(sizes.guarantees))
    promised = [draw(guarantees(one, sizes)) for one in range(1, count + 1)]
    held = [draw(posts(one, sizes)) for one in range(1, draw(many(sizes.posts)) + 1)]
    names = [*(post.id for post in held), "p-unknown"]
    those = [(guarantee, slot) for guarantee in promised for slot in guarantee.slots]
    assigned = draw(several(assignments(those, names, sizes), sizes.assignments))
    away = draw(several(absences(names, sizes), sizes.absences))
    return Agreement(
        id="made-up",
        title="Made up",
        language="en",
        term=Term(period=Period(at(first), draw(st.sampled_from([at(last), at(last), date.max])))),
        parties=tuple(Party(id=id_, title=id_, kind="municipality") for id_ in PARTIES),
        guarantees=tuple(sorted(promised, key=lambda one: one.party)),
        posts=tuple(sorted(held, key=lambda one: one.party)),
        assignments=tuple(sorted(assigned, key=lambda one: one.party)),
        absences=tuple(sorted(away, key=lambda one: one.party)),
    )


# What follows writes such an agreement as YAML.


def flow(value: Any) -> str:
    """Return a value in one line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return json.dumps(text) if "," in text else text


def block(**fields: Any) -> bytes:
    """Return a file: each list with an entry on every line."""
    lines = []
    for key, value in fields.items():
        if isinstance(value, list) and value:
            lines += [f"{key}:", *(f"  - {flow(entry)}" for entry in value)]
        else:
            lines.append(f"{key}: {flow(value)}")
    return ("\n".join(lines) + "\n").encode()


def dated(period: Period) -> dict[str, Any]:
    """Return the fields for a stretch of days."""
    first = {} if period.first == date.min else {"from": period.first}
    return first | ({} if period.is_open else {"until": period.last})


def counted(number: Number) -> dict[str, int]:
    """Return the fields for a number."""
    return {"exactly": number.exactly} if number.exactly else {"at-least": number.least}


def per_cent(share: Decimal) -> str:
    """Return a share as it is written."""
    return f"{share} %".replace(".", ",")


def slot_fields(slot: Slot) -> dict[str, Any]:
    """Return the fields of a slot."""
    fields: dict[str, Any] = {"id": slot.id, "kind": slot.kind, "holders": counted(slot.holders)}
    if slot.each != Number(at_least=1):
        fields["each"] = counted(slot.each)
    fields["functions"] = [{"id": function.id} for function in slot.functions]
    if slot.amount:
        value = str(slot.amount.value).replace(".", ",")
        fields["amount"] = {"value": value if "," in value else int(value)}
        fields["amount"]["unit"] = slot.amount.unit
    return fields


def assignment_fields(entry: Assignment) -> dict[str, Any]:
    """Return the fields of an assignment."""
    fields: dict[str, Any] = {"post": entry.post, "slot": entry.slot} | dated(entry.period)
    if entry.functions:
        fields["functions"] = list(entry.functions)
    if entry.share_given:
        fields["share"] = per_cent(entry.share)
    if entry.deputy:
        fields["deputy"] = True
    return fields


def post_fields(post: Post) -> dict[str, Any]:
    """Return the fields of a post."""
    fields = {"id": post.id, "title": post.title} | dated(post.period)
    return fields if post.share == 100 else fields | {"share": per_cent(post.share)}


def files(agreement: Agreement) -> dict[str, bytes]:
    """Return an agreement as the files that say it."""
    found = {
        "terms/agreement.yaml": block(
            id=agreement.id,
            title=agreement.title,
            language=agreement.language,
            period=dated(agreement.period),
            parties=[
                {"id": party.id, "title": party.title, "kind": party.kind}
                for party in agreement.parties
            ],
        )
    }
    for party in PARTIES:
        promised = [
            {"id": one.id, "title": one.title}
            | dated(one.period or Period(date.min))
            | {"slots": [slot_fields(slot) for slot in one.slots]}
            for one in agreement.guarantees
            if one.party == party
        ]
        if promised:
            found[f"terms/guarantees/{party}.yaml"] = block(party=party, guarantees=promised)
        found[f"staffing/{party}.yaml"] = block(
            party=party,
            posts=[post_fields(one) for one in agreement.posts if one.party == party],
            assignments=[
                assignment_fields(one) for one in agreement.assignments if one.party == party
            ],
            absences=[
                {"post": one.post} | dated(one.period) | {"reason": one.reason}
                for one in agreement.absences
                if one.party == party
            ],
        )
    return found


def write(agreement: Agreement, root: Path) -> Path:
    """Write an agreement's files below `root`."""
    for path, content in files(agreement).items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root
