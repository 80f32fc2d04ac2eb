"""Git that writes: durable, patient with a living git, and plain about what is in the way."""

import errno
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep, time

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import SETTING, Git, last
from samverkan_cli.model.words import Words, say_n

SETTINGS = (
    "core.fsync=committed,reference,index",
    "core.filesRefLockTimeout=2000",
    "i18n.commitEncoding=UTF-8",
)
PATIENCE = 2.0
"""So long, in seconds, a lock of git's own may be held by a git that is alive."""
PAUSE = 0.05
MINUTE, HOUR, DAY = 60, 3_600, 86_400
LOCK = re.compile(r"Unable to create '(.+\.lock)': File exists")
TOLD = (
    (re.compile(r"No space left on device|Disk quota exceeded"), GitProblem.DISK_FULL),
    (
        re.compile(r"Read-only file system|Permission denied|insufficient permission"),
        GitProblem.READ_ONLY,
    ),
    (re.compile(r"but expected|reference already exists"), GitProblem.MOVED),
)
ABSENT = re.compile(
    r"missing|(in|not a )valid object|bad object|[Uu]nable to read|could not fetch|corrupt"
)
NUMBERS = {
    errno.ENOSPC: GitProblem.DISK_FULL,
    errno.EDQUOT: GitProblem.DISK_FULL,
    errno.EACCES: GitProblem.READ_ONLY,
    errno.EPERM: GitProblem.READ_ONLY,
    errno.EROFS: GitProblem.READ_ONLY,
    errno.ELOOP: GitProblem.LINKED,
    errno.ENOTDIR: GitProblem.LINKED,
    errno.EISDIR: GitProblem.LINKED,
}


def writing(git: Git) -> Git:
    """Return a repository as one that is written to."""
    return git._replace(settings=(*git.settings, *SETTINGS))


def written(
    git: Git,
    *arguments: str,
    input: bytes = b"",  # noqa: A002 - as subprocess calls it
    own: dict[str, str] | None = None,
) -> str:
    """Have git write; return what it answered. `own` is added to the environment.

    Raises:
        GitError: it could not, or another git's lock stayed in the way.
    """
    end = monotonic() + PATIENCE
    while True:
        answer = git.ask(*arguments, input=input, environment=git.environment() | (own or {}))
        if not answer.code:
            return answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")
        error = unwritten(git, answer.err)
        if error.problem is not GitProblem.GIT_LOCK or monotonic() > end:
            raise error
        sleep(PAUSE)


def unwritten(git: Git, words: str) -> GitError:
    """Return the problem that git's own words tell of, when it was to write."""
    if found := LOCK.search(words):
        return locked_by_git(Path(found[1]))
    for pattern, problem in TOLD:
        if pattern.search(words):
            return GitError(problem, path=str(git.top))
    if ABSENT.search(words) or SETTING.search(words):
        return git.refusal(words)
    return GitError(GitProblem.NOT_WRITTEN, path=str(git.top), words=last(words))


def locked_by_git(path: Path) -> GitError:
    """Return the problem of a lock of git's own."""
    try:
        seconds = max(0, int(time() - path.lstat().st_mtime))
    except OSError:  # it is gone by now
        seconds = 0
    command = shlex.quote(str(path))
    return GitError(GitProblem.GIT_LOCK, path=str(path), age=age(seconds), command=command)


def age(seconds: int) -> Words:
    """Return how old something is, as one would say it."""
    if seconds < 2 * MINUTE:
        return say_n(seconds, "{n} second", "{n} seconds")
    if seconds < 2 * HOUR:
        return say_n(seconds // MINUTE, "{n} minute", "{n} minutes")
    if seconds < 2 * DAY:
        return say_n(seconds // HOUR, "{n} hour", "{n} hours")
    return say_n(seconds // DAY, "{n} day", "{n} days")


def refused(error: OSError, path: str) -> GitError:
    """Return the problem of a file that the system would not write."""
    problem = NUMBERS.get(error.errno or 0, GitProblem.NOT_WRITTEN)
    return GitError(problem, path=path, words=error.strerror or type(error).__name__)


@contextmanager
def told(path: str) -> Iterator[None]:
    """Tell of what the system refuses as a problem with a sentence.

    Raises:
        GitError: the system refused.
    """
    try:
        yield
    except OSError as error:
        raise refused(error, path) from error
