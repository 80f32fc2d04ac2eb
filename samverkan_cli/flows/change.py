"""A writing verb: read what was committed, splice, read again, judge, commit that file alone.

What is edited is what the newest revision holds, never what lies unfinished in the working tree: a
commit says just what it was checked to say. A file that is touched must lie as it was committed –
or already as it is to be, where an earlier run was cut short.
"""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeAlias

from samverkan_cli.flows.propose import Proposal, Wish, propose
from samverkan_cli.flows.source import Past
from samverkan_cli.history.commit import commit
from samverkan_cli.history.discovery import direct, discover
from samverkan_cli.history.lock import locked, locked_folder
from samverkan_cli.history.message import message
from samverkan_cli.history.names import resolve
from samverkan_cli.history.placing import put
from samverkan_cli.history.plan import spared
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.stand import converted, dirty, inside, stand
from samverkan_cli.history.tree import Write
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Fault
from samverkan_cli.model.intent import Intent, Refusal
from samverkan_cli.model.words import say
from samverkan_cli.store.files import Disk, Folder, read_folder
from samverkan_cli.store.register import read


class Done(StrEnum):
    """What became of a wish."""

    PROPOSED = "proposed"
    WRITTEN = "written"
    COMMITTED = "committed"


class How(NamedTuple):
    """How to act: `anyway` is the reason to accept new errors, `reason` why it is done at all."""

    day: date
    keep: bool = False
    reason: str = ""
    anyway: str = ""


CRLF = b"\r\n"
UNCOMMITTED = say(
    "Commit terms with “samverkan revise”, and other files with git; or write --no-commit."
)
"""How that is committed which stands in the files only."""

Proposer: TypeAlias = Callable[[Path, How], Proposal | Refusal]
"""What is to be done, worked out when nobody else can write."""


class Changed(NamedTuple):
    """The answer of a writing verb; `revision` is the id of the commit, where one was made."""

    done: Done
    proposal: Proposal
    revision: str = ""


def proposal_at(root: Path, how: How, wish: Wish) -> Proposal | Refusal:
    """Return what a wish would do, with nothing written; `keep` asks about the working tree.

    Raises:
        GitError: what was committed cannot be read, or somebody is at work on a file.
    """
    if how.keep:
        return propose(read_folder(root), wish, how.day)
    past = Past.of(root)
    base = past.folder(resolve(past.git, "HEAD"))
    found = propose(base, wish, how.day)
    if isinstance(found, Refusal):
        return found if can(base, wish) or not can(read_folder(root), wish) else uncommitted()
    seen = {path: content(root, path) for path in found.new}
    for path, lying in seen.items():
        if lying not in (found.old[path], found.new[path]):
            where = inside(past.git, path)
            raise (
                converted(past.git, where) if is_converted(found.old[path], lying) else dirty(where)
            )
    return found._replace(seen=seen)


def is_converted(committed: bytes | None, lying: bytes | None) -> bool:
    """Tell whether a file has got line endings that it did not have."""
    return CRLF in (lying or b"") and committed is not None and CRLF not in committed


def can(folder: Folder, wish: Wish) -> bool:
    """Tell whether a wish can be met where the agreement says what a folder does."""
    register = read(folder)
    return register.agreement is not None and isinstance(wish(register), Intent)


def committed(root: Path) -> Agreement | None:
    """Return the agreement as the newest revision holds it, or None where it cannot be read.

    Raises:
        GitError: nothing is committed, or git cannot tell.
    """
    past = Past.of(root)
    return read(past.folder(resolve(past.git, "HEAD"))).agreement


def uncommitted() -> Refusal:
    """Return what is said where only the commit is missing."""
    return Refusal(say("It stands in the files, but is not committed yet."), UNCOMMITTED)


def content(root: Path, path: str) -> bytes | None:
    """Return what lies at a path; None where nothing does, and nothing of what is no file."""
    found = Disk(root).content(path)
    if isinstance(found, Fault):
        return b"" if (root / path).is_symlink() or (root / path).exists() else None
    return found


def accepted(proposal: Proposal, how: How) -> bool:
    """Tell whether there is nothing new that is wrong, or it is to be done all the same."""
    return bool(how.anyway) or not proposal.errors


def proposed(root: Path, how: How, proposer: Proposer) -> Proposal | Refusal:
    """Return what is planned, with nothing written, where it could be carried out.

    Raises:
        GitError: a link leads to the folder, or what was committed cannot be read.
    """
    direct(root)
    return proposer(root, how)


def carry_out(root: Path, how: How, proposer: Proposer) -> Changed | Proposal | Refusal:
    """Do what is planned: write it and commit it, or with `keep` only write it.

    A proposal is returned where it would bring errors that nobody has accepted.

    Raises:
        GitError: nothing can be committed here, or git fails.
    """
    direct(root)
    return write(root, how, proposer) if how.keep else write_and_commit(root, how, proposer)


def write_and_commit(root: Path, how: How, proposer: Proposer) -> Changed | Proposal | Refusal:
    """Write and commit.

    Raises:
        GitError: nothing can be committed here, or git fails.
    """
    git = discover(root)
    with locked(git):
        standing = stand(git)
        proposal = proposer(root, how)
        if isinstance(proposal, Refusal) or not accepted(proposal, how):
            return proposal
        revision = commit(git, standing, writes(proposal), words(proposal, how))
        return Changed(Done.COMMITTED, proposal, revision)


def write(root: Path, how: How, proposer: Proposer) -> Changed | Proposal | Refusal:
    """Write, and leave it in the working tree.

    Raises:
        GitError: it cannot be written.
    """
    git = repository_of(root)
    with locked(git) if git else locked_folder(root):
        proposal = proposer(root, how)
        if isinstance(proposal, Refusal) or not accepted(proposal, how):
            return proposal
        if git:
            spared(git, (inside(git, path) for path in proposal.new))
        put(root, writes(proposal))
        return Changed(Done.WRITTEN, proposal)


def repository_of(root: Path) -> Git | None:
    """Return the repository that holds a folder, or None.

    Raises:
        GitError: git will not read it.
    """
    try:
        return discover(root)
    except GitError as error:
        if error.problem not in (GitProblem.NO_GIT, GitProblem.NO_REPOSITORY):
            raise
        return None


def writes(proposal: Proposal) -> tuple[Write, ...]:
    """Return the files to write, with what lay there."""
    return tuple(Write(path, proposal.seen.get(path), new) for path, new in proposal.new.items())


def words(proposal: Proposal, how: How) -> str:
    """Return the message of the commit, in the agreement's own language."""
    agreement = proposal.before.agreement
    spoken = tongue(agreement.language if agreement else "en")
    intent = proposal.intent
    # Who gives the same reason twice means one.
    body = [how.reason] if how.reason not in ("", how.anyway) else []
    if proposal.errors:
        rules = tuple(dict.fromkeys(one.finding.rule for one in proposal.errors))
        body.append(
            spoken(say("Done despite {rules}. Reason: {reason}", rules=rules, reason=how.anyway))
        )
    elif body and how.anyway:
        body.append(spoken(say("Done all the same. Reason: {reason}", reason=how.anyway)))
    elif how.anyway:
        body.append(how.anyway)
    fields = [("Samverkan-Verb", intent.verb)]
    fields += [(f"Samverkan-{name}", value) for name, value in intent.fields]
    return message(spoken(intent.title), body, fields)
