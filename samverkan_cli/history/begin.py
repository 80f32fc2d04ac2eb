"""The first commit of a register: in the repository that holds its folder, or in a new one."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.history.commit import commit
from samverkan_cli.history.discovery import discover, enough, holder, program
from samverkan_cli.history.identity import ROLES, person
from samverkan_cli.history.lock import locked, locked_folder, owned
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.ready import unlocked
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import stand
from samverkan_cli.history.tree import Write
from samverkan_cli.history.writing import told, unwritten, writing


class First(NamedTuple):
    """The commit that was made, and whether the repository was made for it."""

    revision: str
    is_new: bool


def top_of(folder: Path) -> Path | None:
    """Return the top of the working tree that holds a folder, which need not lie there yet.

    Raises:
        GitError: the folder is a bare repository, or git's own folder is a link.
    """
    try:
        top = holder(folder)
    except GitError as error:
        if error.problem is GitProblem.NO_REPOSITORY:
            return None
        raise
    owned(top)
    return top


def need_identity(folder: Path) -> None:
    """Go on only where git knows who would commit in a folder, which need not lie there yet.

    Raises:
        GitError: it does not, or does not tell.
    """
    near = next(one for one in (folder, *folder.parents) if os.path.isdir(one))  # noqa: PTH112
    git = discover(near) if is_in_one(near) else Git(program(), near, near)
    for role in ROLES:
        person(git, role)


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Make a folder with those above it; take away again what is empty, where the block fails.

    Raises:
        GitError: it cannot be made.
    """
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        with told(str(folder)):
            folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for one in missing:
            with suppress(OSError):
                one.rmdir()
        raise


def first_commit(folder: Path, writes: Sequence[Write], message: str) -> First:
    """Write files into a folder and commit them alone; where there is no repository, make one.

    Raises:
        GitError: it could not be done; `left` tells what could not be put back as it was.
    """
    with made(folder), locked_folder(folder), repository(folder) as (git, is_new):
        return First(commit(git, stand(git, may_be_first=True), writes, message), is_new)


@contextmanager
def repository(folder: Path) -> Iterator[tuple[Git, bool]]:
    """Hold the lock of the repository of a folder; tell whether it was made for it.

    One that was made goes again where the block fails. Whoever calls holds the folder's own lock,
    so that two never make it at once.

    Raises:
        GitError: it cannot be opened or made, or is locked.
    """
    if is_in_one(folder):
        git = discover(folder)
        with locked(git):
            yield git, False
        return
    is_ours = make(Git(program(), folder, folder))
    git = discover(folder)
    with locked(git):
        try:
            yield git, True
        except BaseException:
            if is_ours:
                unmake(git)
            raise


def is_in_one(folder: Path) -> bool:
    """Tell whether a folder lies in a repository; one whose making was cut short is none yet.

    Raises:
        GitError: git does not tell.
    """
    top = top_of(folder)
    if top != folder:
        return top is not None
    try:
        discover(folder)
    except GitError as error:
        if error.problem is GitProblem.NO_REPOSITORY:
            return False
        raise
    return True


def make(git: Git) -> bool:
    """Make a repository with the branch main, and with no hook or setting of anybody's.

    Tell whether all of it was made here, and not a part of it by somebody else before.

    Raises:
        GitError: git does not know who is to commit, or it cannot be made.
    """
    enough(git)
    for role in ROLES:
        person(git, role)
    own = git.top / ".git"
    is_ours = not own.exists()
    with told(str(own)):
        own.mkdir(exist_ok=not is_ours)
    unlocked(own / "config.lock", own / "HEAD.lock")
    # A working tree that is named is kept in the configuration, unless it holds the folder named.
    answer = writing(git).ask(
        f"--git-dir={own}", "init", "--quiet", "--template=", "--initial-branch=main"
    )
    if answer.code:
        if is_ours:
            unmake(git)
        raise unwritten(git, answer.err)
    return is_ours


def unmake(git: Git) -> None:
    """Take away a repository that was made, unless it has got a commit."""
    import shutil  # nothing else needs it

    answer = git.ask(f"--git-dir={git.top / '.git'}", "for-each-ref")
    if not answer.code and not answer.out:
        shutil.rmtree(git.top / ".git", ignore_errors=True)
