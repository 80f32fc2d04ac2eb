"""config.yaml: how a register wants to be judged and told of."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.examples import SOUND, example
from tests.history.repository import build, commit, write

DAY = "2025-03-01"
UNKNOWN = "# staffing/kom.yaml\nparty: kom\n"
ENDS = SOUND["staffing/kom.yaml"].replace("2024-01-01}", "2024-01-01, until: 2025-07-31}")


@pytest.fixture
def judged(samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def make(config: str, *options: str, files: str = "") -> Any:
        example(f"# config.yaml\n{config}{files}").write(tmp_path / "agreement")
        answer = samverkan("check", "--on", DAY, "--format", "json", *options)
        return answer.code, {one["rule"]: one for one in json.loads(answer.out)["findings"]}

    return make


@pytest.mark.parametrize(("level", "code"), [("error", 1), ("warning", 0), ("note", 0)])
def test_a_rule_is_as_grave_as_the_register_has_it(judged: Any, level: str, code: int) -> None:
    config = f"severity:\n  - {{rule: staffing-unknown, level: {level}}}\n"
    answer, found = judged(config, files=UNKNOWN)
    assert (answer, found["staffing-unknown"]["severity"]) == (code, level)


def test_a_rule_can_be_left_unasked(judged: Any) -> None:
    config = "severity:\n  - {rule: staffing-unknown, level: ignore}\n"
    assert "staffing-unknown" not in judged(config, files=UNKNOWN)[1]


def test_an_error_stays_one(judged: Any) -> None:
    twice = f"# staffing/kom.yaml\n{SOUND['staffing/kom.yaml']}".replace(
        "assignments", "  - {id: kom-1, title: Chef}\nassignments"
    )
    config = "severity:\n  - {rule: id-duplicate, level: ignore}\n"
    code, found = judged(config, files=twice)
    assert code == 1
    assert {"id-duplicate", "severity-locked"} <= found.keys()


def test_days_ahead(judged: Any) -> None:
    ending = f"# staffing/kom.yaml\n{ENDS}"
    assert "coverage-ends-soon" not in judged("days: {ends-soon: 151}\n", files=ending)[1]
    assert "coverage-ends-soon" in judged("days: {ends-soon: 153}\n", files=ending)[1]
    due = "# on: 2025-03-01\n"
    assert "duty-due-soon" not in judged("days: {due-soon: 304}\n", files=due)[1]
    assert "duty-due-soon" in judged("days: {due-soon: 305}\n", files=due)[1]


def test_the_register_says_what_fails(judged: Any) -> None:
    assert judged("fail-on: error\n", files=UNKNOWN)[0] == 0
    assert judged("fail-on: gap\n", files=UNKNOWN)[0] == 1
    assert judged("fail-on: gap\n", "--fail-on", "error", files=UNKNOWN)[0] == 0
    assert judged("fail-on: new\n", files=UNKNOWN)[0] == 0
    assert judged("fail-on: never\n", files="# terms/readings.yaml\n[\n")[0] == 0


def test_status_follows_the_same_settings(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"# staffing/kom.yaml\n{ENDS}"
    example(text).write(tmp_path / "agreement")
    assert "Covered no longer" not in samverkan("status", "--on", DAY).out
    config = "days: {ends-soon: 200}\nfail-on: gap\nlanguage: en\n"
    example(f"# config.yaml\n{config}{text}").write(tmp_path / "agreement")
    assert "within 200 days" in samverkan("status", "--on", DAY).out
    example(f"# config.yaml\n{config}{UNKNOWN}").write(tmp_path / "agreement")
    assert samverkan("status", "--on", DAY).code == 1


def test_the_register_says_in_which_language(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAMVERKAN_LANG", raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    example("").write(tmp_path / "agreement")
    assert "1 mars 2025" in samverkan("status", "--on", DAY).out
    example("# config.yaml\nlanguage: en\n").write(tmp_path / "agreement")
    assert "1 March 2025" in samverkan("status", "--on", DAY).out


def test_history_tells_of_the_settings(
    samverkan: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "register"
    build(folder)
    text = (
        "days: {due-soon: 45}\nfail-on: never\nseverity:\n"
        "  - {rule: clause-absent, level: ignore}\n"
    )
    write(folder, {"agreement/config.yaml": text})
    commit(folder, "Ställ in")
    monkeypatch.chdir(folder)
    out = samverkan("log").out
    assert "30 → 45" in out
    assert "clause-absent: level: as the rule has it → ignore" in out
    assert "ends with code 1 at: not said → never" in out
    changes = json.loads(samverkan("diff", "HEAD~1", "HEAD", "--format", "json").out)["changes"]
    assert [(one["weight"], one["subject"], one["what"]) for one in changes] == [
        ("settings", "clause-absent", "changed"),
        ("settings", "config", "changed"),
        ("settings", "config", "raised"),
    ]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("severity:\n  - {rule: clause-absnet, level: note}\n", "rule-unknown"),
        ("severity:\n  - {rule: clause-absent, level: low}\n", "value-unknown"),
        ("days: {due-soon: -1}\n", "value-range"),
        ("nivå: 1\n", "field-unknown"),
        ("language: fi\n", "value-unknown"),
    ],
)
def test_a_setting_that_is_wrong_is_told(judged: Any, text: str, rule: str) -> None:
    code, found = judged(text)
    assert code == 1
    assert rule in found
