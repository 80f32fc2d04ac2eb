"""The working tree, written: every file whole or not at all, nothing through a link (F1, F8)."""

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.writing import told

TOP = os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC
FOLDER = TOP | os.O_NOFOLLOW
READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
RIGHTS = 0o777
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


def hidden(name: str) -> str:
    """Return what a file is called while it is written; readers pass over hidden files."""
    return f".{name}.samverkan"


class Placing:
    """Some files being written together; what is done can be taken back."""

    def __init__(self, root: Path, writes: Sequence[Write]) -> None:
        """Do nothing yet."""
        self.root = root
        self.writes = writes
        self.done: list[Write] = []
        self.folders: list[str] = []

    def prepare(self) -> None:
        """Write what is new under hidden names, so that a full disk is known before anything shows.

        Raises:
            GitError: it cannot be written.
        """
        for write in self.writes:
            is_there = unchanged(self.root, write) == write.after
            with told(write.path):
                # A run that was killed may have left one.
                discard(self.root, write.path)
                if not is_there and write.after is not None:
                    self.make_folders(write.path)
                    draft(self.root, write.path, write.after)

    def make_folders(self, path: str) -> None:
        """Make the folders that lead to a file, those that are missing."""
        names = parts(path)
        for depth in range(1, len(names)):
            folder = "/".join(names[:depth])
            with above(self.root, folder) as (outer, name):
                if mode(outer, name) is None:
                    os.mkdir(name, dir_fd=outer)
                    self.folders.append(folder)
                    os.fsync(outer)

    def place(self) -> None:
        """Put every file in its place, if what lies there is still what was seen.

        Raises:
            GitError: it is not, or the file cannot be put there.
        """
        for write in self.writes:
            if unchanged(self.root, write) == write.after:
                continue
            self.done.append(write)
            with told(write.path):
                replace(self.root, write.path, write.after)

    def take_back(self, kept: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """Put back what was seen, but for the files `kept`; return those that are not as they were.

        Only where what we wrote still lies there: what others wrote since is theirs.
        """
        mine = [write for write in self.done if write.path not in kept]
        for write in mine:
            with suppress(GitError, OSError):
                if lies(self.root, write) == write.after:
                    discard(self.root, write.path)
                    if write.seen is not None:
                        draft(self.root, write.path, write.seen)
                    replace(self.root, write.path, write.seen)
        self.sweep()
        return tuple(write.path for write in mine if not self.is_back(write))

    def is_back(self, write: Write) -> bool:
        """Tell whether a file is again as it was seen."""
        try:
            return lies(self.root, write) == write.seen
        except GitError:
            return False

    def sweep(self) -> None:
        """Take away hidden files that are left, and the folders that were made and are empty."""
        for write in self.writes:
            with suppress(OSError):
                discard(self.root, write.path)
        for path in reversed(self.folders):
            with suppress(OSError), above(self.root, path) as (folder, name):
                os.rmdir(name, dir_fd=folder)


def discard(root: Path, path: str) -> None:
    """Take away what is left of a file that was being written.

    Raises:
        OSError: it cannot be done.
    """
    with suppress(FileNotFoundError), above(root, path) as (folder, name):
        os.unlink(hidden(name), dir_fd=folder)


def draft(root: Path, path: str, text: bytes) -> None:
    """Write a file beside its place, with the rights of the one that lies there.

    Raises:
        OSError: it cannot be written.
    """
    with above(root, path) as (folder, name):
        handle = os.open(hidden(name), FRESH, 0o666, dir_fd=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
            file.flush()
            if there := mode(folder, name):
                os.fchmod(handle, there & RIGHTS)
            os.fsync(handle)


def replace(root: Path, path: str, text: bytes | None) -> None:
    """Put what is drafted in its place; where there is no text, take the file away.

    Raises:
        OSError: it cannot be done.
    """
    with above(root, path) as (folder, name):
        if text is None:
            os.unlink(name, dir_fd=folder)
        else:
            os.replace(hidden(name), name, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)


def put(folder: Path, writes: Sequence[Write]) -> None:
    """Write files without a commit, whole, if what lies there is still what was seen.

    Raises:
        GitError: it is not, or they cannot be written; then nothing was changed, or `left` tells.
    """
    placing = Placing(folder, writes)
    try:
        placing.prepare()
        placing.place()
    except BaseException as error:
        left = placing.take_back()
        if isinstance(error, GitError):
            error.left = left
        raise
