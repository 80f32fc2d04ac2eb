"""The files of an agreement's folder: which there may be, and their bytes.

Nothing is followed out of the folder: links, devices and pipes are refused, and what is opened is
what was looked at (threats F1, F2, Y5).
"""

import os
import stat
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, Protocol

from samverkan_cli.evaluate.personal import masked
from samverkan_cli.model.finding import Fault
from samverkan_cli.store.file_faults import (
    FILE_BYTES,
    FILES,
    TOTAL_BYTES,
    not_a_file,
    not_permitted,
    personal_name,
    printable,
    too_deep,
    too_large,
    too_many,
    unexpected,
)
from samverkan_cli.store.kinds import DATA, kind_of

FOLDER_DEPTH = 3
NO_LINK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Folder:
    """The bytes of every file of a known kind, by path, and what was wrong with the others."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    unread: tuple[str, ...] = ()


def opened(root: Path, path: str) -> int:
    """Open what lies at `path` in the folder `root`; no link on the way is followed.

    Raises:
        OSError: there is a link, or no such thing, or no right to it.
    """
    handle = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for part in filter(None, path.split("/")):
        try:
            inner = os.open(part, NO_LINK, dir_fd=handle)
        finally:
            os.close(handle)
        handle = inner
    return handle


def refused(error: OSError, path: str) -> Fault:
    """Return the fault of what could not be opened."""
    return not_permitted(path) if isinstance(error, PermissionError) else not_a_file(path)


class Sort(StrEnum):
    """What stands under a name in a folder."""

    FOLDER = "folder"
    LINK = "link"
    OTHER = "other"


class Entry(NamedTuple):
    """A name in a folder; `OTHER` is a file, or what stands where a file should."""

    name: str
    sort: Sort


class Source(Protocol):
    """Where the bytes come from: the disk, or a revision. Paths are inside the folder."""

    def listed(self, inside: str) -> list[Entry] | Fault:
        """Return what lies in a folder (empty, or ending with `/`), or why it is not told."""

    def content(self, path: str) -> bytes | Fault:
        """Return a file's bytes, or why they are not read."""


class Disk(NamedTuple):
    """The working tree."""

    root: Path

    def listed(self, inside: str) -> list[Entry] | Fault:
        """Return what lies in a folder now."""
        try:
            handle = opened(self.root, inside)
        except OSError as error:
            return refused(error, printable(inside))
        try:
            with os.scandir(handle) as found:
                return [Entry(entry.name, sort_of(entry)) for entry in found]
        finally:
            os.close(handle)

    def content(self, path: str) -> bytes | Fault:
        """Return the bytes of the file that is looked at, and of no other."""
        try:
            handle = opened(self.root, path)
        except OSError as error:
            return refused(error, path)
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            os.close(handle)
            return not_a_file(path)
        with os.fdopen(handle, "rb") as file:
            content = b"" if status.st_size > FILE_BYTES else file.read(FILE_BYTES + 1)
            size = max(status.st_size, len(content))
            return too_large(path, size) if size > FILE_BYTES else content


def sort_of(entry: os.DirEntry[str]) -> Sort:
    """Return what stands under a name on the disk; links are not followed."""
    if entry.is_symlink():
        return Sort.LINK
    return Sort.FOLDER if entry.is_dir(follow_symlinks=False) else Sort.OTHER


class Walk:
    """Goes through an agreement's folder; the state of `read_source`."""

    def __init__(self, source: Source) -> None:
        """Start with nothing read."""
        self.source = source
        self.files: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self.unread: list[str] = []
        self.seen = 0
        self.bytes = 0

    def folder(self, inside: str = "", depth: int = 0) -> None:
        """Take what lies in a folder, hidden entries left out, in the order of names."""
        listed = self.source.listed(inside)
        if isinstance(listed, Fault):
            self.refuse(listed, inside)
            return
        for entry in sorted(listed):
            path = f"{inside}{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.sort is not Sort.FOLDER or kind_of(path):
                self.entry(path, entry)
            elif depth < FOLDER_DEPTH and path != "approvals":
                self.folder(f"{path}/", depth + 1)
            elif path.startswith(DATA):
                self.refuse(too_deep(printable(path)), f"{path}/")

    def entry(self, path: str, entry: Entry) -> None:
        """Take one entry: read it, refuse it, or pass over what is no business of ours."""
        kind, yaml = kind_of(path), path.casefold().endswith((".yaml", ".yml"))
        linked = entry.sort is Sort.LINK
        if not (kind or yaml or (linked and f"{path}/".startswith(DATA))):
            return
        self.seen += 1
        if self.seen > FILES or self.bytes > TOTAL_BYTES:
            self.overflow(path)
        elif masked(path) != path:
            self.refuse(personal_name(printable(path)), path)
        elif linked:
            self.refuse(not_a_file(printable(path)), path if yaml else f"{path}/")
        elif kind:
            self.read(path)
        else:
            self.faults.append(unexpected(printable(path)))

    def read(self, path: str) -> None:
        """Read a file."""
        content = self.source.content(path)
        if isinstance(content, Fault):
            self.refuse(content, path)
            return
        self.bytes += len(content)
        if self.bytes > TOTAL_BYTES:
            self.overflow(path)
        else:
            self.files[path] = content

    def refuse(self, found: Fault, path: str) -> None:
        """Note what is not read, and why."""
        self.faults.append(found)
        self.unread.append(printable(path))

    def overflow(self, path: str) -> None:
        """Note what is left when the limits are reached; said once."""
        if all(found.rule != "file-too-large" for found in self.faults[-1:]):
            self.faults.append(too_many(printable(path)))
        self.unread.append(printable(path))


def read_source(source: Source) -> Folder:
    """Read every file of an agreement's folder, wherever its bytes come from."""
    walk = Walk(source)
    walk.folder()
    return Folder(walk.files, tuple(walk.faults), tuple(walk.unread))


def read_folder(root: Path) -> Folder:
    """Read every file of an agreement's folder in the working tree.

    Raises:
        NotADirectoryError: `root` is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(root)
    return read_source(Disk(root))
