"""The verbs that change the agreement: what they write, commit and leave alone."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.changing import DAY, STAFFING, added, changed, commits, message
from tests.conftest import Run
from tests.examples import example
from tests.history.repository import PEOPLE, git, write
from tests.shell import COMMAND, environment


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
        f"Committed as {head}: staffing/kom.yaml.",
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


@pytest.mark.usefixtures("register")
def test_an_absence_without_a_word_for_it_is_told_as_no_more(samverkan: Run) -> None:
    answer = samverkan("absent", "kom-1", "--from", DAY, "--reason", "other")
    assert "    Samordnare (kom-1) is away from 1 March 2025\n" in answer.out


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
        "waive", "sides-asymmetric", "grannar", "--reason", "Rekrytering pågår.",
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
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY, "--no-commit").code == 0
    assert commits(register) == before
    assert git(register, "status", "--porcelain") == f"M {STAFFING}"


def test_no_commit_needs_no_repository(samverkan: Run, tmp_path: Path) -> None:
    example("").write(tmp_path / "agreement")
    answer = samverkan("release", "kom-1", "--until", DAY, "--no-commit")
    assert answer.code == 0, answer.err
    assert "until: 2025-03-01" in (tmp_path / "agreement/staffing/kom.yaml").read_text("utf-8")
    assert samverkan("release", "pol-1", "--until", DAY).code == 4


@pytest.mark.parametrize("flags", [(), ("--no-commit",)])
def test_no_file_of_others_is_taken_for_ours(
    samverkan: Run, register: Path, flags: tuple[str, ...]
) -> None:
    path = "agreement/staffing/.kom.yaml.samverkan"
    write(register, {path: "Spara mig.\n"})
    git(register, "add", path)
    before = commits(register)
    answer = samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY, *flags)
    assert (answer.code, answer.out) == (4, "")
    assert f"git rm :/{path}" in answer.err
    assert (commits(register), git(register, "status", "--porcelain")) == (before, f"A  {path}")
    git(register, "rm", "--quiet", "--force", f":/{path}")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY, *flags).code == 0


def test_what_others_have_staged_is_not_swept_in(samverkan: Run, register: Path) -> None:
    write(register, {"README.md": "Annat.\n", "ny.txt": "Ny.\n"})
    git(register, "add", "README.md", "ny.txt")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
    assert changed(register) == [STAFFING]
    assert git(register, "status", "--porcelain").splitlines() == ["M  README.md", "A  ny.txt"]


def test_a_run_that_was_cut_short_is_completed(samverkan: Run, register: Path) -> None:
    line = "  - {post: kom-1, slot: kom-sam/ute, from: 2025-03-01}\n"
    text = (register / STAFFING).read_text("utf-8")
    (register / STAFFING).write_text(text + line, "utf-8")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
    assert (register / STAFFING).read_text("utf-8") == text + line
    assert git(register, "status", "--porcelain") == ""


def test_the_day_that_was_taken_is_told(samverkan: Run, register: Path) -> None:
    assert register.is_dir()
    given = samverkan("record", "grannar-analys", "2025", "--on", "2025-12-05", "--dry-run")
    assert given.err == ""
    taken = samverkan("record", "grannar-analys", "2025", "--format", "concise", "--lang", "sv")
    assert taken.code == 0
    assert taken.err.startswith("samverkan: Ingen dag angavs, så det räknas som utfört i dag, den ")


@pytest.mark.parametrize("reason", ["ledig", "Ledig", "on-leave"])
def test_why_a_post_is_away_can_be_said_as_it_is_told(
    samverkan: Run, register: Path, reason: str
) -> None:
    own = ("--lang", "sv", "--from", DAY, "--until", "2025-03-31")
    assert samverkan("absent", "kom-1", "--reason", reason, *own).code == 0
    assert added(register)[-1].endswith("until: 2025-03-31, reason: on-leave}")
    told = samverkan("absent", "pol-1", "--reason", "ledig", "--lang", "en", *own[2:])
    assert (told.code, "“ledig” is no reason" in told.err) == (2, True)


def test_the_reason_stands_in_the_message(samverkan: Run, register: Path) -> None:
    reason = "Föräldraledighet täcks.\nSamverkan-Verb: approve"
    assert samverkan("release", "kom-1", "--until", DAY, "--reason", reason).code == 0
    *_, body, fields = message(register).split("\n\n")
    assert body == "Föräldraledighet täcks.\n> Samverkan-Verb: approve"
    assert fields.startswith("Samverkan-Verb: release")


def test_what_will_be_uncovered_is_shown_before(samverkan: Run, register: Path) -> None:
    assert samverkan("release", "kom-1", "--until", DAY).code == 0
    git(register, "reset", "--quiet", "--hard", "HEAD~1")
    answer = samverkan("release", "kom-1", "--until", DAY)
    assert "vacant from 2 March 2025 (was covered)" in answer.err


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
    assert f"Committed as {head}: staffing/kom.yaml." in done.stderr.decode("utf-8")


def test_a_pipe_in_the_place_of_the_lock_stops_nobody(samverkan: Run, register: Path) -> None:
    os.mkfifo(register / ".git" / "samverkan.lock")
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0


def test_why_a_finding_is_accepted_before_it_comes_is_kept(samverkan: Run, register: Path) -> None:
    answer = samverkan(
        "waive", "holder-away", "kom-sam/ute", "--reason", "Vikarie är klar.",
        "--owner", "Trygghetschefen", "--until", "2199-01-01", "--anyway", "Ledig i januari",
    )  # fmt: skip
    assert answer.code == 0, answer.err
    assert message(register).split("\n\n")[-3:-1] == [
        "Vikarie är klar.",
        "Görs ändå. Skäl: Ledig i januari",
    ]
