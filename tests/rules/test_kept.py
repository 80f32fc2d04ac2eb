"""What is not kept: each rule at the boundary of what it finds."""

import pytest

from samverkan_cli.model.finding import Hit
from samverkan_cli.rules.kept.post_overloaded import MOST_FUNCTIONS
from tests.rules.found import found, told
from tests.rules.test_examples import EVERY

POSTS = "party: kom\nposts:\n  - {id: kom-1, title: Samordnare}\n  - {id: kom-2, title: Chef}\n"
ONE = "post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01"
TWO = "post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01"
AWAY = "post: kom-1, from: 2025-02-01, reason: "


def staffing(*assignments: str, absences: tuple[str, ...] = ()) -> str:
    lines = ["assignments:", *(f"  - {{{one}}}" for one in assignments)] if assignments else []
    lines += ["absences:", *(f"  - {{{one}}}" for one in absences)] if absences else []
    return "# staffing/kom.yaml\n" + POSTS + "\n".join(lines) + "\n"


def slot(holders: str, *functions: str, more: str = "") -> str:
    each = "".join(f"          - {{id: {function}, forms: [grannar]}}\n" for function in functions)
    return (
        "# terms/guarantees/kom.yaml\nparty: kom\nguarantees:\n  - id: kom-sam\n"
        "    title: Samordnare\n    slots:\n      - id: samordnare\n        kind: coordinator\n"
        f"        holders: {holders}\n{more}" + ("        functions:\n" + each if each else "")
    )


def on(day: str) -> str:
    return f"# on: {day}\n"


def values(hit: Hit) -> dict[str, str]:
    return {key: str(value) for key, value in hit.message.values}


def test_vacancy_is_counted_in_days() -> None:
    text = staffing(ONE + ", until: 2025-01-14")
    (hit,) = told("function-uncovered", text)
    assert (values(hit)["since"], hit.message.count) == ("2025-01-15", 45)
    assert [remark.place.keys for remark in hit.remarks] == [("assignments", 0)]
    assert found("function-uncovered", on("2025-01-14") + text) == []
    assert len(found("function-uncovered", on("2025-01-15") + text)) == 1


def test_vacant_post_points_at_its_absence() -> None:
    (hit,) = told("function-uncovered", staffing(ONE, absences=(AWAY + "vacant",)))
    assert [remark.place.keys for remark in hit.remarks] == [("absences", 0)]


def test_withdrawn_post_holds_nothing() -> None:
    text = staffing(ONE).replace("Samordnare}", "Samordnare, until: 2025-01-31}")
    assert len(found("function-uncovered", text)) == 1


def test_protected_function_says_nothing_of_posts() -> None:
    text = slot("{exactly: 1}", more="        protected: true\n")
    (hit,) = told("function-uncovered", text + staffing(ONE + ", until: 2025-01-14"))
    assert hit.remarks == ()


def test_unreadable_staffing_is_no_vacancy() -> None:
    for rule in ("function-uncovered", "staffing-unknown"):
        assert found(rule, "# staffing/kom.yaml\nparty: [\n") == []


def test_absence_with_and_without_an_end() -> None:
    (ends,) = told("holder-away", staffing(ONE, absences=(AWAY + "other, until: 2025-03-01",)))
    assert values(ends)["until"] == "2025-03-01"
    (open_,) = told("holder-away", staffing(ONE, absences=(AWAY + "other",)))
    assert "until" not in values(open_)
    after = on("2025-03-02") + staffing(ONE, absences=(AWAY + "other, until: 2025-03-01",))
    assert found("holder-away", after) == []


def test_slot_short_is_told_once_for_all_functions() -> None:
    text = slot("{at-least: 2}", "norr", "soder")
    assert found("slot-short", text + staffing(ONE)) == ["kom-sam/samordnare"]
    assert found("slot-short", text + staffing(ONE, TWO)) == []


def test_slot_with_nobody_is_not_short_but_vacant() -> None:
    assert found("slot-short", slot("{at-least: 2}") + staffing(ONE + ", until: 2025-01-14")) == []


def test_slot_short_of_time() -> None:
    text = slot("{exactly: 1}", more="        amount: {value: 1, unit: fte}\n")
    assert len(found("slot-short", text + staffing(ONE + ", share: 90 %"))) == 1
    assert found("slot-short", text + staffing(ONE + ", share: 100 %")) == []


def test_each_function_needs_its_number() -> None:
    text = slot("{at-least: 2}", "norr", "soder", more="        each: {exactly: 2}\n")
    found_ = found("function-short", text + staffing(ONE, TWO + ", functions: [norr]"))
    assert found_ == ["kom-sam/samordnare/soder"]


def test_unknown_is_one_finding_and_names_the_functions() -> None:
    text = slot("{at-least: 1}", "norr", "soder", "oster")
    (hit,) = told("staffing-unknown", text + staffing(ONE + ", functions: [soder]"))
    assert dict(hit.message.values)["functions"] == ("norr", "oster")


def test_coverage_ends_within_ninety_days() -> None:
    text = staffing(ONE + ", until: 2025-05-29")
    assert found("coverage-ends-soon", text) == ["kom-sam/samordnare/2025-05-30"]
    assert found("coverage-ends-soon", staffing(ONE + ", until: 2025-05-30")) == []
    assert found("coverage-ends-soon", staffing(ONE + ", until: 2025-02-28")) == []


def test_end_of_the_agreement_is_no_end_of_coverage() -> None:
    assert found("coverage-ends-soon", on("2026-12-01")) == []


def test_seven_functions_are_not_too_many() -> None:
    functions = [f"del-{number}" for number in range(MOST_FUNCTIONS + 1)]
    text = slot("{at-least: 1}", *functions)
    assert found("post-overloaded", text + staffing(ONE)) == ["kom/kom-1"]
    text = slot("{at-least: 1}", *functions[1:])
    assert found("post-overloaded", text + staffing(ONE)) == []


def test_two_functions_on_one_post_are_not_told() -> None:
    assert found("function-on-one-post", slot("{at-least: 1}", "a", "b") + staffing(ONE)) == []
    text = slot("{at-least: 1}", "a", "b", "c") + staffing(ONE)
    assert found("function-on-one-post", text) == ["kom/kom-1"]


def test_counterpart_is_told_of_the_side_that_has_nobody() -> None:
    text = staffing(ONE, absences=(AWAY + "on-leave",))
    assert found("counterpart-alone", text) == ["grannar/coordination/kom"]
    assert found("counterpart-alone", "# staffing/kom.yaml\nparty: kom\n") == []


def test_more_than_promised_only_where_the_number_is_exact() -> None:
    assert found("more-than-promised", staffing(ONE, TWO)) == ["kom-sam/samordnare"]
    assert found("more-than-promised", slot("{at-least: 1}") + staffing(ONE, TWO)) == []
    away = staffing(ONE, TWO, absences=(AWAY + "vacant",))
    assert found("more-than-promised", away) == []


def test_deputy_alone_covers_nothing() -> None:
    text = staffing(TWO + ", deputy: true")
    assert found("deputy-for-nobody", text) == ["kom-sam/samordnare"]
    assert found("staffing-unknown", text) == ["kom-sam/samordnare"]
    assert found("deputy-for-nobody", staffing(ONE, TWO + ", deputy: true")) == []


DUTY = (
    "# terms/forms/grannar.yaml\nid: grannar\ntitle: Grannsamverkan\nduties:\n"
    "  - {id: grannar-analys, title: Analys, firmness: shall, WHO}\n"
    "# records/2024.yaml\nrecords:\n"
)
NOTHING = "  []\n"


def duty(who: str, *records: str) -> str:
    lines = [f"  - {{duty: grannar-analys, {record}}}\n" for record in records]
    return DUTY.replace("WHO", who) + ("".join(lines) or NOTHING)


def test_missed_weeks_are_one_finding() -> None:
    weekly = duty("who: kom, cadence: weekly", "periods: 2024-W03..2025-W07, on: 2025-02-16")
    (hit,) = told("duty-missed", weekly)
    assert hit.subject == "grannar-analys"
    assert (values(hit)["first"], values(hit)["last"]) == ("2024-W01", "2024-W02")
    assert hit.message.count == 2
    assert found("duty-late", weekly) == ["grannar-analys"]


def test_each_party_has_its_own_finding() -> None:
    each = duty("who: {each: [kom, pol]}, cadence: yearly, month: 12")
    assert found("duty-late", each) == ["grannar-analys/kom", "grannar-analys/pol"]
    one = duty(
        "who: {each: [kom, pol]}, cadence: yearly, month: 12",
        "period: 2024, party: pol, on: 2024-12-31",
    )
    assert found("duty-late", one) == ["grannar-analys/kom"]


@pytest.mark.parametrize(
    ("who", "counts"),
    [("kom", True), ("{any: [kom, pol]}", True), ("{all: [kom, pol]}", False)],
)
def test_party_of_a_record_counts_where_one_is_enough(who: str, *, counts: bool) -> None:
    text = duty(f"who: {who}, cadence: yearly", "period: 2024, party: kom, on: 2024-12-31")
    assert (found("duty-late", text) == []) is counts


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2024-11-30", []),
        ("2024-12-01", ["duty-due-soon"]),
        ("2024-12-31", ["duty-due-soon"]),
        ("2025-01-01", ["duty-late"]),
        ("2025-12-31", ["duty-late", "duty-due-soon"]),
        ("2026-01-01", ["duty-missed", "duty-late"]),
    ],
)
def test_yearly_duty_day_by_day(day: str, rules: list[str]) -> None:
    text = on(day) + duty("who: kom, cadence: yearly, month: 12")
    every = ("duty-missed", "duty-late", "duty-due-soon", "duty-done-late")
    assert [rule for rule in every if found(rule, text)] == rules


def test_month_before_the_agreement_began_is_not_owed() -> None:
    text = duty("who: kom, cadence: yearly, from: 2024-06-01, month: 3")
    assert found("duty-late", text) == []


def test_done_late_by_a_day() -> None:
    yearly = "who: kom, cadence: yearly, month: 12"
    assert found("duty-done-late", duty(yearly, "period: 2024, on: 2025-01-01"))
    assert found("duty-done-late", duty(yearly, "period: 2024, on: 2024-12-31")) == []


@pytest.mark.parametrize(
    ("day", "rules"),
    [
        ("2025-01-01", ["follow-up-due-soon"]),
        ("2025-02-01", ["follow-up-late"]),
        ("2026-12-31", ["follow-up-late"]),
        ("2027-01-01", ["follow-up-missed"]),
    ],
)
def test_follow_up_of_one_month(day: str, rules: list[str]) -> None:
    text = on(day) + (
        "# terms/forms/grannar.yaml\nid: grannar\ntitle: Grannsamverkan\n"
        "follow-up: {id: grannar-uppf, title: Uppföljning, month: 2025-01}\n"
    )
    every = ("follow-up-missed", "follow-up-late", "follow-up-due-soon")
    assert [rule for rule in every if found(rule, text)] == rules


def test_recurring_follow_up_is_missed_when_the_next_has_passed() -> None:
    text = (
        "# terms/forms/grannar.yaml\nid: grannar\ntitle: Grannsamverkan\n"
        "follow-up: {id: grannar-uppf, title: Uppföljning, cadence: half-yearly}\n"
    )
    assert found("follow-up-missed", on("2024-12-31") + text) == []
    assert found("follow-up-missed", on("2025-01-01") + text) == ["grannar-uppf"]


@pytest.mark.parametrize(
    ("day", "soon", "outside"),
    [
        ("2023-12-31", False, True),
        ("2024-01-01", False, False),
        ("2026-07-03", False, False),
        ("2026-07-04", True, False),
        ("2026-12-31", True, False),
        ("2027-01-01", False, True),
    ],
)
def test_ends_of_the_agreement(day: str, *, soon: bool, outside: bool) -> None:
    assert bool(found("agreement-ends-soon", on(day))) is soon
    assert bool(found("agreement-not-in-force", on(day))) is outside


KEPT = [rule.id for rule in EVERY if rule.group == "kept" and rule.id != "agreement-not-in-force"]


@pytest.mark.parametrize("day", ["2023-12-31", "2027-01-01"])
@pytest.mark.parametrize("rule", KEPT)
def test_outside_the_period_nothing_is_owed_but_what_was_missed(rule: str, day: str) -> None:
    text = on(day) + staffing(ONE + ", until: 2025-01-14", TWO + ", until: 2027-01-10")
    over = day > "2026-12-31"
    told = {"duty-missed": ["grannar-analys"], "follow-up-missed": ["grannar-uppf"]}
    wanted = told.get(rule, []) if over else []
    assert found(rule, text + "# records/2024.yaml\nrecords: []\n") == wanted


@pytest.mark.parametrize(
    ("day", "missed", "late"),
    [("2026-12-31", 1, True), ("2027-01-01", 3, False), ("2040-01-01", 3, False)],
)
def test_after_the_last_day_every_time_that_was_not_done_is_missed(
    day: str, missed: int, *, late: bool
) -> None:
    text = on(day) + duty("who: kom, cadence: yearly")
    (hit,) = told("duty-missed", text)
    assert hit.message.count == missed
    assert bool(found("duty-late", text)) is late


def test_what_was_done_is_not_missed_after_the_last_day() -> None:
    done = [f"period: {year}, on: {year}-12-30" for year in (2024, 2025, 2026)]
    assert found("duty-missed", on("2027-02-01") + duty("who: kom, cadence: yearly", *done)) == []


def test_follow_up_that_is_due_after_the_end_is_not_missed_before() -> None:
    text = "# terms/forms/grannar.yaml\nid: grannar\ntitle: Grannsamverkan\nfollow-up: "
    text += "{id: grannar-uppf, title: Uppföljning, month: 2027-02}\n# records/2024.yaml\nrecords:"
    assert found("follow-up-missed", on("2027-02-28") + text + " []\n") == []
    assert found("follow-up-missed", on("2027-03-01") + text + " []\n") == ["grannar-uppf"]
