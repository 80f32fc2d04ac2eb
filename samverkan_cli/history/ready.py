"""Whether a repository is in a state in which something can be committed."""

import os
import shlex
from pathlib import Path
from time import monotonic, sleep

from samverkan_cli.history.objects import prefix_of
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.writing import PATIENCE, PAUSE, locked_by_git
from samverkan_cli.model.words import say

UNFINISHED = (
    ("MERGE_HEAD", "merge"),
    ("CHERRY_PICK_HEAD", "cherry-pick"),
    ("REVERT_HEAD", "revert"),
    ("rebase-merge", "rebase"),
    ("rebase-apply/applying", "am"),
    ("rebase-apply", "rebase"),
)
PASSED_OVER = "S "


def branch(git: Git) -> str:
    """Return the whole name of the branch that a commit would go to; it may have none yet.

    Raises:
        GitError: no branch is checked out.
    """
    answer = git.ask("symbolic-ref", "--quiet", "HEAD")
    name = answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")
    if answer.code or not name.startswith("refs/heads/"):
        raise GitError(GitProblem.DETACHED)
    return name


def settled(git: Git) -> None:
    """Go on only where no merge waits to be finished.

    Raises:
        GitError: one does.
    """
    lines = git.run("ls-files", "--unmerged", "-z").decode("utf-8", "replace").split("\0")
    paths = dict.fromkeys(line.partition("\t")[2] for line in lines if line)
    if paths:
        raise GitError(GitProblem.CONFLICTED, paths=tuple(paths))


def finished(own: Path) -> None:
    """Go on only where git is in the middle of nothing; `own` is the working tree's git folder.

    Raises:
        GitError: it is.
    """
    for name, what in UNFINISHED:
        if os.path.lexists(own / name):
            raise GitError(GitProblem.UNFINISHED, what=what)


def whole(git: Git) -> None:
    """Go on only where all of the agreement's folder is checked out.

    Raises:
        GitError: git is told to pass over a file of it.
    """
    within = prefix_of(git, git.folder).decode("utf-8", "surrogateescape")
    out = git.run("ls-files", "-t", "-z", "--", *([within] if within else []))
    for line in out.decode("utf-8", "surrogateescape").split("\0"):
        if line.startswith(PASSED_OVER):
            raise GitError(GitProblem.SPARSE, path=line.removeprefix(PASSED_OVER))


def unlocked(*locks: Path) -> None:
    """Go on only where none of git's own locks is left; wait a little for a git that is alive.

    Raises:
        GitError: one is.
    """
    end = monotonic() + PATIENCE
    while found := [lock for lock in locks if os.path.lexists(lock)]:
        if monotonic() > end:
            raise locked_by_git(found[0])
        sleep(PAUSE)


def unlinked(*logs: Path) -> None:
    """Go on only where git's notes of what a branch was lie with it; git itself follows a link.

    Raises:
        GitError: a link stands for one.
    """
    for log in logs:
        if log.is_symlink():
            hint = say("If it need not be there: rm {command}", command=shlex.quote(str(log)))
            raise GitError(GitProblem.LINKED, hint, path=str(log))


def writable(*folders: Path) -> None:
    """Go on only where there is a right to write.

    Raises:
        GitError: there is none.
    """
    for folder in folders:
        if not os.access(folder, os.W_OK):
            raise GitError(GitProblem.READ_ONLY, path=str(folder))
