"""Revisions in the order of history: from one to the first parent of each, never by dates (G10)."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from secrets import token_hex

from samverkan_cli.history.commits import revision
from samverkan_cli.history.objects import AT_ONCE, Objects
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git, Pipe
from samverkan_cli.model.revision import Changed, Revision

COMPARE = ("--stdin", "--root", "-r", "-m", "--raw", "-z", "--no-abbrev", "--no-renames")
PLAIN = ("--no-ext-diff", "--no-textconv", "--ignore-submodules=none")
END = f"end {token_hex(8)}\n".encode("ascii")
"""What no file can be called by chance or by guessing."""
PIECE = 64 * 1024


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
            raise broken(git, start, within)


def broken(git: Git, start: str, within: list[str]) -> GitError:
    """Return why a walk ended before its time, from what git says of the same walk."""
    answer = git.ask("rev-list", "--first-parent", "--count", start, *within)
    return git.refusal(answer.err) if answer.code else git.damage(start)


def commits(git: Git, start: str, prefix: bytes = b"") -> Iterator[Revision]:
    """Yield the revisions of a line of first parents as they are asked for, the newest first.

    Raises:
        GitError: one is missing or damaged.
    """
    with Objects(git) as objects:
        for some in ids(git, start, prefix):
            yield from map(revision, objects.many(some))


def revisions(git: Git, start: str, prefix: bytes = b"") -> Iterator[Revision]:
    """Yield those revisions with what each changed below `prefix`, held against its first parent.

    Raises:
        GitError: one is missing or damaged.
    """
    cut = boundary(git)
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else []
    with (
        Objects(git) as objects,
        git.stream("diff-tree", *COMPARE, *PLAIN, *within) as pipe,
    ):
        for some in ids(git, start, prefix):
            found = [revision(one) for one in objects.many(some)]
            changes = compared(git, pipe, [(one, one.id in cut) for one in found], len(prefix))
            for one in found:
                yield one.replaced(changes=changes.get(one.id, ()), is_cut=one.id in cut)


def boundary(git: Git) -> frozenset[str]:
    """Return the revisions whose parents a shallow clone does not hold."""
    if not git.is_shallow:
        return frozenset()
    path = git.run("rev-parse", "--git-path", "shallow").decode("utf-8", "surrogateescape")
    try:
        return frozenset((git.top / path.removesuffix("\n")).read_text("ascii").split())
    except (OSError, UnicodeDecodeError) as error:
        raise GitError(GitProblem.BROKEN, id="shallow") from error


def compared(
    git: Git, pipe: Pipe, asked: list[tuple[Revision, bool]], prefix: int
) -> dict[str, tuple[Changed, ...]]:
    """Return what each of some revisions changed, by its id.

    Raises:
        GitError: git ended; a folder is missing or damaged.
    """
    for one, cut in asked:
        pipe.stdin.write(" ".join([one.id, *([] if cut else one.parents[:1])]).encode() + b"\n")
    try:
        # What is no id is told again, after all that was asked before it.
        pipe.stdin.write(END)
        pipe.stdin.flush()
    except BrokenPipeError as error:
        raise git.damage(asked[0][0].id) from error
    answer = b""
    while not (answer == END or answer.endswith(b"\0" + END)):
        piece = pipe.stdout.read1(PIECE)
        if not piece:
            raise git.damage(asked[0][0].id)
        answer += piece
    return changed(answer.removesuffix(END), prefix)


def changed(answer: bytes, prefix: int) -> dict[str, tuple[Changed, ...]]:
    """Return what diff-tree tells, by revision."""
    found: dict[str, list[Changed]] = {}
    current: list[Changed] = []
    parts = iter(answer.split(b"\0")[:-1])
    for part in parts:
        if not part.startswith(b":"):
            current = found.setdefault(part.decode("ascii"), [])
            continue
        old_mode, mode, old, new, _ = part[1:].decode("ascii").split(" ")
        current.append(
            Changed(
                path=next(parts)[prefix:],
                old_mode=int(old_mode, 8),
                mode=int(mode, 8),
                old_id=old.strip("0") and old,
                id=new.strip("0") and new,
            )
        )
    return {name: tuple(changes) for name, changes in found.items()}


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
