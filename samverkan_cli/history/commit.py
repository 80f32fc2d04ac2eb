"""A commit of some files alone: file, then index, then branch, so that a crash loses nothing.

What was checked is what is committed (protocol D, docs/decisions/0010-commits-by-plumbing.md). The
caller holds the lock from before it read until the commit is made.
"""

from collections.abc import Sequence

from samverkan_cli.history.draft import changes, drafted
from samverkan_cli.history.names import verified
from samverkan_cli.history.placing import Placing
from samverkan_cli.history.plan import Planned, index, planned
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import Stand, entries
from samverkan_cli.history.tree import Write
from samverkan_cli.history.writing import writing, written
from samverkan_cli.model.revision import SHORT


def commit(git: Git, stand: Stand, writes: Sequence[Write], message: str) -> str:
    """Write files and commit them alone; return the commit's id.

    Raises:
        GitError: it was not committed; `left` tells what could not be put back as it was.
    """
    git = writing(git)
    files = planned(git, stand, writes, message)
    try:
        new = drafted(git, stand, files, message)
    except GitError as error:
        error.left = ()
        raise
    placing = Placing(git.top, [one.write for one in files])
    try:
        placing.prepare()
        placing.place()
        written(git, "update-index", *changes((one.path, one.new) for one in files))
        move(git, stand, new, message)
    except BaseException as error:
        # An error may be told of what was done all the same: only the branch knows.
        now = tip(git, stand, error)
        if follows(git, stand, now, new):
            placing.sweep()
            return new
        kept = swept(git, stand, files, now)
        left = (*placing.take_back(kept), *unstaged(git, files, kept))
        if len(kept) == len(files):
            raise GitError(GitProblem.SWEPT, id=now[:SHORT]) from error
        if isinstance(error, GitError):
            error.left = tuple(dict.fromkeys(left))
        raise
    return new


def move(git: Git, stand: Stand, new: str, message: str) -> None:
    """Let the branch go on to a new commit, if it still has the one it had.

    Raises:
        GitError: it does not, or git cannot write.
    """
    subject = message.partition("\n")[0]
    old = stand.head or "0" * len(new)
    words = ("update-ref", "-m", f"samverkan: {subject}", stand.branch, new, old)
    written(git, *words, own=stand.people())


def tip(git: Git, stand: Stand, error: BaseException) -> str:
    """Return the commit that the branch has now, after `error`; nothing where it has none yet.

    Raises:
        GitError: git does not tell.
    """
    try:
        now = verified(git, f"{stand.branch}^{{commit}}")
    except GitError:
        now = ""
    if stand.head and not now:
        raise GitError(GitProblem.UNCERTAIN) from error
    return now


def follows(git: Git, stand: Stand, now: str, new: str) -> bool:
    """Tell whether a branch whose last commit is `now` holds the commit `new`."""
    if now in ("", stand.head, new):
        return now == new
    return not git.ask("merge-base", "--is-ancestor", new, now).code


def swept(git: Git, stand: Stand, files: Sequence[Planned], now: str) -> frozenset[str]:
    """Return the files whose new text somebody else has committed since: those are left alone."""
    if now == stand.head:
        return frozenset()
    try:
        held = entries(git, now, [one.path for one in files])
    except GitError:
        return frozenset()
    return frozenset(one.path for one in files if held.get(one.path, "") == one.new)


def unstaged(git: Git, files: Sequence[Planned], kept: frozenset[str]) -> tuple[str, ...]:
    """Put back what was staged, but for the files `kept`; return those that are still staged."""
    mine = [one for one in files if one.path not in kept and one.staged != one.new]
    try:
        now = index(git, [one.path for one in mine])
        back = [one for one in mine if now.get(one.path, "") == one.new]
        if back:
            written(git, "update-index", *changes((one.path, one.staged) for one in back))
    except GitError:
        return tuple(one.path for one in mine)
    return ()
