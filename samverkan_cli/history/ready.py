"""Whether a repository is in a state in which something can be committed."""

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git


def branch(git: Git) -> str:
    """Return the whole name of the branch that a commit would go to; it may have none yet.

    Raises:
        GitError: no branch is checked out.
    """
    answer = git.ask("symbolic-ref", "--quiet", "HEAD")
    if answer.code:
        raise GitError(GitProblem.DETACHED)
    return answer.out.decode("utf-8", "surrogateescape").removesuffix("\n")


def settled(git: Git) -> None:
    """Go on only where no merge waits to be finished.

    Raises:
        GitError: one does.
    """
    lines = git.run("ls-files", "--unmerged", "-z").decode("utf-8", "replace").split("\0")
    paths = dict.fromkeys(line.partition("\t")[2] for line in lines if line)
    if paths:
        raise GitError(GitProblem.CONFLICTED, paths=tuple(paths))
