"""Files of old revisions as parts of an agreement; each blob is read once."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from samverkan_cli.evaluate.guard import Guard, guard_of, united
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.store.build import filled, frame
from samverkan_cli.store.kinds import AGREEMENT_FILE, Kind, kind_of
from samverkan_cli.store.versions import Versions

BARE = frame({"id": "", "title": "", "language": "en", "period": {}, "parties": []})
"""What is made of the file that names the agreement, where that one is the same on both sides."""

LISTS: dict[Kind, tuple[str, ...]] = {
    Kind.AGREEMENT: (
        "parties",
        "actors",
        "accountable",
        "aims",
        "purposes",
        "goals",
        "law",
        "bodies",
        "duties",
        "definitions",
        "places",
        "plans",
    ),
    Kind.GUARANTEES: ("guarantees",),
    Kind.FORM: ("goals", "bodies", "duties", "permissions"),
    Kind.READINGS: ("readings",),
    Kind.STAFFING: ("posts", "assignments", "absences"),
    Kind.RECORDS: ("records",),
    Kind.WAIVERS: ("waivers",),
    Kind.CONFIG: (),
}
"""The lists whose entries are compared one by one, whatever stands beside them."""

NAMING = frozenset({Kind.GUARANTEES, Kind.STAFFING})
KEPT = 1024
KEPT_BYTES = 8


class Facts(NamedTuple):
    """What a file says that others are told with: titles of posts, protected functions."""

    titles: Mapping[str, str]
    guard: Guard


def part(documents: Mapping[str, Any]) -> Agreement:
    """Build what some files say; without the file that names the agreement, a part of one."""
    named = documents.get(AGREEMENT_FILE)
    return filled(frame(named) if named else BARE, documents)


def differing(path: str, before: Any, after: Any) -> tuple[Any, Any]:
    """Return two versions of a file without the entries that both begin or end their lists with.

    What is the same on both sides alters nothing of what is told, and is not built for nothing.
    """
    kind = kind_of(path)
    if kind is None or any(before.get(key) != after.get(key) for key in ("id", "party")):
        return before, after
    old, new = dict(before), dict(after)
    for key in LISTS[kind]:
        if key in old and key in new:
            first, last = shared(old[key], new[key])
            old[key] = old[key][first : len(old[key]) - last]
            new[key] = new[key][first : len(new[key]) - last]
    return old, new


def shared(one: list[Any], other: list[Any]) -> tuple[int, int]:
    """Return how many entries two lists share at their beginning, and then at their end."""
    shorter = min(len(one), len(other))
    first = 0
    while first < shorter and same(one[first], other[first]):
        first += 1
    last = 0
    while last < shorter - first and same(one[-1 - last], other[-1 - last]):
        last += 1
    return first, last


def same(one: Any, other: Any) -> bool:
    """Tell whether two entries say the same; most are even the same value."""
    return one is other or bool(one == other)


def titles_of(agreement: Agreement) -> Mapping[str, str]:
    """Return the titles of posts."""
    return {post.id: post.title for post in agreement.posts}


def told_with(path: str, value: Mapping[str, Any] | None) -> Facts:
    """Return the facts of one file; None is one that cannot be read."""
    if kind_of(path) is Kind.GUARANTEES:
        return Facts({}, guard_of(part({path: value})) if value else Guard(whole=False))
    return Facts({post["id"]: post["title"] for post in (value or {}).get("posts", ())}, Guard())


def together(several: list[Facts]) -> Facts:
    """Return the facts of several files."""
    titles = {name: title for one in several for name, title in one.titles.items()}
    return Facts(titles, united(one.guard for one in several))


class Reader:
    """Reads blobs as documents, and keeps the latest thousand."""

    def __init__(self, fetch: Callable[[str], bytes | None]) -> None:
        """Take the function that returns a blob's bytes, or None where there are none to read."""
        self.fetch = fetch
        self.versions = Versions()
        self.kept: OrderedDict[tuple[Kind, str], Any] = OrderedDict()
        self.known: dict[tuple[Kind | None, str], Facts] = {}
        self.latest: dict[tuple[str, ...], Facts] = {}
        self.bytes: OrderedDict[str, bytes | None] = OrderedDict()
        self.mentioned: OrderedDict[str, bool] = OrderedDict()

    def content(self, blob: str) -> bytes | None:
        """Return a blob's bytes; the latest few are kept."""
        if blob not in self.bytes:
            self.bytes[blob] = self.fetch(blob)
            if len(self.bytes) > KEPT_BYTES:
                self.bytes.popitem(last=False)
        return self.bytes[blob]

    def mentions(self, blob: str, name: str) -> bool:
        """Tell whether a name can stand in a blob; it is always the same name that is asked for."""
        if blob not in self.mentioned:
            text = self.content(blob) or b""
            self.mentioned[blob] = name.encode("utf-8", "replace") in text or b"\\" in text
            if len(self.mentioned) > KEPT:
                self.mentioned.popitem(last=False)
        return self.mentioned[blob]

    def value(self, path: str, blob: str) -> Any:
        """Return what a file says, or None where it cannot be read."""
        kind = kind_of(path)
        assert kind is not None  # noqa: S101 - only files of the agreement are asked for
        if (kind, blob) in self.kept:
            self.kept.move_to_end((kind, blob))
            return self.kept[kind, blob]
        content = self.content(blob) if masked(path) == path else None
        value = None if content is None else self.versions.value(path, content, kind)
        self.kept[kind, blob] = value
        if len(self.kept) > KEPT:
            self.kept.popitem(last=False)
        return value

    def facts(self, files: Mapping[str, str]) -> Facts:
        """Return what the guarantees and the staffing among `files` give others to be told with."""
        naming = {path: blob for path, blob in files.items() if kind_of(path) in NAMING}
        wanted = tuple(sorted(naming.values()))
        if wanted not in self.latest:
            found = [self.facts_of(path, blob) for path, blob in sorted(naming.items())]
            self.latest = {wanted: together(found)}
        return self.latest[wanted]

    def facts_of(self, path: str, blob: str) -> Facts:
        """Return the facts of one file."""
        key = kind_of(path), blob
        if key not in self.known:
            self.known[key] = told_with(path, self.value(path, blob))
        return self.known[key]
