"""What each verb answers, word for word in both languages, and as JSON by its schema."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import Run, Snapshot
from tests.history.repository import git, write

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "schemas/output/change.schema.json").read_text("utf-8")
)
VERBS = {
    "assign": "assign kom-2 kom-sam/ute --from 2025-03-01 --share 50 --title Fältassistent",
    "release": "release kom-1 --until 2025-06-30",
    "absent": "absent kom-1 --from 2025-03-01 --until 2025-04-30 --reason on-leave",
    "record": "record grannar-analys 2025 --on 2025-12-05 --reference 'KS 2025/7'",
    "waive": "waive sides-asymmetric grannar --reason Utreds --owner Chefen --until 2199-01-01",
    "revise": "revise --reason 'Mer behövs' --body Nämnden --decided 2025-03-01",
    "refused": "assign kom-1 kom-sam/samordnare --from 2024-05-01",
}
"""Of each verb a command; of one, such as brings new errors."""
GUARANTEES = "agreement/terms/guarantees/kom.yaml"


def begin(register: Path, revision: str, verb: str) -> str:
    """Let all lie as before the verb, with terms that are edited to revise; return what is new."""
    found = git(register, "rev-parse", "HEAD")
    git(register, "reset", "--quiet", "--hard", revision)
    git(register, "clean", "--quiet", "--force", "-d")
    if verb == "revise":
        text = (register / GUARANTEES).read_text("utf-8")
        write(register, {GUARANTEES: text.replace("{at-least: 1}", "{at-least: 2}")})
    return found


@pytest.mark.parametrize("language", ["en", "sv"])
@pytest.mark.parametrize("verb", VERBS)
def test_what_a_verb_answers(
    samverkan: Run, register: Path, snapshot: Snapshot, verb: str, language: str
) -> None:
    before = git(register, "rev-parse", "HEAD")
    begin(register, before, verb)
    told = []
    for more in ("--dry-run", "", "--no-commit", "--dry-run --format concise"):
        answer = samverkan(*shlex.split(f"{VERBS[verb]} {more}"), "--lang", language)
        told += [f"$ samverkan {VERBS[verb]} {more}".rstrip(), *answer.out.splitlines()]
        told += [
            *(f"! {line}".rstrip() for line in answer.err.splitlines()),
            f"= {answer.code}",
            "",
        ]
        assert answer.code == (1 if verb == "refused" else 0)
        revision = begin(register, before, verb)[:7]
        told = [line.replace(revision, "0123456") for line in told]
    snapshot(f"verb-{verb}.{language}.txt", "\n".join(told) + "\n")


@pytest.mark.parametrize("verb", sorted({*VERBS} - {"refused"}))
def test_every_answer_in_json_follows_the_schema(samverkan: Run, register: Path, verb: str) -> None:
    before = git(register, "rev-parse", "HEAD")
    begin(register, before, verb)

    def told(*more: str) -> dict[str, Any]:
        answer = samverkan(*shlex.split(VERBS[verb]), "--format", "json", *more)
        found = json.loads(answer.out)
        Draft202012Validator(SCHEMA).validate(found)
        assert (answer.code, found["verb"]) == (0, verb)
        return dict(found)

    shown, done = told("--dry-run"), told()
    assert [one["done"] for one in (shown, done)] == ["proposed", "committed"]
    assert done["revision"] == git(register, "rev-parse", "HEAD")
    assert shown["files"]
    assert shown["changes"]
    assert shown["lines"]
    same = ("title", "files", "changes", "effects", "errors", "lines")
    assert [shown[name] for name in same] == [done[name] for name in same]


def test_what_is_not_committed_is_told_by_the_schema(samverkan: Run, register: Path) -> None:
    answer = samverkan(*shlex.split(VERBS["absent"]), "--format", "json", "--no-commit")
    told = json.loads(answer.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert (told["done"], told["revision"]) == ("written", None)
    assert git(register, "status", "--porcelain") == "M agreement/staffing/kom.yaml"


def test_errors_in_json_follow_the_schema(samverkan: Run, register: Path) -> None:
    answer = samverkan(*shlex.split(VERBS["refused"]), "--format", "json", "--dry-run")
    told = json.loads(answer.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert answer.code == 1
    assert [one["rule"] for one in told["errors"]] == ["assignment-overlap"]
    assert git(register, "status", "--porcelain") == ""
