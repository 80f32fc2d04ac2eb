"""What is staged: the files as the next commit will hold them, for a hook that judges it."""

import os

from samverkan_cli.history.objects import File
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git


def files_staged(git: Git, prefix: bytes) -> list[File]:
    """Return the files, links and submodules of a folder as they are staged.

    A hook is told in `GIT_INDEX_FILE` of the index that is to be committed, which need not be the
    repository's own.

    Raises:
        GitError: a merge is not finished, or git fails.
    """
    environment = git.environment()
    if index := os.environ.get("GIT_INDEX_FILE"):
        environment["GIT_INDEX_FILE"] = str(git.top / index)
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else []
    answer = git.ask("ls-files", "--stage", "-z", "--full-name", *within, environment=environment)
    if answer.code:
        raise git.refusal(answer.err)
    return [file_of(line, len(prefix)) for line in answer.out.split(b"\0")[:-1]]


def file_of(line: bytes, prefix: int) -> File:
    """Return what a line of ls-files tells.

    Raises:
        GitError: the file is in conflict.
    """
    facts, _, path = line.partition(b"\t")
    mode, name, stage = facts.split(b" ")
    if stage != b"0":
        shown = path.decode("utf-8", "replace")
        raise GitError(GitProblem.CONFLICTED, paths=(shown,))
    return File(path[prefix:], int(mode, 8), name.decode("ascii"))
