"""What is to be committed, looked at once more before anything is written (protocol D, 1)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from samverkan_cli.evaluate.personal import holds_identity
from samverkan_cli.history.objects import SHA1_DIGITS, id_of
from samverkan_cli.history.placing import beside
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.ready import PASSED_OVER, branch
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import PLAIN, Stand, entries, from_top, inside, last_commit
from samverkan_cli.history.tree import Write, unchanged
from samverkan_cli.model.words import say

SHA256_DIGITS = 64


class Planned(NamedTuple):
    """A file of the commit: its path in the repository, and its ids (empty: no such file)."""

    write: Write
    head: str
    staged: str
    new: str

    @property
    def path(self) -> str:
        """Return the path in the repository."""
        return self.write.path


def planned(git: Git, stand: Stand, writes: Sequence[Write], message: str) -> tuple[Planned, ...]:
    """Return what is to be committed, if all is still as it was when it was read (protocol D, 1).

    Raises:
        GitError: something is not.
    """
    if (branch(git), last_commit(git, may_be_first=True)) != (stand.branch, stand.head):
        raise GitError(GitProblem.MOVED)
    if holds_identity(message):
        raise GitError(GitProblem.PERSONAL)
    digits = len(stand.head) or digits_of(git)
    there = [write._replace(path=inside(git, write.path)) for write in writes]
    paths = [write.path for write in there]
    spared(git, paths)
    heads, staged = entries(git, stand.head, paths), index(git, paths)
    found = [
        Planned(
            write,
            heads.get(write.path, ""),
            staged.get(write.path, ""),
            name_of(write.after, digits),
        )
        for write in there
    ]
    for one in found:
        unchanged(git.top, one.write)
        if one.staged not in (one.head, name_of(one.write.seen, digits), one.new):
            raise others(one.path, stand)
    if all(one.head == one.new for one in found):
        raise GitError(GitProblem.NOTHING_NEW)
    return tuple(found)


def digits_of(git: Git) -> int:
    """Return how long an id is in a repository.

    Raises:
        GitError: git does not tell.
    """
    is_sha256 = git.run("rev-parse", "--show-object-format") == b"sha256\n"
    return SHA256_DIGITS if is_sha256 else SHA1_DIGITS


def name_of(text: bytes | None, digits: int) -> str:
    """Return the id of a file's bytes, or nothing where there is no file."""
    return "" if text is None else id_of("blob", text, digits)


def spared(git: Git, paths: Iterable[str]) -> None:
    """Go on only where no file that git keeps stands where one is to be written first.

    Raises:
        GitError: one does.
    """
    for path in index(git, map(beside, paths)):
        raise GitError(GitProblem.OUR_NAME, path=path, command=from_top(path))


def others(path: str, stand: Stand) -> GitError:
    """Return the problem of a file of which somebody has staged another version."""
    command = from_top(path)
    first = say("Unstage it; the file stays as it is: git rm --cached {command}", command=command)
    return GitError(GitProblem.STAGED, None if stand.head else first, path=path, command=command)


def index(git: Git, paths: Iterable[str]) -> dict[str, str]:
    """Return what is staged at some paths: ids, or the mode of what is no ordinary file.

    Raises:
        GitError: a merge is not finished, or a file is passed over.
    """
    found: dict[str, str] = {}
    wanted = {*paths}
    out = git.run("ls-files", "--stage", "-t", "-z", "--", *wanted) if wanted else b""
    for line in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        facts, _, path = line.partition("\t")
        tag, mode, name, stage = facts.split(" ")
        if path not in wanted:
            continue
        if stage != "0":
            raise GitError(GitProblem.CONFLICTED, paths=(path,))
        if f"{tag} " == PASSED_OVER:
            raise GitError(GitProblem.SPARSE, path=path)
        found[path] = name if int(mode, 8) == PLAIN else mode
    return found
