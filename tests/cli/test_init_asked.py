"""What `init` asks the person at a terminal, and what becomes of the answers."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.model.frame import Party
from samverkan_cli.model.period import Period
from samverkan_cli.store.register import read_at
from tests.history.repository import PEOPLE, git
from tests.terminal import CTRL_C, CTRL_D, at_terminal

OWN = PEOPLE | {"HOME": "/nonexistent"}


def test_everything_is_asked_for_where_nothing_is_given(tmp_path: Path) -> None:
    with at_terminal("init", "reg", folder=tmp_path, **OWN) as terminal:
        terminal.answer("What is the agreement called?", "")
        terminal.wait_for("A name must be written.")
        terminal.answer("What is the agreement called?", "Samverkan på Ön\x1b[D")
        terminal.wait_for("invisible character")
        terminal.answer("What is the agreement called?", "  Samverkan   på Ön ")
        terminal.answer("Name of party 1", "Exempel kommun")
        terminal.answer(
            "A short id for it, which will name its files [exempel-kommun]", "Kommunen!"
        )
        terminal.wait_for("“Kommunen!” is no id")
        terminal.answer("[exempel-kommun]", "kom")
        terminal.answer("Name of party 2", "Gatans vänner")
        terminal.answer("[gatans-vänner]", "kom")
        terminal.wait_for("Two parties cannot both have the id “kom”.")
        terminal.answer("[gatans-vänner]", "")
        terminal.answer("What kind of party is Gatans vänner? (? lists the kinds)", "?")
        terminal.wait_for("The kinds are: municipality (municipality), police-area (local")
        terminal.answer("What kind of party is Gatans vänner?", "asociation")
        terminal.wait_for("Did you mean “association”?")
        terminal.answer("[other]", "förening")
        terminal.answer("Name of party 3 (Enter if there are no more)", "")
        terminal.answer("From which day", "soon")
        terminal.wait_for("for example 2025-03-31")
        terminal.answer("From which day", "2027-01-01")
        terminal.answer("Until which day", "2026-12-31")
        terminal.wait_for("That is before the first day, 1 January 2027.")
        terminal.answer("Until which day", "2028-12-31")
        assert terminal.end() == 0
        assert "Committed as " in terminal.screen
    register = read_at(tmp_path / "reg" / "agreement")
    assert register.faults == ()
    known = register.agreement
    assert known is not None
    assert (known.title, known.language) == ("Samverkan på Ön", "en")
    assert known.period == Period(date(2027, 1, 1), date(2028, 12, 31))
    assert known.parties == (
        Party(id="kom", title="Exempel kommun", kind="municipality"),
        Party(id="gatans-vänner", title="Gatans vänner", kind="association"),
    )
    assert git(tmp_path / "reg", "rev-list", "--count", "HEAD") == "1"


def test_only_what_is_missing_is_asked_for_in_the_language_of_the_run(tmp_path: Path) -> None:
    given = ("--lang", "sv", "--party", "kom=Kommunen", "--from", "2027-01-01", "--no-commit")
    with at_terminal("init", *given, folder=tmp_path) as terminal:
        terminal.answer("Vad heter överenskommelsen?", "Exempel")
        terminal.answer("Namn på part 2", "Polisen")
        terminal.answer("[polisen]", "pol")
        terminal.answer("Namn på part 3 (Enter om de inte är fler)", "")
        assert terminal.end() == 0
        assert "vilken dag" not in terminal.screen
    known = read_at(tmp_path / "agreement").agreement
    assert known is not None
    assert [party.id for party in known.parties] == ["kom", "pol"]
    assert (known.language, known.period.is_open) == ("sv", True)


def test_a_kind_can_be_called_as_it_is_told(tmp_path: Path) -> None:
    given = ("--lang", "sv", "--title", "Ö", "--party", "kom=Kommunen", "--from", "2027-01-01")
    with at_terminal("init", *given, "--no-commit", folder=tmp_path) as terminal:
        terminal.answer("Namn på part 2", "Sparven")
        terminal.answer("[sparven]", "")
        terminal.answer("Vilket slags part är Sparven?", "Enhet i en organisation")
        terminal.answer("Namn på part 3", "")
        assert terminal.end() == 0
    known = read_at(tmp_path / "agreement").agreement
    assert known is not None
    assert known.parties[1].kind == "unit"


def test_nothing_is_asked_for_where_all_is_given(tmp_path: Path) -> None:
    given = ("--title", "X", "--party", "a=A", "--party", "b=B", "--from", "2027-01-01")
    with at_terminal("init", *given, "--no-commit", folder=tmp_path) as terminal:
        assert terminal.end() == 0
        assert "?" not in terminal.screen


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
@pytest.mark.parametrize("language", ["en", "sv"])
def test_who_stops_gets_130_and_nothing_is_written(tmp_path: Path, key: str, language: str) -> None:
    own = OWN | {"SAMVERKAN_LANG": language}
    with at_terminal("init", "reg", folder=tmp_path, **own) as terminal:
        terminal.wait_for("? ")
        terminal.type("Exempel\n")
        terminal.wait_for("1: ")
        terminal.type(key)
        assert terminal.end() == 130
        stopped = {"en": "Stopped; nothing is written.", "sv": "Avbrutet. Ingenting är skrivet."}
        assert terminal.screen.endswith(f"{stopped[language]}\n")
    assert [*tmp_path.iterdir()] == []


def test_who_is_nobody_to_git_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    with at_terminal("init", "new/reg", folder=tmp_path, HOME="/nonexistent") as terminal:
        assert terminal.end() == 4
        assert "Git does not know who you are" in terminal.screen
        assert "called?" not in terminal.screen
    with at_terminal("init", "--no-commit", folder=tmp_path, HOME="/nonexistent") as terminal:
        terminal.wait_for("called?")
        terminal.type(CTRL_C)
        assert terminal.end() == 130


def test_who_has_an_agreement_already_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    (tmp_path / "agreement" / "terms").mkdir(parents=True)
    (tmp_path / "agreement" / "terms" / "agreement.yaml").write_text("id: x\n", "utf-8")
    with at_terminal("init", folder=tmp_path) as terminal:
        assert terminal.end() == 2
        assert "There is an agreement in" in terminal.screen
        assert "called?" not in terminal.screen
