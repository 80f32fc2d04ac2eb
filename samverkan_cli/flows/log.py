"""`log`: the history of an agreement as changes of meaning, newest first and one by one."""

from collections import deque
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, Protocol

from samverkan_cli.evaluate.change import Change, backdated, concerns
from samverkan_cli.evaluate.diff import diff
from samverkan_cli.evaluate.guard import Guard
from samverkan_cli.flows.parts import Reader, differing, part, titles_of
from samverkan_cli.flows.silence import Silence, discreet, silence_of
from samverkan_cli.model.revision import Revision, Step
from samverkan_cli.store.kinds import Kind, kind_of

UNREADABLE = "-"
"""Stands for the blob of what is no plain file."""

PLAIN = frozenset({0, 0o100644, 0o100755, 0o100664})
"""The modes of files, and of nothing."""


class Story(Protocol):
    """Where the history of a folder comes from."""

    def steps(self) -> Iterator[Step]:
        """Yield what the revisions changed that changed the folder, newest first."""
        ...

    def revision(self, id_: str) -> Revision:
        """Return a revision's own words."""
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


class Meaning(NamedTuple):
    """What a revision changed; `unread` are files that cannot be read as it left them."""

    changes: tuple[Change, ...] = ()
    unread: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}
    silence: Silence = Silence()


class Entry(NamedTuple):
    """A revision, and what it changed.

    `is_cut` tells that the repository does not hold what was before it. `moved_from` is the path
    that the agreement's folder had before it was moved here, empty for the top.
    """

    revision: Revision
    changes: tuple[Change, ...]
    unread: tuple[str, ...] = ()
    titles: Mapping[str, str] = {}
    is_cut: bool = False
    moved_from: str | None = None


class Wish(NamedTuple):
    """Which part of the history to tell.

    `name` is the id of a thing; `days`, where given, leaves only changes to staffing and records
    that reach further back than so many days before their commit.
    """

    name: str = ""
    days: int | None = None

    @property
    def needle(self) -> str:
        """Return what stands in every file that says something of the thing."""
        return self.name.partition("/")[0]

    def wants(self, change: Change) -> bool:
        """Tell whether a change is about the thing, and can reach back."""
        if self.name and not concerns(change, self.name):
            return False
        return self.days is None or change.since is not None

    def reaches(self, change: Change, day: date | None) -> bool:
        """Tell whether a change reaches so far back from the day of its commit."""
        return self.days is None or (day is not None and backdated(change, day) > self.days)

    @property
    def all(self) -> bool:
        """Tell whether everything is wanted."""
        return not self.name and self.days is None


EVERYTHING = Wish()


def touched(step: Step) -> Iterator[Touched]:
    """Yield the files of the agreement that a revision changed.

    What is no plain file has a blob that nothing can read.
    """
    for one in step.changes:
        path = one.path.decode("utf-8", "surrogateescape")
        if kind_of(path):
            old = one.old_id if one.old_mode in PLAIN else UNREADABLE
            new = one.id if one.mode in PLAIN else UNREADABLE
            yield Touched(path, old, new)


def folder(prefix: bytes | None) -> str | None:
    """Return the path of a folder as people write it."""
    return None if prefix is None else prefix.decode("utf-8", "surrogateescape").rstrip("/")


class Walk:
    """Goes back through a history; the state of `log`."""

    def __init__(self, story: Story, wish: Wish) -> None:
        """Start before the newest revision."""
        self.story = story
        self.wish = wish
        self.reader = Reader(self.fetch)
        self.steps = story.steps()
        self.ahead: deque[tuple[Step, Mapping[str, Touched]]] = deque()
        self.present: dict[str, str] = {}
        self.passed: list[Touched] = []

    def fetch(self, blob: str) -> bytes | None:
        """Return a blob's bytes; None where there is nothing to read."""
        return None if blob == UNREADABLE else self.story.content(blob)

    def entries(self) -> Iterator[Entry]:
        """Yield every revision that changed something of what is asked for."""
        while self.ahead or self.look_ahead():
            step, files = self.ahead.popleft()
            # It is not known what was before a revision where the clone is cut.
            found = Meaning() if step.is_cut else self.meaning(tuple(files.values()))
            if self.wish.all or step.is_cut or found.changes or found.unread:
                words = discreet(self.story.revision(step.id), found.silence)
                moved = folder(step.moved_from)
                yield Entry(words, *found[:3], is_cut=step.is_cut, moved_from=moved)
            self.passed += files.values()

    def look_ahead(self) -> bool:
        """Take one more revision into view; tell whether there was one."""
        step = next(self.steps, None)
        if step is not None:
            self.ahead.append((step, {one.path: one for one in touched(step)}))
        return step is not None

    def readable_before(self, path: str, old: str) -> Any:
        """Return what a file said when it last could be read; None where it was not there."""
        number = 0
        while old:
            value = self.reader.value(path, old)
            if value is not None:
                return value
            older = None
            while older is None and (number < len(self.ahead) or self.look_ahead()):
                found = self.ahead[number][1].get(path)
                older = found.old if found else None
                number += 1
            old = older or ""
        return None

    def is_about(self, one: Touched) -> bool:
        """Tell whether a changed file can say something of the thing that is asked for."""
        blobs = [blob for blob in (one.new, one.old) if blob]
        # All are asked for, since they are read ahead in this order.
        found = [self.reader.mentions(blob, self.wish.needle) for blob in blobs]
        return any(found)

    def sides(
        self, files: tuple[Touched, ...]
    ) -> tuple[dict[str, Any], dict[str, Any], tuple[str, ...]]:
        """Return what the changed files said before and after, and those that cannot be read."""
        before: dict[str, Any] = {}
        after: dict[str, Any] = {}
        unread: list[str] = []
        for one in files:
            new = self.reader.value(one.path, one.new) if one.new else None
            if one.new and new is None:
                unread.append(one.path)
                continue
            old = self.readable_before(one.path, one.old)
            if old is not None and new is not None:
                old, new = differing(one.path, old, new)
            if old != new:
                before |= {one.path: old} if old is not None else {}
                after |= {one.path: new} if one.new else {}
        return before, after, tuple(unread)

    def meaning(self, files: tuple[Touched, ...]) -> Meaning:
        """Return what is asked for of what a revision changed.

        What the files do not mention, no change is about; where one of them does, all are read.
        """
        about = [one.path for one in files if not self.wish.name or self.is_about(one)]
        if not about:
            return Meaning()
        before, after, unread = self.sides(files)
        unread = tuple(filter(frozenset(about).__contains__, unread))
        silent = self.wish.name and self.wish.needle not in str((before, after))
        if silent or not (before or after):
            return Meaning(unread=unread)
        was, is_ = part(before), part(after)
        titles: dict[str, str] = {}
        guards: tuple[Guard, ...] = ()
        if any(kind_of(path) is Kind.STAFFING for path in (*before, *after)):
            known = self.reader.facts(self.now())
            titles = {**titles_of(was), **known.titles}
            guards = (known.guard,)
        changes = diff(was, is_, guards)
        wanted = tuple(filter(self.wish.wants, changes))
        return Meaning(wanted, unread, titles, silence_of(changes, titles))

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
        day = entry.revision.committed
        wanted = tuple(one for one in entry.changes if wish.reaches(one, day))
        unread = entry.unread and wish.days is None
        if wish.all or wanted or unread or entry.is_cut:
            yield entry._replace(changes=wanted)
