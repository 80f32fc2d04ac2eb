"""One at a time: the lock that everything that writes holds, from reading to the commit.

The file stays where it is: taking it away would let two hold it at once.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import uniform
from time import monotonic, sleep

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.writing import told
from samverkan_cli.model.words import say

NAME = "samverkan.lock"
SECONDS = 60.0
PAUSES = (0.005, 0.05)
# A right to read is enough, so that the first one's umask does not keep the others out.
# Nobody waits for the other end of a pipe that somebody calls so.
FILE = os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC


def common(git: Git) -> Path:
    """Return the folder of git's that all working trees of a repository share.

    Raises:
        GitError: git does not tell.
    """
    out = git.run("rev-parse", "--path-format=absolute", "--git-common-dir")
    return Path(os.fsdecode(out.removesuffix(b"\n")))


def owned(top: Path) -> None:
    """Go on only where the working tree's git folder is its own, and not that of another.

    Raises:
        GitError: a link stands for it.
    """
    if (top / ".git").is_symlink():
        hint = say("Clone the repository that it leads to, and work in the clone.")
        raise GitError(GitProblem.LINKED, hint, path=str(top / ".git"))


@contextmanager
def locked(git: Git, seconds: float = SECONDS) -> Iterator[None]:
    """Keep every other writer of the repository out; wait for one that is at work.

    Raises:
        GitError: it did not end in time, or the lock cannot be made.
    """
    owned(git.top)
    path = common(git) / NAME
    with held(path, FILE, seconds):
        yield


@contextmanager
def locked_folder(folder: Path, seconds: float = SECONDS) -> Iterator[None]:
    """Keep every other writer of a folder outside git out; wait for one that is at work.

    Raises:
        GitError: it did not end in time, or the folder cannot be opened.
    """
    with held(folder, FOLDER, seconds):
        yield


@contextmanager
def held(path: Path, flags: int, seconds: float) -> Iterator[None]:
    """Hold the lock on a path.

    Raises:
        GitError: somebody else does, or it cannot be opened.
    """
    with told(str(path)):
        handle = os.open(path, flags, 0o666)
    try:
        end = monotonic() + seconds
        while not taken(handle, path):
            if monotonic() > end:
                raise GitError(GitProblem.LOCKED, path=str(path), seconds=int(seconds))
            # Uneven, so that those who wait do not all come back at once.
            sleep(uniform(*PAUSES))  # noqa: S311
        yield
    finally:
        os.close(handle)


def taken(handle: int, path: Path) -> bool:
    """Try to take the lock; tell whether it is ours.

    Raises:
        GitError: the system does not lock here.
    """
    with told(str(path)):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
