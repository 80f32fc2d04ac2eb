"""Changes are told by ids: what moved says nothing, and nothing that differs is left out."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.change import Change, Kind, Weight, What, backdated, concerns, parts
from samverkan_cli.evaluate.diff import diff
from samverkan_cli.evaluate.guard import Guard, guard_of
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Firmness
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.promise import Number
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import read
from tests.examples import SOUND
from tests.strategies import EVERYDAY, TIGHT, agreements

LISTS = ("parties", "guarantees", "posts", "assignments", "absences")
# Large agreements are drawn on purpose, and a busy machine draws them slowly.
LAW = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def agreement(**changed: tuple[str, str]) -> Agreement:
    """Return the sound agreement; each change is of a text by another, in the file it stands in."""
    files = dict(SOUND)
    for old, new in changed.values():
        found = [path for path, text in files.items() if old in text]
        assert found, old
        files[found[0]] = files[found[0]].replace(old, new, 1)
    built = read(Folder({path: text.encode() for path, text in files.items()})).agreement
    assert built
    return built


def told(old: str, new: str) -> list[tuple[str, str, str, str]]:
    """Return what is told of a change of one text by another."""
    found = diff(agreement(), agreement(one=(old, new)))
    return [(one.subject, one.kind.value, one.what.value, one.field) for one in found]


PROMISED = "terms/guarantees/kom.yaml"
CASES = {
    ("exactly: 1", "at-least: 3"): ("kom-sam/samordnare", "slot", "raised", "holders"),
    ("kind: coordinator", "kind: contact"): ("kom-sam/samordnare", "slot", "changed", "kind"),
    ("title: Samordnare", "title: Annat"): ("kom-sam", "guarantee", "changed", "title"),
    ("cadence: yearly", "cadence: tertial"): ("grannar-analys", "duty", "raised", "cadence"),
    ("cadence: yearly", "cadence: standing"): ("grannar-analys", "duty", "changed", "cadence"),
    ("firmness: shall", "firmness: may"): ("grannar-analys", "duty", "weakened", "firmness"),
    ("firmness: shall", "firmness: guaranteed"): (
        "grannar-analys",
        "duty",
        "strengthened",
        "firmness",
    ),
    ("{all: [kom, pol]}", "{each: [kom, pol]}"): ("grannar-analys", "duty", "changed", "who"),
    ("lead: [kom, pol]", "lead: [kom]"): ("grannar", "form", "changed", "lead"),
    ("until: 2026-12-31", "until: 2027-12-31"): ("exempel", "agreement", "prolonged", "period"),
    ("until: 2026-12-31", "until: 2025-12-31"): ("exempel", "agreement", "shortened", "period"),
    ("scope: whole", "scope: part"): ("grannar-uppf", "follow-up", "changed", "scope"),
    ("id: kom-1, title: Samordnare", "id: kom-1, title: Chef"): (
        "kom-1",
        "post",
        "changed",
        "title",
    ),
    ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, until: 2024-12-31}"): (
        "kom-sam/samordnare",
        "assignment",
        "ended",
        "period",
    ),
    ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, deputy: true}"): (
        "kom-sam/samordnare",
        "assignment",
        "changed",
        "deputy",
    ),
    ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, share: 50 %}"): (
        "kom-sam/samordnare",
        "assignment",
        "lowered",
        "share",
    ),
    ("reference: KS 2024/1", "reference: KS 2024/2"): (
        "grannar-analys",
        "record",
        "changed",
        "reference",
    ),
    ("on: 2024-12-10", "on: 2024-12-11"): ("grannar-analys", "record", "moved", "on"),
    (
        "waivers: []",
        "waivers: [{rule: slot-short, subject: kom-sam, reason: r, owner: o, until: 2025-01-01}]",
    ): ("kom-sam", "waiver", "added", ""),
    ("records:\n", "illustrative: true\nrecords:\n"): (
        "records",
        "agreement",
        "raised",
        "illustrative",
    ),
}


@pytest.mark.parametrize("texts", CASES, ids=lambda texts: texts[1][:40])
def test_one_change_is_told_as_one(texts: tuple[str, str]) -> None:
    assert told(*texts) == [CASES[texts]]


def test_old_and_new_values_are_data() -> None:
    (change,) = diff(agreement(), agreement(one=("exactly: 1", "at-least: 3")))
    assert (change.before, change.after) == (Number(exactly=1), Number(at_least=3))
    assert change.weight is Weight.TERMS
    (change,) = diff(agreement(), agreement(one=("firmness: shall", "firmness: may")))
    assert (change.before, change.after) == (Firmness.SHALL, Firmness.MAY)


def test_what_stands_inside_comes_and_goes_along() -> None:
    files = {path: text.encode() for path, text in SOUND.items() if "forms" not in path}
    without = read(Folder(files)).agreement
    gone = [one for one in diff(agreement(), without) if one.weight is Weight.TERMS]
    assert [(one.subject, one.what, one.also) for one in gone] == [
        ("grannar", What.REMOVED, ("grannar-analys", "grannar-uppf"))
    ]
    back = [one for one in diff(without, agreement()) if one.weight is Weight.TERMS]
    assert [(one.subject, one.what, one.also) for one in back] == [
        ("grannar", What.ADDED, ("grannar-analys", "grannar-uppf"))
    ]
    assert concerns(gone[0], "grannar-analys")


def test_a_role_and_the_function_that_it_is_are_one_part() -> None:
    gone = of_role(SOUND[PROMISED])
    assert parts(gone) == ("kom-sam/samordnare",)
    assert concerns(gone, "kom-sam/samordnare/samordnare")
    more = SOUND[PROMISED].replace("1}", "1}, functions: [{id: samordnare}, {id: ute}]")
    assert parts(of_role(more)) == (
        "kom-sam/samordnare",
        "kom-sam/samordnare/samordnare",
        "kom-sam/samordnare/ute",
    )


def of_role(promised: str) -> Change:
    """Return what is told of a promise that comes."""
    files = {path: text.encode() for path, text in SOUND.items() if path != PROMISED}
    one, other = (
        read(Folder(some)).agreement for some in (files, {**files, PROMISED: promised.encode()})
    )
    (come,) = [change for change in diff(one, other) if change.subject == "kom-sam"]
    return come


def test_a_function_is_not_told_of_what_it_has_from_its_slot() -> None:
    assert told("kind: coordinator, holders", "kind: coordinator, title: T, holders") == [
        ("kom-sam/samordnare", "slot", "changed", "title")
    ]


@pytest.mark.parametrize(
    ("old", "new", "days"),
    [
        ("from: 2024-01-01}", "from: 2023-12-01}", 366 + 90),
        ("from: 2024-01-01}", "from: 2024-01-01, until: 2025-02-27}", 1),
        ("from: 2024-01-01}", "from: 2024-01-01, until: 2025-03-31}", 0),
        ("from: 2024-01-01}", "from: 2024-01-01, share: 50 %}", 366 + 59),
        ("KS 2024/1", "KS 2024/2", 81),
        ("firmness: shall", "firmness: may", 0),
    ],
)
def test_backdated_counts_from_the_first_day_that_is_altered(old: str, new: str, days: int) -> None:
    (change,) = diff(agreement(), agreement(one=(old, new)))
    assert backdated(change, date(2025, 3, 1)) == days


def test_who_covers_a_protected_function_is_hidden() -> None:
    guarded = ("samordnare, kind: coordinator", "samordnare, protected: true, kind: coordinator")
    before = agreement(one=guarded)
    after = agreement(one=guarded, two=("post: kom-1, slot", "post: kom-2, slot"))
    changes = [one for one in diff(before, after) if one.kind is Kind.ASSIGNMENT]
    assert len(changes) == 2
    for change in changes:
        assert change.hidden
        assert not {"kom-1", "kom-2"} & set(change.names)


def shuffled(
    draw: Callable[[st.SearchStrategy[list[int]]], list[int]], value: Agreement
) -> Agreement:
    """Return an agreement with its lists in another order."""
    lists = {}
    for name in LISTS:
        whole = getattr(value, name)
        order = draw(st.permutations(range(len(whole))))
        lists[name] = tuple(whole[number] for number in order)
    return value.replaced(**lists)


@LAW
@given(agreements(), st.data())
def test_order_is_no_change(value: Agreement, data: st.DataObject) -> None:
    assert diff(value, value) == ()
    assert diff(value, shuffled(data.draw, value)) == ()


def sorted_of(value: Agreement) -> Agreement:
    """Return an agreement with its lists in the order of what they say."""
    return value.replaced(**{name: tuple(sorted(getattr(value, name), key=repr)) for name in LISTS})


def alike(one: Agreement, other: Agreement) -> bool:
    """Tell whether two agreements say the same, but for how a share is written."""
    plain = [
        value.replaced(
            assignments=tuple(each.replaced(share_given=False) for each in value.assignments)
        )
        for value in (one, other)
    ]
    return sorted_of(plain[0]) == sorted_of(plain[1])


def edits(value: Agreement, other: Agreement) -> st.SearchStrategy[Agreement]:
    """Draw an agreement with some of the lists of another one."""
    names = st.sets(st.sampled_from([*LISTS[1:], "term"]))
    return names.map(lambda those: value.replaced(**{name: getattr(other, name) for name in those}))


@LAW
@given(agreements(), agreements(TIGHT), st.data())
def test_nothing_that_differs_is_left_out(
    before: Agreement, other: Agreement, data: st.DataObject
) -> None:
    after = data.draw(edits(before, other))
    assert (diff(before, after) == ()) == alike(before, after)


@LAW
@given(agreements(), agreements(), st.data())
def test_what_is_shuffled_is_told_the_same(
    before: Agreement, after: Agreement, data: st.DataObject
) -> None:
    whole = diff(before, after)
    assert diff(shuffled(data.draw, before), shuffled(data.draw, after)) == whole


TURNED = {
    What.ADDED: {What.REMOVED},
    What.BEGUN: {What.REMOVED},
    What.REMOVED: {What.ADDED, What.BEGUN},
    What.RAISED: {What.LOWERED},
    What.LOWERED: {What.RAISED},
}


@LAW
@given(agreements(), agreements())
def test_backwards_it_is_told_the_other_way_round(before: Agreement, after: Agreement) -> None:
    def facts(change: Change) -> tuple[str, ...]:
        return change.subject, change.kind, change.field, *sorted(change.also)

    there, back = diff(before, after), diff(after, before)
    assert sorted(map(facts, there)) == sorted(map(facts, back))
    for change in there:
        if change.what in TURNED and change.kind is not Kind.ASSIGNMENT:
            found = [one.what for one in back if facts(one) == facts(change)]
            assert set(found) & TURNED[change.what]


def part_of(value: Agreement, names: tuple[str, ...]) -> Agreement:
    """Return an agreement without some of its lists."""
    return value.replaced(**dict.fromkeys(names, ()))


@LAW
@given(agreements(EVERYDAY), agreements(EVERYDAY), st.data())
def test_what_is_the_same_on_both_sides_need_not_be_read(
    before: Agreement, other: Agreement, data: st.DataObject
) -> None:
    after = data.draw(edits(before, other))
    same = tuple(name for name in LISTS if getattr(before, name) == getattr(after, name))
    left_out = guard_of(before) if "guarantees" in same else Guard()
    found = diff(part_of(before, same), part_of(after, same), (left_out,))
    assert found == diff(before, after)


@LAW
@given(agreements())
def test_all_is_new_where_nothing_was(value: Agreement) -> None:
    changes = diff(None, value)
    assert {one.what for one in changes} <= {What.ADDED, What.BEGUN}
    known = {name for one in changes for name in (one.subject, *one.also)}
    assert {post.id for post in value.posts} <= known
    assert {cell.id for cell in value.cells()} <= known
    assert all(one.what is What.REMOVED for one in diff(value, None))
    assert isinstance(value, Frozen)
