"""Of who holds a protected function the verbs write and say nothing that is passed on to others."""

import json
from pathlib import Path

import pytest

from tests.cli.changing import STAFFING, begin, commits, message
from tests.conftest import Run
from tests.history.repository import PEOPLE, commit, git, write
from tests.terminal import at_terminal

DAY = "2025-03-01"
TERMS = """\
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - {id: ute, protected: true, kind: operative, holders: {at-least: 1}, forms: [grannar]}
      - id: inne
        kind: operative
        holders: {at-least: 1}
        functions: [{id: a, forms: [grannar]}, {id: b, forms: [grannar], protected: true}]
"""
HOLDERS = """\
party: kom
posts:
  - {id: kom-1, title: Samordnare}
  - {id: kom-7, title: Utredare}
  - {id: kom-8, title: Analytiker}
assignments:
  # Öppet.
  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
  # Skyddat.
  - {post: kom-7, slot: kom-sam/ute, from: 2024-01-01}
  # Nedan samma roll.
  - post: kom-8
    slot: kom-sam/ute
    from: 2024-01-01
    until: 2024-12-31
absences: []
"""
NEW = ["+  - post: kom-1", "+    slot: kom-sam/inne"]
SECRET = ("kom-7", "kom-8", "Utredare", "Analytiker")
BOTH = ["text", "json", "concise"]


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register where two functions are protected."""
    # Asked for first, since it moves to a folder of its own.
    assert callable(samverkan)
    folder = begin(tmp_path / "register", monkeypatch)
    write(folder, {"agreement/terms/guarantees/kom.yaml": TERMS, STAFFING: HOLDERS})
    commit(folder, "Skydda")
    return folder


def told(text: str, *others: str) -> list[str]:
    """Return what is named in a text of the holders."""
    return [word for word in (*SECRET, *others) if word in text]


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize(
    "command",
    [
        ("assign", "kom-1", "kom-sam/ute", "--from", DAY),
        ("assign", "kom-1", "kom-sam/inne/b", "--from", DAY),
        ("assign", "kom-1", "kom-sam/inne", "--from", DAY),
        ("release", "kom-7", "--until", DAY),
        ("release", "kom-7", "kom-sam/ute", "--until", DAY),
        ("release", "kom-8", "--until", "2024-06-30"),
    ],
)
def test_no_message_names_who_holds_a_protected_function(
    samverkan: Run, register: Path, command: tuple[str, ...], language: str
) -> None:
    proposed = [
        samverkan(*command, "--dry-run", "--format", format_, "--lang", language)
        for format_ in BOTH
    ]
    answer = samverkan(*command, "--lang", language)
    assert answer.code == 0, answer.err
    for one in (answer, *proposed):
        assert one.out
        assert not told(one.out + one.err, command[1])
    assert not told(message(register), command[1])
    assert f"Samverkan-Verb: {command[0]}\nSamverkan-Slot: kom-sam/" in message(register)
    for format_ in ("text", "concise", "markdown", "json"):
        said = samverkan("log", "-n", "1", "--format", format_, "--lang", language).out
        assert "kom-sam/" in said
        assert not told(said, command[1])
    assert git(register, "status", "--porcelain") == ""


def test_an_open_function_of_the_same_role_goes_by_its_post(samverkan: Run, register: Path) -> None:
    assert samverkan("assign", "kom-1", "kom-sam/inne/a", "--from", DAY).code == 0
    assert "Samverkan-Post: kom-1" in message(register)
    assert "kom-1" in samverkan("log", "-n", "1").out


@pytest.mark.usefixtures("register")
def test_the_lines_of_a_dry_run_cover_every_holder_and_no_others(samverkan: Run) -> None:
    command = ("assign", "kom-1", "kom-sam/ute", "--from", DAY, "--dry-run")
    lines = json.loads(samverkan(*command, "--format", "json").out)["lines"]
    assert lines[3:] == [" …", " …", " …", "+…", "+…", "+…", " absences: []"]
    near = ("assign", "kom-1", "kom-sam/inne/a", "--from", DAY, "--dry-run", "--format", "json")
    assert json.loads(samverkan(*near).out)["lines"][3:8] == [" …", " …", " …", *NEW]
    out = samverkan(*command).out
    assert "+…" in out.splitlines()
    assert "“…” stands for a line that tells who holds a protected function." in out
    release = ("release", "kom-8", "--until", "2024-06-30", "--dry-run", "--format", "json")
    lines = json.loads(samverkan(*release).out)["lines"]
    assert [line for line in lines[3:] if line[:1] in "+-"] == ["-…", "+…"]
    lines = json.loads(samverkan("release", "kom-1", *release[2:]).out)["lines"]
    assert lines[-3:] == ["   # Skyddat.", " …", "   # Nedan samma roll."]


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("assign", "kom-7", "kom-sam/ute", "--from", "2024-01-01"), "That is written already."),
        (("release", "kom-1", "kom-sam/ute"), "The post does not hold kom-sam/ute"),
        (("assign", "kom-7", "kom-sam/ute", "--from", DAY), "assigned twice to “kom-sam/ute”"),
    ],
)
def test_no_refusal_names_a_holder(samverkan: Run, command: tuple[str, ...], words: str) -> None:
    answer = samverkan(*command)
    assert answer.code in (1, 2)
    assert words in " ".join(answer.err.split())
    assert not told(answer.err)


@pytest.mark.usefixtures("register")
def test_what_a_post_holds_is_listed_without_what_is_protected(samverkan: Run) -> None:
    assert samverkan("assign", "kom-1", "kom-sam/ute", "--from", DAY).code == 0
    answer = samverkan("release", "kom-1")
    assert answer.code == 2
    assert "Name the one, or write --all." in answer.err
    assert "kom-sam/" not in answer.err
    answer = samverkan("release", "kom-1", "kom-sam/inne")
    assert "It holds: kom-sam/samordnare." in " ".join(answer.err.split())


@pytest.mark.parametrize("format_", BOTH)
def test_an_absence_does_not_tell_what_the_post_holds(
    samverkan: Run, register: Path, format_: str
) -> None:
    before = commits(register)
    command = ("absent", "kom-7", "--from", DAY, "--reason", "other", "--format", format_)
    for answer in (samverkan(*command, "--dry-run"), samverkan(*command)):
        assert answer.code == 0, answer.err
        assert "kom-sam/" not in answer.out + answer.err
        assert "What follows" not in answer.out + answer.err
    assert commits(register) == before + 1


@pytest.mark.usefixtures("register")
def test_a_role_that_becomes_uncovered_is_told_as_such(samverkan: Run) -> None:
    command = ("release", "kom-7", "--until", DAY, "--dry-run", "--format", "json")
    (effect,) = json.loads(samverkan(*command).out)["effects"]
    assert (effect["function"], effect["before"], effect["after"]) == (
        "kom-sam/ute/ute", "covered", "vacant"
    )  # fmt: skip


def test_what_is_wrong_with_an_entry_is_told_without_its_post(
    samverkan: Run, register: Path
) -> None:
    twice = HOLDERS.replace("until: 2024-12-31", "until: 2023-12-31").replace(
        "absences",
        "  - {post: kom-7, slot: kom-sam/ute, from: 2024-02-01}\nabsences",
    )
    write(register, {STAFFING: twice})
    for format_ in BOTH:
        answer = samverkan("check", "--format", format_)
        assert answer.code == 1
        assert "assignment-overlap" in answer.out
        assert "date-order" in answer.out
        assert not told(answer.out, "kom-1,")


def test_at_a_terminal_the_person_is_asked_before_it_becomes_uncovered(register: Path) -> None:
    before = commits(register)
    command = ("absent", "kom-7", "--from", DAY, "--reason", "other")
    with at_terminal(*command, folder=register, **PEOPLE, HOME=str(register.parent)) as terminal:
        terminal.wait_for("A protected function is no longer covered on all its days.")
        terminal.answer("Go on?", "n")
        assert terminal.end() == 1
    assert commits(register) == before
