"""Killed, or with a full or broken disk, at any step: nothing torn, nothing false, all mended."""

import errno
import json
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest

from tests.history.conftest import Repository
from tests.history.crash import COMPILER, WAYS, Trial, library, state
from tests.history.repository import git
from tests.history.writer import KOM

DRIVER = (sys.executable, "-S", "-m", "tests.history.driver", "agreement")
pytestmark = pytest.mark.skipif(COMPILER is None, reason="needs a C compiler, `cc`")


@pytest.fixture(scope="session")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("faults"))


def busy(top: Path) -> Path:
    """Stage somebody else's work, and leave another file dirty."""
    (top / "README.md").write_text("Förberett av någon annan.\n", "utf-8")
    git(top, "add", "README.md")
    (top / "README.md").write_text("Och skrivet vidare på.\n", "utf-8")
    (top / "agreement" / "staffing" / "pol.yaml").write_text("Halvfärdigt", "utf-8")
    return top


@pytest.fixture
def trial(repository: Repository, faults: Path) -> Trial:
    return Trial(busy(repository.path), (*DRIVER, KOM, "rad"), faults)


def step(trial: Trial, line: str) -> int:
    """Return the number of the last step that a line of the log tells of."""
    return max(number for number, taken in enumerate(trial.steps, 1) if taken.startswith(line))


def test_a_few_steps(trial: Trial) -> None:
    assert len(trial.steps) > 40, trial.steps
    rename = step(trial, f"rename /agreement/{KOM}")
    trial.check(rename, "kill")
    trial.check(rename + 1, "kill")
    trial.check(rename + 1, f"once {errno.EIO}")
    trial.check(step(trial, "rename /.git/index"), f"once {errno.ENOSPC}")
    trial.check(step(trial, "write /.git/refs/heads/main.lock"), f"once {errno.ENOSPC}")
    trial.check(step(trial, "open /.git/logs/HEAD"), f"once {errno.EIO}")
    trial.check(step(trial, "unlink /.git/HEAD.lock"), "kill")


def every(trial: Trial, cases: Iterable[tuple[int, str]]) -> None:
    """Try many cases; most of a run is waiting for others, so some go beside each other."""
    with ThreadPoolExecutor(4) as pool:
        for _ in pool.map(lambda case: trial.check(*case), cases):
            pass


@pytest.mark.long
def test_every_step(trial: Trial) -> None:
    every(trial, product(range(1, len(trial.steps) + 1), WAYS))


@pytest.mark.long
def test_every_step_in_the_working_tree_of_a_new_file(repository: Repository, faults: Path) -> None:
    trial = Trial(busy(repository.path), (*DRIVER, "records/nya/2030.yaml", "rad"), faults)
    steps = [step for step, line in enumerate(trial.steps, 1) if "/agreement" in line]
    assert "mkdir /agreement/records/nya" in trial.steps
    every(trial, product(steps, WAYS))


@pytest.mark.parametrize(
    ("error", "problem"),
    [
        (errno.EROFS, "read-only"),
        (errno.EDQUOT, "disk-full"),
    ],
)
def test_a_disk_that_cannot_be_written_at_all(trial: Trial, error: int, problem: str) -> None:
    with trial.copied() as there:
        run = trial.run(there, 1, f"on {error}")
        assert (run.code, run.told["problem"], run.told["left"]) == (4, problem, None)
        assert state(there) == trial.old
        # The lock may be there already.
        (there / ".git" / "samverkan.lock").touch()
        run = trial.run(there, 2, f"on {error}")
        assert (run.code, run.told["problem"], run.told["left"]) == (4, problem, [])
        assert state(there) == trial.old
        assert json.loads(run.err)["path"]
