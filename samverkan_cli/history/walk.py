"""Revisions in the order of history: from one to the first parent of each, never by dates (G10)."""

from collections.abc import Generator, Iterator
from datetime import date
from itertools import islice

from samverkan_cli.history.commits import revision
from samverkan_cli.history.objects import AT_ONCE, File, Objects, named_at, those_at
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git, Pipe
from samverkan_cli.model.revision import Changed, Revision, Step

PLAIN = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
TREES = ("-r", "--raw", "-z", "--no-abbrev", "--no-renames", *PLAIN)
COMPARE = ("--stdin", "--root", "--always", "--diff-merges=first-parent", *TREES)
PIECE = 64 * 1024
CANDIDATES = 250
LONGEST = 4096
"""So many paths, and such long ones, are asked for at once."""


def ids(git: Git, start: str, prefix: bytes) -> Iterator[list[str]]:
    """Yield the ids of a line of first parents, some at a time, the newest first.

    With a `prefix`, those that change nothing below it are left out.

    Raises:
        GitError: the line is broken.
    """
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else ["--"]
    with git.stream("rev-list", "--first-parent", start, *within) as pipe:
        while lines := [line.decode("ascii").strip() for line in islice(pipe.stdout, AT_ONCE)]:
            yield lines
        if not pipe.ended_well():
            raise broken(git, start, within, start)


def broken(git: Git, start: str, within: list[str], last: str) -> GitError:
    """Return why a walk ended before its time, from what git says of the same walk."""
    answer = git.ask("rev-list", "--first-parent", "--count", start, *within)
    return git.refusal(answer.err) if answer.code else git.damage(last)


def commits(git: Git, start: str, prefix: bytes = b"") -> Iterator[Revision]:
    """Yield the revisions of a line of first parents as they are asked for, the newest first.

    Raises:
        GitError: one is missing or damaged.
    """
    with Objects(git) as objects:
        for some in ids(git, start, prefix):
            yield from map(revision, objects.many(some))


def revisions(git: Git, start: str, prefix: bytes = b"") -> Generator[Step, None, None]:
    """Yield the same revisions with what each changed below `prefix`.

    Raises:
        GitError: one is missing or damaged.
    """
    cut, last = boundary(git), start
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else ["--"]
    with (
        git.stream("rev-list", "--first-parent", start, *within) as line,
        git.stream("diff-tree", *COMPARE, *within, source=line) as pipe,
    ):
        for last, changes in told(pipe, len(prefix)):
            yield Step(last, changes, last in cut)
        if not (line.ended_well() and pipe.ended_well()):
            raise broken(git, start, within, last)


def boundary(git: Git) -> frozenset[str]:
    """Return the revisions whose parents a shallow clone does not hold."""
    if not git.is_shallow:
        return frozenset()
    path = git.run("rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape")
    try:
        return frozenset((git.top / path.removesuffix("\n")).read_text("ascii").split())
    except (OSError, UnicodeDecodeError) as error:
        raise GitError(GitProblem.BROKEN, id="shallow") from error


def told(pipe: Pipe, prefix: int) -> Iterator[tuple[str, tuple[Changed, ...]]]:
    """Yield what diff-tree tells of each revision; not of one in which it breaks off."""
    current, changes = "", list[Changed]()
    parts = split(pipe)
    for part in parts:
        if part[:1] == b":":
            changes.append(changed(part, next(parts, b"")[prefix:]))
            continue
        if current:
            yield current, tuple(changes)
        current, changes = part.decode("ascii"), []
    if current and pipe.ended_well():
        yield current, tuple(changes)


def split(pipe: Pipe) -> Iterator[bytes]:
    """Yield what stands before each zero byte as soon as it is there."""
    rest = b""
    while piece := pipe.stdout.read1(PIECE):
        *parts, rest = (rest + piece).split(b"\0")
        yield from parts


def removed(git: Git, parent: str, child: str, ending: bytes) -> list[File]:
    """Return the files, of all that the repository holds, that a revision took away.

    Told are only those whose paths end so, and none where there are very many. The two are not
    compared as a whole: what came may be of any size.

    Raises:
        GitError: a folder is missing or damaged, or there are too many files.
    """
    were = named_at(git, parent, ending)
    if not were or len(were) > CANDIDATES or any(len(one.path) > LONGEST for one in were):
        return []
    still = those_at(git, child, [one.path for one in were])
    return [one for one in were if one.path not in still]


def between(git: Git, one: str, other: str, prefix: bytes) -> tuple[Changed, ...]:
    """Return the files below `prefix` in which two revisions differ; their paths are inside it.

    Raises:
        GitError: a folder is missing or damaged.
    """
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else ["--"]
    found = differing(git.run("diff-tree", *TREES, one, other, *within))
    return tuple(file._replace(path=file.path[len(prefix) :]) for file in found)


def differing(out: bytes) -> list[Changed]:
    """Return what diff-tree tells of the files of two revisions."""
    parts = out.split(b"\0")
    return [changed(*pair) for pair in zip(parts[::2], parts[1::2], strict=False)]


def changed(part: bytes, path: bytes) -> Changed:
    """Return what diff-tree tells of one file."""
    old_mode, mode, old, new, _ = part[1:].decode("ascii").split(" ")
    old_id, id_ = old if old.strip("0") else "", new if new.strip("0") else ""
    return Changed(path, int(old_mode, 8), int(mode, 8), old_id, id_)


def on_day(git: Git, start: str, day: date) -> Revision:
    """Return the newest revision whose committer's day is not after `day`.

    Raises:
        GitError: there is none, or it may lie beyond a shallow clone.
    """
    first: Revision | None = None
    for one in commits(git, start):
        if one.committed and one.committed <= day:
            return one
        first = one
    if git.is_shallow:
        raise GitError(GitProblem.SHALLOW, text=day.isoformat())
    oldest = first.committed if first and first.committed else "?"
    raise GitError(GitProblem.NONE_BEFORE, day=day, first=oldest)
