"""What an answer is made of: the working tree, or a revision read without a checkout."""

from pathlib import Path
from typing import Self

from samverkan_cli.history.commits import revision
from samverkan_cli.history.discovery import discover
from samverkan_cli.history.names import resolve
from samverkan_cli.history.objects import (
    LINK,
    SUBMODULE,
    File,
    Objects,
    files_at,
    prefix_of,
    those_at,
)
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.model.finding import Fault
from samverkan_cli.store.file_faults import FILE_BYTES, not_a_file, too_large
from samverkan_cli.store.files import FOLDER_DEPTH, Entry, Folder, Sort, read_source
from samverkan_cli.store.register import Known, Register, read

DEEPEST = FOLDER_DEPTH + 1
"""So many names lead to what is looked at; what lies deeper is in a folder that is not entered."""


class Tree:
    """The folder as a revision holds it; what the working tree's reader asks, git answers."""

    def __init__(self, objects: Objects, files: list[File]) -> None:
        """Sort the files into their folders."""
        self.objects = objects
        self.files: dict[str, File] = {}
        self.folders: dict[str, dict[str, Sort]] = {"": {}}
        for file in files:
            path = file.path.decode("utf-8", "surrogateescape")
            near = "/".join(path.split("/", DEEPEST)[:DEEPEST])
            if near != path:
                self.put(near, Sort.FOLDER)
                continue
            self.files[path] = file
            self.put(path, Sort.LINK if file.mode in (LINK, SUBMODULE) else Sort.OTHER)

    def put(self, path: str, sort: Sort) -> None:
        """Note what stands at a path, and the folders that lead to it."""
        inside, slash, name = path.rpartition("/")
        above = f"{inside}{slash}"
        if above not in self.folders:
            self.folders[above] = {}
            self.put(inside, Sort.FOLDER)
        self.folders[above][name] = sort

    def listed(self, inside: str) -> list[Entry] | Fault:
        """Return what lies in a folder."""
        return [Entry(name, sort) for name, sort in self.folders[inside].items()]

    def content(self, path: str) -> bytes | Fault:
        """Return a file's bytes.

        Raises:
            GitError: the repository does not hold them.
        """
        file = self.files.get(path)
        found = self.objects.one(file.id, FILE_BYTES) if file else None
        if found is None or found.kind != "blob":
            return not_a_file(path)
        return too_large(path, found.size) if found.content is None else found.content


class Past:
    """An agreement's folder through its history."""

    def __init__(self, git: Git) -> None:
        """Take a repository that holds the folder."""
        self.git = git
        self.prefix = prefix_of(git, git.folder)

    @classmethod
    def of(cls, root: Path) -> Self:
        """Return the history of the folder `root`.

        Raises:
            GitError: it has none that can be read.
        """
        return cls(discover(root))

    @classmethod
    def nearest(cls, here: Path, text: str, names: tuple[str, ...], file: str) -> Self | None:
        """Return the history of the nearest folder upward that holds `file` in a revision.

        What lies in the working tree plays no part. A folder is tried after those in it that are
        called one of `names`.

        Raises:
            GitError: there is no such revision, or it cannot be read.
        """
        git = discover(here)
        commit = resolve(git, text)
        above = (git.folder, *git.folder.parents)
        inside = [one for one in above if one.is_relative_to(git.top)]
        tried = [near for one in inside for near in (*(one / name for name in names), one)]
        wanted = {one: prefix_of(git, one) + file.encode() for one in tried}
        # One that is begun has its terms, though the file that names it is missing.
        begun = {
            one: prefix_of(git, one) + file.partition("/")[0].encode()
            for one in tried
            if one.name in names
        }
        found = those_at(git, commit, [*wanted.values()])
        found |= those_at(git, commit, [*begun.values()])
        for one in tried:
            if wanted[one] in found or begun.get(one) in found:
                return cls(git._replace(folder=one))
        return None

    def folder(self, commit: str) -> Folder:
        """Return the bytes of every file of the folder in a revision.

        Raises:
            GitError: the revision has no such folder, or the repository does not hold all of it.
        """
        files = files_at(self.git, commit, self.prefix)
        if self.prefix and not files:
            path = self.prefix.decode("utf-8", "surrogateescape")
            raise GitError(GitProblem.NO_FOLDER, id=commit[:7], path=path)
        return self.read(files)

    def read(self, files: list[File]) -> Folder:
        """Return the bytes of some files of the folder.

        Raises:
            GitError: the repository does not hold all of them.
        """
        with Objects(self.git) as objects:
            return read_source(Tree(objects, files))

    def at(self, commit: str, like: Known | None = None) -> Known:
        """Return the folder in a revision, by its full id, and what it said.

        What is just as in `like` is not read again.

        Raises:
            GitError: it cannot be read.
        """
        with Objects(self.git) as objects:
            known = revision(objects.one(commit))
        folder = self.folder(commit)
        return Known(folder, read(folder, like)._replace(revision=known))

    def register(self, text: str) -> Register:
        """Return what the folder said in the revision that `text` names.

        Raises:
            GitError: there is no such revision, or it cannot be read.
        """
        return self.at(resolve(self.git, text)).register
