"""What happens to a repository when a command is killed, or the disk fails, at any step of it.

`Trial` takes any command that changes an agreement and commits: it finds out for itself, in a run
where nothing fails, how many steps there are and what is to come out of them.
"""

import errno
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.history.repository import git
from tests.history.writer import clean_environment

SOURCE = Path(__file__).parent.parent / "data" / "faults.c"
COMPILER = shutil.which("cc")
GIT = shutil.which("git")
WAYS = ("kill", f"once {errno.ENOSPC}", f"on {errno.ENOSPC}", f"on {errno.EIO}")
MEMORY = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
LOCKS = 4
"""More locks than this no run leaves behind."""


def library(folder: Path) -> Path:
    """Build the library that makes steps fail."""
    made = folder / "faults.so"
    assert COMPILER
    command = [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


class Run(NamedTuple):
    """How a run ended: its code, what it wrote, and the steps that were taken."""

    code: int
    err: str
    steps: Sequence[str]

    @property
    def told(self) -> dict[str, object]:
        """Return what the command said was in the way."""
        assert self.err, self
        found = json.loads(self.err)
        assert isinstance(found, dict)
        return found


@dataclass(frozen=True)
class State:
    """What of a repository must never be torn or mixed up."""

    head: str
    tree: str
    parents: tuple[str, ...]
    index: dict[str, str]
    files: dict[str, bytes]


def state(top: Path) -> State:
    """Return how a repository looks; it must be sound."""
    assert "error" not in git(top, "fsck", "--no-dangling")
    entries = (line.split("\t") for line in git(top, "ls-files", "--stage").splitlines())
    files = (path for path in top.rglob("*") if path.is_file())
    inside = ((path.relative_to(top).as_posix(), path) for path in files)
    head, tree, *parents = git(top, "log", "-1", "--format=%H %T %P").split()
    return State(
        head,
        tree,
        tuple(parents),
        {path: facts for facts, path in entries},
        {name: path.read_bytes() for name, path in inside if not name.startswith(".git/")},
    )


class Trial:
    """A repository, a command that is run in copies of it, and a library that makes it fail."""

    def __init__(self, top: Path, command: Sequence[str], faults: Path) -> None:
        """Run the command once without a fault; `top` itself stays as it is."""
        self.top = top
        self.command = command
        self.faults = faults
        self.old = state(top)
        with self.copied() as there:
            whole = self.run(there)
            assert whole.code == 0, whole
            self.new = state(there)
        self.steps = whole.steps
        assert self.new.parents == (self.old.head,)
        self.changed = {
            path
            for path in self.old.files.keys() | self.new.files.keys()
            if self.old.files.get(path) != self.new.files.get(path)
        }
        assert self.changed

    @contextmanager
    def copied(self) -> Iterator[Path]:
        """Copy the repository for one run, into memory where there is a place for that."""
        place = MEMORY if os.access(MEMORY, os.W_OK) else self.top.parent
        with tempfile.TemporaryDirectory(dir=place, prefix="samverkan-trial-") as folder:
            there = Path(folder).resolve() / self.top.name
            shutil.copytree(self.top, there, symlinks=True)
            yield there

    def run(self, there: Path, step: int = 0, how: str = "") -> Run:
        """Run the command, with a fault at a step if there is to be one."""
        outside = there.parent
        (outside / "counter").write_bytes(bytes(8))
        (outside / "log").write_bytes(b"")
        variables = {
            "LD_PRELOAD": str(self.faults),
            "FAULTS_BELOW": str(there),
            "FAULTS_COUNTER": str(outside / "counter"),
            "FAULTS_LOG": str(outside / "log"),
            "FAULTS_STEP": str(step),
            "FAULTS_HOW": how,
        }
        # What the program starts has none of its environment, so git gets the library from here.
        program = outside / "bin" / "git"
        program.parent.mkdir(exist_ok=True)
        lines = [f"export {name}='{value}'" for name, value in variables.items()]
        program.write_text("\n".join(["#!/bin/sh", *lines, f'exec {GIT} "$@"\n']), "utf-8")
        program.chmod(0o755)
        path = f"{program.parent}:{os.environ['PATH']}"
        run = self.started(there, clean_environment(PATH=path) | variables)
        log = (outside / "log").read_text("utf-8", "replace").splitlines()
        return run._replace(steps=log)

    def started(self, there: Path, environment: dict[str, str]) -> Run:
        """Start the command, and wait for its end."""
        process = subprocess.Popen(
            self.command,
            cwd=there,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,  # a group of its own, which is killed whole
        )
        _, err = process.communicate(timeout=60)
        return Run(process.returncode, err.decode("utf-8", "replace"), ())

    def check(self, step: int, how: str) -> None:
        """Let one step fail, and hold all that can be seen against what must be."""
        with self.copied() as there:
            run = self.run(there, step, how)
            now = state(there)
            is_made = now.head != self.old.head
            assert is_made or now.tree == self.old.tree
            assert not is_made or (now.tree, now.parents) == (self.new.tree, self.new.parents)
            self.whole(now)
            if how == "kill":
                assert run.code == -signal.SIGKILL
            else:
                assert (run.code == 0) == is_made, run
                assert "Traceback" not in run.err
            if run.code > 0:
                self.truth(run, now)
            self.again(there)

    def whole(self, now: State) -> None:
        """See that every file is the old or the new one, and that what is others' is untouched."""
        for path in self.old.files.keys() | self.new.files.keys():
            assert now.files.get(path) in (self.old.files.get(path), self.new.files.get(path)), path
        for path in self.old.index.keys() | self.new.index.keys():
            assert now.index.get(path) in (self.old.index.get(path), self.new.index.get(path)), path

    def truth(self, run: Run, now: State) -> None:
        """See that a run that failed told what it left, and nothing else."""
        left = run.told["left"] or []
        assert isinstance(left, list)
        for path in self.changed:
            is_old = now.files.get(path) == self.old.files.get(path)
            is_staged = now.index.get(path) != self.old.index.get(path)
            assert (path in left) == (not is_old or is_staged), (run, path)

    def again(self, there: Path) -> None:
        """Run the command until it is through; each time it is not, it names a lock to remove."""
        for _ in range(LOCKS):
            run = self.run(there)
            if not run.code:
                break
            assert run.told["problem"] == "git-lock", run
            lock = Path(str(run.told["path"]))
            assert lock.is_relative_to(there / ".git")
            lock.unlink()
        now = state(there)
        assert (now.tree, now.parents) == (self.new.tree, self.new.parents)
        assert (now.files, now.index) == (self.new.files, self.new.index)
