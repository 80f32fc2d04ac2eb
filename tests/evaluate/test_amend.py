"""What an agreement says once steps are done, told in values alone."""

from collections.abc import Sequence
from datetime import date

import pytest

from samverkan_cli.evaluate.amend import amend
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End, Entry, Step, list_of
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Assignment, Post, Record, Waiver
from tests.evaluate.made import agreement, away, days, done, held

KOM, POL, REG = (f"staffing/{party}.yaml" for party in ("kom", "pol", "reg"))
DAY = date(2025, 6, 30)


def at(entry: Entry, file: str, number: int) -> Entry:
    return entry.replaced(place=Place(file, (list_of(entry), number)))


def assigned(post: str, file: str, number: int) -> Assignment:
    found = at(held(post, "01-01..12-31"), file, number)
    assert isinstance(found, Assignment)
    return found


ONE, TWO, THREE = (
    assigned("one", KOM, 0),
    assigned("two", KOM, 1),
    assigned("three", REG, 0),
)
AWAY = away("one", "02-01..").replaced(place=Place(KOM, ("absences", 0)))
MADE = agreement(ONE, TWO, THREE, AWAY)


def posts(changed: Agreement) -> list[str]:
    return [entry.post for entry in changed.assignments]


def places(entries: Sequence[Entry]) -> list[Place]:
    return [entry.place for entry in entries]


@pytest.mark.parametrize(
    ("file", "order", "number"),
    [
        (KOM, ["one", "two", "new", "three"], 2),
        (POL, ["one", "two", "new", "three"], 0),
        (REG, ["one", "two", "three", "new"], 1),
        ("staffing/a.yaml", ["new", "one", "two", "three"], 0),
        ("staffing/å.yaml", ["one", "two", "three", "new"], 0),
    ],
)
def test_what_is_added_stands_last_in_its_file(file: str, order: list[str], number: int) -> None:
    entry = held("new").replaced(place=Place(file))
    changed = amend(MADE, [Add(entry=entry)])
    assert posts(changed) == order
    assert changed.assignments[order.index("new")] == entry
    assert changed.assignments[order.index("new")].place == Place(file, ("assignments", number))
    assert changed.absences == MADE.absences


def test_each_kind_of_entry_has_its_list() -> None:
    new: list[Entry] = [
        Post(id="p", party="kom", title="P", place=Place(KOM)),
        done("2024", "12-01").replaced(place=Place("records/2024.yaml")),
        Waiver(
            rule="r", subject="s", reason="x", owner="y", until=DAY, place=Place("waivers.yaml")
        ),
        away("two", "01-01..").replaced(place=Place(KOM)),
    ]
    changed = amend(MADE, [Add(entry=entry) for entry in new])
    assert [*changed.posts, *changed.records, *changed.waivers] == new[:3]
    assert changed.absences == (AWAY, new[3])
    assert places(changed.absences) == [Place(KOM, ("absences", number)) for number in (0, 1)]
    assert places(changed.waivers) == [Place("waivers.yaml", ("waivers", 0))]
    assert changed.assignments == MADE.assignments
    same = changed.replaced(posts=(), records=(), waivers=(), absences=MADE.absences)
    assert same == MADE


def test_what_ends_keeps_all_but_its_last_day() -> None:
    changed = amend(MADE, [End(entry=TWO, until=DAY), End(entry=AWAY, until=DAY)])
    assert changed.assignments == (ONE, TWO.replaced(period=days("01-01..2025-06-30")), THREE)
    assert changed.absences == (AWAY.replaced(period=days("02-01..2025-06-30")),)
    assert places(changed.assignments) == places(MADE.assignments)


def test_entries_that_say_the_same_are_told_apart_by_their_places() -> None:
    twin = ONE.replaced(place=TWO.place)
    twins = agreement(ONE, twin, THREE)
    assert twin == ONE
    ended = amend(twins, [End(entry=twin, until=DAY)])
    assert [entry.period.last == DAY for entry in ended.assignments] == [False, True, False]
    assert places(amend(twins, [Drop(entry=ONE)]).assignments) == [ONE.place, THREE.place]


def test_what_is_dropped_is_gone_and_the_rest_move_up() -> None:
    changed = amend(MADE, [Drop(entry=ONE)])
    assert changed.assignments == (TWO, THREE)
    assert places(changed.assignments) == [ONE.place, THREE.place]


def test_every_place_is_one_before_the_steps() -> None:
    new = held("new").replaced(place=Place(KOM))
    steps: list[Step] = [
        Drop(entry=ONE),
        Add(entry=new),
        End(entry=TWO, until=DAY),
        End(entry=THREE, until=date(2024, 2, 1)),
        End(entry=THREE, until=DAY),
        Drop(entry=ONE),
    ]
    changed = amend(MADE, steps)
    assert posts(changed) == ["two", "new", "three"]
    assert [entry.period.last for entry in changed.assignments] == [DAY, date.max, DAY]


def test_no_steps_change_nothing() -> None:
    assert amend(MADE, []) == MADE
    assert places(amend(MADE, []).assignments) == places(MADE.assignments)


@pytest.mark.parametrize(
    "step",
    [
        End(entry=held("one"), until=DAY),
        Drop(entry=assigned("one", KOM, 2)),
        Drop(entry=away("one", "02-01..").replaced(place=ONE.place)),
    ],
    ids=["nowhere", "beyond the last", "in another list"],
)
def test_what_is_written_nowhere_cannot_be_changed(step: Step) -> None:
    with pytest.raises(LookupError):
        amend(MADE, [step])


def test_a_record_has_no_period_to_end() -> None:
    record: Record = done("2024", "12-01").replaced(place=Place("records/2024.yaml"))
    changed = amend(agreement(record), [Add(entry=record)])
    assert changed.records == (record, record)
