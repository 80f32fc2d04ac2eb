"""Every verb killed, or with a full or broken disk, at any step: nothing torn, nothing false."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from queue import Queue

import pytest

from tests.cli.changing import TWO_ROLES
from tests.history.crash import COMPILER, LOCKS, WAYS, Run, State, Trial, library, state
from tests.history.repository import THREE, build, git, write
from tests.history.writer import clean_environment

pytestmark = pytest.mark.skipif(COMPILER is None, reason="needs a C compiler, `cc`")

DAY = "2025-03-01"
VERBS = {
    "assign": ("assign", "kom-2", "kom-sam/ute", "--from", DAY, "--title", "Fältassistent"),
    "release": ("release", "kom-1", "--until", DAY),
    "absent": ("absent", "kom-1", "--from", DAY, "--reason", "on-leave"),
    "record": ("record", "grannar-analys", "2025", "--on", "2025-12-05"),
    "waive": (
        *("waive", "sides-asymmetric", "grannar", "--reason", "Rekryteras"),
        *("--owner", "Chefen", "--until", "2199-01-01"),
    ),
    "revise": ("revise", "--reason", "Mer", "--body", "Nämnden", "--decided", DAY),
}
AT_ONCE = 4
LOCK = re.compile("“([^”]*\\.lock)”")


class Servers:
    """Processes that fork runs of the program; one takes one run at a time."""

    def __init__(self, faults: Path) -> None:
        """Start them."""
        self.free: Queue[subprocess.Popen[str]] = Queue()
        self.all = [self.started(faults) for _ in range(AT_ONCE)]
        for one in self.all:
            self.free.put(one)

    def started(self, faults: Path) -> "subprocess.Popen[str]":
        """Start one."""
        root = str(Path(__file__).parents[2])
        return subprocess.Popen(
            [sys.executable, "-m", "tests.cli.forked"],
            cwd=root,
            env=clean_environment(PATH=os.environ["PATH"]) | {"LD_PRELOAD": str(faults)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, **asked: object) -> int:
        """Have a run made, and return its status."""
        one = self.free.get()
        try:
            assert one.stdin
            assert one.stdout
            one.stdin.write(json.dumps(asked) + "\n")
            one.stdin.flush()
            return int(one.stdout.readline())
        finally:
            self.free.put(one)

    def end(self) -> None:
        """End them all."""
        for one in self.all:
            one.communicate(timeout=60)


class Verb(Trial):
    """A register, in copies of which a verb is run."""

    def __init__(self, top: Path, verb: str, faults: Path, servers: Servers) -> None:
        """Run the verb once without a fault."""
        self.servers = servers
        super().__init__(top, VERBS[verb], faults)

    def started(self, there: Path, variables: dict[str, str]) -> Run:
        """Run the verb."""
        err = there.parent / "err"
        code = self.servers.ask(
            folder=str(there),
            environment=variables | {"SAMVERKAN_LANG": "en"},
            arguments=self.command,
            err=str(err),
        )
        return Run(code, err.read_text("utf-8", "replace"), ())

    def truth(self, run: Run, now: State) -> None:
        """See that a run that failed told each file that it left."""
        for path in self.changed:
            is_old = now.files.get(path) == self.old.files.get(path)
            is_staged = now.index.get(path) != self.old.index.get(path)
            told = path in run.err.replace("\n    ", "")
            assert told or (is_old and not is_staged), run

    def again(self, there: Path) -> None:
        """Run the verb until it is through; each time it is not, it names a lock to remove."""
        for _ in range(LOCKS):
            run = self.run(there)
            if not run.code or state(there).head != self.old.head:
                break
            words = run.err.replace("\n    ", "")
            assert "lock" in words, run
            found = LOCK.search(words)
            assert found, run
            lock = Path(found[1])
            assert lock.is_relative_to(there / ".git"), run
            lock.unlink()
        now = state(there)
        assert (now.tree, now.parents) == (self.new.tree, self.new.parents)
        assert (now.files, now.index) == (self.new.files, self.new.index)


@pytest.fixture(scope="module")
def faults(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return library(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def servers(faults: Path) -> Iterator[Servers]:
    found = Servers(faults)
    yield found
    found.end()


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Make a register in which others are at work."""
    top = tmp_path / "register"
    build(top)
    write(top, {"agreement/terms/guarantees/kom.yaml": TWO_ROLES})
    git(top, "commit", "--quiet", "--all", "-m", "Lova mer", day=THREE)
    write(top, {"README.md": "Förberett av någon annan.\n"})
    git(top, "add", "README.md")
    write(top, {"README.md": "Och skrivet vidare på.\n"})
    return top


def trial(verb: str, register: Path, faults: Path, servers: Servers) -> Verb:
    """Return the trial of a verb; `revise` needs terms that were edited."""
    if verb == "revise":
        more = TWO_ROLES.replace("at-least: 1", "at-least: 2")
        write(register, {"agreement/terms/guarantees/kom.yaml": more})
    return Verb(register, verb, faults, servers)


def tried(one: Verb, cases: Iterable[tuple[int, str]]) -> None:
    """Try many cases, some beside each other."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for _ in pool.map(lambda case: one.check(*case), cases):
            pass


@pytest.mark.parametrize("verb", VERBS)
def test_a_step_in_the_middle(verb: str, register: Path, faults: Path, servers: Servers) -> None:
    one = trial(verb, register, faults, servers)
    assert len(one.steps) > 40, one.steps
    rename = max(number for number, line in enumerate(one.steps, 1) if "rename /agreement" in line)
    tried(one, [(rename, "kill"), (rename + 1, WAYS[1])])


@pytest.mark.long
@pytest.mark.parametrize("verb", VERBS)
def test_every_step(verb: str, register: Path, faults: Path, servers: Servers) -> None:
    """Let every step fail in one way; the verbs begin with different ways."""
    one, first = trial(verb, register, faults, servers), list(VERBS).index(verb)
    ways = (WAYS[(first + step) % len(WAYS)] for step in range(len(one.steps)))
    tried(one, enumerate(ways, 1))


@pytest.mark.exhaustive
@pytest.mark.parametrize("verb", VERBS)
def test_every_step_in_every_way(verb: str, register: Path, faults: Path, servers: Servers) -> None:
    one = trial(verb, register, faults, servers)
    tried(one, product(range(1, len(one.steps) + 1), WAYS))
