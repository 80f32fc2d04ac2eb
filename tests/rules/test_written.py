"""What is written wrong: each rule at the boundary of what it finds."""

import pytest

from tests.rules.found import found, told

POSTS = "party: kom\nposts:\n  - {id: kom-1, title: Samordnare}\n  - {id: kom-2, title: Chef}\n"


def staffing(*assignments: str, absences: tuple[str, ...] = ()) -> str:
    lines = ["assignments:", *(f"  - {{{one}}}" for one in assignments)] if assignments else []
    lines += ["absences:", *(f"  - {{{one}}}" for one in absences)] if absences else []
    return "# staffing/kom.yaml\n" + POSTS + "\n".join(lines) + "\n"


def form(duty: str) -> str:
    return (
        "# terms/forms/grannar.yaml\nid: grannar\ntitle: Grannsamverkan\nduties:\n"
        f"  - {{id: grannar-analys, title: Analys, firmness: shall, {duty}}}\n"
        "follow-up: {id: grannar-uppf, title: Uppföljning, month: 2026-11}\n"
    )


def records(*lines: str) -> str:
    return "# records/2024.yaml\nrecords:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


SLOT = "slot: kom-sam/samordnare"
SLOTS = """\
# terms/guarantees/kom.yaml
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - id: samordnare
        kind: coordinator
        holders: {at-least: 1}
        functions: [{id: norr}, {id: soder}]
"""


def test_same_id_in_two_files_is_one_finding() -> None:
    text = "# terms/forms/vakt.yaml\nid: vakt\ntitle: Vakt\nduties:\n" + 2 * (
        "  - {id: grannar-analys, title: Analys, who: kom, cadence: event, firmness: shall}\n"
    )
    assert found("id-duplicate", text) == ["grannar-analys"]


def test_same_slot_id_in_two_guarantees_is_no_repeat() -> None:
    assert found("id-duplicate", "") == []


def test_repeated_guarantee_does_not_tell_its_slots_too() -> None:
    one = "  - id: kom-sam\n    title: S\n    slots:\n      - {id: a, kind: post, holders: "
    text = "# terms/guarantees/kom.yaml\nparty: kom\nguarantees:\n" + 2 * (one + "{exactly: 1}}\n")
    assert found("id-duplicate", text) == ["kom-sam"]


def test_dangling_name_is_answered_with_the_nearest() -> None:
    (hit,) = told("reference-dangling", staffing("post: kom-3, " + SLOT + ", from: 2024-01-01"))
    assert hit.subject == "kom-3/kom-sam/samordnare/2024-01-01/post/kom-3"
    assert hit.hint
    assert dict(hit.hint.values)["like"] in ("kom-1", "kom-2")


def test_name_that_may_be_in_a_broken_file_is_not_dangling() -> None:
    broken = "# terms/guarantees/kom.yaml\nparty: [\n"
    assert found("reference-dangling", broken) == []
    text = broken + staffing("post: kom-3, " + SLOT + ", from: 2024-01-01")
    assert len(found("reference-dangling", text)) == 1


def test_only_function_of_a_slot_may_be_named_by_the_slot() -> None:
    duty = "who: pol, cadence: event, function: "
    assert found("reference-dangling", form(duty + "pol-sam/samordnare") + records()[:0]) == []
    assert len(found("reference-dangling", form(duty + "pol-sam/samordnar"))) == 1


def test_inherited_form_is_told_once() -> None:
    text = SLOTS + "        forms: [granar]\n"
    assert found("reference-dangling", text) == ["kom-sam/samordnare/forms/granar"]


def test_party_that_the_agreement_has_not() -> None:
    text = "# staffing/xyz.yaml\nparty: xyz\nposts:\n  - {id: xyz-1, title: Chef}\n"
    assert found("party-mismatch", text) == ["staffing/xyz.yaml"]


def test_form_in_a_file_of_another_name() -> None:
    text = "# terms/forms/vakt.yaml\nid: vakter\ntitle: Vakt\n"
    assert found("party-mismatch", text) == ["terms/forms/vakt.yaml"]


def test_absence_of_another_partys_post() -> None:
    text = staffing(absences=("post: pol-1, from: 2025-01-01, reason: vacant",))
    assert found("post-of-other-party", text) == ["pol-1/2025-01-01/post/pol-1"]


def test_one_day_is_in_order() -> None:
    one_day = "post: kom-1, " + SLOT + ", from: 2025-01-01, until: "
    assert found("date-order", staffing(one_day + "2025-01-01")) == []
    assert len(found("date-order", staffing(one_day + "2024-12-31"))) == 1


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ("from: 2023-01-01, until: 2023-12-31", 1),
        ("from: 2023-01-01, until: 2024-01-01", 0),
        ("from: 2026-12-31", 0),
        ("from: 2027-01-01", 1),
    ],
)
def test_assignment_outside_the_agreement(days: str, count: int) -> None:
    text = staffing("post: kom-1, " + SLOT + ", " + days)
    assert len(found("date-outside-period", text)) == count


def test_duty_after_the_end_is_outside_but_a_follow_up_is_not() -> None:
    late = form("who: kom, cadence: once, by: 2027-01-01") + records()
    assert found("date-outside-period", late + "  []\n") == ["grannar-analys"]
    on_last = form("who: kom, cadence: once, by: 2026-12-31") + records()
    assert found("date-outside-period", on_last + "  []\n") == []


def test_record_before_its_period_begins() -> None:
    duty = "duty: grannar-analys, period: 2025, on: "
    assert len(found("date-outside-period", records(duty + "2024-12-31"))) == 1
    assert found("date-outside-period", records(duty + "2025-01-01")) == []


def test_ordinary_and_deputy_do_not_overlap() -> None:
    one = "post: kom-1, " + SLOT + ", from: 2024-01-01"
    assert found("assignment-overlap", staffing(one, one + ", deputy: true")) == []
    assert len(found("assignment-overlap", staffing(one, one))) == 1


def test_different_functions_do_not_overlap() -> None:
    one = "post: kom-1, " + SLOT + ", from: 2024-01-01, functions: "
    assert found("assignment-overlap", SLOTS + staffing(one + "[norr]", one + "[soder]")) == []
    assert found("assignment-overlap", SLOTS + staffing(one + "[norr]", one + "[norr, soder]"))


def test_absences_overlap_on_one_day() -> None:
    first = "post: kom-1, from: 2025-01-01, until: 2025-01-31, reason: on-leave"
    second = "post: kom-1, from: 2025-01-{}, reason: other"
    assert found("absence-overlap", staffing(absences=(first, second.format("31"))))
    other = second.format("31").replace("kom-1", "kom-2")
    assert found("absence-overlap", staffing(absences=(first, other))) == []


def test_overbooking_names_its_days() -> None:
    other = "post: kom-1, slot: kom-sam/annan, share: 50 %, from: 2024-01-01"
    one = "post: kom-1, " + SLOT + ", share: 60 %, from: 2025-01-01, until: 2025-01-31"
    (hit,) = told("post-overbooked", staffing(other, one))
    values = {key: str(value) for key, value in hit.message.values}
    assert (values["first"], values["last"]) == ("2025-01-01", "2025-01-31")
    assert values["given"] == "110"


def test_unwritten_shares_and_deputies_book_nothing() -> None:
    one = "post: kom-1, " + SLOT + ", from: 2024-01-01"
    text = staffing(one + ", share: 100 %", one, one + ", share: 100 %, deputy: true")
    assert found("post-overbooked", text) == []


WEEKLY = form("who: kom, cadence: weekly")
EACH = form("who: {each: [kom, pol]}, cadence: yearly")


@pytest.mark.parametrize(
    ("terms", "record", "count"),
    [
        (WEEKLY, "period: 2024-W10", 0),
        (WEEKLY, "periods: 2024-W10..2024-W12", 0),
        (WEEKLY, "periods: 2024-W12..2024-W10", 1),
        (WEEKLY, "period: 2024-03", 1),
        (WEEKLY, "reference: KS 1", 1),
        (EACH, "period: 2024, party: kom", 0),
        (EACH, "period: 2024", 1),
        (form("who: {all: [kom, pol]}, cadence: yearly"), "period: 2024, party: kom", 1),
        (form("who: kom, cadence: yearly"), "period: 2024, party: kom", 0),
        (form("who: kom, cadence: event"), "period: 2024", 1),
        (form("who: kom, cadence: event"), "reference: KS 1", 0),
        ("", "follow-up: grannar-uppf, period: 2024", 1),
    ],
)
def test_record_is_clear(terms: str, record: str, count: int) -> None:
    text = terms + records(f"duty: grannar-analys, on: 2024-12-10, {record}")
    assert len(found("record-unclear", text)) == count


def test_record_of_nothing() -> None:
    assert len(found("record-unclear", records("on: 2024-12-10", "on: 2024-12-10"))) == 2


def test_period_beyond_the_last_is_told_by_the_other_rule_only() -> None:
    text = records("duty: grannar-analys, period: 2027, on: 2025-01-10")
    assert found("record-unclear", text) == []
    assert len(found("date-outside-period", text)) == 1


def test_number_that_says_only_its_wording() -> None:
    text = SLOTS.replace("{at-least: 1}", "{wording: plural}")
    assert found("number-unclear", text) == ["kom-sam/samordnare/holders"]


@pytest.mark.parametrize(
    ("times", "count"),
    [
        ("cadence: once", 1),
        ("cadence: once, deadline: none", 0),
        ("cadence: once, by: 2024-12-31", 0),
        ("cadence: once, by: 2024-12-31, deadline: none", 1),
        ("cadence: weekly, by: 2024-12-31", 0),
        ("cadence: monthly, month: 3", 1),
        ("cadence: yearly, month: 3", 0),
    ],
)
def test_cadence_is_clear(times: str, count: int) -> None:
    assert len(found("cadence-unclear", form("who: kom, " + times))) == count
