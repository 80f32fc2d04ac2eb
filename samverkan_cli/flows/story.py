"""The history of a folder, from git: what `log` reads."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import chain, islice, repeat
from typing import Self

from samverkan_cli.flows.log import PLAIN, UNREADABLE, touched
from samverkan_cli.flows.moves import Move, move_of, names_agreement
from samverkan_cli.flows.source import Past
from samverkan_cli.history.ahead import Ahead
from samverkan_cli.history.commits import revision
from samverkan_cli.history.objects import AT_ONCE, Objects, files_at
from samverkan_cli.history.walk import revisions
from samverkan_cli.model.revision import Revision, Step
from samverkan_cli.store.file_faults import FILE_BYTES
from samverkan_cli.store.kinds import AGREEMENT_FILE, Kind
from samverkan_cli.store.versions import Versions

GROUPS = (1, 4, 10)
"""How many revisions are looked at first; the reader waits for these."""


class GitStory:
    """The revisions of a folder from one on backwards; a context manager."""

    def __init__(self, past: Past, start: str, most: int | None = None) -> None:
        """Take the folder, the full id of the newest revision, and how many `most` to tell of."""
        self.past = past
        self.start = start
        self.most = most
        self.told = 0
        self.objects = Objects(past.git)
        self.commits = Ahead(self.objects)
        self.blobs = Ahead(self.objects, FILE_BYTES)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End git."""
        self.objects.__exit__()

    def steps(self) -> Iterator[Step]:
        """Yield what the revisions changed that changed the folder, newest first.

        Raises:
            GitError: one is missing or damaged.
        """
        found = islice(self.line(), self.most)
        for number in chain(GROUPS, repeat(AT_ONCE)):
            some = [*islice(found, number)]
            self.commits.expect(one.id for one in some)
            # What a revision put in the place of something was read when that was its turn.
            olds = (file.old for one in some for file in touched(one))
            self.blobs.expect(old for old in olds if old not in ("", UNREADABLE))
            for one in some:
                self.told += 1
                yield one
            if len(some) < number:
                return

    def line(self) -> Iterator[Step]:
        """Yield every one of them; before a move, those of the folder that it was moved from.

        Raises:
            GitError: one is missing or damaged.
        """
        start, prefix = self.start, self.past.prefix
        while start:
            with closing(revisions(self.past.git, start, prefix)) as steps:
                start = ""
                for step in steps:
                    move = self.move(step, prefix)
                    yield move.step if move else step
                    if move:
                        start, prefix = move.start, move.prefix
                        break

    def move(self, step: Step, prefix: bytes) -> Move | None:
        """Return the move that a revision is, if it is one.

        Raises:
            GitError: an object is missing or damaged.
        """
        if step.is_cut or not names_agreement(step):
            return None
        parents = revision(self.objects.one(step.id)).parents
        if not parents:
            return None
        return move_of(self.past.git, step, parents[0], prefix, self.agreement_id)

    def agreement_id(self, blob: str) -> str:
        """Return the id of the agreement that a blob names; nothing where it cannot be read."""
        content = self.content(blob)
        value = content and Versions().value(AGREEMENT_FILE, content, Kind.AGREEMENT)
        return str(value["id"]) if value else ""

    def revision(self, id_: str) -> Revision:
        """Return a revision's own words.

        Raises:
            GitError: it is missing or damaged.
        """
        return revision(self.commits.get(id_))

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
        found = self.blobs.get(blob)
        return found.content if found.kind == "blob" else None
