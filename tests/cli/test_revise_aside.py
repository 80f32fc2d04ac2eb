"""What git was told to leave alone is not revised, and what is taken along is told."""

import json
from pathlib import Path

import pytest

from tests.cli.changing import begin, changed, commits
from tests.conftest import Run
from tests.history.repository import git, write

KOM, AGREEMENT = "terms/guarantees/kom.yaml", "terms/agreement.yaml"
DRAFT = "terms/guarantees/utkast.yaml"
REVISE = ("revise", "--reason", "Mer.", "--body", "Nämnden", "--decided", "2025-03-01")
LEFT = "Left out, because git ignores them or takes them as unchanged"


@pytest.fixture
def register(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a register, with a draft of a guarantee that is not committed."""
    assert callable(samverkan)
    found = begin(tmp_path / "register", monkeypatch)
    write(found, {f"agreement/{DRAFT}": "party: kom\nguarantees: []\n"})
    return found


def edit(path: str) -> None:
    """Change a file of the terms."""
    file = Path("agreement", path)
    file.write_text(f"{file.read_text('utf-8')}# Ändrat.\n", "utf-8")


@pytest.mark.parametrize("where", ["info", "folder", "user"])
def test_an_ignored_file_is_left_out(samverkan: Run, register: Path, where: str) -> None:
    excluding = {
        "info": register / ".git/info/exclude",
        "folder": register / "agreement/terms/.gitignore",
        "user": register.parent / ".config/git/ignore",
    }[where]
    excluding.parent.mkdir(parents=True, exist_ok=True)
    excluding.write_text("utkast*\n", "utf-8")
    answer = samverkan(*REVISE)
    assert (answer.code, answer.out) == (2, "")
    assert f"{LEFT}: {DRAFT}." in " ".join(answer.err.split())
    edit(KOM)
    for form in ("text", "concise"):
        out = samverkan(*REVISE, "--dry-run", "--format", form).out
        assert f"{LEFT}: {DRAFT}." in " ".join(out.split())
    answered = json.loads(samverkan(*REVISE, "--format", "json").out)
    assert (answered["files"], answered["left_out"]) == ([AGREEMENT, KOM], [DRAFT])
    assert changed(register) == [f"agreement/{AGREEMENT}", f"agreement/{KOM}"]
    git(register, "add", "--force", f"agreement/{DRAFT}")
    assert samverkan(*REVISE).code == 0
    assert f"agreement/{DRAFT}" in changed(register)


def test_a_file_that_git_takes_as_unchanged_is_left_out(samverkan: Run, register: Path) -> None:
    git(register, "update-index", "--assume-unchanged", f"agreement/{KOM}")
    edit(KOM)
    out = samverkan(*REVISE).out
    head = git(register, "rev-parse", "--short=7", "HEAD")
    assert f"Committed as {head}: {AGREEMENT}, {DRAFT}." in out.splitlines()
    assert f"{LEFT}: {KOM}." in out.splitlines()
    assert changed(register) == [f"agreement/{AGREEMENT}", f"agreement/{DRAFT}"]
    git(register, "update-index", "--no-assume-unchanged", f"agreement/{KOM}")
    assert samverkan(*REVISE).code == 0
    assert f"agreement/{KOM}" in changed(register)


def test_a_note_is_not_written_where_git_would_not_see_it(samverkan: Run, register: Path) -> None:
    git(register, "update-index", "--assume-unchanged", f"agreement/{AGREEMENT}")
    edit(AGREEMENT)
    before = commits(register), Path("agreement", AGREEMENT).read_bytes()
    answer = samverkan(*REVISE)
    assert (answer.code, answer.out) == (2, "")
    assert f"{LEFT}: {AGREEMENT}." in " ".join(answer.err.split())
    assert (commits(register), Path("agreement", AGREEMENT).read_bytes()) == before


def test_a_broken_file_that_is_ignored_hinders_nothing(samverkan: Run, register: Path) -> None:
    (register / ".git/info/exclude").write_text("utkast*\n", "utf-8")
    Path("agreement", DRAFT).write_text("party: [kom\n", "utf-8")
    edit(KOM)
    assert samverkan(*REVISE).code == 0
