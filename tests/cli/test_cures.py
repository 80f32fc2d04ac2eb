"""A command that a finding's cure names is one that cures it."""

import json
import shlex
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.history.repository import git, write

DAY = "2025-12-20"
DUTIES = """\
id: vakt
title: Vakt
duties:
  - id: var-sitt
    title: Var sin lägesbild
    who: {each: [kom, pol]}
    cadence: monthly
    firmness: shall
    from: 2025-10-01
"""


def found(samverkan: Run, rule: str) -> dict[str, str]:
    """Return what a rule finds at fault, with its cure."""
    answer = json.loads(samverkan("check", "--format", "json", "--on", DAY).out)
    return {one["subject"]: one["hint"] for one in answer["findings"] if one["rule"] == rule}


@pytest.mark.parametrize(
    ("rule", "more"),
    [
        ("staffing-unknown", ["--title", "Ny", "--from", "2024-01-01"]),
        ("function-uncovered", ["--title", "Ny", "--from", "2024-01-01"]),
        ("duty-late", ["--on", "2025-12-01"]),
        ("duty-missed", ["--on", "2025-12-01"]),
    ],
)
def test_the_command_cures_what_was_found(
    samverkan: Run, register: Path, rule: str, more: list[str]
) -> None:
    write(register, {"agreement/terms/forms/vakt.yaml": DUTIES})
    git(register, "add", ".")
    git(register, "commit", "--quiet", "-m", "Vakt")
    samverkan("release", "pol-1", "--until", "2025-11-30")
    before = found(samverkan, rule)
    assert before
    for subject, hint in before.items():
        command = shlex.split(hint.partition(": samverkan ")[2].replace("POST", "ny-1"))
        answer = samverkan(*command, *more)
        assert answer.code == 0, (subject, answer.err)
    after = found(samverkan, rule)
    assert all(after.get(subject) != hint for subject, hint in before.items())


def test_who_is_noted_away_can_be_noted_back(samverkan: Run, register: Path) -> None:
    note = ("absent", "kom-1", "--from", "2025-03-01", "--reason", "on-leave")
    assert samverkan(*note).code == 0
    told = samverkan(*note).err
    assert "= cure: When it is back, end it: samverkan absent kom-1 --until DAY\n" in told
    assert samverkan("absent", "kom-1", "--until", "2025-03-31").code == 0
    assert "until: 2025-03-31" in git(register, "show", "HEAD")
