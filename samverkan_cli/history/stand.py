"""Where a commit would go, and by whom: looked at once, under the lock, before anything is read."""

import os
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.history.identity import ROLES, Person, person
from samverkan_cli.history.lock import common
from samverkan_cli.history.names import head as checked_out
from samverkan_cli.history.objects import prefix_of
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.ready import (
    branch,
    finished,
    settled,
    unlinked,
    unlocked,
    whole,
    writable,
)
from samverkan_cli.history.runner import Git
from samverkan_cli.history.signing import Signing, signing
from samverkan_cli.history.tree import parts

PLAIN = 0o100644


class Stand(NamedTuple):
    """The branch and its last commit (empty where there is none yet), and who commits."""

    branch: str
    head: str
    author: Person
    committer: Person
    signing: Signing
    common: Path

    def people(self) -> dict[str, str]:
        """Return what git is told of the people."""
        return self.author.variables("AUTHOR") | self.committer.variables("COMMITTER")


def stand(git: Git, *, may_be_first: bool = False) -> Stand:
    """Return where a commit would go; with `may_be_first` the branch need not have any yet.

    Raises:
        GitError: nothing can be committed as things are.
    """
    name = branch(git)
    head = last_commit(git, may_be_first=may_be_first)
    own, shared = own_folder(git), common(git)
    finished(own)
    settled(git)
    whole(git)
    unlocked(own / "index.lock", own / "HEAD.lock", shared / f"{name}.lock")
    unlinked(own / "logs" / "HEAD", shared / "logs" / name)
    author, committer = (person(git, role) for role in ROLES)
    found = Stand(name, head, author, committer, signing(git), shared)
    writable(own, shared, shared / "objects", git.folder)
    return found


def last_commit(git: Git, *, may_be_first: bool) -> str:
    """Return the commit that is checked out, or nothing where there is none yet and may be.

    Raises:
        GitError: there is none, or it is not to be had.
    """
    try:
        return checked_out(git)
    except GitError as error:
        if may_be_first and error.problem is GitProblem.UNBORN:
            return ""
        raise


def own_folder(git: Git) -> Path:
    """Return the folder of git's that is this working tree's own.

    Raises:
        GitError: git does not tell.
    """
    return Path(os.fsdecode(git.run("rev-parse", "--absolute-git-dir").removesuffix(b"\n")))


def inside(git: Git, path: str) -> str:
    """Return the path in the repository of a file of the agreement's folder.

    Raises:
        ValueError: the path leads elsewhere.
    """
    return prefix_of(git, git.folder).decode("utf-8", "surrogateescape") + "/".join(parts(path))


def entries(git: Git, head: str, paths: Iterable[str]) -> dict[str, str]:
    """Return the ids of those files that a commit holds; the paths are in the repository.

    Raises:
        GitError: one is no ordinary file, or a folder is missing or damaged.
    """
    wanted = [*paths]
    if not head or not wanted:
        return {}
    out = git.run("ls-tree", "-z", "--full-tree", head, "--", *wanted)
    found = {}
    for line in out.decode("utf-8", "surrogateescape").split("\0")[:-1]:
        facts, _, path = line.partition("\t")
        mode, _, name = facts.split(" ")
        if int(mode, 8) != PLAIN:
            raise GitError(GitProblem.NOT_PLAIN, path=path)
        found[path] = name
    return found


def dirty(path: str) -> GitError:
    """Return the problem of a file whose changes are not committed."""
    return GitError(GitProblem.DIRTY, path=path, command=from_top(path))


def converted(git: Git, path: str) -> GitError:
    """Return the problem of a file that git checked out with other line endings."""
    folder = shlex.quote(str(git.folder))
    # Git calls a file of another size changed until it is added, though nothing is.
    command = (
        f"find {folder} -name '*.yaml' -exec sed -i 's/\\r$//' {{}} + && git -C {folder} add -u ."
    )
    return GitError(GitProblem.LINE_ENDINGS, path=path, command=command)


def from_top(path: str) -> str:
    """Return a path as one would write it in a command anywhere in the working tree."""
    return shlex.quote(f":/{path}")
