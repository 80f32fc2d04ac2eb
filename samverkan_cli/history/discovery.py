"""Finding the repository that holds a folder, and whether git will read it."""

import os
import re
import shutil
from pathlib import Path

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import NEEDED, Git, dotted
from samverkan_cli.model.words import say

OWN = ("HOME", "XDG_CONFIG_HOME", "SUDO_UID")
"""What the user's own trust in a repository is looked up with; only git's answer is used."""
FACTS = ("--is-shallow-repository", "--absolute-git-dir")


def program() -> str:
    """Return where git is; what PATH says of folders relative to here is not followed.

    Raises:
        GitError: it is nowhere.
    """
    folders = [one for one in os.environ.get("PATH", os.defpath).split(":") if one[:1] == "/"]
    found = shutil.which("git", path=":".join(folders)) if folders else None
    if found is None:
        raise GitError(GitProblem.NO_GIT)
    return found


def holder(folder: Path) -> Path:
    """Return the nearest folder upward that holds a `.git`; an embedded bare one is passed over.

    Raises:
        GitError: there is none.
    """
    whole = folder.resolve()
    for above in (whole, *whole.parents):
        if os.path.lexists(above / ".git"):
            return above
    if bare := bare_at(whole):
        raise GitError(GitProblem.BARE, path=str(bare))
    raise GitError(GitProblem.NO_REPOSITORY, path=str(folder))


def bare_at(folder: Path) -> Path | None:
    """Return the nearest repository without a working tree upward, as far as one can see."""
    for above in (folder, *folder.parents):
        has_all = all((above / name).exists() for name in ("HEAD", "objects", "refs"))
        if has_all and above.name != ".git":
            return above
    return None


def direct(folder: Path, *, to_write: bool = True) -> None:
    """Go on only where no link of a repository leads to a folder.

    A link above every repository, as to somebody's home folder, is the machine's own; but nothing
    is written to a folder that is one itself.

    Raises:
        GitError: one does.
    """
    whole = Path.cwd() / folder
    here = Path(whole.anchor)
    for number, part in enumerate(whole.parts[1:], start=2):
        step = here.parent if part == ".." else here / part
        is_link = os.path.islink(step)  # noqa: PTH114 - Path.is_symlink raises without a right
        is_last = number == len(whole.parts)
        if is_link and ((is_last and to_write) or is_inside(here)):
            hint = say(
                "If you mean the folder that it leads to, name that one: {path}",
                path=str(whole.resolve()),
            )
            raise GitError(GitProblem.LINKED, hint, path=str(folder))
        here = step.resolve() if is_link else step


def is_inside(folder: Path) -> bool:
    """Tell whether a folder lies in a repository, as far as one can see without git."""
    return any(os.path.lexists(above / ".git") for above in (folder, *folder.parents))


def discover(folder: Path) -> Git:
    """Return the repository whose working tree holds `folder`.

    Raises:
        GitError: there is none, or git will not read it.
    """
    git = Git(program(), holder(folder), folder.resolve())
    enough(git)
    answer = git.ask("rev-parse", *FACTS)
    if answer.code and git.refusal(answer.err).problem is GitProblem.FOREIGN_OWNER:
        git = trusted(git)
        answer = git.ask("rev-parse", *FACTS)
    if answer.code:
        raise git.refusal(answer.err)
    shallow, _, found = answer.out.partition(b"\n")
    nearest(git, found.removesuffix(b"\n"))
    return git._replace(is_shallow=shallow == b"true")


def nearest(git: Git, found: bytes) -> None:
    """Go on only where git found the repository that is asked about, and none above it.

    Git is told where not to look, but in a list that a colon in a path takes apart.

    Raises:
        GitError: it is another.
    """
    answer = git.ask("rev-parse", "--resolve-git-dir", str(git.top / ".git"))
    own = answer.out.removesuffix(b"\n")
    if answer.code or os.path.realpath(own) != os.path.realpath(found):
        raise GitError(GitProblem.NO_REPOSITORY, path=str(git.top))


def enough(git: Git) -> None:
    """Go on only with a git that knows all that we tell it.

    Raises:
        GitError: it is too old.
    """
    said = git.ask("version").out.decode("ascii", "replace")
    found = re.search(r"(\d+)\.(\d+)", said)
    if not found or (int(found[1]), int(found[2])) < NEEDED:
        raise GitError(GitProblem.TOO_OLD, version=said.strip(), needed=dotted(NEEDED))


def trusted(git: Git) -> Git:
    """Return a repository of another user's as one that may be read, if the user has said so.

    The user's own configuration is read by git, which says yes or no; nothing else of it is kept.

    Raises:
        GitError: the user has not.
    """
    answer = git.ask("rev-parse", *FACTS, environment=git.own_environment(*OWN))
    if answer.code:
        raise git.refusal(answer.err)
    return git._replace(settings=(*git.settings, f"safe.directory={git.top}"))
