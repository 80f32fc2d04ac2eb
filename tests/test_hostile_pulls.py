"""No pull request reads or writes outside, runs anything, keeps us busy, or speaks for us."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.history.repository import git
from tests.hostile import CASES
from tests.hostile.case import requested, surroundings
from tests.hostile.pull import NUMBER, SECRET, Pull
from tests.hostile_runs import (
    STRACE,
    Answer,
    Asked,
    Runner,
    forked,
    slowness,
    started,
    traced,
)

SECONDS = 5
OURS = re.compile(
    r"::group::samverkan: [^:]+.*|::endgroup::"
    r"|::(?:error|warning|notice) (?:file=[^:,]+,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?)?"
    r"title=[a-z-]+::.*"
)
LINES = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
FORBIDDEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
everyday = [name for name, one in CASES.items() if not one.slow]


@pytest.fixture(scope="session")
def around(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "around"
    folder.mkdir()
    return surroundings(folder)


@pytest.fixture(scope="session")
def quick() -> Iterator[Runner]:
    with forked() as run:
        yield run


def lying(folder: Path) -> dict[str, tuple[int, ...]]:
    """Return what lies in a folder, and when each was last written or changed in any way."""
    found: dict[str, tuple[int, ...]] = {}
    for path in (folder, *folder.rglob("*")):
        seen = path.lstat()
        facts = (seen.st_mode, seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns, seen.st_ino)
        found[str(path)] = facts
    return found


def asked(pull: Pull, run: tuple[str, ...], out: Path) -> Asked:
    """Return a run over a pull request; for what is staged, it is not committed."""
    git(pull.path, "update-ref", "HEAD", "main" if "--staged" in run else pull.head)
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    return Asked(pull.path, run, pull.environ, out)


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text of a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield name
            yield from texts_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_in(part)


def told(answer: Answer) -> Iterator[str]:
    """Yield every text of an answer, as it is written and as a program reads it."""
    yield answer.out
    yield answer.err
    yield from answer.files.values()
    for name, text in answer.files.items():
        if name in ("json", "sarif", "gitlab"):
            yield from texts_in(json.loads(text))
        elif name == "junit":
            for one in ET.fromstring(text).iter():  # noqa: S314 - we wrote it ourselves
                yield from (*one.attrib.values(), one.text or "")


def hold_harmless(answer: Answer) -> None:
    """Hold that no text steers, deceives, commands or tells what it must not."""
    for text in told(answer):
        assert not FORBIDDEN.search(text)
        assert "##[" not in text
        assert SECRET not in text
        assert "root:x:0" not in text
        assert NUMBER not in text
    commands = [line for line in LINES.split(answer.out) if line.lstrip().startswith("::")]
    assert [line for line in commands if not OURS.fullmatch(line)] == []
    assert [line.split("::")[1] for line in commands[:1]] in ([], ["group"])
    assert [line for line in commands if line == "::endgroup::"] == ["::endgroup::"][
        : len(commands)
    ]
    for text in (answer.err, *answer.files.values()):
        assert not any(line.lstrip().startswith("::") for line in LINES.split(text))


def hold(name: str, pull: Pull, answer: Answer, before: dict[str, tuple[int, ...]]) -> None:
    """Hold an answer against all that a pull request must not reach."""
    case = CASES[name]
    assert answer.code in case.codes, answer.err
    assert "Traceback" not in answer.err
    assert bool(answer.files) == (answer.code in (0, 1)), answer.err
    assert not pull.marker.exists()
    assert lying(pull.path.parent) == before
    hold_harmless(answer)
    if case.shows:
        findings = json.loads(answer.files["json"])["findings"]
        assert case.shows in {one["rule"] for one in findings if one.get("state") != "kept"}


def test_there_are_many_cases_and_each_says_what_it_does() -> None:
    assert len(CASES) >= 80
    assert len({one.does for one in CASES.values()}) == len(CASES)


@pytest.mark.parametrize("name", everyday[::3])
def test_a_hostile_pull_request_reaches_nothing(
    name: str, around: Path, quick: Runner, tmp_path: Path
) -> None:
    pull = requested(around, tmp_path / "x", name)
    wanted = asked(pull, CASES[name].runs[0], tmp_path / "out")
    before = lying(pull.path.parent)
    answer = quick(wanted)
    assert answer.seconds <= SECONDS or answer.seconds <= SECONDS * slowness()
    hold(name, pull, answer, before)


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
def test_a_hostile_pull_request_reaches_nothing_whatever_is_asked(
    name: str, around: Path, tmp_path: Path, record_property: Any
) -> None:
    pull = requested(around, tmp_path / "x", name)
    for run in CASES[name].runs:
        wanted = asked(pull, run, tmp_path / "out")
        before = lying(pull.path.parent)
        answer = started(wanted)
        record_property(" ".join(run)[:40], round(answer.seconds, 2))
        assert answer.seconds <= SECONDS or answer.seconds <= SECONDS * slowness()
        hold(name, pull, answer, before)


def may_trace() -> bool:
    """Tell whether there is a strace, and it may look on."""
    try:
        done = subprocess.run([*STRACE, "true"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


@pytest.mark.long
@pytest.mark.parametrize("name", everyday)
def test_a_hostile_pull_request_opens_and_starts_nothing(
    name: str, around: Path, tmp_path: Path
) -> None:
    if not may_trace():
        pytest.skip("there is no strace, or it may not look on")
    pull = requested(around, tmp_path / "x", name)
    for run in CASES[name].runs[:4]:
        wanted = asked(pull, run, tmp_path / "out")
        answer, seen = traced(wanted, tmp_path / "log")
        assert any("samverkan_cli" in one for one in seen.read)
        programs = {Path(one).name for one in seen.started}
        assert {one for one in programs if not re.fullmatch(r"python[\d.]*", one)} <= {"git"}
        assert "git" in programs or not {"--base", "--staged"} & {*run} or answer.code > 1
        assert [one for one in seen.read if one.startswith(str(pull.outside))] == []
        beside = (str(wanted.out), "/dev/", "pipe:", "socket:")
        assert [one for one in seen.written if not one.startswith(beside)] == []
        assert not seen.connected


def test_the_cases_are_sharp(around: Path, tmp_path: Path) -> None:
    """Where git is asked in a careless way, foreign code runs: the cases would show it."""
    for name in ("attributes", "embedded_below"):
        pull = requested(around, tmp_path / name, name)
        where = pull.path / (".github" if name == "embedded_below" else "")
        (pull.path / "README.md").write_text("Ändrat.\n", "utf-8")
        (pull.path / "agreement/waivers.yaml").write_text("x\n", "utf-8")
        for words in (("status",), ("diff",), ("add", "--all")):
            subprocess.run(["git", *words], cwd=where, capture_output=True, check=False)
        assert pull.marker.exists(), name
