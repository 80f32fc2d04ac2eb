"""Runs of the program over pull requests that mean harm, as a runner of pipelines starts it.

    python -m tests.hostile_runs

For each line of JSON on standard input (folder, environment, arguments, and the files that take the
two streams) a run is started in a process forked from this one, which has loaded the program. Its
code, and the processor time that it and the gits that it started took, are written to standard
output. `started` starts the program itself instead, and may have strace look on.
"""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.shell import COMMAND, ROOT

TIMEOUT = 120
FORMATS = ("markdown", "sarif", "gitlab", "junit", "json")
DAY = "2025-03-01"
LOOP, QUIET = 3_000_000, 0.22
"""What a loop of so many steps takes, in seconds, on a machine that has nothing else to do."""


class Answer(NamedTuple):
    """What a run wrote, the code it ended with, and the seconds of processor time that it took."""

    code: int
    out: str
    err: str
    files: dict[str, str]
    seconds: float


class Asked(NamedTuple):
    """A run that is wanted: where, what of, and with what the runner sets; answers go to `out`."""

    folder: Path
    run: tuple[str, ...]
    environ: dict[str, str]
    out: Path

    def arguments(self) -> list[str]:
        """Return the arguments, with every format asked for at once."""
        files = [f"--output={name}={self.out / name}" for name in FORMATS]
        return ["check", *self.run, "--on", DAY, "--format", "github", *files]

    def environment(self) -> dict[str, str]:
        """Return all that is set."""
        usual = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder.parent / "home"),
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "GITHUB_ACTIONS": "true",
        }
        return usual | self.environ

    def answer(self, code: int, seconds: float) -> Answer:
        """Return what was written."""
        files = {
            name: (self.out / name).read_text("utf-8")
            for name in FORMATS
            if (self.out / name).exists()
        }
        out, err = ((self.out / name).read_bytes().decode() for name in ("stdout", "stderr"))
        return Answer(code, out, err, files, seconds)


Runner = Callable[[Asked], Answer]


@contextmanager
def forked() -> Iterator[Runner]:
    """Start runs in processes forked from one that has loaded the program."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile_runs"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdin
        assert server.stdout
        told, answers = server.stdin, server.stdout

        def run(asked: Asked) -> Answer:
            line = {
                "folder": str(asked.folder),
                "environment": asked.environment(),
                "arguments": asked.arguments(),
                "out": str(asked.out),
            }
            told.write(f"{json.dumps(line)}\n")
            told.flush()
            return asked.answer(**json.loads(answers.readline()))

        yield run


def started(asked: Asked, *before: str) -> Answer:
    """Start the program anew; what stands `before` the command looks on."""
    with (asked.out / "stdout").open("wb") as out, (asked.out / "stderr").open("wb") as err:
        process = subprocess.Popen(
            [*before, *COMMAND, *asked.arguments()],
            cwd=asked.folder,
            env=asked.environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
        )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return asked.answer(process.returncode, used.ru_utime + used.ru_stime)


def child(asked: dict[str, Any]) -> int:
    """Run the program as asked."""
    from samverkan_cli.cli.run import run

    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    for name, number in (("stdout", 1), ("stderr", 2)):
        os.dup2(os.open(f"{asked['out']}/{name}", os.O_WRONLY | os.O_CREAT, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    code = run(asked["arguments"])
    sys.stdout.flush()
    sys.stderr.flush()
    return code


def main() -> None:
    """Load the program by running it once; then start a run for each line."""
    from samverkan_cli.cli.run import run

    with open(os.devnull, "w") as nothing:  # noqa: PTH123 - a device
        stdout, sys.stdout = sys.stdout, nothing
        files = [f"--output={name}=/dev/null" for name in FORMATS]
        run(["check", "--base", "HEAD", "--as-of", "HEAD", *files, "--format", "github"])
        sys.stdout = stdout
    for line in sys.stdin:
        number = os.fork()
        if not number:
            code = 70
            try:
                code = child(json.loads(line))
            finally:
                os._exit(code)
        _, status, used = os.wait4(number, 0)
        told = {
            "code": os.waitstatus_to_exitcode(status),
            "seconds": used.ru_utime + used.ru_stime,
        }
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


def slowness() -> float:
    """Return how much slower than a quiet machine this one is now; never less than one."""
    start = time.process_time()
    sum(number * number for number in range(LOOP))
    return max(1.0, (time.process_time() - start) / QUIET)


STRACE = (
    "strace",
    "-f",
    "--seccomp-bpf",
    "-y",
    "-qq",
    "-s",
    "4096",
    "-e",
    "trace=open,openat,creat,execve,connect",
)
CALL = re.compile(r"\d+ +(?P<name>\w+)\((?P<given>.*)\) = (?:-?\d+)(?:<(?P<path>[^>]*)>)?")
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")


class Seen(NamedTuple):
    """What a run did, as the system saw it: programs started, files read and files written."""

    started: frozenset[str]
    read: frozenset[str]
    written: frozenset[str]
    connected: bool


def traced(asked: Asked, log: Path) -> tuple[Answer, Seen]:
    """Start the program with strace looking on; return what it answered, and did."""
    answer = started(asked, *STRACE, "-o", str(log))
    calls = [match for line in log.read_text("utf-8", "replace").splitlines()
             if (match := CALL.match(line))]  # fmt: skip
    opened = [one for one in calls if one["name"] in ("open", "openat", "creat") and one["path"]]
    seen = Seen(
        started=frozenset(one["given"].split('"')[1] for one in calls if one["name"] == "execve"),
        read=frozenset(one["path"] for one in opened),
        written=frozenset(one["path"] for one in opened if WRITING.search(one["given"])),
        connected=any(one["name"] == "connect" for one in calls),
    )
    return answer, seen


if __name__ == "__main__":
    main()
