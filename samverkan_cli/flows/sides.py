"""The two sides of a change: what it is held against, and what it makes of the agreement."""

from collections.abc import Mapping
from typing import NamedTuple

from samverkan_cli.flows.baseline import Base
from samverkan_cli.flows.moves import move_of, replaced
from samverkan_cli.flows.source import Past
from samverkan_cli.flows.story import GitStory
from samverkan_cli.history.bases import Tip, parting, tip
from samverkan_cli.history.names import head, resolve
from samverkan_cli.history.objects import File, files_at
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.staged import files_staged
from samverkan_cli.history.walk import between
from samverkan_cli.model.revision import Step
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import Known, Register, read

NONE = Register(agreement=None, faults=(), unread=(), documents={}, texts={})
"""What an agreement was before it began."""


class Sides(NamedTuple):
    """A change: the base, and what the agreement becomes."""

    base: Base
    known: Known

    def unlike(self, lying: Folder) -> tuple[str, ...]:
        """Return the files that lie otherwise than they are judged, but for their line endings."""
        one, other = (
            {path: content.replace(b"\r\n", b"\n") for path, content in folder.files.items()}
            for folder in (self.known.folder, lying)
        )
        return tuple(sorted(path for path in {*one, *other} if one.get(path) != other.get(path)))


def committed(past: Past, given: str, environ: Mapping[str, str], text: str) -> Sides:
    """Return the change that the revision `text` makes, since it parted from its base.

    Raises:
        GitError: there is no base or no such revision, or the clone does not hold all of it.
    """
    newest = resolve(past.git, text)
    found = tip(past.git, given, environ, newest)
    start = parting(past.git, found, newest)
    # First of all, since this ends where there are more files than can be.
    known = past.at(newest)
    changes = between(past.git, start, newest, past.prefix)
    files = frozenset(one.path.decode("utf-8", "replace") for one in changes)
    before = where_it_was(past, start, Step(newest, changes))
    return Sides(base_at(before, found, known, start)._replace(files=files), known)


def staged(past: Past, given: str | None, environ: Mapping[str, str]) -> Sides:
    """Return the change that is staged: since the last commit, or since it parted from a base.

    Raises:
        GitError: there is no such base, or git cannot tell.
    """
    files = files_staged(past.git, past.prefix)
    folder = past.read(files)
    known = Known(folder, read(folder))
    try:
        last = head(past.git)
    except GitError as error:
        if error.problem is not GitProblem.UNBORN:
            raise
        return Sides(Base("HEAD", None, NONE, names(files, [])), known)
    found = Tip("HEAD", None, last)
    if given is not None:
        found = tip(past.git, given, environ, last)
    start = parting(past.git, found, last)
    touched = names(files, files_at(past.git, start, past.prefix))
    return Sides(base_at(past, found, known, start)._replace(files=touched), known)


def names(new: list[File], old: list[File]) -> frozenset[str]:
    """Return the names of the files in which two lists differ."""
    return frozenset(one.path.decode("utf-8", "replace") for one in {*new} ^ {*old})


def where_it_was(past: Past, start: str, step: Step) -> Past:
    """Return the folder as it was called in the base; a change may have moved it as a whole.

    An agreement that came while the only other one went took its place, whatever it is called now:
    else a change that writes both anew would be judged by its own settings.

    Raises:
        GitError: the repository does not hold all of it.
    """
    with GitStory(past, step.id) as story:
        move = move_of(past.git, step, start, past.prefix, story.agreement_id)
    prefix = move.prefix if move else replaced(past.git, step, start)
    if prefix is None:
        return past
    folder = past.git.top / prefix.decode("utf-8", "surrogateescape")
    return Past(past.git._replace(folder=folder))


def base_at(past: Past, tip: Tip, known: Known, start: str) -> Base:
    """Return the base as it was where the change parted from it; nothing where it began since.

    What is just as in what is `known` is not read again.

    Raises:
        GitError: the repository does not hold all of it.
    """
    try:
        register = past.at(start, known).register
    except GitError as error:
        if error.problem is not GitProblem.NO_FOLDER:
            raise
        register = NONE
    if register.agreement is None and not register.documents:
        register = NONE
    return Base(tip.name, tip.how, register)
