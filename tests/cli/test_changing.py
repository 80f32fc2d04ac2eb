"""The verbs that change the agreement: what they write, commit, show and refuse."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.changing import STAFFING, added, begin, changed, commits, message
from tests.conftest import Run
from tests.examples import example
from tests.history.repository import PEOPLE, git, write
from tests.shell import COMMAND, environment

DAY = "2025-03-01"
SCHEMA = Path(__file__).parents[2] / "schemas/output/change.schema.json"


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register."""
    # Asked for first, since it moves to a folder of its own.
    assert callable(samverkan)
    return begin(tmp_path / "register", monkeypatch)


def test_assign_writes_one_line_and_commits_it_alone(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY, "--share", "50")
    assert (answer.code, answer.err) == (0, "")
    assert commits(register) == before + 1
    assert changed(register) == [STAFFING]
    assert added(register) == [
        "+  - {post: kom-1, slot: kom-sam/ute, from: 2025-03-01, share: 50 %}"
    ]
    assert message(register) == (
        "Bemanna kom-sam/ute med kom-1 från 2025-03-01\n\n"
        "Samverkan-Verb: assign\nSamverkan-Post: kom-1\nSamverkan-Slot: kom-sam/ute"
    )
    assert git(register, "status", "--porcelain") == ""


def test_the_answer_tells_what_follows(samverkan: Run, register: Path) -> None:
    out = samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).out
    head = git(register, "rev-parse", "--short=7", "HEAD")
    assert out.splitlines()[:2] == [
        "Assign kom-1 to kom-sam/ute from 2025-03-01",
        f"Committed as {head}.",
    ]
    assert "covered from 1 March 2025 (was unknown)" in out


def test_a_new_post_is_written_with_its_assignment(samverkan: Run, register: Path) -> None:
    answer = samverkan("assign", "kom-2", "kom-sam/ute", "--from", DAY, "--title", "Fältassistent")
    assert answer.code == 0
    assert added(register) == [
        "+  - {id: kom-2, title: Fältassistent}",
        "+  - {post: kom-2, slot: kom-sam/ute, from: 2025-03-01}",
    ]


def test_release_ends_what_is_assigned(samverkan: Run, register: Path) -> None:
    answer = samverkan("release", "kom-1", "--until", "2025-06-30")
    assert answer.code == 0
    assert added(register) == [
        "-  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}",
        "+  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-06-30}",
    ]
    assert "vacant from 1 July 2025 (was covered)" in answer.out


def test_absent_and_back(samverkan: Run, register: Path) -> None:
    assert samverkan("absent", "kom-1", "--from", DAY, "--reason", "on-leave").code == 0
    assert added(register)[-1] == "+  - {post: kom-1, from: 2025-03-01, reason: on-leave}"
    assert samverkan("absent", "kom-1", "--until", "2025-04-30").code == 0
    assert added(register)[-1] == (
        "+  - {post: kom-1, from: 2025-03-01, until: 2025-04-30, reason: on-leave}"
    )


def test_record_makes_the_file_of_a_new_year(samverkan: Run, register: Path) -> None:
    answer = samverkan(
        "record", "grannar-analys", "2025", "--on", "2025-12-05", "--reference", "KS 2025/7"
    )
    assert answer.code == 0
    assert changed(register) == ["agreement/records/2025.yaml"]
    assert added(register)[-1] == (
        "+  - {duty: grannar-analys, period: 2025, on: 2025-12-05, reference: KS 2025/7}"
    )


def test_waive_accepts_a_finding(samverkan: Run, register: Path) -> None:
    answer = samverkan(
        "waive", "staffing-unknown", "kom-sam/ute", "--reason", "Rekrytering pågår.",
        "--owner", "Trygghetschefen", "--until", "2199-01-01",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert changed(register) == ["agreement/waivers.yaml"]


def test_dry_run_writes_nothing_and_shows_lines(samverkan: Run, register: Path) -> None:
    before = commits(register), (register / STAFFING).read_bytes()
    answer = samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY, "--dry-run")
    assert answer.code == 0
    assert (commits(register), (register / STAFFING).read_bytes()) == before
    assert "+  - {post: kom-1, slot: kom-sam/ute, from: 2025-03-01}" in answer.out.splitlines()


def test_no_commit_writes_and_leaves_it(samverkan: Run, register: Path) -> None:
    before = commits(register)
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--no-commit").code == 0
    assert commits(register) == before
    assert git(register, "status", "--porcelain") == f"M {STAFFING}"


def test_no_commit_needs_no_repository(samverkan: Run, tmp_path: Path) -> None:
    example("").write(tmp_path / "agreement")
    answer = samverkan("release", "kom-1", "--until", DAY, "--no-commit")
    assert answer.code == 0, answer.err
    assert "until: 2025-03-01" in (tmp_path / "agreement/staffing/kom.yaml").read_text("utf-8")
    assert samverkan("release", "pol-1", "--until", DAY).code == 4


def test_what_others_have_staged_is_not_swept_in(samverkan: Run, register: Path) -> None:
    write(register, {"README.md": "Annat.\n", "ny.txt": "Ny.\n"})
    git(register, "add", "README.md", "ny.txt")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
    assert changed(register) == [STAFFING]
    assert git(register, "status", "--porcelain").splitlines() == ["M  README.md", "A  ny.txt"]


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


def test_a_run_that_was_cut_short_is_completed(samverkan: Run, register: Path) -> None:
    line = "  - {post: kom-1, slot: kom-sam/ute, from: 2025-03-01}\n"
    text = (register / STAFFING).read_text("utf-8")
    (register / STAFFING).write_text(text + line, "utf-8")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
    assert (register / STAFFING).read_text("utf-8") == text + line
    assert git(register, "status", "--porcelain") == ""


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


def test_what_is_not_committed_is_not_counted(samverkan: Run, register: Path) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("id: ute", "id: inne"), "utf-8")
    answer = samverkan("assign", "kom-1", "kom-sam/inne", "--from", DAY)
    assert answer.code == 2
    assert "not committed" in answer.err


def test_the_reason_stands_in_the_message(samverkan: Run, register: Path) -> None:
    reason = "Föräldraledighet täcks.\nSamverkan-Verb: approve"
    assert samverkan("release", "kom-1", "--until", DAY, "--reason", reason).code == 0
    *_, body, fields = message(register).split("\n\n")
    assert body == "Föräldraledighet täcks.\n> Samverkan-Verb: approve"
    assert fields.startswith("Samverkan-Verb: release")


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize("flags", [(), ("--dry-run",), ("--no-commit",)])
def test_json_follows_its_schema(samverkan: Run, flags: tuple[str, ...]) -> None:
    answer = samverkan("release", "kom-1", "--until", DAY, "--format", "json", *flags)
    told = json.loads(answer.out)
    Draft202012Validator(json.loads(SCHEMA.read_text("utf-8"))).validate(told)
    assert told["done"] == {"--dry-run": "proposed", "--no-commit": "written"}.get(
        "".join(flags), "committed"
    )


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


def test_revise_commits_edited_terms_with_their_decision(samverkan: Run, register: Path) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("{at-least: 1}", "{at-least: 2}"), "utf-8")
    write(register, {"agreement/staffing/pol.yaml": "party: pol\n"})
    answer = samverkan(
        "revise", "--reason", "Mer behövs.", "--body", "Kommunstyrelsen", "--decided", DAY,
        "--reference", "KS 2025/9",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert changed(register) == [
        "agreement/terms/agreement.yaml",
        "agreement/terms/guarantees/kom.yaml",
    ]
    assert git(register, "status", "--porcelain") == "M agreement/staffing/pol.yaml"
    text = (register / "agreement/terms/agreement.yaml").read_text("utf-8")
    assert "number: 2" in text
    assert "KS 2025/9" in text
    assert message(register) == (
        "Revidera villkoren: revidering 2\n\nMer behövs.\n\n"
        "Samverkan-Verb: revise\nSamverkan-Revision: 2\nSamverkan-Decided-By: Kommunstyrelsen\n"
        "Samverkan-Decided-On: 2025-03-01\nSamverkan-Reference: KS 2025/9"
    )
    again = samverkan("revise", "--reason", "x", "--body", "y", "--decided", DAY)
    assert again.code == 2
    assert "nothing to revise" in again.err


def test_revise_takes_files_away(samverkan: Run, register: Path) -> None:
    (register / "agreement/terms/guarantees/pol.yaml").unlink()
    (register / "agreement/staffing/pol.yaml").write_text("party: pol\n", "utf-8")
    git(register, "commit", "--quiet", "--all", "-m", "Utan polis")
    (register / "agreement/terms/forms/grannar.yaml").unlink()
    answer = samverkan(
        "revise", "--reason", "Formen upphör.", "--body", "Kommunstyrelsen", "--decided", DAY,
        "--anyway", "Redovisningen finns kvar",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert "agreement/terms/forms/grannar.yaml" in changed(register)
    assert git(register, "status", "--porcelain") == ""


def test_revise_refuses_errors(samverkan: Run, register: Path) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    before = commits(register), path.read_text("utf-8")
    path.write_text(before[1].replace("forms: [grannar]", "forms: [granar]"), "utf-8")
    answer = samverkan("revise", "--reason", "x", "--body", "y", "--decided", DAY)
    assert answer.code == 1
    assert "granar" in answer.err
    assert commits(register) == before[0]
    path.write_text("party: [kom\n", "utf-8")
    answer = samverkan("revise", "--reason", "x", "--body", "y", "--decided", DAY)
    assert answer.code == 2
    assert commits(register) == before[0]


def test_a_revision_that_was_cut_short_is_completed(samverkan: Run, register: Path) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("{at-least: 1}", "{at-least: 2}"), "utf-8")
    command = ("revise", "--reason", "Mer.", "--body", "Nämnden", "--decided", DAY)
    assert samverkan(*command, "--no-commit").code == 0
    other = samverkan("revise", "--reason", "Annat.", "--body", "Nämnden", "--decided", DAY)
    assert other.code == 2
    assert "note of revision 2 already" in " ".join(other.err.split())
    assert samverkan(*command).code == 0
    text = (register / "agreement/terms/agreement.yaml").read_text("utf-8")
    assert text.count("number: 2") == 1
    assert git(register, "status", "--porcelain") == ""


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


def test_what_will_be_uncovered_is_shown_before(samverkan: Run, register: Path) -> None:
    assert samverkan("release", "kom-1", "--until", DAY).code == 0
    git(register, "reset", "--quiet", "--hard", "HEAD~1")
    answer = samverkan("release", "kom-1", "--until", DAY)
    assert "vacant from 2 March 2025 (was covered)" in answer.err


def test_what_is_to_come_is_not_recorded(samverkan: Run, register: Path) -> None:
    before = commits(register)
    answer = samverkan("record", "grannar-analys", "2026", "--on", "2199-01-01")
    assert answer.code == 2
    assert "1 January 2199 has not come yet." in answer.err
    assert commits(register) == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_commit_is_no_failure_though_its_answer_is_lost(register: Path) -> None:
    command = [*COMMAND, "assign", "kom-1", "kom-sam/ute", "--from", DAY]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command,
            cwd=register,
            check=False,
            env=environment(**PEOPLE),
            stdout=full,
            stderr=subprocess.PIPE,
        )
    head = git(register, "rev-parse", "--short=7", "HEAD")
    assert done.returncode == 0
    assert f"Committed as {head}." in done.stderr.decode("utf-8")


def test_a_pipe_in_the_place_of_the_lock_stops_nobody(samverkan: Run, register: Path) -> None:
    os.mkfifo(register / ".git" / "samverkan.lock")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
