"""`check --base` and `--staged`: which sides are held against each other, and by whose policy."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.examples import SOUND
from tests.history.repository import STAFFING, THREE, build, commit, git, with_post, write

DAY = "2025-03-01"
CONFIG = "agreement/config.yaml"
WAIVERS = "agreement/waivers.yaml"
UNCOVERED = "kom-sam/samordnare/samordnare"
WAIVER = f"""\
waivers:
  - rule: function-uncovered
    subject: {UNCOVERED}
    reason: Rekrytering pågår
    owner: Säkerhetschef
    until: 2025-06-30
"""
VACANT = {STAFFING: with_post("2025-02-01")}


@pytest.fixture
def register(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "register"
    build(folder)
    git(folder, "switch", "--quiet", "-c", "sida")
    monkeypatch.chdir(folder)
    for name in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "SAMVERKAN_BASE"):
        monkeypatch.delenv(name, raising=False)
    return folder


def told(samverkan: Run, *options: str, unsaved: bool = False) -> Any:
    answer = samverkan("check", "--on", DAY, "--format", "json", *options)
    assert ("in the folder: staffing/kom.yaml" in " ".join(answer.err.split())) == unsaved
    return json.loads(answer.out)


def new(answer: Any) -> list[str]:
    return [one["rule"] for one in answer["findings"] if one["state"] == "new"]


def changed(folder: Path, files: dict[str, str], message: str = "Ändra") -> None:
    write(folder, files)
    commit(folder, message, THREE)


def test_without_a_name_the_base_is_found_and_told(samverkan: Run, register: Path) -> None:
    changed(register, VACANT)
    answer = told(samverkan, "--base")
    assert (answer["base"]["name"], answer["base"]["how"]) == ("main", "a branch of this name")
    assert new(answer) == ["counterpart-alone", "function-uncovered"]
    assert "Since main" in samverkan("check", "--base", "--on", DAY).out


def test_what_is_not_committed_takes_no_part(samverkan: Run, register: Path) -> None:
    write(register, VACANT)
    assert new(told(samverkan, "--base", "main", unsaved=True)) == []


def test_another_revision_can_be_judged(samverkan: Run, register: Path) -> None:
    changed(register, VACANT)
    changed(register, {STAFFING: SOUND["staffing/kom.yaml"]})
    assert new(told(samverkan, "--base", "main")) == []
    assert new(told(samverkan, "--base", "main", "--as-of", "HEAD~1")) != []


def test_what_is_staged_is_judged_and_nothing_else(samverkan: Run, register: Path) -> None:
    write(register, VACANT)
    assert new(told(samverkan, "--staged", unsaved=True)) == []
    git(register, "add", STAFFING)
    write(register, {STAFFING: "{"})
    answer = told(samverkan, "--staged", unsaved=True)
    assert new(answer) == ["counterpart-alone", "function-uncovered"]
    assert (answer["base"]["name"], answer["revision"]) == ("HEAD", None)


def test_a_hook_judges_the_index_that_git_names(
    samverkan: Run, register: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(register, VACANT)
    own = {"GIT_INDEX_FILE": ".git/next-index-7.lock"}
    git(register, "read-tree", "HEAD", own=own)
    git(register, "add", STAFFING, own=own)
    assert new(told(samverkan, "--staged", unsaved=True)) == []
    monkeypatch.setenv("GIT_INDEX_FILE", own["GIT_INDEX_FILE"])
    assert new(told(samverkan, "--staged")) == ["counterpart-alone", "function-uncovered"]


def test_what_is_staged_against_a_branch(samverkan: Run, register: Path) -> None:
    changed(register, VACANT)
    assert new(told(samverkan, "--staged")) == []
    assert new(told(samverkan, "--staged", "--base", "main")) != []


def test_the_first_commit_begins_with_nothing(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "nytt"
    folder.mkdir()
    git(folder, "init", "--quiet")
    write(folder, {f"agreement/{path}": text for path, text in SOUND.items()})
    git(folder, "add", "--all")
    monkeypatch.chdir(folder)
    answer = told(samverkan, "--staged")
    assert (answer["base"]["revision"], answer["counts"]["error"]) == (None, 0)
    assert len(new(answer)) == len(answer["findings"])


def test_an_agreement_that_the_change_begins(samverkan: Run, register: Path) -> None:
    other = {f"avtal/{path}": text for path, text in SOUND.items()}
    changed(register, other)
    answer = told(samverkan, "--base", "main", "--agreement", "avtal")
    assert answer["base"]["revision"] is None
    assert len(new(answer)) == len(answer["findings"])


def test_a_folder_that_the_change_moves_is_known_again(samverkan: Run, register: Path) -> None:
    git(register, "mv", "agreement", "avtal")
    changed(register, {"avtal/staffing/kom.yaml": with_post("2025-02-01")})
    answer = told(samverkan, "--base", "main", "--agreement", "avtal")
    assert new(answer) == ["counterpart-alone", "function-uncovered"]


def test_a_waiver_of_the_base_accepts_what_the_change_brings(
    samverkan: Run, register: Path
) -> None:
    git(register, "switch", "--quiet", "main")
    changed(register, {WAIVERS: WAIVER})
    git(register, "switch", "--quiet", "-C", "sida")
    changed(register, VACANT)
    answer = told(samverkan, "--base", "main")
    assert new(answer) == ["counterpart-alone"]
    assert [one["rule"] for one in answer["mended"]] == ["waiver-idle"]
    assert [one["rule"] for one in answer["accepted"]] == ["function-uncovered"]


def test_no_change_accepts_what_it_brings_itself(samverkan: Run, register: Path) -> None:
    changed(register, {**VACANT, WAIVERS: WAIVER})
    answer = told(samverkan, "--base", "main")
    assert new(answer) == ["counterpart-alone", "function-uncovered"]
    remarks = [one["message"] for found in answer["findings"] for one in found["remarks"]]
    assert any("comes with the same change" in one for one in remarks)


def test_a_change_can_accept_what_was_there(samverkan: Run, register: Path) -> None:
    git(register, "switch", "--quiet", "main")
    changed(register, VACANT)
    git(register, "switch", "--quiet", "-C", "sida")
    changed(register, {WAIVERS: WAIVER})
    answer = told(samverkan, "--base", "main")
    assert (new(answer), answer["mended"]) == ([], [])
    assert [one["rule"] for one in answer["accepted"]] == ["function-uncovered"]


def test_who_takes_a_waiver_away_answers_for_what_it_accepted(
    samverkan: Run, register: Path
) -> None:
    git(register, "switch", "--quiet", "main")
    changed(register, {**VACANT, WAIVERS: WAIVER})
    git(register, "switch", "--quiet", "-C", "sida")
    changed(register, {WAIVERS: "waivers: []\n"})
    assert new(told(samverkan, "--base", "main")) == ["function-uncovered"]


def test_no_change_decides_how_it_is_judged(samverkan: Run, register: Path) -> None:
    own = "severity:\n  - {rule: function-uncovered, level: ignore}\nfail-on: never\n"
    git(register, "switch", "--quiet", "main")
    changed(register, {CONFIG: "fail-on: gap\n"})
    git(register, "switch", "--quiet", "-C", "sida")
    changed(register, {**VACANT, CONFIG: own})
    assert "function-uncovered" in new(told(samverkan, "--base", "main"))
    assert samverkan("check", "--base", "main", "--on", DAY).code == 1
    assert samverkan("check", "--on", DAY).code == 0


def test_what_is_wrong_with_the_settings_is_found_where_they_are_changed(
    samverkan: Run, register: Path
) -> None:
    levels = ("{rule: no-such-rule, level: note}", "{rule: id-duplicate, level: ignore}")
    text = "severity:\n" + "".join(f"  - {one}\n" for one in levels)
    changed(register, {CONFIG: text})
    assert new(told(samverkan, "--base", "main")) == ["rule-unknown", "severity-locked"]
    git(register, "switch", "--quiet", "-C", "lagad")
    changed(register, {CONFIG: "fail-on: gap\n"})
    mended = told(samverkan, "--base", "sida")["mended"]
    assert [one["rule"] for one in mended] == ["rule-unknown", "severity-locked"]


@pytest.mark.parametrize("broken", [True, False])
def test_where_the_base_has_no_settings_no_others_are_taken(
    samverkan: Run, register: Path, broken: bool
) -> None:
    git(register, "switch", "--quiet", "main")
    if broken:
        changed(register, {"agreement/terms/agreement.yaml": "{"})
    else:
        git(register, "rm", "--quiet", "-r", "agreement")
        commit(register, "Tom", THREE)
    git(register, "switch", "--quiet", "-C", "sida")
    files = {f"agreement/{path}": text for path, text in SOUND.items()}
    changed(register, {**files, CONFIG: "fail-on: never\n", WAIVERS: "waivers: [x]\n"})
    assert samverkan("check", "--base", "main", "--on", DAY).code == 1


def test_no_date_of_a_commit_makes_the_past_nearer(samverkan: Run, register: Path) -> None:
    text = SOUND["staffing/kom.yaml"].replace("2024-01-01", "2024-06-01")
    write(register, {STAFFING: text})
    commit(register, "Skriv om", "2024-01-11")
    assert "past-edited" in new(told(samverkan, "--base", "main"))


def test_a_revision_is_not_rewritten(samverkan: Run, register: Path) -> None:
    terms = "agreement/terms/agreement.yaml"
    entry = "revisions:\n  - {number: 2, reason: Mer, decision: {body: KS, date: 2025-01-20}}\n"
    git(register, "switch", "--quiet", "main")
    changed(register, {terms: SOUND["terms/agreement.yaml"] + entry})
    git(register, "switch", "--quiet", "-C", "sida")
    changed(register, {terms: SOUND["terms/agreement.yaml"] + entry.replace("KS", "KF")})
    assert new(told(samverkan, "--base", "main")) == ["revision-rewritten"]
    title = SOUND["terms/agreement.yaml"].replace("Exempel på", "Ny")
    changed(register, {terms: title})
    found = new(told(samverkan, "--base", "main"))
    assert found == ["revision-rewritten", "terms-without-revision"]


def test_a_shallow_clone_ends_with_3_and_the_cure(
    samverkan: Run, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed(register, VACANT)
    git(tmp_path, "clone", "--quiet", "--depth=1", register.as_uri(), "grunt")
    monkeypatch.chdir(tmp_path / "grunt")
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    answer = samverkan("check", "--base")
    assert (answer.code, answer.out) == (3, "")
    assert "fetch-depth: 0" in answer.err


def test_where_no_base_is_found_it_is_asked_for(samverkan: Run, register: Path) -> None:
    git(register, "branch", "--quiet", "-D", "main")
    answer = samverkan("check", "--base")
    assert (answer.code, answer.out) == (3, "")
    assert "--base main" in answer.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--base", "--example"), "no history"),
        (("--staged", "--as-of", "HEAD"), "do not go together"),
        (("--base", "nej"), "no revision “nej”"),
        (("--base", "--lang", "de"), "--lang"),
        (("--base", "main", "--fail-on", "x"), "--fail-on"),
    ],
)
def test_what_cannot_be_asked(
    samverkan: Run, register: Path, options: tuple[str, ...], words: str
) -> None:
    assert register.exists()
    answer = samverkan("check", *options)
    assert (answer.code, answer.out) == (2, "")
    assert words in answer.err


@pytest.mark.parametrize("command", ["check", "status"])
def test_where_nothing_can_be_new_errors_fail(samverkan: Run, command: str) -> None:
    assert samverkan(command, "--example", "--fail-on", "new").code == 0
