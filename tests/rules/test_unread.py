"""A broken file hides only what hangs on it, and makes nothing seem wrong."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from samverkan_cli.model.finding import Finding
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.files import Folder, read_folder
from samverkan_cli.store.register import read
from tests.examples import SOUND, judged
from tests.rules.found import found

SHIPPED = Path(__file__).parents[2] / "agreement"
DAY = date(2025, 3, 1)
FAULTS_OF_READING = {rule.id for rule in RULES if rule.group == "read"}
BREAKS = {"field": b"\nbogus: 1\n", "text": b"\xff\xfe\n"}

# What may vanish elsewhere, because something in the broken file could prove it false, or because
# it was about that file all the same.
BEHIND = {"duty-without-guarantee", "seat-without-guarantee", "form-one-sided", "sides-asymmetric"}
COVERAGE = {"post-overloaded", "function-on-one-post", "function-uncovered", "holder-away"} | {
    *("slot-short", "function-short", "staffing-unknown", "coverage-ends-soon"),
    *("counterpart-alone", "more-than-promised", "deputy-for-nobody"),
}
DONE = {"duty-missed", "duty-late", "duty-due-soon", "duty-done-late"} | {
    *("follow-up-missed", "follow-up-late", "follow-up-due-soon"),
}
MAY_VANISH = {
    "terms/forms/": {"duty-without-recipient", "nothing-measured", "law-demand-unmet"}
    | {"counterpart-alone", "count-mismatch", "duty-stated-twice", "actor-not-signing"},
    "terms/guarantees/": BEHIND
    | {"form-without-guarantee", "duty-without-owner", "topics-differ", "law-demand-unmet"}
    | {"firmness-conflict", "seats-exceed-guarantee", "owner-ambiguous"}
    | COVERAGE,
    "terms/readings.yaml": set(),
    "staffing/": COVERAGE,
    "records/": DONE,
    "waivers.yaml": set(),
}

Findings = dict[tuple[str, str], Finding]


@cache
def files() -> dict[str, bytes]:
    return read_folder(SHIPPED).files


def findings(content: dict[str, bytes]) -> Findings:
    return {one.fingerprint: one for one in judged(read(Folder(content)), DAY)}


@cache
def whole() -> Findings:
    return findings(files())


@cache
def broken(path: str, how: str) -> Findings:
    return findings({**files(), path: files()[path] + BREAKS[how]})


PATHS = sorted(files())
OTHERS = [path for path in PATHS if path != "terms/agreement.yaml"]
each_break = pytest.mark.parametrize("how", BREAKS)
each_other = pytest.mark.parametrize("path", OTHERS)


def folder_of(path: str) -> str:
    return next(folder for folder in MAY_VANISH if path.startswith(folder))


@each_break
@pytest.mark.parametrize("path", PATHS)
def test_broken_file_makes_nothing_else_seem_wrong(path: str, how: str) -> None:
    new = {rule for rule, _ in broken(path, how).keys() - whole().keys()}
    assert new
    assert new <= FAULTS_OF_READING


@each_break
@each_other
def test_broken_file_hides_only_what_hangs_on_it(path: str, how: str) -> None:
    elsewhere = {key for key, one in whole().items() if one.hit.place.file != path}
    remain = elsewhere & broken(path, how).keys()
    print(f"{path}: {len(remain)} of {len(elsewhere)} remain")  # noqa: T201 - told with -s
    assert {rule for rule, _ in elsewhere - remain} <= MAY_VANISH[folder_of(path)]
    assert len(remain) >= 0.8 * len(elsewhere)


@pytest.mark.parametrize("party", ["kom", "pol"])
def test_one_partys_broken_staffing_leaves_what_is_told_of_the_other(party: str) -> None:
    other = {"kom": "pol", "pol": "kom"}[party]
    remain = broken(f"staffing/{party}.yaml", "field").keys()
    told = {
        key
        for key, one in whole().items()
        if key[0] in COVERAGE - {"counterpart-alone"}
        and one.hit.place.file in (f"staffing/{other}.yaml", f"terms/guarantees/{other}.yaml")
    }
    assert told
    assert told <= remain


@pytest.mark.parametrize("party", ["kom", "pol"])
def test_one_partys_broken_guarantees_leave_what_the_other_lacks(party: str) -> None:
    other = {"kom": "pol", "pol": "kom"}[party]
    remain = broken(f"terms/guarantees/{party}.yaml", "field").keys()
    told = {
        key
        for key in whole()
        if key[0] in ("duty-without-guarantee", "seat-without-guarantee")
        and key[1].endswith(f"/{other}")
    }
    assert told
    assert told <= remain


@each_break
def test_without_the_agreement_nothing_is_judged_but_reading(how: str) -> None:
    assert {rule for rule, _ in broken("terms/agreement.yaml", how)} <= FAULTS_OF_READING


BROKEN = "[\n"


def breaking(path: str) -> str:
    return f"# {path}\n{BROKEN}"


GAP = (
    "# staffing/kom.yaml\nparty: kom\nposts:\n  - {id: kom-1, title: Samordnare}\nassignments:\n"
    "  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-14}\n"
)
TORG = (
    "# terms/forms/torg.yaml\nid: torg\ntitle: Tryggt torg\nlead: [kom]\n"
    "participants: [kom, pol]\nduties:\n  - {id: torg-sam, title: Samordnare, "
    "who: {WHO: [kom, pol]}, cadence: standing, firmness: shall, needs: {kind: coordinator}}\n"
)


def test_vacancy_is_told_though_the_others_staffing_is_broken() -> None:
    assert found("function-uncovered", GAP + breaking("staffing/pol.yaml")) == [
        "kom-sam/samordnare/samordnare"
    ]
    assert found("counterpart-alone", GAP) == ["grannar/coordination/kom"]
    assert found("counterpart-alone", GAP + breaking("staffing/pol.yaml")) == []


def test_file_that_is_named_after_nobody_may_be_anybodys() -> None:
    assert found("function-uncovered", GAP + breaking("staffing/kommunen.yaml")) == []


@pytest.mark.parametrize(
    ("sharing", "told"), [("each", ["torg-sam/pol"]), ("any", []), ("all", ["torg-sam/pol"])]
)
def test_duty_is_unbacked_only_by_parties_whose_guarantees_are_read(
    sharing: str, told: list[str]
) -> None:
    duty = TORG.replace("WHO", sharing)
    assert found("duty-without-guarantee", duty) == ["torg-sam/kom", "torg-sam/pol"]
    text = duty + breaking("terms/guarantees/kom.yaml")
    assert found("duty-without-guarantee", text) == told


@pytest.mark.parametrize("rule", ["form-without-guarantee", "form-one-sided"])
def test_nothing_is_missing_that_may_be_in_a_broken_file(rule: str) -> None:
    served = SOUND["terms/guarantees/kom.yaml"].replace("[grannar]", "[grannar, torg]")
    one_sided = {"form-one-sided": f"# terms/guarantees/kom.yaml\n{served}"}.get(rule, "")
    text = TORG.replace("WHO", "any") + one_sided
    assert found(rule, text)
    assert found(rule, text + breaking("terms/guarantees/pol.yaml")) == []


@pytest.mark.parametrize(
    ("rule", "told"), [("duty-late", []), ("duty-done-late", ["grannar-analys"])]
)
def test_duty_is_late_only_if_every_record_is_read(rule: str, told: list[str]) -> None:
    late = (
        "# records/2024.yaml\nrecords:\n  - {duty: grannar-analys, period: 2024, on: 2025-01-20}\n"
    )
    text = late if told else "# records/2024.yaml\nrecords: []\n"
    assert found(rule, text) == ["grannar-analys"]
    assert found(rule, text + breaking("records/2025.yaml")) == told


def test_name_in_a_broken_form_is_not_dangling_and_other_names_are() -> None:
    wrong = GAP.replace("kom-sam/samordnare", "kom-sam/ingen")
    assert found("reference-dangling", breaking("terms/forms/grannar.yaml")) == []
    assert len(found("reference-dangling", wrong + breaking("terms/forms/grannar.yaml"))) == 1
    assert found("reference-dangling", wrong + breaking("terms/guarantees/pol.yaml")) == []
