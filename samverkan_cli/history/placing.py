"""Files put into the working tree: each whole or not at all; what is begun can be taken back."""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from samverkan_cli.history.problems import GitError
from samverkan_cli.history.tree import Write, above, lies, mode, parts, unchanged
from samverkan_cli.history.writing import told

FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
RIGHTS = 0o777


def hidden(name: str) -> str:
    """Return what a file is called while it is written; readers pass over hidden files."""
    return f".{name}.samverkan"


def beside(path: str) -> str:
    """Return the path at which a file is written before it is put in its place."""
    folder, slash, name = path.rpartition("/")
    return f"{folder}{slash}{hidden(name)}"


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
