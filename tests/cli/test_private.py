"""Personal identity numbers: what is typed is neither kept nor repeated, what is found is not told.

Numbers that are made up for tests by the authority that gives them.
"""

import json
from pathlib import Path

import pytest

from tests.cli.changing import begin, commits
from tests.conftest import Run
from tests.history.repository import commit, write

NUMBER = "811218-9876"
PARTED = ("811218-\n9876", "811218\t9876", "811218\u200b9876", "8112\u00ad18-9876", "81121\n8-9876")


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register."""
    # Asked for first, since it moves to a folder of its own.
    assert callable(samverkan)
    return begin(tmp_path / "register", monkeypatch)


@pytest.mark.parametrize("text", [NUMBER, *PARTED])
@pytest.mark.parametrize("option", ["--reason", "--anyway", "--title"])
def test_no_commit_holds_a_number_however_it_is_parted(
    samverkan: Run, register: Path, option: str, text: str
) -> None:
    before = commits(register)
    answer = samverkan("assign", "kom-2", "kom-sam/ute", "--title", "Ny", option, f"se {text}")
    assert answer.code == 2
    assert "9876" not in answer.err + answer.out
    assert commits(register) == before


@pytest.mark.parametrize("text", [NUMBER, *PARTED])
@pytest.mark.parametrize("option", ["--reason", "--body", "--reference"])
def test_no_revision_holds_a_number_however_it_is_parted(
    samverkan: Run, register: Path, option: str, text: str
) -> None:
    path = register / "agreement/terms/guarantees/kom.yaml"
    path.write_text(path.read_text("utf-8").replace("{at-least: 1}", "{at-least: 2}"), "utf-8")
    before = commits(register)
    given = {"--reason": "Mer", "--body": "KS", "--reference": "KS 1"} | {option: f"se {text}"}
    arguments = [part for pair in given.items() for part in pair]
    answer = samverkan("revise", *arguments, "--decided", "2025-03-01", "--anyway", "ja")
    assert answer.code == 2
    assert "9876" not in answer.err + answer.out
    assert commits(register) == before


@pytest.mark.usefixtures("register")
@pytest.mark.parametrize(
    "arguments",
    [
        ("assign", NUMBER, "kom-sam/ute"),
        ("assign", "kom-1", NUMBER),
        ("assign", "kom-1", "kom-sam/ute", "--from", NUMBER),
        ("assign", "kom-1", "kom-sam/ute", "--share", NUMBER),
        ("absent", "kom-1", "--reason", NUMBER),
        ("record", "grannar-analys", NUMBER),
        ("waive", NUMBER),
        ("show", NUMBER),
        ("log", NUMBER),
        ("log", f"811218\u200b{NUMBER[-4:]}"),
        ("log", NUMBER, "--format", "json"),
        ("log", "--backdated", NUMBER),
        ("diff", NUMBER),
        ("status", "--on", NUMBER),
        ("status", "--as-of", NUMBER),
        ("status", "--agreement", NUMBER),
        ("status", "--format", NUMBER),
        ("status", NUMBER),
        ("explain", NUMBER),
        (NUMBER,),
        (f"--{NUMBER}",),
    ],
)
def test_a_number_that_is_typed_is_not_repeated(samverkan: Run, arguments: tuple[str, ...]) -> None:
    answer = samverkan(*arguments)
    assert answer.code in (2, 3, 4)
    assert answer.err
    assert "9876" not in answer.err + answer.out


def test_numbers_in_ids_and_names_of_files_are_not_told(samverkan: Run, register: Path) -> None:
    staffing = register / "agreement/staffing/kom.yaml"
    text = staffing.read_text("utf-8")
    written = text.replace("posts:\n", f"posts:\n  - {{id: p-{NUMBER}, title: X}}\n", 1)
    assert written != text
    bad = f"agreement/staffing/{NUMBER}.yaml"
    for content in (
        {"agreement/staffing/kom.yaml": written},
        {bad: "{"},
        {bad: f"party: kom\nposts:\n  - {NUMBER}\n"},
    ):
        write(register, content)
        commit(register, f"Ändra {NUMBER}")
    for format_ in ("text", "concise", "markdown", "json"):
        for command in (("log",), ("diff", "HEAD~3"), ("diff", "HEAD~3", "HEAD~1")):
            answer = samverkan(*command, "--format", format_)
            assert answer.code == 0, answer.err
            assert "p-…" in answer.out
            assert "staffing/….yaml" in answer.out
            assert "9876" not in answer.out + answer.err


@pytest.mark.parametrize(
    "text", [f"# Anna {NUMBER}", f"description: Anna {NUMBER}", f"# {NUMBER}\r"]
)
def test_what_is_taken_out_of_the_terms_is_not_shown_once_more(
    samverkan: Run, register: Path, text: str
) -> None:
    path = register / "agreement/terms/agreement.yaml"
    clean = path.read_text("utf-8")
    write(register, {"agreement/terms/agreement.yaml": f"{clean}{text}\n# ord\n"})
    commit(register, "Ändra")
    write(register, {"agreement/terms/agreement.yaml": f"{clean}# ord\n"})
    command = ("revise", "--reason", "r", "--body", "KS", "--decided", "2025-03-01", "--dry-run")
    answers = [samverkan(*command, "--format", format_) for format_ in ("text", "json")]
    for answer in answers:
        assert answer.code == 0, answer.err
        assert "9876" not in answer.out + answer.err
    covered = text.replace(NUMBER, "000000-0000").rstrip("\r")
    lines = json.loads(answers[1].out)["lines"]
    assert f"-{covered}" in lines
    assert " # ord" in lines
    assert f"-{covered}" in answers[0].out.splitlines()
