"""Files of old revisions as parts of an agreement; each blob is read once."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from samverkan_cli.evaluate.diff import protected_of
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.store.build import build
from samverkan_cli.store.files import AGREEMENT_FILE, Kind, kind_of
from samverkan_cli.store.register import read_document

STUB = {"id": "", "title": "", "language": "en", "period": {}, "parties": []}
"""Stands for the file that names the agreement, where that one is the same on both sides."""

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
}
"""The lists whose entries are compared one by one, whatever stands beside them."""

NAMING = frozenset({Kind.GUARANTEES, Kind.STAFFING})
KEPT = 1024
KEPT_BYTES = 64


class Facts(NamedTuple):
    """What a file says that others are told with: titles of its things, protected functions."""

    titles: Mapping[str, str]
    protected: frozenset[str]


NOTHING = Facts({}, frozenset())


def part(documents: Mapping[str, Any]) -> Agreement:
    """Build what some files say; without the file that names the agreement, a part of one."""
    built = build({AGREEMENT_FILE: STUB, **documents})
    assert built is not None  # noqa: S101 - the file that names it is there
    return built


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
    while first < shorter and one[first] == other[first]:
        first += 1
    last = 0
    while last < shorter - first and one[-1 - last] == other[-1 - last]:
        last += 1
    return first, last


def facts(agreement: Agreement) -> Facts:
    """Return the titles of posts and slots, and the protected functions."""
    titles = {post.id: post.title for post in agreement.posts}
    for guarantee in agreement.guarantees:
        for slot in guarantee.slots:
            titles[f"{guarantee.id}/{slot.id}"] = slot.title or guarantee.title
    return Facts(titles, protected_of(agreement))


def together(several: list[Facts]) -> Facts:
    """Return the facts of several files."""
    titles = {name: title for one in several for name, title in one.titles.items()}
    return Facts(titles, frozenset().union(*(one.protected for one in several)))


class Reader:
    """Reads blobs as documents, and keeps the latest thousand."""

    def __init__(self, fetch: Callable[[str], bytes | None]) -> None:
        """Take the function that returns a blob's bytes, or None where there are none to read."""
        self.fetch = fetch
        self.kept: OrderedDict[tuple[Kind, str], Any] = OrderedDict()
        self.known: dict[str, Facts] = {}
        self.latest: dict[tuple[str, ...], Facts] = {}
        self.read = 0
        self.bytes: OrderedDict[str, bytes | None] = OrderedDict()

    def content(self, blob: str) -> bytes | None:
        """Return a blob's bytes; the latest few are kept."""
        if blob not in self.bytes:
            self.read += 1
            self.bytes[blob] = self.fetch(blob)
            if len(self.bytes) > KEPT_BYTES:
                self.bytes.popitem(last=False)
        return self.bytes[blob]

    def value(self, path: str, blob: str) -> Any:
        """Return what a file says, or None where it cannot be read."""
        kind = kind_of(path)
        assert kind is not None  # noqa: S101 - only files of the agreement are asked for
        if (kind, blob) in self.kept:
            self.kept.move_to_end((kind, blob))
            return self.kept[kind, blob]
        content = self.content(blob) if masked(path) == path else None
        value = None
        if content is not None:
            document, _ = read_document(path, content, kind)
            value = document.value if document.usable else None
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
        if blob not in self.known:
            value = self.value(path, blob)
            named = {path: {**value, "assignments": (), "absences": ()}} if value else {}
            self.known[blob] = facts(part(named)) if named else NOTHING
        return self.known[blob]
