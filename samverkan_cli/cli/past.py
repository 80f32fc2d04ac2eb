"""An agreement as a revision holds it, and what every state of git means for the one who asks."""

from pathlib import Path

from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import FOLDERS, no_agreement, straight
from samverkan_cli.flows.source import Past
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.store.kinds import AGREEMENT_FILE
from samverkan_cli.store.register import Register

CODES: dict[GitProblem, Code] = {
    GitProblem.NO_GIT: Code.ENVIRONMENT,
    GitProblem.TOO_OLD: Code.ENVIRONMENT,
    GitProblem.NO_REPOSITORY: Code.ENVIRONMENT,
    GitProblem.BARE: Code.ENVIRONMENT,
    GitProblem.FOREIGN_OWNER: Code.ENVIRONMENT,
    GitProblem.REFUSED: Code.ENVIRONMENT,
    GitProblem.TOO_SLOW: Code.ENVIRONMENT,
    GitProblem.BAD_SETTING: Code.ENVIRONMENT,
    GitProblem.DETACHED: Code.ENVIRONMENT,
    GitProblem.CONFLICTED: Code.ENVIRONMENT,
    GitProblem.SHALLOW: Code.CANNOT_TELL,
    GitProblem.PARTIAL: Code.CANNOT_TELL,
    GitProblem.BROKEN: Code.CANNOT_TELL,
    GitProblem.TOO_LARGE: Code.CANNOT_TELL,
    GitProblem.NO_BASE: Code.CANNOT_TELL,
    GitProblem.UNRELATED: Code.CANNOT_TELL,
    GitProblem.UNBORN: Code.USAGE,
    GitProblem.UNKNOWN: Code.USAGE,
    GitProblem.NOT_A_NAME: Code.USAGE,
    GitProblem.AMBIGUOUS: Code.USAGE,
    GitProblem.NONE_BEFORE: Code.USAGE,
    GitProblem.NO_FOLDER: Code.USAGE,
    GitProblem.LOCKED: Code.ENVIRONMENT,
    GitProblem.GIT_LOCK: Code.ENVIRONMENT,
    GitProblem.UNFINISHED: Code.ENVIRONMENT,
    GitProblem.SPARSE: Code.ENVIRONMENT,
    GitProblem.NO_IDENTITY: Code.ENVIRONMENT,
    GitProblem.BAD_DATE: Code.ENVIRONMENT,
    GitProblem.PERSONAL: Code.ENVIRONMENT,
    GitProblem.NOT_SIGNED: Code.ENVIRONMENT,
    GitProblem.READ_ONLY: Code.ENVIRONMENT,
    GitProblem.DISK_FULL: Code.ENVIRONMENT,
    GitProblem.NOT_WRITTEN: Code.ENVIRONMENT,
    GitProblem.LINKED: Code.ENVIRONMENT,
    GitProblem.NOT_PLAIN: Code.ENVIRONMENT,
    GitProblem.OUR_NAME: Code.ENVIRONMENT,
    GitProblem.STAGED: Code.ENVIRONMENT,
    GitProblem.DIRTY: Code.ENVIRONMENT,
    GitProblem.LINE_ENDINGS: Code.ENVIRONMENT,
    GitProblem.CHANGED_MEANWHILE: Code.ENVIRONMENT,
    GitProblem.MOVED: Code.ENVIRONMENT,
    GitProblem.SWEPT: Code.ENVIRONMENT,
    GitProblem.NOTHING_NEW: Code.USAGE,
    GitProblem.UNCERTAIN: Code.CANNOT_TELL,
}


def stop(error: GitError) -> StopError:
    """Return what the user is told of a state of git."""
    return StopError(CODES[error.problem], error.message, error.hint)


def register_at(given: str, as_of: str) -> tuple[Register, Path]:
    """Return what the agreement said in the revision or on the day `as_of`, and its folder.

    The folder is the one given, or the nearest one upward in that revision.

    Raises:
        StopError: there is no such revision or no agreement in it, or git cannot tell.
    """
    try:
        past = past_of(given, as_of)
        return past.register(as_of), Path(given) if given else past.git.folder
    except GitError as error:
        raise stop(error) from error


def past_of(given: str, text: str) -> Past:
    """Return the history of the folder given, or of the nearest one upward in a revision.

    Raises:
        GitError: there is no such revision, or git cannot tell.
        StopError: there is no agreement in it, or a link of a repository leads to the folder.
    """
    found = (
        Past.of(straight(Path(given)))
        if given
        else Past.nearest(Path.cwd(), text, FOLDERS, AGREEMENT_FILE)
    )
    if found is None:
        raise no_agreement()
    return found
