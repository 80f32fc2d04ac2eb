"""The one call of git: an environment made from nothing, and no way to run what a repository says.

Whoever controls the tree, the configuration or the environment shall get no code run and no wrong
answer (threats G1-G16). Only plumbing is called, and never status, diff, show, log -p or blame.
"""

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, NamedTuple, cast

from samverkan_cli.history.problems import GitError, GitProblem

NEEDED = (2, 34)
DAMAGED = re.compile(r"\b([0-9a-f]{40}(?:[0-9a-f]{24})?)\b|\btree (?:entry|file|object)\b")
"""What git says where an object is missing, or a folder is written as no git would."""
SETTING = re.compile(r"bad (numeric |boolean )?config (value|variable|line)")
SECONDS = 120
ENVIRONMENT = {
    "HOME": "/nonexistent",
    "LC_ALL": "C",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ALLOW_PROTOCOL": "",
}
SETTINGS = (
    "safe.bareRepository=explicit",
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.pager=cat",
    "core.attributesFile=/dev/null",
    "core.editor=false",
    "core.sshCommand=false",
    "core.alternateRefsCommand=false",
    "core.commitGraph=false",
    "core.bigFileThreshold=1m",
    "protocol.allow=never",
    "diff.external=",
    "gc.auto=0",
    "maintenance.auto=false",
    "commit.gpgSign=false",
    "tag.gpgSign=false",
    "log.showSignature=false",
    "submodule.recurse=false",
    "fetch.recurseSubmodules=false",
    "gpg.format=ssh",
    "gpg.ssh.program=/usr/bin/ssh-keygen",
)


class Answer(NamedTuple):
    """What git wrote, and the code it ended with."""

    code: int
    out: bytes
    err: str


class Git(NamedTuple):
    """A repository, and the program that reads it. Made by `discovery.discover`."""

    program: str
    top: Path
    folder: Path
    is_shallow: bool = False
    settings: tuple[str, ...] = SETTINGS

    def command(self, *arguments: str) -> list[str]:
        """Return the whole command line."""
        line = [self.program, "--no-pager", "--no-replace-objects", "--literal-pathspecs"]
        # A repository may say that its files lie elsewhere; then paths would mean something else.
        line += ["-C", str(self.top), f"--work-tree={self.top}"]
        for setting in self.settings:
            line += ["-c", setting]
        return [*line, *arguments]

    def environment(self) -> dict[str, str]:
        """Return the environment of a call: nothing of the user's but where programs are."""
        path = f"{Path(self.program).parent}:/usr/bin:/bin"
        return ENVIRONMENT | {"PATH": path, "GIT_CEILING_DIRECTORIES": str(self.top.parent)}

    def own_environment(self, *names: str) -> dict[str, str]:
        """Return an environment in which the user's own configuration is read, and these names.

        Only for calls that run nothing: `rev-parse`, `var`, `config` and `ls-files`.
        """
        own = {name: os.environ[name] for name in names if name in os.environ}
        environment = self.environment() | own
        del environment["GIT_CONFIG_GLOBAL"], environment["GIT_CONFIG_NOSYSTEM"]
        return environment

    def ask(
        self,
        *arguments: str,
        input: bytes = b"",  # noqa: A002 - as subprocess calls it
        environment: Mapping[str, str] | None = None,
    ) -> Answer:
        """Run git, and return what it said whether it went well or not.

        Raises:
            GitError: git cannot be run, or does not end.
        """
        try:
            done = subprocess.run(  # noqa: S603 - a list, no shell, and fixed options only
                self.command(*arguments),
                input=input,
                capture_output=True,
                env=environment or self.environment(),
                cwd="/",
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise GitError(GitProblem.TOO_SLOW, seconds=SECONDS) from error
        except OSError as error:
            raise GitError(GitProblem.NO_GIT) from error
        return Answer(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))

    def run(self, *arguments: str, input: bytes = b"") -> bytes:  # noqa: A002
        """Run git, and return what it wrote.

        Raises:
            GitError: it did not go well.
        """
        answer = self.ask(*arguments, input=input)
        if answer.code:
            raise self.refusal(answer.err)
        return answer.out

    @contextmanager
    def stream(self, *arguments: str, source: "Pipe | None" = None) -> Iterator["Pipe"]:
        """Run git beside us, and end it when the block ends.

        It is told what the git `source` answers, or else what we write.

        Raises:
            GitError: git cannot be run.
        """
        try:
            process = subprocess.Popen(  # noqa: S603 - as above
                self.command(*arguments),
                stdin=source.stdout if source else subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=self.environment(),
                cwd="/",
            )
        except OSError as error:
            raise GitError(GitProblem.NO_GIT) from error
        if source:
            source.stdout.close()
        told = process.stdin or BytesIO()
        stdout = cast(BufferedReader, process.stdout)
        try:
            yield Pipe(process, told, stdout)
        finally:
            process.kill()
            stdout.close()
            with suppress(BrokenPipeError):
                told.close()
            process.wait()

    def refusal(self, words: str) -> GitError:
        """Return the problem that git's own words tell of."""
        path = str(self.top)
        if "dubious ownership" in words or "unsafe repository" in words:
            return GitError(GitProblem.FOREIGN_OWNER, path=path)
        if "repository extension" in words or "repo version" in words:
            return GitError(GitProblem.TOO_OLD, version=last(words), needed=dotted(NEEDED))
        if "not a git repository" in words:
            return GitError(GitProblem.NO_REPOSITORY, path=path)
        if SETTING.search(words):
            return GitError(GitProblem.BAD_SETTING, words=last(words))
        if missing := DAMAGED.search(words):
            return self.damage(missing[1] or "tree")
        return GitError(GitProblem.REFUSED, path=path, words=last(words))

    def damage(self, name: str) -> GitError:
        """Return why an object that history needs is not to be had."""
        promised = r"^(extensions\.partialclone|remote\..*\.promisor)$"
        if self.ask("config", "--name-only", "--get-regexp", promised).out:
            return GitError(GitProblem.PARTIAL)
        return GitError(GitProblem.BROKEN, id=name)


class Pipe(NamedTuple):
    """A git that runs beside us: what it is told, and what it answers."""

    process: "subprocess.Popen[bytes]"
    stdin: IO[bytes]
    stdout: BufferedReader

    def ended_well(self) -> bool:
        """Tell, once all is read, whether git went through."""
        return self.process.wait(SECONDS) == 0


def last(words: str) -> str:
    """Return the last line of what git said, without its beginning and full stop."""
    lines = [line for line in words.splitlines() if line.strip()] or ["?"]
    return lines[-1].removeprefix("fatal: ").removeprefix("error: ").rstrip(".")


def dotted(version: tuple[int, ...]) -> str:
    """Return a version as it is written."""
    return ".".join(map(str, version))
