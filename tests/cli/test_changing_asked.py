"""What the verbs ask the person at a terminal, and what becomes of the answers."""

from pathlib import Path

import pytest

from samverkan_cli.cli.options import day_of
from tests.cli.changing import added, commits
from tests.history.repository import PEOPLE, git, write
from tests.terminal import CTRL_C, at_terminal

FORM = "agreement/terms/forms/grannar.yaml"
OWN = PEOPLE | {"HOME": "/nonexistent"}


def test_a_new_post_is_asked_for_step_by_step(register: Path) -> None:
    with at_terminal("assign", "--from", "2025-03-01", folder=register, **OWN) as terminal:
        terminal.answer("Which post? (? lists them all)", "?")
        terminal.wait_for("The posts are: kom-1, pol-1.")
        terminal.answer("Which post?", "Anna Andersson")
        terminal.wait_for("“Anna Andersson” is no id")
        terminal.answer("Which post?", "kom-2")
        terminal.answer("Did you mean “kom-1”? (yes/no)", "perhaps")
        terminal.wait_for("Write yes or no.")
        terminal.answer("Did you mean “kom-1”? (yes/no)", "no")
        terminal.answer("What is it called?", "Fältassistent")
        terminal.answer("Which role is it to cover?", "?")
        terminal.wait_for("The words are: kom-sam/samordnare, kom-sam/ute, pol-sam/samordnare.")
        terminal.answer("Which role is it to cover?", "kom-sam/uta")
        terminal.answer("[kom-sam/ute]", "")
        terminal.wait_for("Committed as ")
        assert terminal.end() == 0
    assert added(register) == [
        "+  - {id: kom-2, title: Fältassistent}",
        "+  - {post: kom-2, slot: kom-sam/ute, from: 2025-03-01}",
    ]


def test_an_only_role_goes_by_its_guarantee_as_when_it_is_typed(register: Path) -> None:
    command = ("assign", "pol-2", "--title", "Polis", "--from", "2025-03-01", "--dry-run")
    with at_terminal(*command, folder=register, **OWN) as terminal:
        terminal.answer("Which role is it to cover?", "kom-sam")
        terminal.wait_for("Which of these? kom-sam/samordnare, kom-sam/ute")
        terminal.answer("Which role is it to cover?", "pol-sam")
        terminal.wait_for("slot: pol-sam/samordnare")
        assert terminal.end() == 0


def test_release_shows_what_will_be_uncovered_and_asks(register: Path) -> None:
    before = commits(register)
    command = ("release", "kom-1", "--until", "2026-11-30")
    with at_terminal(*command, folder=register, **OWN) as terminal:
        terminal.wait_for("vacant from 1 December 2026 (was covered)")
        terminal.answer("Go on? (yes/no)", "n")
        terminal.wait_for("Nothing was changed.")
        assert terminal.end() == 1
    assert commits(register) == before
    with at_terminal(*command, folder=register, **OWN) as terminal:
        terminal.answer("Go on? (yes/no)", "y")
        assert terminal.end() == 0
    assert commits(register) == before + 1


@pytest.mark.parametrize(
    "line",
    [
        "waive no-such-rule",
        "absent kom-11",
        "record grannar-analyz",
        "assign kom-7 kom-samm --from 2025-03-01",
    ],
)
def test_nobody_answers_questions_in_vain(register: Path, line: str) -> None:
    with at_terminal(*line.split(), folder=register, **OWN) as terminal:
        assert terminal.end() == 2
        assert "There is no" in terminal.screen
        assert "? " not in terminal.screen


def test_what_a_person_has_seen_is_not_told_anew(register: Path) -> None:
    command = ("release", "kom-1", "--until", "2026-11-30")
    with at_terminal(*command, folder=register, **OWN) as terminal:
        terminal.answer("Go on? (yes/no)", "y")
        assert terminal.end() == 0
        assert terminal.screen.count("vacant from 1 December 2026") == 1


def test_yes_asks_nothing(register: Path) -> None:
    command = ("release", "kom-1", "--until", "2026-11-30", "--yes")
    with at_terminal(*command, folder=register, **OWN) as terminal:
        assert terminal.end() == 0
        assert "Go on?" not in terminal.screen


def test_the_latest_period_is_offered(register: Path) -> None:
    command = ("record", "grannar-analys", "--on", "2025-12-20")
    with at_terminal(*command, folder=register, **OWN) as terminal:
        terminal.answer("For which period, or range of periods?", "?")
        terminal.wait_for("Not done yet: 2025")
        terminal.answer("For which period, or range of periods?", "2025-W01")
        terminal.wait_for("“2025-W01” is no period of grannar-analys. Its periods are 2024 to 2026")
        terminal.answer("For which period, or range of periods?", "")
        terminal.answer("Where is it filed?", "KS 2025/1")
        assert terminal.end() == 0
    assert added(register)[-1] == (
        "+  - {duty: grannar-analys, period: 2025, on: 2025-12-20, reference: KS 2025/1}"
    )


def test_whose_it_was_and_on_which_day_is_asked_for(register: Path) -> None:
    text = (register / FORM).read_text("utf-8")
    write(register, {FORM: text.replace("who: {all: [kom, pol]}", "who: {each: [kom, pol]}")})
    git(register, "commit", "--quiet", "--all", "-m", "Var sin")
    today = day_of("").isoformat()
    with at_terminal("record", "grannar-analys", "2023", folder=register, **OWN) as terminal:
        assert terminal.end() == 2
        assert "“2023” is no period" in terminal.screen
        assert "? " not in terminal.screen
    with at_terminal("record", "grannar-analys", "2025", folder=register, **OWN) as terminal:
        terminal.answer("Which party? (kom, pol)", "kom")
        terminal.answer(f"On which day was it done? (year-month-day) [{today}]", "2199-01-01")
        terminal.wait_for("1 January 2199 has not come yet.")
        terminal.answer("On which day was it done?", "2025-12-05")
        terminal.wait_for("Committed as ")
        assert terminal.end() == 0
        assert "No day was given" not in terminal.screen
    assert added(register)[-1].endswith("period: 2025, party: kom, on: 2025-12-05}")
    own = ("record", "grannar-analys", "2025", "--party", "pol", "--yes")
    with at_terminal(*own, folder=register, **OWN) as terminal:
        terminal.wait_for("No day was given, so it was done today, ")
        assert terminal.end() == 0
        assert "On which day" not in terminal.screen
    assert added(register)[-1].endswith(f"period: 2025, party: pol, on: {today}}}")


def test_only_rules_that_find_something_can_be_waived_when_asked(register: Path) -> None:
    given = ("--reason", "Rekrytering.", "--owner", "Chefen", "--until", "2199-01-01")
    with at_terminal("waive", *given, folder=register, **OWN) as terminal:
        terminal.answer("Which rule?", "?")
        terminal.wait_for("The words are: ")
        listed = terminal.screen.rpartition("The words are: ")[2]
        terminal.answer("Which rule?", "sides-asymmetric")
        assert terminal.end() == 0
    assert "sides-asymmetric" in listed
    assert "yaml-syntax" not in listed
    assert "subject: grannar" in git(register, "show", "HEAD:agreement/waivers.yaml")


def test_nobody_is_to_be_named_as_owner(register: Path) -> None:
    own = ("waive", "sides-asymmetric", "--reason", "Avtalat.", "--until", "2199-01-01")
    with at_terminal(*own, folder=register, **OWN) as terminal:
        terminal.answer("answers for it? (never a person's name)", "Kommunpolis")
        assert terminal.end() == 0


def test_who_revises_sees_the_change_before_being_asked_why(register: Path) -> None:
    path = "agreement/terms/guarantees/kom.yaml"
    text = (register / path).read_text("utf-8")
    write(register, {path: text.replace("at-least: 1", "at-least: 2")})
    with at_terminal("revise", folder=register, **OWN, SAMVERKAN_LANG="sv") as terminal:
        terminal.wait_for("minst 1 → minst 2")
        terminal.answer("Varför ändras villkoren?", "Fler behövs.")
        terminal.answer("Vem beslutade?", "Kommunstyrelsen")
        terminal.answer("Vilken dag?", "i går")
        terminal.wait_for("2025-03-31")
        terminal.answer("Vilken dag?", "2025-05-06")
        terminal.answer("Var finns beslutet?", "KS 2025/9")
        terminal.wait_for("Sparat i git som ")
        assert terminal.end() == 0
    assert "Samverkan-Decided-By: Kommunstyrelsen" in git(register, "log", "-1", "--format=%B")


def test_an_absence_is_asked_for_with_what_each_word_means(register: Path) -> None:
    command = ("absent", "kom-1", "--from", "2025-03-01")
    with at_terminal(*command, folder=register, **OWN, SAMVERKAN_LANG="sv") as terminal:
        terminal.wait_for("vacant (vakant tjänst), on-leave (ledig), seconded (placerad")
        terminal.answer("other (frånvarande)", "sjuk")
        terminal.wait_for("Tillåtna ord: vacant, on-leave")
        terminal.answer("Varför är den frånvarande?", "Ledig")
        terminal.answer("Fortsätta? (ja/nej)", "ja")
        assert terminal.end() == 0
    assert added(register)[-1] == "+  - {post: kom-1, from: 2025-03-01, reason: on-leave}"


def test_who_stops_has_changed_nothing(register: Path) -> None:
    before = commits(register)
    with at_terminal("absent", "kom-1", folder=register, **OWN) as terminal:
        terminal.wait_for("Why is it away?")
        terminal.type(CTRL_C)
        assert terminal.end() == 130
    assert commits(register) == before
    assert git(register, "status", "--porcelain") == ""
