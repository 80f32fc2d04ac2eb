"""What a change is held against: the branch that it is to go into, and where it parted from it."""

from collections.abc import Mapping
from typing import NamedTuple

from samverkan_cli.history.names import refs, resolve, verified
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.model.words import Words, say

MAIN = ("refs/heads/main", "refs/heads/master")
HEADS = "refs/heads/"


class Tip(NamedTuple):
    """The newest revision of the base: what it is called, how it was found, and its id."""

    name: str
    how: Words | None
    commit: str


def tip(git: Git, given: str, environ: Mapping[str, str], head: str) -> Tip:
    """Return the base that is given, or else the one that a change would go into.

    Asked are, in this order: `SAMVERKAN_BASE`, what the platform says of the pull or merge request,
    the branch's upstream, the default branch of `origin`, and `main` or `master`.

    Raises:
        GitError: there is none, or what is named so is not to be had.
    """
    if given:
        return Tip(given, None, resolve(git, given))
    if own := environ.get("SAMVERKAN_BASE"):
        return Tip(own, say("from {name}", name="SAMVERKAN_BASE"), resolve(git, own))
    found = of_github(git, environ, head) or of_gitlab(git, environ) or of_branches(git)
    if found is None:
        raise GitError(GitProblem.NO_BASE)
    return found


def of_github(git: Git, environ: Mapping[str, str], head: str) -> Tip | None:
    """Return the base of a pull request on GitHub, or on what follows its ways.

    There the revision that is checked out is mostly a merge made by the platform, of the base, its
    first parent, and the change; the branch itself may have gone on since. Any other merge is the
    author's, and its first parent may be anything.

    Raises:
        GitError: the branch is not to be had.
    """
    branch = environ.get("GITHUB_BASE_REF", "")
    if not branch:
        return None
    made = environ.get("GITHUB_REF", "").endswith("/merge") and environ.get("GITHUB_SHA") == head
    if made and verified(git, f"{head}^2^{{commit}}"):
        first = verified(git, f"{head}^1^{{commit}}")
        return Tip(branch, say("the first parent of the merge that is checked"), first)
    return Tip(branch, say("from {name}", name="GITHUB_BASE_REF"), of_origin(git, branch))


def of_gitlab(git: Git, environ: Mapping[str, str]) -> Tip | None:
    """Return the base of a merge request on GitLab.

    The target branch is named by its revision only where the platform checks out a merge of it.

    Raises:
        GitError: it is not to be had.
    """
    branch = environ.get("CI_MERGE_REQUEST_TARGET_BRANCH_NAME", "")
    for variable in ("CI_MERGE_REQUEST_TARGET_BRANCH_SHA", "CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        if commit := environ.get(variable):
            how = say("from {name}", name=variable)
            return Tip(branch or commit[:7], how, resolve(git, commit))
    return None


def of_origin(git: Git, branch: str) -> str:
    """Return the revision of a branch as it was fetched, or else of our own.

    Raises:
        GitError: there is neither.
    """
    known = {ref for _, ref in refs(git, "refs/remotes/origin/")}
    fetched = f"refs/remotes/origin/{branch}"
    if fetched not in known and git.is_shallow:
        raise GitError(GitProblem.SHALLOW, text=branch)
    return resolve(git, fetched if fetched in known else branch)


def of_branches(git: Git) -> Tip | None:
    """Return the base that the branches speak of; a branch is not its own base.

    Its own copy at the remote is asked last: there lies what the change was pushed as.

    Raises:
        GitError: git fails.
    """
    here = git.ask("symbolic-ref", "--quiet", "HEAD").out.decode("utf-8", "replace").strip()
    upstream = said(git, "%(upstream)", here) if here.startswith(HEADS) else ""
    default = said(git, "%(symref)", "refs/remotes/origin/HEAD")
    reasons = {
        upstream: say("the upstream of the branch"),
        default: say("the default branch of {name}", name="origin"),
    }
    # refs/remotes/origin/NAME beside refs/heads/NAME
    copy = upstream.split("/", 3)[3:] == here.split("/", 2)[2:]
    for name in (*(() if copy else (upstream,)), default, *MAIN, *((upstream,) if copy else ())):
        commit = verified(git, f"{name}^{{commit}}") if name and name != here else ""
        if commit:
            short = name.removeprefix(HEADS).removeprefix("refs/remotes/")
            return Tip(short, reasons.get(name, say("a branch of this name")), commit)
    return None


def said(git: Git, format_: str, ref: str) -> str:
    """Return what git says of one ref; nothing where there is none."""
    out = git.run("for-each-ref", f"--format=%(refname) {format_}", "--", ref)
    lines = (line.partition(" ") for line in out.decode("utf-8", "replace").splitlines())
    return next((value for name, _, value in lines if name == ref), "")


def parting(git: Git, tip: Tip, head: str) -> str:
    """Return the revision at which a change parted from its base.

    Raises:
        GitError: there is none, or the clone may not hold it.
    """
    if tip.commit in (head, *parents(git, head)):
        return tip.commit
    if git.is_shallow:
        raise GitError(GitProblem.SHALLOW, text=tip.name)
    answer = git.ask("merge-base", tip.commit, head)
    found = answer.out.decode("ascii", "replace").split()
    if answer.code > 1:
        raise git.refusal(answer.err)
    if not found:
        raise GitError(GitProblem.UNRELATED, text=tip.name)
    return found[0]


def parents(git: Git, commit: str) -> list[str]:
    """Return the parents of a revision that the clone holds."""
    out = git.run("rev-list", "--parents", "--max-count=1", commit)
    return out.decode("ascii").split()[1:]
