"""The files of an agreement's folder: which there may be, and their bytes.

Nothing is followed out of the folder: links, devices and pipes are refused, and what is opened is
what was looked at (threats F1, F2, Y5).
"""

import os
import re
import stat
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

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

FOLDER_DEPTH = 3
NO_LINK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC


class Kind(StrEnum):
    """What a file of the folder holds; each kind has a schema of this name."""

    AGREEMENT = "agreement"
    GUARANTEES = "guarantees"
    FORM = "form"
    READINGS = "readings"
    STAFFING = "staffing"
    RECORDS = "records"
    WAIVERS = "waivers"


NAME = r"[a-z0-9åäö]+(?:-[a-z0-9åäö]+)*"
PATHS = (
    (re.compile(r"terms/agreement\.yaml"), Kind.AGREEMENT),
    (re.compile(rf"terms/guarantees/{NAME}\.yaml"), Kind.GUARANTEES),
    (re.compile(rf"terms/forms/{NAME}\.yaml"), Kind.FORM),
    (re.compile(r"terms/readings\.yaml"), Kind.READINGS),
    (re.compile(rf"staffing/{NAME}\.yaml"), Kind.STAFFING),
    (re.compile(rf"records/{NAME}\.yaml"), Kind.RECORDS),
    (re.compile(r"waivers\.yaml"), Kind.WAIVERS),
)
AGREEMENT_FILE = "terms/agreement.yaml"
DATA = ("terms/", "staffing/", "records/")


@dataclass(frozen=True, slots=True)
class Folder:
    """The bytes of every file of a known kind, by path, and what was wrong with the others."""

    files: dict[str, bytes] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    unread: tuple[str, ...] = ()


def kind_of(path: str) -> Kind | None:
    """Return what the file at `path` (inside the folder, with `/`) holds, or None."""
    return next((kind for pattern, kind in PATHS if pattern.fullmatch(path)), None)


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


def read_bytes(root: Path, path: str) -> bytes | Fault:
    """Return a file's bytes, or why they are not read."""
    try:
        handle = opened(root, path)
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


class Walk:
    """Goes through an agreement's folder; the state of `read_folder`."""

    def __init__(self, root: Path) -> None:
        """Start with nothing read."""
        self.root = root
        self.files: dict[str, bytes] = {}
        self.faults: list[Fault] = []
        self.unread: list[str] = []
        self.seen = 0
        self.bytes = 0

    def folder(self, inside: str = "", depth: int = 0) -> None:
        """Take what lies in a folder, hidden entries left out, in the order of names."""
        try:
            handle = opened(self.root, inside)
        except OSError as error:
            self.refuse(refused(error, printable(inside)), inside)
            return
        try:
            self.entries(handle, inside, depth)
        finally:
            os.close(handle)

    def entries(self, handle: int, inside: str, depth: int) -> None:
        """Take the entries of a folder that is open."""
        with os.scandir(handle) as found:
            listed = sorted(found, key=lambda entry: entry.name)
        for entry in listed:
            path = f"{inside}{entry.name}"
            if entry.name.startswith("."):
                continue
            if not entry.is_dir(follow_symlinks=False) or kind_of(path):
                self.entry(path, entry)
            elif depth < FOLDER_DEPTH and path != "approvals":
                self.folder(f"{path}/", depth + 1)
            elif path.startswith(DATA):
                self.refuse(too_deep(printable(path)), f"{path}/")

    def entry(self, path: str, entry: os.DirEntry[str]) -> None:
        """Take one entry: read it, refuse it, or pass over what is no business of ours."""
        kind, yaml = kind_of(path), path.casefold().endswith((".yaml", ".yml"))
        link = entry.is_symlink() and f"{path}/".startswith(DATA)
        if not (kind or yaml or link):
            return
        self.seen += 1
        if self.seen > FILES or self.bytes > TOTAL_BYTES:
            self.overflow(path)
        elif masked(path) != path:
            self.refuse(personal_name(printable(path)), path)
        elif entry.is_symlink():
            self.refuse(not_a_file(printable(path)), path if yaml else f"{path}/")
        elif kind:
            self.read(path)
        else:
            self.faults.append(unexpected(printable(path)))

    def read(self, path: str) -> None:
        """Read a file."""
        content = read_bytes(self.root, path)
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


def read_folder(root: Path) -> Folder:
    """Read every file of an agreement's folder.

    Raises:
        NotADirectoryError: `root` is no folder.
    """
    if not root.is_dir():
        raise NotADirectoryError(root)
    walk = Walk(root)
    walk.folder()
    return Folder(walk.files, tuple(walk.faults), tuple(walk.unread))
