"""What a change takes away, and what it does not."""

from pathlib import Path

import pytest

from samverkan_cli.flows.baseline import Base, check_against
from samverkan_cli.flows.check import Compared
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import read_at
from tests.examples import SOUND, example

KOM, POL = "staffing/kom.yaml", "staffing/pol.yaml"
GUARANTEES, FORM = "terms/guarantees/kom.yaml", "terms/forms/grannar.yaml"
RECORDS = "records/2024.yaml"
ENDING = "title: Samordnare\n    until: 2025-06-30\n"
CHANGED = {rule.id for rule in RULES if rule.group == "changed"}


def judged(text: str, root: Path) -> Compared:
    given = example(text)
    before = Base("main", None, read_at(given.before.write(root / "before")))
    answer = check_against(before, read_at(given.write(root / "after")), given.day).base
    assert answer
    return answer


def changed(text: str, root: Path) -> set[str]:
    """Return the rules on changes that find something, but for the one on revisions."""
    found = {one.finding.rule for one in judged(text, root).new} & CHANGED
    return found - {"terms-without-revision"}


def edited(path: str, *pairs: tuple[str, str]) -> str:
    """Return an example in which a sound file has other words."""
    text = SOUND[path]
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return f"# {path}\n{text}"


def both(path: str, before: str, after: str) -> str:
    """Return an example in which a field of a duty becomes another."""
    old = "    month: 12\n"
    assert old in SOUND[path]
    lines = ("" if one.startswith("title") else f"    {one}\n" for one in (before, after))
    texts = [SOUND[path].replace(old, f"{old}{line}") for line in lines]
    return f"# before: {path}\n{texts[0]}# {path}\n{texts[1]}"


@pytest.mark.parametrize(
    ("before", "after", "less"),
    [
        ("grace-days: 30", "grace-days: 10", False),
        ("grace-days: 10", "grace-days: 30", True),
        ("title: Årsanalys", "grace-days: 30", True),
        ("by: 2025-12-31", "by: 2026-12-31", True),
        ("by: 2026-12-31", "by: 2025-12-31", False),
    ],
)
def test_a_duty_that_binds_less(before: str, after: str, less: bool, tmp_path: Path) -> None:
    found = changed(both(FORM, before, after), tmp_path)
    assert ("duty-weakened" in found) == less
    assert found <= {"duty-weakened"}


@pytest.mark.parametrize(
    ("path", "pair", "found"),
    [
        (FORM, ("cadence: yearly\n    month: 12", "cadence: unspecified"), {"duty-weakened"}),
        (FORM, ("cadence: yearly\n    month: 12", "cadence: monthly"), set()),
        (GUARANTEES, ("title: Samordnare\n", ENDING), {"guarantee-lowered"}),
        (GUARANTEES, (", forms: [grannar]", ""), {"guarantee-lowered"}),
        (GUARANTEES, ("exactly: 1", "at-least: 2"), set()),
    ],
)
def test_a_promise_of_less(
    path: str, pair: tuple[str, str], found: set[str], tmp_path: Path
) -> None:
    assert changed(edited(path, pair), tmp_path) == found


def test_no_rename_hides_what_goes_under_the_same_name(tmp_path: Path) -> None:
    staffing = edited(KOM, ("kom-1", "grannar-analys"))
    found = changed(f"{staffing}# {RECORDS}\nrecords: []\n", tmp_path)
    assert found == {"id-renamed", "record-removed"}


def test_no_rename_hides_a_guarantee_of_the_same_name(tmp_path: Path) -> None:
    staffing = f"# {KOM}\nparty: kom\nposts:\n  - {{id: kom-sam, title: Samordnare}}\n"
    text = f"{staffing}# {GUARANTEES}\nparty: kom\nguarantees: []\n"
    assert {"id-renamed", "guarantee-removed"} <= changed(text, tmp_path)


def test_a_slot_and_a_party_that_are_called_otherwise(tmp_path: Path) -> None:
    slot = edited(GUARANTEES, ("id: samordnare", "id: ledare")) + edited(
        KOM, ("kom-sam/samordnare", "kom-sam/ledare")
    )
    assert changed(slot, tmp_path / "slot") == {"id-renamed"}


@pytest.mark.parametrize("day", ["2025-03-02", "2025-04-01", "2025-12-01"])
def test_cover_that_was_to_come_and_goes(day: str, tmp_path: Path) -> None:
    end = "2025-02-28"
    vacant = SOUND[KOM].replace("2024-01-01}", f"2024-01-01, until: {end}}}")
    later = f"  - {{post: kom-1, slot: kom-sam/samordnare, from: {day}}}\n"
    found = changed(f"# before: {KOM}\n{vacant}{later}# {KOM}\n{vacant}", tmp_path)
    assert found == {"gap-opened"}


def test_nothing_is_told_of_who_covers_a_protected_function(tmp_path: Path) -> None:
    terms = SOUND[GUARANTEES].replace("forms: [grannar]", "forms: [grannar], protected: true")
    ends = SOUND[KOM].replace("2024-01-01}", "2024-01-01, until: 2025-12-31}")
    text = f"# before: {GUARANTEES}\n{terms}# {GUARANTEES}\n{terms}# {KOM}\n{ends}"
    assert changed(text, tmp_path) == set()


def test_what_went_with_what_was_taken_away_is_not_mended(tmp_path: Path) -> None:
    before = SOUND[RECORDS].replace("2024-12-10", "2025-01-10")
    found = judged(f"# before: {RECORDS}\n{before}# {RECORDS}\nrecords: []\n", tmp_path)
    assert "duty-done-late" in {one.finding.rule for one in found.dropped}
    assert found.mended == ()


def test_an_agreement_that_went_is_not_mended(tmp_path: Path) -> None:
    found = judged(
        "# missing: terms/agreement.yaml\n# before: staffing/kom.yaml\nparty: kom\n", tmp_path
    )
    assert (found.mended, found.hidden > 0) == ((), True)
