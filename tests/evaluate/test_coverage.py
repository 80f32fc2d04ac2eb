"""Coverage at its edges, each with the days written out."""

from datetime import date
from decimal import Decimal

import pytest

from samverkan_cli.evaluate.coverage import Staffing, State
from samverkan_cli.evaluate.deputies import paired
from samverkan_cli.evaluate.gaps import causes, ends
from samverkan_cli.evaluate.timeline import breaks, timelines
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Post, Reason
from tests.evaluate.made import (
    THREE_YEARS,
    agreement,
    away,
    day,
    days,
    held,
    line,
    segments,
    slot,
    states,
)


def test_first_and_last_day_of_the_agreement() -> None:
    told = line(held("a", "2023-06-01..2028-01-01"))
    assert states(told, "2023-12-31", "01-01", "2026-12-31", "2027-01-01") == [
        "not-in-force",
        "covered",
        "covered",
        "not-in-force",
    ]


def test_first_and_last_day_of_an_assignment() -> None:
    told = line(held("a", "03-01..03-31"))
    assert states(told, "02-29", "03-01", "03-31", "04-01") == [
        "unknown",
        "covered",
        "covered",
        "vacant",
    ]


def test_assignment_of_one_day() -> None:
    told = line(held("a", "02-29..02-29"))
    assert segments(told) == [
        ("2024-01-01", "2024-02-28", State.UNKNOWN),
        ("2024-02-29", "2024-02-29", State.COVERED),
        ("2024-03-01", "2026-12-31", State.VACANT),
    ]


def test_reversed_assignment_is_none_at_all() -> None:
    assert segments(line(held("a", "03-01..02-01"))) == [
        ("2024-01-01", "2026-12-31", State.UNKNOWN)
    ]


def test_first_and_last_day_of_an_absence() -> None:
    told = line(held("a"), away("a", "03-01..03-01"))
    assert states(told, "02-29", "03-01", "03-02") == ["covered", "away", "covered"]


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.VACANT])
def test_every_other_reason_is_away(reason: Reason) -> None:
    assert states(line(held("a"), away("a", "01-01..", reason)), "03-01") == ["away"]


def test_vacant_post_is_vacant() -> None:
    assert states(line(held("a"), away("a", "01-01..", Reason.VACANT)), "03-01") == ["vacant"]


def test_one_vacant_and_one_on_leave_is_away() -> None:
    told = line(held("a"), held("b"), away("a", "01-01..", Reason.VACANT), away("b", "01-01.."))
    assert states(told, "03-01") == ["away"]


def test_vacant_outweighs_another_reason_for_the_same_post() -> None:
    told = line(held("a"), away("a", "01-01.."), away("a", "02-01..", Reason.VACANT))
    assert states(told, "01-31", "02-01") == ["away", "vacant"]


def test_deputy_stands_in_for_one_of_two_who_are_away() -> None:
    told = line(
        held("a"),
        held("b"),
        held("d", deputy=True),
        away("a", "03-01.."),
        away("b", "04-01.."),
        slot=slot(least=2),
    )
    assert states(told, "02-29", "03-01", "04-01") == ["covered", "covered", "short"]
    assert [told.on(day(text)).present for text in ("02-29", "03-01", "04-01")] == [2, 2, 1]


def test_deputy_adds_nothing_to_those_who_are_there() -> None:
    told = line(held("a"), held("d", deputy=True), slot=slot(least=2))
    assert states(told, "03-01") == ["short"]
    assert told.on(day("03-01")).slot_present == 1


def test_deputy_for_a_vacant_post_covers() -> None:
    told = line(held("a"), held("d", deputy=True), away("a", "01-01..", Reason.VACANT))
    assert states(told, "03-01") == ["covered"]


def test_deputy_for_a_post_without_holder_does_not_count() -> None:
    told = line(held("a", "01-01..02-29"), held("d", deputy=True))
    assert states(told, "02-29", "03-01") == ["covered", "vacant"]


def test_deputy_alone_leaves_it_unknown() -> None:
    assert states(line(held("d", deputy=True)), "03-01") == ["unknown"]


def test_deputy_who_is_away_does_not_stand_in() -> None:
    told = line(held("a"), held("d", deputy=True), away("a", "01-01.."), away("d", "03-01.."))
    assert states(told, "02-29", "03-01") == ["covered", "away"]


def test_deputy_of_one_function_does_not_stand_in_for_another() -> None:
    made = slot("f", "g", least=2)
    entries = (
        held("a", "01-01..", "f"),
        held("b", "01-01..", "g"),
        held("d", "01-01..", "g", deputy=True),
        away("a", "03-01.."),
    )
    assert states(line(*entries, slot=made, function="f"), "02-29", "03-01") == ["covered", "away"]
    told = line(*entries, slot=made, function="g")
    assert states(told, "02-29", "03-01") == ["covered", "short"]
    assert told.on(day("03-01")).slot_present == 1


def test_deputies_are_shared_out_so_that_most_are_replaced() -> None:
    made = slot("f", "g", least=2)
    entries = (
        held("a", "01-01..", "f"),
        held("b", "01-01..", "g"),
        held("c", deputy=True),
        held("d", "01-01..", "f", deputy=True),
        away("a", "01-01.."),
        away("b", "01-01.."),
    )
    for function in ("f", "g"):
        assert states(line(*entries, slot=made, function=function), "03-01") == ["covered"]


def test_pairing_moves_earlier_deputies_along() -> None:
    could = {"a": ["x", "y"], "b": ["x"], "c": ["y", "z"], "d": ["x", "y"]}
    assert paired("abcd", could) == {"a", "b", "c"}
    assert paired("dbac", could) == {"d", "b", "c"}
    assert paired("a", {"a": []}) == set()


def test_shares_must_reach_the_amount() -> None:
    made = slot(fte="1.5")
    assert states(line(held("a"), held("b", share=50), slot=made), "03-01") == ["covered"]
    assert states(line(held("a"), held("b", share=49), slot=made), "03-01") == ["short"]
    told = line(held("a"), held("b", share=50), away("b", "03-01.."), slot=made)
    assert states(told, "02-29", "03-01") == ["covered", "short"]


def test_no_post_gives_more_than_it_has() -> None:
    half = Post(id="a", party="kom", title="A", share=Decimal(50))
    assert states(line(held("a"), half, slot=slot(fte="1")), "03-01") == ["short"]
    assert states(line(held("a"), half, slot=slot(fte="0.5")), "03-01") == ["covered"]


def test_shares_of_one_post_for_two_functions_are_added() -> None:
    entries = (held("a", "01-01..", "f", share=50), held("a", "01-01..", "g", share=50))
    told = line(*entries, slot=slot("f", "g", fte="1"))
    assert states(told, "03-01") == ["covered"]
    assert told.on(day("03-01")).slot_present == 1


def test_deputy_with_most_time_is_taken() -> None:
    entries = (held("a"), held("b", deputy=True, share=20), held("c", deputy=True, share=80))
    told = line(*entries, away("a", "01-01.."), slot=slot(fte="0.8"))
    assert states(told, "03-01") == ["covered"]


def test_exact_number_is_reached_and_may_be_passed() -> None:
    made = slot(exactly=2)
    assert states(line(held("a"), slot=made), "03-01") == ["short"]
    assert states(line(held("a"), held("b"), slot=made), "03-01") == ["covered"]
    assert states(line(held("a"), held("b"), held("c"), slot=made), "03-01") == ["covered"]


def test_one_post_with_two_functions_is_one_of_two() -> None:
    made = slot("f", "g", least=2)
    entries = (held("a"), held("b", "04-01..", "g"))
    assert states(line(*entries, slot=made, function="f"), "03-31", "04-01") == ["short", "covered"]


def test_two_assignments_of_the_same_post_are_one_holder() -> None:
    told = line(held("a"), held("a", "02-01.."), slot=slot(least=2))
    assert states(told, "03-01") == ["short"]
    assert [one.post for one in told.on(day("03-01")).holders] == ["a"]


def test_ordinary_outweighs_deputy_for_the_same_post() -> None:
    told = line(held("a", deputy=True), held("a", "03-01.."))
    assert states(told, "02-29", "03-01") == ["unknown", "covered"]
    assert [one.deputy for one in told.on(day("03-01")).holders] == [False]


def test_each_function_needs_its_own() -> None:
    made = slot("f", "g", each=2)
    entries = (held("a"), held("b", "01-01..", "f"))
    assert states(line(*entries, slot=made, function="f"), "03-01") == ["covered"]
    assert states(line(*entries, slot=made, function="g"), "03-01") == ["short"]


def test_assignment_to_some_functions_leaves_the_others_unknown() -> None:
    made = slot("f", "g", least=1)
    assert states(line(held("a", "01-01..", "f"), slot=made, function="g"), "03-01") == ["unknown"]


def test_assignment_to_unknown_functions_does_not_count_in_the_slot() -> None:
    told = line(held("a"), held("b", "01-01..", "mistyped"), slot=slot(least=2))
    assert states(told, "03-01") == ["short"]


def test_nobody_holds_longer_than_the_post_exists() -> None:
    post = Post(id="a", party="kom", title="A", period=days("02-01..02-29"))
    assert states(line(held("a"), post), "01-31", "02-01", "02-29", "03-01") == [
        "unknown",
        "covered",
        "covered",
        "vacant",
    ]


def test_guarantee_with_days_of_its_own() -> None:
    told = line(held("a"), own=days("02-01..2029-01-01"))
    assert segments(told) == [("2024-02-01", "2026-12-31", State.COVERED)]
    assert line(held("a"), own=days("2029-01-01..")).segments == ()


def test_run_lasts_over_a_change_of_holder() -> None:
    told = line(held("a", "01-01..02-29"), held("b", "03-01..06-30"))
    assert told.run(day("02-01")) == Period(date(2024, 1, 1), date(2024, 6, 30))
    assert len(told.segments) == 3
    assert ends(told, day("02-01")) == date(2024, 7, 1)
    assert ends(told, day("07-01")) is None


def test_run_that_nothing_ends_is_open() -> None:
    told = line(held("a", "03-01.."))
    assert told.run(day("02-29")) == Period(date(2024, 1, 1), date(2024, 2, 29))
    assert told.run(day("03-01")) == Period(date(2024, 3, 1))
    assert ends(told, day("03-01")) is None
    assert told.run(day("2023-12-31")) is None


def test_run_through_the_last_day_ends_where_that_is_recorded() -> None:
    until = "02-01..2026-12-31"
    assert line(held("a"), away("a", until)).run(day("03-01")) == days(until)
    assert line(held("a"), away("a", "02-01..2027-03-31")).run(day("03-01")) == days(until)
    assert line(held("a"), away("a", "02-01..")).run(day("03-01")) == days("02-01..")
    both = held("a"), away("a", until), away("a", "2027-01-01..")
    assert line(*both).run(day("03-01")) == days("02-01..")


def test_end_of_the_agreement_is_no_gap() -> None:
    told = line(held("a", "01-01..2026-12-31"))
    assert told.run(day("03-01")) == THREE_YEARS
    assert ends(told, day("2026-12-01")) is None


def test_of_a_protected_function_is_told_only_when_it_is_covered() -> None:
    plain = slot()
    one = plain.replaced(functions=(plain.functions[0].replaced(protected=True),))
    told = line(held("a", "02-01..05-31"), held("b", "03-01.."), away("b", "07-01.."), slot=one)
    assert segments(told) == [
        ("2024-01-01", "2024-01-31", State.VACANT),
        ("2024-02-01", "2024-06-30", State.COVERED),
        ("2024-07-01", "2026-12-31", State.VACANT),
    ]
    assert {(part.standing.holders, part.standing.slot_present) for part in told.segments} == {
        ((), 0)
    }
    assert ends(told, day("03-01")) is None


def test_run_begins_anew_after_a_gap() -> None:
    told = line(held("a"), away("a", "03-01..03-31"), away("a", "06-01..06-30"))
    assert told.run(day("05-01")) == Period(date(2024, 4, 1), date(2024, 5, 31))


def test_agreement_without_end_is_cut_nowhere_in_eternity() -> None:
    told = line(held("a"), held("d", deputy=True), period=days("01-01.."))
    assert segments(told) == [("2024-01-01", "9999-12-31", State.COVERED)]


def test_agreement_that_ends_before_it_begins_is_never_in_force() -> None:
    told = line(held("a"), period=days("03-01..02-01"))
    assert states(told, "02-15", "03-01") == ["not-in-force", "not-in-force"]


def test_breaks() -> None:
    assert breaks(days("01-01..01-31"), [days("01-10..01-20"), days("..01-05")]) == [
        days("01-01..01-05"),
        days("01-06..01-09"),
        days("01-10..01-20"),
        days("01-21..01-31"),
    ]


def test_causes_are_the_absences_or_the_last_to_leave() -> None:
    entries = (
        held("a", "01-01..02-29").replaced(place=Place("staffing", ("last to leave",))),
        held("b", "01-01..01-31"),
        held("c", "05-01.."),
        away("c", "03-01..").replaced(place=Place("staffing", ("absence",))),
    )
    made = agreement(*entries, slot=slot())
    (told,) = timelines(made)
    found = [[*causes(Staffing(made), told, day(text))] for text in ("03-01", "05-01")]
    assert [[place.keys for place in places] for places in found] == [
        [("last to leave",)],
        [("absence",)],
    ]
