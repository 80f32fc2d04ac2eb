"""From what a person types to one full id; what git could take for more is refused (G1, G2)."""

import re
from datetime import date

from samverkan_cli.history.objects import Objects
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.walk import on_day
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import say

LONGEST = 250
DAY = re.compile(r"\d{4}-\d\d-\d\d")
BACK = re.compile(r"(?P<name>[^~]+)~(?P<steps>\d{1,6})")
FULL = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
SHORT = re.compile(r"[0-9a-f]{4,64}")
# What git refuses in the name of a branch, and so what can only be meant for a trick.
TRICK = re.compile(r"[\x00-\x20\x7f~^:?*\[\\]|\.\.|@\{|^-|^@$|^/|/$|//|\.$|\.lock$")
KINDS = ("refs/heads/", "refs/tags/", "refs/remotes/")


def resolve(git: Git, text: str) -> str:
    """Return the full id of the revision that `text` names.

    Raises:
        GitError: it names none or several, or the repository does not hold it.
    """
    if DAY.fullmatch(text):
        return on_day(git, head(git), day_of(text)).id
    match = BACK.fullmatch(text)
    name = match["name"] if match else text
    if not name or len(name) > LONGEST or TRICK.search(name):
        raise GitError(GitProblem.NOT_A_NAME, text=text)
    found = head(git) if name == "HEAD" else named(git, name)
    return back(git, found, int(match["steps"]), text) if match else found


def day_of(text: str) -> date:
    """Return the day that is written.

    Raises:
        GitError: the calendar has no such day.
    """
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise GitError(GitProblem.NOT_A_NAME, text=text) from error


def verified(git: Git, name: str) -> str:
    """Return the commit that an id, or what is made of one, stands for; or nothing."""
    return verified_answer(
        git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", name).out
    )


def verified_answer(out: bytes) -> str:
    """Return the id that git wrote, or nothing."""
    found = out.decode("ascii", "replace").strip()
    return found if FULL.fullmatch(found) else ""


def head(git: Git) -> str:
    """Return the commit that is checked out.

    Raises:
        GitError: there is none yet, or it is not to be had.
    """
    found = verified(git, "HEAD^{commit}")
    if found:
        return found
    target = git.ask("rev-parse", "--verify", "--quiet", "--end-of-options", "HEAD")
    if named_id := verified_answer(target.out):
        raise git.damage(named_id)
    if git.ask("symbolic-ref", "--quiet", "HEAD").code == 0:
        raise GitError(GitProblem.UNBORN)
    raise GitError(GitProblem.BROKEN, id="HEAD")


def back(git: Git, start: str, steps: int, text: str) -> str:
    """Return the revision so many first parents before another.

    Raises:
        GitError: the line is not so long, or the clone does not hold all of it.
    """
    found = verified(git, f"{start}~{steps}^{{commit}}")
    if found:
        return found
    length = len(git.run("rev-list", "--first-parent", f"--max-count={steps + 1}", start).split())
    if length > steps:
        raise git.damage(start)
    raise GitError(GitProblem.SHALLOW if git.is_shallow else GitProblem.UNKNOWN, text=text)


def named(git: Git, name: str) -> str:
    """Return the revision of an id, a branch or a tag.

    Raises:
        GitError: there is none, or more than one.
    """
    found = dict.fromkeys(one for one in (*of_refs(git, name), *of_ids(git, name.lower())) if one)
    if len(found) > 1:
        raise GitError(GitProblem.AMBIGUOUS, text=name, ids=tuple(one[:7] for one in found))
    if found:
        return next(iter(found))
    if SHORT.fullmatch(name.lower()) and git.is_shallow:
        raise GitError(GitProblem.SHALLOW, text=name)
    known = [ref.split("/", 2)[2] for _, ref in refs(git, *KINDS)]
    match = nearest(name, known)
    hint = say("Did you mean “{name}”?", name=match) if match else None
    raise GitError(GitProblem.UNKNOWN, hint, text=name)


def refs(git: Git, *patterns: str) -> list[tuple[str, str]]:
    """Return the ids and whole names of branches and tags."""
    out = git.run("for-each-ref", "--format=%(objectname) %(refname)", "--", *patterns)
    lines = out.decode("utf-8", "surrogateescape").splitlines()
    return [(one, ref) for one, _, ref in (line.partition(" ") for line in lines)]


def of_refs(git: Git, name: str) -> list[str]:
    """Return the revisions of every branch and tag that has exactly this name."""
    wanted = [name] if name.startswith("refs/") else [f"{kind}{name}" for kind in KINDS]
    # A tag may be of something else than a revision; then it names none.
    return [verified(git, f"{one}^{{commit}}") for one, ref in refs(git, *wanted) if ref in wanted]


def of_ids(git: Git, name: str) -> list[str]:
    """Return the revisions whose ids begin so.

    Raises:
        GitError: the id is there, but damaged.
    """
    if FULL.fullmatch(name):
        return [verified(git, f"{name}^{{commit}}")]
    if not SHORT.fullmatch(name):
        return []
    found = git.run("rev-parse", f"--disambiguate={name}").decode("ascii").split()
    with Objects(git) as objects:
        return [one for one in found if objects.one(one).kind == "commit"]
