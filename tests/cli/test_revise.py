"""`revise`: terms that were edited by hand become one commit."""

from pathlib import Path

from tests.cli.changing import DAY, changed, commits, message
from tests.conftest import Run
from tests.history.repository import git, write


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
