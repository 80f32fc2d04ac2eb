"""Twelve pull requests, judged: the exact answer, in every format, and the code."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import pytest

from tests.conftest import Run, Snapshot
from tests.history.repository import copied, git
from tests.pulls import PULLS, Pull, begin, request

DAY = "2025-03-01"
AWAY = "holder-away pol-sam/samordnare/samordnare"
ALONE = "counterpart-alone grannar/coordination/pol"
UNEVEN = "sides-asymmetric grannar"
FILES = ("concise", "json", "jsonl", "github", "markdown", "sarif", "gitlab", "junit")
KEPT = (ALONE, AWAY, UNEVEN)


class Expected(NamedTuple):
    """What is to be told of a pull request: rules and subjects, and the code without a wish."""

    code: int
    new: tuple[str, ...] = ()
    mended: tuple[str, ...] = ()
    kept: tuple[str, ...] = KEPT
    hidden: int = 0


EXPECTED = {
    "vacancy": Expected(
        0, ("function-uncovered kom-sam/samordnare/samordnare",), (ALONE,), (AWAY, UNEVEN)
    ),
    "lowered": Expected(
        1, ("terms-without-revision exempel", "guarantee-lowered kom-sam/ute/holders")
    ),
    "record-rewritten": Expected(1, ("record-rewritten grannar-analys/on/2024-11-10",)),
    "file-moved": Expected(0),
    "text-moved": Expected(0),
    "both-changed": Expected(0),
    "merge-breaks": Expected(
        1,
        (
            "reference-dangling grannar-vandring/2025-02-15/duty/grannar-vandring",
            "duty-removed grannar-vandring",
        ),
    ),
    "renamed": Expected(0, ("id-renamed kom-samordnare",)),
    "broken-head": Expected(1, ("yaml-syntax staffing/pol.yaml",), (), (UNEVEN,), 2),
    "broken-base": Expected(0, (ALONE,), ("yaml-syntax staffing/kom.yaml",), (AWAY, UNEVEN)),
    "expired": Expected(0),
    "hostile": Expected(
        1,
        (
            "file-not-plain records/2024.yaml",
            "past-edited kom-sam/samordnare/2024-01-01",
            "staffing-unknown kom-sam/samordnare",
        ),
        (),
        (AWAY, UNEVEN),
        1,
    ),
}


class Judged(NamedTuple):
    """A pull request with its answers: the text as told, and the others by their formats."""

    pull: Pull
    code: int
    text: str
    files: dict[str, str]

    @property
    def expected(self) -> Expected:
        return EXPECTED[self.pull.name]


@pytest.fixture(scope="session")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return begin(tmp_path_factory.mktemp("pulls") / "base")


@pytest.fixture(params=PULLS, ids=lambda pull: pull.name)
def judged(
    request_: Callable[[Pull], Path], samverkan: Run, request: pytest.FixtureRequest
) -> Judged:
    pull = request.param
    folder = request_(pull)
    options = [option for name in FILES for option in ("--output", f"{name}={folder}.{name}")]
    answer = samverkan(
        "check", *pull.options, "--on", DAY, "--format", "text", *options, "--lang", "sv"
    )
    assert answer.err == ""
    files = {name: Path(f"{folder}.{name}").read_text("utf-8") for name in FILES}
    return Judged(pull, answer.code, answer.out, files)


@pytest.fixture
def request_(
    register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Pull], Path]:
    for name in ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_DIFF_BASE_SHA", "SAMVERKAN_BASE"):
        monkeypatch.delenv(name, raising=False)

    def make(pull: Pull) -> Path:
        folder = copied(register, tmp_path / "clone")
        request(folder, pull)
        monkeypatch.chdir(folder)
        if pull.platform:
            monkeypatch.setenv("GITHUB_BASE_REF", "main")
            monkeypatch.setenv("GITHUB_REF", "refs/pull/7/merge")
            monkeypatch.setenv("GITHUB_SHA", git(folder, "rev-parse", "HEAD"))
        return folder

    return make


def test_every_pull_request_has_its_answer() -> None:
    assert {pull.name for pull in PULLS} == EXPECTED.keys()
    assert len(PULLS) == 12


def test_each_answer_is_exact_in_every_format(judged: Judged, snapshot: Snapshot) -> None:
    expected, files = judged.expected, judged.files
    assert judged.code == expected.code
    as_json(json.loads(files["json"]), expected)
    as_lines([json.loads(line) for line in files["jsonl"].splitlines()], expected)
    as_sarif(json.loads(files["sarif"])["runs"][0], expected)
    as_gitlab(json.loads(files["gitlab"]), expected)
    as_junit(ET.fromstring(files["junit"]), expected)  # noqa: S314 - we wrote it ourselves
    as_annotations(files["github"], expected)
    as_table(files["markdown"], expected)
    for name, text in (("text", judged.text), ("concise", files["concise"])):
        rules = re.findall(r"\[([a-z]+(?:-[a-z]+)+)\]", text.partition("\nÅtgärdat")[0])
        told = [one for one in rules if one in {new.split()[0] for new in expected.new}]
        assert sorted(told) == sorted(one.split()[0] for one in expected.new), name
    for name in ("text", "github", "markdown"):
        text = judged.text if name == "text" else files[name]
        snapshot(f"pulls/{judged.pull.name}.{name}", text)


def names(found: list[dict[str, str]], **wanted: str) -> list[str]:
    """Return rules and subjects of the findings with some values."""
    return sorted(
        f"{one['rule']} {one['subject']}"
        for one in found
        if all(one.get(key) == value for key, value in wanted.items())
    )


def as_json(answer: dict[str, list[dict[str, str]]], expected: Expected) -> None:
    base: dict[str, object] = answer["base"]  # type: ignore[assignment]
    assert names(answer["findings"], state="new") == sorted(expected.new)
    assert names(answer["findings"], state="kept") == sorted(expected.kept)
    assert names(answer["mended"]) == sorted(expected.mended)
    assert base["hidden"] == expected.hidden


def as_lines(lines: list[dict[str, str]], expected: Expected) -> None:
    for state in ("new", "kept", "mended"):
        assert names(lines, type="finding", state=state) == sorted(getattr(expected, state))
    assert lines[-1]["type"] == "summary"


def rules(some: tuple[str, ...]) -> list[str]:
    return sorted(one.split()[0] for one in some)


def as_sarif(run: dict[str, list[dict[str, str]]], expected: Expected) -> None:
    states = {"new": expected.new, "unchanged": expected.kept, "absent": expected.mended}
    for state, some in states.items():
        found = [one["ruleId"] for one in run["results"] if one["baselineState"] == state]
        assert sorted(found) == rules(some), state


def as_gitlab(found: list[dict[str, str]], expected: Expected) -> None:
    assert sorted(one["check_name"] for one in found) == rules(expected.new + expected.kept)


def as_junit(root: ET.Element, expected: Expected) -> None:
    new: list[str] = []
    kept: list[str] = []
    for one in root.iter("testcase"):
        failed, skipped = one.find("failure"), one.find("skipped")
        if failed is not None:
            assert failed.attrib["type"] == "error", "what does not end with code 1 has not failed"
            new.append(one.attrib["classname"])
        elif skipped is not None:
            before = skipped.attrib["message"].startswith("Fanns redan: ")
            (kept if before else new).append(one.attrib["classname"])
    assert (sorted(new), sorted(kept)) == (rules(expected.new), rules(expected.kept))
    assert (root.attrib["failures"] != "0") == (expected.code == 1)


def as_annotations(text: str, expected: Expected) -> None:
    found = re.findall(r"^::(?:error|warning|notice) .*title=([a-z-]+)::", text, re.MULTILINE)
    assert sorted(found) == rules(expected.new)


def as_table(text: str, expected: Expected) -> None:
    table = text.partition("### Nytt")[2].partition("###")[0]
    assert sorted(re.findall(r"\| `([a-z-]+)` \|$", table, re.MULTILINE)) == rules(expected.new)


@pytest.mark.parametrize(
    ("name", "level", "code"),
    [
        ("vacancy", "error", 0),
        ("vacancy", "warning", 1),
        ("vacancy", "gap", 1),
        ("vacancy", "new", 1),
        ("renamed", "gap", 0),
        ("renamed", "new", 1),
        ("expired", "new", 0),
        ("expired", "gap", 0),
        ("lowered", "never", 0),
    ],
)
def test_what_is_new_decides_the_code(
    request_: Callable[[Pull], Path], samverkan: Run, name: str, level: str, code: int
) -> None:
    pull = next(one for one in PULLS if one.name == name)
    request_(pull)
    answer = samverkan("check", *pull.options, "--on", DAY, "--fail-on", level, "--format", "json")
    assert answer.code == code


def test_time_alone_makes_nothing_new(request_: Callable[[Pull], Path], samverkan: Run) -> None:
    request_(next(one for one in PULLS if one.name == "expired"))
    for day in ("2025-01-20", "2025-02-15", "2025-02-16", "2025-07-01", "2027-01-01"):
        answer = json.loads(
            samverkan("check", "--base", "main", "--on", day, "--format", "json").out
        )
        assert not answer["mended"], day
        assert all(one["state"] == "kept" for one in answer["findings"]), day
