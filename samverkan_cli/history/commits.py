"""A commit's own words, read strictly: what is odd becomes a remark, never a crash (G8, G14)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

from samverkan_cli.history.objects import Object
from samverkan_cli.model.revision import Oddity, Revision

PERSON = re.compile(rb"[^\n<>]*<[^\n<>]*> (\d{1,18}) ([+-])(\d\d)(\d\d)")
ID = re.compile(rb"[0-9a-f]{40}|[0-9a-f]{64}")
LATEST = 253_402_300_799 - 86_400
"""The last second that a calendar with four digits for the year knows, less a day for zones."""
MINUTES, HOURS = 60, 24
ONCE = (b"tree", b"author", b"committer", b"encoding")
ENCODINGS = {"utf-8": "utf-8", "utf8": "utf-8", "iso-8859-1": "latin-1", "latin-1": "latin-1"}


class Moment(NamedTuple):
    """When somebody wrote: seconds, and the day of their own calendar."""

    seconds: int | None = None
    day: date | None = None


def fields(head: bytes) -> list[tuple[bytes, bytes]]:
    """Return the names and values of a commit's head; lines that continue one are left out."""
    lines = [line for line in head.split(b"\n") if not line.startswith(b" ")]
    return [(name, value) for name, _, value in (line.partition(b" ") for line in lines)]


def moment(value: bytes) -> Moment:
    """Return when a person wrote; nothing of what cannot be."""
    match = PERSON.fullmatch(value)
    if not match or int(match[1]) > LATEST:
        return Moment()
    hours, minutes = int(match[3]), int(match[4])
    if hours >= HOURS or minutes >= MINUTES:
        return Moment(int(match[1]))
    ahead = timedelta(hours=hours, minutes=minutes) * (-1 if match[2] == b"-" else 1)
    day = datetime.fromtimestamp(int(match[1]), UTC).astimezone(timezone(ahead)).date()
    return Moment(int(match[1]), day)


def text(content: bytes, encoding: bytes) -> tuple[str, set[Oddity]]:
    """Return a message or a name, whatever it is written in."""
    odd = {Oddity.HIDDEN_TEXT} if b"\0" in content else set[Oddity]()
    known = ENCODINGS.get(encoding.decode("ascii", "replace").casefold() or "utf-8")
    try:
        return content.decode(known or "utf-8"), odd
    except UnicodeDecodeError:
        return content.decode("latin-1"), odd | {Oddity.NOT_UTF8}


def revision(given: Object) -> Revision:
    """Return what a commit says of itself."""
    if given.kind != "commit" or given.content is None:
        return Revision(id=given.id, oddities=(Oddity.UNREADABLE,))
    head, _, body = given.content.partition(b"\n\n")
    said = fields(head.removesuffix(b"\n"))
    names = [name for name, _ in said]
    first = dict(reversed(said))
    encoding = first.get(b"encoding", b"")
    message, odd = text(body, encoding)
    named, mark, _ = first.get(b"author", b"").partition(b"<")
    name, odd_name = text(named.strip() if mark else b"", encoding)
    author = moment(first.get(b"author", b""))
    committer = moment(first.get(b"committer", b""))
    odd |= odd_name | oddities(names, (author, committer))
    parents = [value for name, value in said if name == b"parent" and ID.fullmatch(value)]
    return Revision(
        id=given.id,
        parents=tuple(one.decode("ascii") for one in parents),
        authored=author.day,
        committed=committer.day,
        seconds=committer.seconds,
        author=name,
        message=message,
        oddities=tuple(one for one in Oddity if one in odd),
    )


def oddities(names: list[bytes], moments: Iterable[Moment]) -> set[Oddity]:
    """Return what is strange about a commit's head."""
    odd = set()
    if any(names.count(name) > 1 for name in ONCE):
        odd.add(Oddity.FIELD_TWICE)
    if any(name not in names for name in (b"tree", b"author", b"committer")):
        odd.add(Oddity.FIELD_MISSING)
    if any(one.day is None for one in moments):
        odd.add(Oddity.DATE_BROKEN)
    return odd
