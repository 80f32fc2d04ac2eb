"""What the verbs refuse, and the cure that is told."""

import json
from pathlib import Path

import pytest

from tests.cli.changing import DAY, STAFFING, commits, message
from tests.conftest import Run


def test_a_file_with_changes_is_refused(samverkan: Run, register: Path) -> None:
    text = (register / STAFFING).read_text("utf-8")
    (register / STAFFING).write_text(text + "# anteckning\n", "utf-8")
    before = commits(register)
    answer = samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY)
    assert answer.code == 4
    assert STAFFING in answer.err
    assert (commits(register), (register / STAFFING).read_text("utf-8")) == (
        before,
        text + "# anteckning\n",
    )


def test_new_errors_are_refused_and_accepted_with_a_reason(samverkan: Run, register: Path) -> None:
    before = commits(register)
    command = ("assign", "kom-1", "kom-sam/samordnare", "--from", "2024-05-01")
    answer = samverkan(*command)
    assert answer.code == 1
    assert "Nothing was changed: it would bring the errors above." in answer.err
    assert commits(register) == before
    assert samverkan(*command, "--anyway", "Provar en sak").code == 0
    assert "Görs trots" in message(register)
    assert "Provar en sak" in message(register)


@pytest.mark.parametrize(
    ("wrong", "reason", "anyway", "told"),
    [
        (False, "Ny", "beslutat i KS", "Ny. Görs ändå. Skäl: beslutat i KS"),
        (False, "Ny!", "beslutat i KS", "Ny! Görs ändå. Skäl: beslutat i KS"),
        (False, "beslutat i KS", "beslutat i KS", "beslutat i KS"),
        (False, "", "beslutat i KS", "beslutat i KS"),
        (True, "Ny", "beslutat", "Ny. Görs trots assignment-overlap. Skäl: beslutat"),
        (True, "beslutat", "beslutat", "Görs trots assignment-overlap. Skäl: beslutat"),
    ],
)
def test_each_reason_is_told_once(
    samverkan: Run, register: Path, wrong: bool, reason: str, anyway: str, told: str
) -> None:
    assert register.is_dir()
    slot = "kom-sam/samordnare" if wrong else "kom-sam/ute"
    given = ("--from", "2024-05-01", "--reason", reason, "--anyway", anyway)
    assert samverkan("assign", "kom-1", slot, *given).code == 0
    (entry, *_) = json.loads(samverkan("log", "--format", "json", "--number", "1").out)["entries"]
    assert entry["reason"] == told


def test_what_is_not_committed_is_not_counted(samverkan: Run, register: Path) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("id: ute", "id: inne"), "utf-8")
    answer = samverkan("assign", "kom-1", "kom-sam/inne", "--from", DAY)
    assert answer.code == 2
    assert "not committed" in answer.err


MISSING = {
    "assign": "POST, SLOT are missing.",
    "assign kom-1": "SLOT is missing.",
    "release": "POST is missing.",
    "absent": "POST, --reason are missing.",
    "absent --until 2025-05-01": "POST is missing.",
    "record": "DUTY is missing.",
    "waive": "RULE, --reason, --owner, --until are missing.",
    "waive staffing-unknown --owner chef": "--reason, --until are missing.",
    "revise": "--reason, --body, --decided are missing.",
}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("line", MISSING)
def test_all_that_is_missing_is_told_at_once_where_nobody_can_be_asked(
    samverkan: Run, line: str
) -> None:
    answer = samverkan(*line.split())
    assert (answer.code, answer.out) == (2, "")
    said = " ".join(answer.err.split())
    assert said.startswith(f"samverkan: {MISSING[line]} = cure: ")
    assert f"“samverkan {line.split(maxsplit=1)[0]} --help”" in said


WRONG = {
    "assign kom-1 kom-sam/ute --until 2020-01-01": "without --from, it is today.",
    "assign kom-1 pol-sma": "Did you mean “pol-sam”?",
    "record grannar-analys 2027": "Its periods are 2024 to 2026, and a range is written FIRST",
    "absent kom-1": "Write one of these: --reason vacant, on-leave",
}


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("line", WRONG)
def test_a_cure_helps(samverkan: Run, line: str) -> None:
    answer = samverkan(*line.split())
    assert (answer.code, answer.out) == (2, "")
    assert WRONG[line] in " ".join(answer.err.split())


def test_personal_data_is_refused(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan(
        "assign", "kom-2", "kom-sam/ute", "--title", "Anna 19811218-9876", "--anyway", "ja"
    )
    assert answer.code == 2
    assert "9876" not in answer.err
    assert commits(register) == before


def test_a_cure_is_that_of_what_is_wrong(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan("assign", "kom-2", "kom-sam/ute", "--title", "Anna 19811218-9876")
    assert answer.code == 2
    assert "not committed" not in answer.err
    assert commits(register) == before


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("option", ["--reason", "--anyway"])
def test_no_personal_number_in_a_reason(samverkan: Run, option: str) -> None:
    text = "Ringde 19811218-9876"
    for more in ((), ("--dry-run",)):
        answer = samverkan("release", "kom-1", "--until", DAY, option, text, *more)
        assert (answer.code, answer.out) == (2, "")
        assert option in answer.err
        assert "9876" not in answer.err


def test_a_reason_is_kept_or_refused(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan("release", "kom-1", "--until", DAY, "--reason", "Flytt", "--no-commit")
    assert answer.code == 2
    assert commits(register) == before
    assert samverkan("release", "kom-1", "--until", DAY, "--anyway", "Ändå").code == 0
    assert "Ändå" in message(register)


def test_what_is_to_come_is_not_recorded(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan("record", "grannar-analys", "2026", "--on", "2199-01-01")
    assert answer.code == 2
    assert "1 January 2199 has not come yet." in answer.err
    assert commits(register) == before
