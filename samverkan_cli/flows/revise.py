"""Revising the terms: what was edited by hand becomes one commit, with its reason and decision."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.flows.change import How, is_converted
from samverkan_cli.flows.propose import Proposal, read_again, respelled, unreadable, weighed
from samverkan_cli.flows.source import Past
from samverkan_cli.history.aside import aside
from samverkan_cli.history.names import resolve
from samverkan_cli.history.stand import converted, inside
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Revised
from samverkan_cli.model.intent import Add, Intent, Refusal
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.store.files import Folder, read_folder
from samverkan_cli.store.kinds import AGREEMENT_FILE
from samverkan_cli.store.register import Register, read

TERMS = "terms/"
SIGNED = 1
"""The number of the agreement as it was signed."""


class Decision(NamedTuple):
    """Why the terms are changed, and who decided so, when, and where it is written."""

    reason: str
    body: str
    on: date
    reference: str = ""


def edited(committed: Folder, lying: Folder, left: frozenset[str] = frozenset()) -> Folder:
    """Return what is committed, with the terms as they lie in the folder, but for files `left`."""

    def is_own(path: str) -> bool:
        return path.startswith(TERMS) and path not in left

    files = {path: one for path, one in committed.files.items() if not is_own(path)}
    files |= {path: one for path, one in lying.files.items() if is_own(path)}
    own = [path for path in lying.unread if is_own(path) or TERMS.startswith(path)]
    others = [path for path in committed.unread if not is_own(path)]
    faults = [one for one in lying.faults if is_own(one.hit.place.file)]
    faults += [one for one in committed.faults if not is_own(one.hit.place.file)]
    return Folder(dict(sorted(files.items())), tuple(faults), (*own, *others))


def number_of(agreement: Agreement) -> int:
    """Return the number of the next revision."""
    return max((one.number for one in agreement.revisions), default=SIGNED) + 1


def intent_of(before: Agreement, decision: Decision) -> Intent:
    """Return the revision as a step, and what its commit is about."""
    number = number_of(before)
    entry = Revised(
        number=number,
        reason=decision.reason,
        body=decision.body,
        on=decision.on,
        reference=decision.reference,
        place=Place(AGREEMENT_FILE),
    )
    fields = [("Revision", str(number)), ("Decided-By", decision.body)]
    fields += [("Decided-On", decision.on.isoformat())]
    fields += [("Reference", decision.reference)] if decision.reference else []
    title = say("Revise the terms: revision {n}", n=number)
    return Intent("revise", (Add(entry=entry),), title, tuple(fields))


def revision_at(
    root: Path, how: How, decision: Decision, *, draft: bool = False
) -> Proposal | Refusal:
    """Return what a revision would commit, with nothing written; a `draft` is only looked at.

    Raises:
        GitError: what was committed cannot be read, or lies with other line endings.
    """
    past = Past.of(root)
    committed, folder = past.folder(resolve(past.git, "HEAD")), read_folder(root)
    left = aside(past.git)
    lying = edited(committed, folder, left)
    left_out = touched(lying, edited(committed, folder))
    for path in touched(committed, lying):
        if is_converted(committed.files.get(path), lying.files.get(path)):
            raise converted(past.git, inside(past.git, path))
    before, now = read(committed), read(lying)
    if refusal := unreadable(now) or lost(before) or idle(committed, lying, left_out):
        return refusal
    assert before.agreement is not None  # noqa: S101 - `lost` has seen to it
    assert now.agreement is not None  # noqa: S101 - `unreadable` has seen to it
    intent = intent_of(before.agreement, decision)
    noted = [one for one in now.agreement.revisions if one not in before.agreement.revisions]
    if noted and not draft:
        # An earlier run wrote it and did not come to the commit.
        if [Add(entry=one) for one in noted] != [*intent.steps]:
            return already(noted[0])
        intent = intent._replace(steps=())
    new = respelled(lying, intent)
    if isinstance(new, Refusal):
        return new
    if missed := next(filter(left_out.__contains__, new), None):
        return passed_over((missed,))
    after = read_again(lying, now, intent, new)
    files = {**{path: lying.files.get(path) for path in touched(committed, lying)}, **new}
    proposal = Proposal(
        intent=intent,
        before=before,
        after=after,
        old={path: committed.files.get(path) for path in files},
        new=files,
        seen={path: lying.files.get(path) for path in files},
        left_out=left_out,
    )
    return weighed(proposal, how.day)


def touched(committed: Folder, lying: Folder) -> tuple[str, ...]:
    """Return the files that lie otherwise than they were committed."""
    paths = sorted({*committed.files, *lying.files})
    return tuple(path for path in paths if committed.files.get(path) != lying.files.get(path))


def lost(before: Register) -> Refusal | None:
    """Return what is said where nobody can tell what the terms were."""
    if before.agreement:
        return None
    return Refusal(
        say("The terms cannot be read as they were committed."),
        say("“samverkan log” tells since when; commit a mended version first."),
    )


def idle(committed: Folder, lying: Folder, left_out: tuple[str, ...]) -> Refusal | None:
    """Return what is said where nothing was edited that git is to keep."""
    if touched(committed, lying):
        return None
    if left_out:
        return passed_over(left_out)
    return Refusal(
        say("The terms lie as they were committed; there is nothing to revise."),
        say(
            "Edit the files in terms/ first. What was committed without its decision is taken back "
            "into the files by: git reset HEAD~1"
        ),
    )


def passed_over(files: tuple[str, ...]) -> Refusal:
    """Return what is said of edited files that git was told to leave alone."""
    return Refusal(
        say("Left out, because git ignores them or takes them as unchanged: {files}.", files=files),
        say(
            "To take them along: git add --force FILE, or git update-index --no-assume-unchanged"
            " FILE"
        ),
    )


def already(one: Revised) -> Refusal:
    """Return what is said where the terms hold another revision that is not committed."""
    return Refusal(
        say("The terms hold a note of revision {n} already, which is not committed.", n=one.number),
        say("Give the same reason, body, day and reference, or take the note out of the file."),
    )
