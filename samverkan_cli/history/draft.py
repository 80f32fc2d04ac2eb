"""A commit that no branch has yet, made from the very bytes that were checked (protocol D, 2-4).

No filter, no hook and no file of the working tree has a say in it.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from samverkan_cli.history.plan import Planned
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git
from samverkan_cli.history.signing import environment, unsigned
from samverkan_cli.history.stand import Stand
from samverkan_cli.history.writing import told, written

INDEX = "samverkan.index"
ALONE = ("core.splitIndex=false", "core.sparseCheckout=false", "index.sparse=false")
"""What keeps the index of the draft in one file and whole."""


def drafted(git: Git, stand: Stand, files: Sequence[Planned], message: str) -> str:
    """Store the commit; return its id.

    Raises:
        GitError: it cannot be stored or signed; nothing that anybody sees has changed.
    """
    for one in files:
        if one.write.after is not None and store(git, one.write.after) != one.new:
            raise GitError(GitProblem.BROKEN, id=one.new)
    tree = tree_of(git, stand, files)
    arguments = ["commit-tree", tree, *(["-p", stand.head] if stand.head else [])]
    text = message.encode("utf-8")
    if not stand.signing.flag:
        return written(git, *arguments, input=text, own=stand.people())
    signer = git._replace(settings=(*git.settings, *stand.signing.settings))
    own = git.environment() | environment(git) | stand.people()
    answer = signer.ask(*arguments, stand.signing.flag, input=text, environment=own)
    if answer.code:
        raise unsigned(git, answer.err)
    return answer.out.decode("ascii").strip()


def store(git: Git, text: bytes) -> str:
    """Store the bytes of a file as they are; return their id.

    Raises:
        GitError: they cannot be stored.
    """
    return written(git, "hash-object", "-w", "--no-filters", "--stdin", input=text)


def tree_of(git: Git, stand: Stand, files: Sequence[Planned]) -> str:
    """Store the last commit's tree with some files changed; return its id.

    Raises:
        GitError: it cannot be stored.
    """
    alone = git._replace(settings=(*git.settings, *ALONE))
    path = stand.common / INDEX
    own = {"GIT_INDEX_FILE": str(path)}
    sweep(path)
    try:
        written(alone, "read-tree", stand.head or "--empty", own=own)
        written(alone, "update-index", *changes((one.path, one.new) for one in files), own=own)
        return written(alone, "write-tree", own=own)
    finally:
        with suppress(GitError):
            sweep(path)


def sweep(path: Path) -> None:
    """Take away a draft's index, and what a run that was killed may have left of it.

    Raises:
        GitError: it cannot be taken away.
    """
    for left in (path, path.with_name(f"{path.name}.lock")):
        with told(str(left)):
            left.unlink(missing_ok=True)


def changes(files: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield what `update-index` is told, from paths and ids; files without an id are removed."""
    gone = []
    yield "--add"
    for path, name in files:
        if name:
            yield from ("--cacheinfo", f"100644,{name},{path}")
        else:
            gone.append(path)
    if gone:
        yield from ("--force-remove", "--", *gone)
