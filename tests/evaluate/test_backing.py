"""Functions of one party that answer those of another."""

from samverkan_cli.evaluate.backing import (
    Family,
    alone,
    named_parties,
    pairs,
)
from samverkan_cli.evaluate.timeline import timelines
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.form import Body, Form
from samverkan_cli.model.promise import Function, Guarantee, Number, Slot, SlotKind
from samverkan_cli.model.staffing import Absence, Assignment
from tests.evaluate.made import agreement, away, day, duty, held

BODY = Body(id="council", title="Council")


def part(id_: str, kind: SlotKind, form: str = "form", body: str = "") -> Slot:
    function = Function(id=id_, forms=(form,), body=body)
    return Slot(id=id_, kind=kind, holders=Number(at_least=1), functions=(function,))


def guarantee(party: str, *slots: Slot) -> Guarantee:
    return Guarantee(id=f"{party}-g", party=party, title=party, slots=slots)


def made(*entries: Assignment | Absence) -> Agreement:
    return agreement(*entries).replaced(
        guarantees=(
            guarantee(
                "kom",
                part("lead", SlotKind.COORDINATOR),
                part("seat", SlotKind.SEAT, body="council"),
            ),
            guarantee(
                "pol",
                part("contact", SlotKind.CONTACT),
                part("work", SlotKind.OPERATIVE),
                part("other", SlotKind.COORDINATOR, form="other"),
            ),
        ),
        forms=(
            Form(id="form", title="Form", bodies=(BODY,), lead=("kom",)),
            Form(id="other", title="O"),
        ),
    )


def at(slot: str, post: str, when: str = "01-01..") -> Assignment:
    return held(post, when).replaced(slot=slot)


def test_pairs_are_of_one_family() -> None:
    (pair,) = pairs(made())
    assert (pair.form.id, pair.family) == ("form", Family.COORDINATION)
    assert [(party, [one.id for one in cells]) for party, cells in pair.sides] == [
        ("kom", ["kom-g/lead/lead"]),
        ("pol", ["pol-g/contact/contact"]),
    ]


def sides_alone(*entries: Assignment | Absence) -> list[tuple[str, tuple[str, ...]]]:
    given = made(*entries)
    return [(one.party, one.others) for one in alone(given, timelines(given), day("03-01"))]


def test_side_without_anybody_while_the_other_has_somebody() -> None:
    both = at("kom-g/lead", "a"), at("pol-g/contact", "b")
    assert sides_alone(*both) == []
    assert sides_alone(*both, away("b", "02-01..")) == [("pol", ("kom",))]
    assert sides_alone(*both, away("a", "02-01..")) == [("kom", ("pol",))]
    assert sides_alone(*both, away("a", "02-01.."), away("b", "02-01..")) == []


def test_nothing_is_said_where_nothing_is_recorded() -> None:
    assert sides_alone(at("kom-g/lead", "a")) == []
    assert sides_alone(at("kom-g/lead", "a"), at("pol-g/contact", "b", "01-01..01-31")) == [
        ("pol", ("kom",))
    ]


def test_nothing_is_said_of_a_side_with_a_protected_function() -> None:
    given = made(at("kom-g/lead", "a"), at("pol-g/contact", "b"), away("b", "02-01.."))
    hidden = given.replaced(
        guarantees=tuple(
            one.replaced(slots=tuple(slot.replaced(protected=True) for slot in one.slots))
            if one.party == "pol"
            else one
            for one in given.guarantees
        )
    )
    assert [*alone(hidden, timelines(hidden), day("03-01"))] == []


def test_parties_that_a_form_names() -> None:
    assert named_parties(made(), made().forms[0]) == ("kom",)
    given = agreement(duties=[duty()])
    assert named_parties(given, given.forms[0]) == ("kom", "pol")
