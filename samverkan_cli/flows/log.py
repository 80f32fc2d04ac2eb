"""`log`: the history of an agreement as changes of meaning, newest first and one by one."""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from samverkan_cli.evaluate.change import Change, backdated, concerns
from samverkan_cli.evaluate.diff import diff
from samverkan_cli.flows.parts import Reader, differing, facts, part
from samverkan_cli.model.revision import Revision
from samverkan_cli.store.files import Kind, kind_of

UNREADABLE = "-"
"""Stands for the blob of what is no plain file."""

PLAIN = frozenset({0, 0o100644, 0o100755, 0o100664})
"""The modes of files, and of nothing."""


class Story(Protocol):
    """Where the history of a folder comes from."""

    def revisions(self) -> Iterator[Revision]:
        """Yield the revisions that changed the folder, newest first, along the first parents."""
        ...

    def files(self) -> Mapping[str, str]:
        """Return the blob of every file in the folder at the newest revision."""
        ...

    def content(self, blob: str) -> bytes | None:
        """Return a blob's bytes; None where it is not to be read."""
        ...


class Touched(NamedTuple):
    """A file of the agreement that a revision changed: its blobs, empty where there was none."""

    path: str
    old: str
    new: str


class Entry(NamedTuple):
    """What a revision changed; `unread` are files that cannot be read as it left them."""

    revision: Revision
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}


class Wish(NamedTuple):
    """Which part of the history to tell.

    `name` is the id of a thing; `days`, where given, leaves only changes to staffing and records
    that reach further back than so many days before their commit.
    """

    name: str = ""
    days: int | None = None

    @property
    def needle(self) -> bytes:
        """Return what stands in every file that says something of the thing."""
        return self.name.partition("/")[0].encode()

    def wants(self, change: Change, day: date | None) -> bool:
        """Tell whether a change is to be told."""
        if self.name and not concerns(change, self.name):
            return False
        return self.days is None or (day is not None and backdated(change, day) > self.days)

    @property
    def all(self) -> bool:
        """Tell whether everything is wanted."""
        return not self.name and self.days is None


EVERYTHING = Wish()


def touched(revision: Revision) -> Iterator[Touched]:
    """Yield the files of the agreement that a revision changed.

    What is no plain file has a blob that nothing can read.
    """
    for one in revision.changes:
        path = one.path.decode("utf-8", "surrogateescape")
        if kind_of(path):
            old = one.old_id if one.old_mode in PLAIN else UNREADABLE
            new = one.id if one.mode in PLAIN else UNREADABLE
            yield Touched(path, old, new)


class Walk:
    """Goes back through a history; the state of `log`."""

    def __init__(self, story: Story, wish: Wish) -> None:
        """Start before the newest revision."""
        self.story = story
        self.wish = wish
        self.reader = Reader(self.fetch)
        self.revisions = story.revisions()
        self.ahead: deque[tuple[Revision, tuple[Touched, ...]]] = deque()
        self.present: dict[str, str] = {}
        self.passed: list[Touched] = []

    def fetch(self, blob: str) -> bytes | None:
        """Return a blob's bytes; None where there is nothing to read."""
        return None if blob == UNREADABLE else self.story.content(blob)

    def entries(self) -> Iterator[Entry]:
        """Yield what every revision changed."""
        while self.ahead or self.look_ahead():
            revision, files = self.ahead.popleft()
            yield self.entry(revision, files)
            self.passed += files

    def look_ahead(self) -> bool:
        """Take one more revision into view; tell whether there was one."""
        revision = next(self.revisions, None)
        if revision is not None:
            self.ahead.append((revision, tuple(touched(revision))))
        return revision is not None

    def readable_before(self, path: str, old: str) -> Any:
        """Return what a file said when it last could be read; None where it was not there."""
        number = 0
        while old:
            value = self.reader.value(path, old)
            if value is not None:
                return value
            older = None
            while older is None and (number < len(self.ahead) or self.look_ahead()):
                older = next((one.old for one in self.ahead[number][1] if one.path == path), None)
                number += 1
            old = older or ""
        return None

    def is_about(self, one: Touched) -> bool:
        """Tell whether a change of a file can be about the thing that is asked for."""
        if not self.wish.name:
            return True
        texts = [self.reader.content(blob) or b"" for blob in (one.old, one.new) if blob]
        return any(self.wish.needle in text or b"\\" in text for text in texts)

    def sides(
        self, files: tuple[Touched, ...]
    ) -> tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]:
        """Return what the changed files said before and after, and those that cannot be read."""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        unread: list[str] = []
        for one in filter(self.is_about, files):
            new = self.reader.value(one.path, one.new) if one.new else None
            if one.new and new is None:
                unread.append(one.path)
                continue
            old = self.readable_before(one.path, one.old)
            if old is not None and new is not None:
                old, new = differing(one.path, old, new)
            before |= {one.path: old} if old is not None else {}
            after |= {one.path: new} if one.new else {}
        return before, after, tuple(unread)

    def entry(self, revision: Revision, files: tuple[Touched, ...]) -> Entry:
        """Return what a revision changed; nothing where it is not known what was before it."""
        if revision.is_cut:
            return Entry(revision, ())
        before, after, unread = self.sides(files)
        if not before and not after:
            return Entry(revision, (), unread)
        was, is_ = part(before), part(after)
        titles: dict[str, str] = {}
        protected: frozenset[str] = frozenset()
        if any(kind_of(path) is Kind.STAFFING for path in (*before, *after)):
            known = self.reader.facts(self.now())
            titles = {**facts(was).titles, **known.titles}
            protected = known.protected
        return Entry(revision, diff(was, is_, protected), unread, titles)

    def now(self) -> Mapping[str, str]:
        """Return the files as the revision in view left them; asked for when first needed."""
        self.present = self.present or dict(self.story.files())
        for path, old, _ in self.passed:
            self.present.pop(path, None)
            if old:
                self.present[path] = old
        self.passed.clear()
        return self.present


def log(story: Story, wish: Wish = EVERYTHING) -> Iterator[Entry]:
    """Yield the history that is asked for, newest first; nothing is read before it is needed.

    Where the clone ends before the history does, the last entry is a revision that is cut.
    """
    for entry in Walk(story, wish).entries():
        wanted = tuple(one for one in entry.changes if wish.wants(one, entry.revision.committed))
        unread = entry.unread and wish.days is None
        if wish.all or wanted or unread or entry.revision.is_cut:
            yield entry._replace(changes=wanted)
