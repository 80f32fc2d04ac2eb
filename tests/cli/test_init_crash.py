"""`init` killed, or on a disk that is full or broken: nothing is half, and a re-run completes."""

import errno
import signal
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, product
from pathlib import Path

import pytest

from tests.history.crash import COMPILER, LOCKS, WAYS, Run, Trial, library
from tests.history.repository import git
from tests.shell import COMMAND

pytestmark = pytest.mark.skipif(COMPILER is None, reason="needs a C compiler, `cc`")
TOLD = ("--title", "X", "--party", "a=A", "--party", "b=B", "--from", "2027-01-01")
BEGIN = (*COMMAND, "init", "reg", *TOLD, "--lang", "en")
AGREEMENT = "agreement/terms/agreement.yaml"


def lying(top: Path) -> dict[str, bytes]:
    """Return the files that somebody would see."""
    found = (path for path in top.rglob("*") if path.is_file())
    inside = {path.relative_to(top).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in inside.items()
        if not name.startswith(".git/") and not name.endswith(".samverkan")
    }


def tree(top: Path) -> str:
    """Return what is committed, or nothing; a repository must be sound."""
    if not (top / ".git" / "refs" / "heads" / "main").exists():
        return ""
    assert "error" not in git(top, "fsck", "--no-dangling")
    assert git(top, "rev-list", "--count", "HEAD") == "1"
    return git(top, "rev-parse", "HEAD^{tree}")


class Beginning(Trial):
    """An empty folder, in copies of which a register is begun."""

    def __init__(self, top: Path, faults: Path) -> None:
        """Begin it once without a fault."""
        top.mkdir()
        self.top, self.command, self.faults = top, BEGIN, faults
        with self.copied() as there:
            whole = self.run(there)
            assert whole.code == 0, whole
            self.files, self.tree = lying(there / "reg"), tree(there / "reg")
        assert self.tree
        self.steps = whole.steps

    def check(self, step: int, how: str) -> None:
        """Let one step fail, and hold all that can be seen against what must be."""
        with self.copied() as there:
            run = self.run(there, step, how)
            top = there / "reg"
            made, found = tree(top), lying(top)
            assert made in ("", self.tree)
            assert found.items() <= self.files.items(), run
            assert AGREEMENT not in found or found == self.files
            if how == "kill":
                assert run.code == -signal.SIGKILL
            else:
                assert (run.code == 0) == bool(made), run
                assert "Traceback" not in run.err
                self.truth(run, top)
            self.again(there)

    def truth(self, run: Run, top: Path) -> None:  # type: ignore[override]  # no repository yet
        """See that a run that failed left nothing, or said so."""
        if run.code and top.exists():
            told = " ".join(run.err.split())
            assert "could not be taken back" in told or not lying(top), run

    def again(self, there: Path) -> None:
        """Begin it until it is begun; each time it is not, a lock to be removed is named."""
        for _ in range(LOCKS):
            run = self.run(there)
            if tree(there / "reg"):
                break
            locks = [path for path in there.rglob("*.lock") if path.name != "samverkan.lock"]
            assert any(str(path) in run.err for path in locks), run
            for path in locks:
                path.unlink()
        assert tree(there / "reg") == self.tree
        assert lying(there / "reg") == self.files
        assert git(there / "reg", "status", "--porcelain") == ""


@pytest.fixture(scope="module")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Beginning:
    folder = tmp_path_factory.mktemp("beginning")
    return Beginning(folder / "empty", library(folder))


def step(trial: Trial, line: str) -> int:
    """Return the number of the last step that a line of the log tells of."""
    return max(number for number, taken in enumerate(trial.steps, 1) if taken.startswith(line))


def test_a_few_steps(beginning: Beginning) -> None:
    assert len(beginning.steps) > 200, beginning.steps
    beginning.check(step(beginning, f"rename /reg/{AGREEMENT}"), "kill")
    beginning.check(step(beginning, "rename /reg/agreement/waivers.yaml"), f"once {errno.ENOSPC}")


def telling(steps: Iterable[str]) -> list[int]:
    """Return the first and the last step of every sort: what is done, and in which folder."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(steps, 1):
        sort = line.rpartition("/")[0]
        found.setdefault("object" if "/objects/" in line else sort, []).append(number)
    return sorted({one for same in found.values() for one in (same[0], same[-1])})


def every(beginning: Beginning, cases: Iterable[tuple[int, str]]) -> None:
    """Try many cases, some beside each other."""
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(lambda case: beginning.check(*case), cases):
            pass


@pytest.mark.long
def test_every_sort_of_step(beginning: Beginning) -> None:
    every(beginning, zip(telling(beginning.steps), cycle(WAYS), strict=False))


@pytest.mark.exhaustive
def test_every_sort_of_step_in_every_way(beginning: Beginning) -> None:
    every(beginning, product(telling(beginning.steps), WAYS))
