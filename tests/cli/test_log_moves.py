"""An agreement whose whole folder is moved keeps its history."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from samverkan_cli.flows.moves import CANDIDATES
from samverkan_cli.flows.source import Past
from samverkan_cli.flows.story import GitStory
from tests.conftest import Run
from tests.examples import SOUND
from tests.history.repository import build, commit, git, write
from tests.test_output_schemas import told

DAY = "2025-03-01"
EARLIER = ["Bemanna igen", "Avsluta en bemanning", "Teckna avtalet"]
STAFFING, AGREEMENT = "staffing/kom.yaml", "terms/agreement.yaml"
ENDED = ("from: 2024-01-01}", "from: 2024-01-01, until: 2024-06-30}")


@pytest.fixture
def here(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a repository of three revisions, in the folder `agreement/`."""
    assert samverkan is not None
    path = tmp_path / "register"
    build(path)
    monkeypatch.chdir(path)
    return path


def move(folder: Path, old: str, new: str) -> None:
    """Move the files of an agreement; `.` is the top."""
    for path in SOUND:
        if (folder / old / path).exists():
            (folder / new / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / old / path).rename(folder / new / path)
    for left in sorted((folder / old).rglob("*"), reverse=True):
        if left.is_dir() and ".git" not in left.parts and not any(left.iterdir()):
            left.rmdir()


def change(folder: Path, path: str, old: str, new: str) -> None:
    """Put one text in the place of another."""
    text = (folder / path).read_text("utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new), "utf-8")


def entries(samverkan: Run, folder: str, *arguments: str) -> list[dict[str, Any]]:
    """Return what is told of the agreement in a folder."""
    out = told(samverkan, "log", *arguments, "--agreement", folder)
    found: list[dict[str, Any]] = json.loads(out)["entries"]
    return found


def subjects(found: list[dict[str, Any]]) -> list[str]:
    """Return the first lines of the messages."""
    return [one["subject"] for one in found]


@pytest.mark.parametrize("new", ["avtal", "register/om/avtal", "agreement/inre", "."])
def test_the_history_goes_on_in_the_folder_before(here: Path, samverkan: Run, new: str) -> None:
    before = entries(samverkan, "agreement")
    move(here, "agreement", new)
    commit(here, "Flytta avtalet", DAY)
    found = entries(samverkan, new)
    assert subjects(found) == ["Flytta avtalet", *EARLIER]
    assert found[1:] == before
    assert (found[0]["changes"], found[0]["moved_from"]) == ([], "agreement")
    assert found[0]["remarks"][0] == "The agreement’s folder was moved here from “agreement”."
    text = samverkan("log", "--agreement", new, "--lang", "sv").out
    assert "Överenskommelsens mapp flyttades hit från ”agreement”." in text


def test_from_the_top_into_a_folder(here: Path, samverkan: Run) -> None:
    move(here, "agreement", ".")
    commit(here, "Upp", DAY)
    move(here, ".", "agreement")
    commit(here, "Ner", DAY)
    found = entries(samverkan, "agreement")
    assert subjects(found) == ["Ner", "Upp", *EARLIER]
    assert [one["moved_from"] for one in found] == [".", "agreement", None, None, None]
    assert found[0]["remarks"][0].endswith("from the top of the repository.")


@pytest.mark.parametrize("edited", [False, True], ids=["as it was", "with a new title"])
def test_what_is_changed_along_with_the_move_is_told_and_no_more(
    here: Path, samverkan: Run, *, edited: bool
) -> None:
    move(here, "agreement", "avtal")
    change(here, f"avtal/{STAFFING}", *ENDED)
    (here / "avtal/waivers.yaml").unlink()
    if edited:
        change(here, f"avtal/{AGREEMENT}", "title: Exempel på", "title: Ny")
    commit(here, "Flytta och ändra", DAY)
    found = entries(samverkan, "avtal")
    assert subjects(found) == ["Flytta och ändra", *EARLIER]
    expected = [("kom-sam/samordnare", "ended")]
    told_of = [(one["subject"], one["what"]) for one in found[0]["changes"]]
    assert told_of == ([("exempel", "changed"), *expected] if edited else expected)
    assert subjects(entries(samverkan, "avtal", "kom-sam")) == ["Flytta och ändra", *EARLIER]
    assert subjects(entries(samverkan, "avtal", "pol-sam")) == ["Teckna avtalet"]


def test_to_and_fro_without_end(here: Path, samverkan: Run) -> None:
    places = ["agreement", "avtal"]
    for number in range(12):
        old, new = places[number % 2], places[(number + 1) % 2]
        move(here, old, new)
        if number % 3 == 0:
            change(here, f"{new}/records/2024.yaml", "KS 2024/", "KS 2024/1")
        commit(here, f"Flytt {number}", DAY)
    found = entries(samverkan, "agreement")
    assert subjects(found) == [*(f"Flytt {number}" for number in reversed(range(12))), *EARLIER]
    assert [len(one["changes"]) for one in found[:12]] == [0, 0, 1] * 4
    history = json.loads(told(samverkan, "show", "kom-sam", "--on", DAY))["history"]
    assert (history["whole"], subjects(history["entries"])) == (True, EARLIER)


def test_a_merge_that_moves(here: Path, samverkan: Run) -> None:
    git(here, "switch", "--quiet", "--create", "sida")
    move(here, "agreement", "avtal")
    commit(here, "Flytta på sidan", DAY)
    git(here, "switch", "--quiet", "main")
    write(here, {"README.md": "Annat.\n"})
    commit(here, "Skriv annat", DAY)
    git(here, "merge", "--quiet", "--no-ff", "-m", "Slå ihop", "sida", day=DAY)
    found = entries(samverkan, "avtal")
    assert subjects(found) == ["Slå ihop", *EARLIER]
    assert found[0]["moved_from"] == "agreement"


@pytest.mark.parametrize("others", [CANDIDATES - 1, CANDIDATES])
def test_no_more_texts_are_read_than_a_person_waits_for(
    here: Path, others: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(others):
        write(here, {f"annat-{number}/{AGREEMENT}": f"id: annat-{number}\n"})
    commit(here, "Många", DAY)
    for number in range(others):
        shutil.rmtree(here / f"annat-{number}")
    move(here, "agreement", "avtal")
    change(here, f"avtal/{AGREEMENT}", "title: Exempel på", "title: Ny")
    head = commit(here, "Flytta", DAY)
    read: list[str] = []
    known = GitStory.agreement_id

    def agreement_id(story: GitStory, blob: str) -> str:
        read.append(blob)
        return known(story, blob)

    monkeypatch.setattr(GitStory, "agreement_id", agreement_id)
    with GitStory(Past.of(here / "avtal"), head) as story:
        found = [*story.steps()]
    is_found = others < CANDIDATES
    assert found[0].moved_from == (b"agreement/" if is_found else None)
    assert len(read) == (CANDIDATES + 1 if is_found else 0)


def test_a_copy_is_no_move(here: Path, samverkan: Run) -> None:
    shutil.copytree(here / "agreement", here / "mall")
    commit(here, "Kopiera", DAY)
    found = entries(samverkan, "mall")
    assert subjects(found) == ["Kopiera"]
    assert found[0]["moved_from"] is None
    assert found[0]["changes"]
    assert subjects(entries(samverkan, "agreement")) == EARLIER


def test_another_agreement_does_not_inherit(here: Path, samverkan: Run) -> None:
    move(here, "agreement", "avtal")
    change(here, f"avtal/{AGREEMENT}", "id: exempel", "id: annat")
    commit(here, "Byt avtal", DAY)
    assert subjects(entries(samverkan, "avtal")) == ["Byt avtal"]


def test_which_of_two_it_was_is_not_guessed(here: Path, samverkan: Run) -> None:
    shutil.copytree(here / "agreement", here / "kopia")
    commit(here, "Kopiera", DAY)
    move(here, "agreement", "avtal")
    shutil.rmtree(here / "kopia")
    commit(here, "Flytta ett, ta bort ett", DAY)
    assert subjects(entries(samverkan, "avtal")) == ["Flytta ett, ta bort ett"]


def test_a_file_that_comes_back_is_no_move(here: Path, samverkan: Run) -> None:
    text = (here / "agreement" / AGREEMENT).read_text("utf-8")
    (here / "agreement" / AGREEMENT).unlink()
    commit(here, "Ta bort", DAY)
    write(here, {f"agreement/{AGREEMENT}": text})
    commit(here, "Lägg tillbaka", DAY)
    found = entries(samverkan, "agreement")
    assert subjects(found) == ["Lägg tillbaka", "Ta bort", *EARLIER]
    assert {one["moved_from"] for one in found} == {None}


def test_a_file_that_cannot_be_read_is_followed_by_its_bytes_alone(
    here: Path, samverkan: Run
) -> None:
    (here / "agreement" / AGREEMENT).write_text("id: [\n", "utf-8")
    commit(here, "Skriv sönder", DAY)
    move(here, "agreement", "avtal")
    commit(here, "Flytta", DAY)
    assert subjects(entries(samverkan, "avtal")) == ["Flytta", "Skriv sönder", *EARLIER]
    move(here, "avtal", "nytt")
    (here / "nytt" / AGREEMENT).write_text("id: {\n", "utf-8")
    commit(here, "Flytta igen", DAY)
    assert subjects(entries(samverkan, "nytt")) == ["Flytta igen"]


def test_a_clone_that_ends_at_the_move_does_not_look_further(
    here: Path, samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    move(here, "agreement", "avtal")
    commit(here, "Flytta", DAY)
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{here}", "clone")
    monkeypatch.chdir(tmp_path / "clone")
    answer = samverkan("log", "--agreement", "avtal")
    assert answer.code == 3
    assert "moved" not in answer.out


def test_a_folder_with_an_evil_name(here: Path, samverkan: Run) -> None:
    move(here, "agreement", "850709-9805 \x1b[31m##[x]\n::y")
    commit(here, "Bort", DAY)
    move(here, "850709-9805 \x1b[31m##[x]\n::y", "agreement")
    commit(here, "Hit", DAY)
    assert subjects(entries(samverkan, "agreement")) == ["Hit", "Bort", *EARLIER]
    for format_ in ("text", "concise", "markdown", "json"):
        out = samverkan("log", "--format", format_).out
        assert "\x1b" not in out
        assert "9805" not in out
        assert "##[" not in out
        assert not any(line.lstrip().startswith("::") for line in out.splitlines())
