"""What `show` answers about each kind of thing."""

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from samverkan_cli.flows.show import UnknownIdError, runs, show
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.period import day_after
from samverkan_cli.render.show_facts import facts, plain
from samverkan_cli.resources import folder
from samverkan_cli.store.register import Register, read_at

DAY = date(2025, 3, 1)


@cache
def orebro() -> Register:
    """Return the example."""
    return read_at(folder("agreement"))


@pytest.mark.parametrize(
    ("name", "functions", "courses"),
    [
        ("kom-utpekade", 7, 0),
        ("kom-gvi/resurser", 4, 0),
        ("kom-gvi/resurser/call-in", 1, 0),
        ("kom", 26, 0),
        ("pol", 16, 0),
        ("est-lagesbild", 0, 1),
    ],
)
def test_a_thing_is_shown_with_its_functions_and_duties(
    name: str, functions: int, courses: int
) -> None:
    answer = show(orebro(), DAY, name)
    assert answer.item.id == name
    assert (len(answer.timelines), len(answer.courses)) == (functions, courses)


def test_a_form_is_shown_with_what_serves_it_and_what_is_to_be_done_in_it() -> None:
    answer = show(orebro(), DAY, "est")
    assert {line.cell.guarantee.id for line in answer.timelines} == {
        "kom-est",
        "pol-kommunpoliser",
    }
    assert {course.item.id for course in answer.courses} >= {"est-lagesbild", "est-uppfoljning"}
    assert answer.readings


def test_a_post_is_shown_with_the_functions_that_it_holds_at_any_time() -> None:
    answer = show(orebro(), DAY, "kom-bf-1")
    assert len(answer.timelines) >= 2
    for line in answer.timelines:
        posts = {one.post for part in line.segments for one in part.standing.holders}
        assert "kom-bf-1" in posts


def test_findings_are_those_about_the_thing_or_what_is_inside_it() -> None:
    answer = show(orebro(), DAY, "kom-utpekade")
    assert answer.findings
    assert {one.finding.hit.place.file for one in answer.findings} == {"terms/guarantees/kom.yaml"}


def test_days_in_a_row_that_tell_the_same_are_joined() -> None:
    for line in show(orebro(), DAY, "kom-utpekade").timelines:
        parts = runs(line)
        assert parts[0].period.first == line.segments[0].period.first
        assert parts[-1].period.last == line.segments[-1].period.last
        for one, following in pairwise(parts):
            assert day_after(one.period.last) == following.period.first
            assert (one.standing.state, one.standing.holders) != (
                following.standing.state,
                following.standing.holders,
            )


@pytest.mark.parametrize("name", ["kom-gvi/resurser/call-in", "kom-gvi/resurser", "kom-gvi"])
def test_part_of_a_guarantee_stands_where_the_guarantee_does(name: str) -> None:
    source = show(orebro(), DAY, name).source
    assert source is not None
    assert (source.first_line, source.last_line) == (63, 65)


@pytest.mark.parametrize(
    "name", ["kom-sspf", "kom-sspf/samordnare", "kom-sspf/samordnare/samordnare"]
)
def test_readings_are_those_of_the_slot_too(name: str) -> None:
    readings = {one.id for one in show(orebro(), DAY, name).readings}
    assert "sspf-nu-eller-senare" in readings


def test_findings_of_a_party_are_those_of_its_guarantees_and_duties() -> None:
    found = [one.finding for one in show(orebro(), DAY, "kom").findings]
    subjects = {one.hit.subject for one in found}
    assert {"function-uncovered", "duty-late", "slot-short"} <= {one.rule for one in found}
    assert not {one for one in subjects if one.startswith("pol-")}


def facts_of(name: str, day: date = DAY) -> dict[str, list[str]]:
    """Return the facts of a thing, as programs get them."""
    found: dict[str, list[str]] = {}
    spoken = tongue("en")
    for fact in facts(show(orebro(), day, name)):
        found.setdefault(fact.name, []).extend(plain(one, spoken) for one in fact.values)
    return found


@pytest.mark.parametrize(
    ("name", "fact", "values"),
    [
        ("kom-gvi/resurser/call-in", "guarantee", ["kom-gvi"]),
        ("kom-gvi/resurser", "holders", ["at least 2"]),
        ("kom-gvi/resurser", "kind", ["operative resource"]),
        ("est", "lead", ["pol", "kom"]),
        ("est", "bodies", ["EST-organisationen: Lokalpolisområde Örebro, Örebro kommun"]),
        ("est-lagesbild", "who", ["pol", "kom"]),
        ("est-lagesbild", "sharing", ["together"]),
        ("pol-kp-2", "covers", [
            "pol-kommunpoliser/kommunpolis/andts",
            "pol-kommunpoliser/kommunpolis/trygghetsmatning",
            "pol-gvi/samordnare/samordnare",
        ]),
        ("pol-kp-2", "share", ["100 %"]),
        ("kom-andts-2", "from", ["2025-08-18"]),
    ],
)  # fmt: skip
def test_facts(name: str, fact: str, values: list[str]) -> None:
    assert facts_of(name)[fact] == values


def test_guarantees_of_a_party_and_goals_of_a_form_are_facts() -> None:
    assert len(facts_of("kom")["guarantees"]) == 11
    known = orebro().agreement
    assert known is not None
    for form in known.forms:
        assert facts_of(form.id).get("goals", []) == [goal.id for goal in form.goals]
    for _, duty in known.every_duty():
        told = facts_of(duty.id)
        assert told.get("with", []) == list(duty.taking_part)
        assert told.get("to", []) == list(duty.to)
        assert ("condition" in told, "deadline" in told) == (
            bool(duty.condition),
            bool(duty.deadline),
        )
    for one in known.definitions:
        assert facts_of(one.id).get("meaning", [""]) == [one.meaning]


@pytest.mark.parametrize(
    ("typed", "meant"), [("kom-gvj", "kom-gvi"), ("KOM-GVI", "kom-gvi"), ("qqqqqqqq", "")]
)
def test_an_unknown_id_says_what_was_perhaps_meant(typed: str, meant: str) -> None:
    with pytest.raises(UnknownIdError) as error:
        show(orebro(), DAY, typed)
    assert (error.value.name, error.value.nearest) == (typed, meant)
