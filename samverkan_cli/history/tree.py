"""The working tree where something is to be written: nothing is reached through a link (F1, F8)."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.writing import told

TOP = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
FOLDER = TOP | os.O_NOFOLLOW
READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
NO_PART = ("", ".", "..", ".git")


class Write(NamedTuple):
    """One file of a change: what lay there when it was read, and what shall lie there.

    `path` is inside a folder, with `/`. None stands for no file.
    """

    path: str
    seen: bytes | None
    after: bytes | None


def parts(path: str) -> list[str]:
    """Return the names that a path is made of.

    Raises:
        ValueError: the path leads elsewhere.
    """
    found = path.split("/")
    if any(part.casefold() in NO_PART or "\0" in part for part in found):
        raise ValueError(path)
    return found


@contextmanager
def above(root: Path, path: str) -> Iterator[tuple[int, str]]:
    """Open the folder that a file lies in, from `root` down; no link on the way is followed.

    Raises:
        ValueError: the path leads elsewhere.
        OSError: there is no such folder, or a link stands for one.
    """
    *folders, name = parts(path)
    handle = os.open(root, TOP)
    try:
        for folder in folders:
            inner = os.open(folder, FOLDER, dir_fd=handle)
            os.close(handle)
            handle = inner
        yield handle, name
    finally:
        os.close(handle)


def content(root: Path, path: str, largest: int) -> bytes | None:
    """Return the bytes of a file, at most one more than `largest`; None where there is none.

    Raises:
        GitError: it is no ordinary file or cannot be read.
    """
    with told(path):
        try:
            with above(root, path) as (folder, name):
                handle = os.open(name, READ, dir_fd=folder)
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise GitError(GitProblem.LINKED, path=path)
        with os.fdopen(handle, "rb") as file:
            return file.read(largest + 1)


def lies(root: Path, write: Write) -> bytes | None:
    """Return what lies where a file is to be written, as far as it can be what is known of it.

    Raises:
        GitError: it is no ordinary file or cannot be read.
    """
    return content(root, write.path, max(len(write.seen or b""), len(write.after or b"")))


def unchanged(root: Path, write: Write) -> bytes | None:
    """Return what lies where a file is to be written: what was seen there, or what shall lie there.

    Raises:
        GitError: it is something else.
    """
    found = lies(root, write)
    if found not in (write.seen, write.after):
        raise GitError(GitProblem.CHANGED_MEANWHILE, path=write.path)
    return found


def mode(folder: int, name: str) -> int | None:
    """Return the kind and rights of what stands under a name; None where nothing does.

    Raises:
        OSError: the system does not tell.
    """
    try:
        return os.stat(name, dir_fd=folder, follow_symlinks=False).st_mode
    except FileNotFoundError:
        return None
