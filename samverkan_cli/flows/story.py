"""The history of a folder, from git: what `log` reads."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Self

from samverkan_cli.flows.log import PLAIN
from samverkan_cli.flows.source import Past
from samverkan_cli.history.objects import Objects, files_at
from samverkan_cli.history.walk import revisions
from samverkan_cli.model.revision import Revision
from samverkan_cli.store.file_faults import FILE_BYTES


class GitStory:
    """The revisions of a folder from one on backwards; a context manager."""

    def __init__(self, past: Past, start: str, most: int | None = None) -> None:
        """Take the folder, the full id of the newest revision, and how many `most` to tell of."""
        self.past = past
        self.start = start
        self.most = most
        self.told = 0
        self.objects = Objects(past.git)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End git."""
        self.objects.__exit__()

    def revisions(self) -> Iterator[Revision]:
        """Yield the revisions that changed the folder, newest first.

        Raises:
            GitError: one is missing or damaged.
        """
        for one in islice(revisions(self.past.git, self.start, self.past.prefix), self.most):
            self.told += 1
            yield one

    def files(self) -> Mapping[str, str]:
        """Return the blob of every file in the folder at the newest revision.

        Raises:
            GitError: a folder is missing or damaged.
        """
        found = files_at(self.past.git, self.start, self.past.prefix)
        return {
            one.path.decode("utf-8", "surrogateescape"): one.id
            for one in found
            if one.mode in PLAIN
        }

    def content(self, blob: str) -> bytes | None:
        """Return a blob's bytes; None where it is no file, or too large to be read.

        Raises:
            GitError: it is missing or damaged.
        """
        found = self.objects.one(blob, FILE_BYTES)
        return found.content if found.kind == "blob" else None
