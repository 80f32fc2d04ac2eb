"""Where an agreement's folder was before a revision moved it as a whole."""

from collections.abc import Callable
from typing import NamedTuple

from samverkan_cli.flows.log import PLAIN
from samverkan_cli.history.objects import File, files_at
from samverkan_cli.history.runner import Git
from samverkan_cli.history.walk import removed
from samverkan_cli.model.revision import Changed, Step
from samverkan_cli.store.kinds import AGREEMENT_FILE, kind_of

NAMING = AGREEMENT_FILE.encode()
BELOW = b"/" + NAMING
NOTHING = (0, "")
CANDIDATES = 50
"""So many texts that went are read to find the one that moved; more is no move of a folder."""


class Move(NamedTuple):
    """What a move changed, and where history goes on: a revision, and the folder there."""

    step: Step
    start: str
    prefix: bytes


def is_ours(path: bytes) -> bool:
    """Tell whether a path in the folder is that of a file of the agreement."""
    return kind_of(path.decode("utf-8", "surrogateescape")) is not None


def files_of(git: Git, commit: str, prefix: bytes) -> dict[bytes, tuple[int, str]]:
    """Return mode and id of the agreement's files in a revision.

    Raises:
        GitError: a folder is missing or damaged.
    """
    found = files_at(git, commit, prefix)
    return {one.path: (one.mode, one.id) for one in found if is_ours(one.path)}


def names_agreement(step: Step) -> str:
    """Return the blob that names the agreement, if it came with a revision."""
    new = (one for one in step.changes if one.path == NAMING and one.mode in PLAIN)
    return next((one.id for one in new if not one.old_id), "")


def move_of(
    git: Git, step: Step, parent: str, prefix: bytes, id_of: Callable[[str], str]
) -> Move | None:
    """Return the move that a revision is; None where the agreement began with it.

    It is a move where the folder held nothing of an agreement before, and the same file, or one
    with the same agreement's id, went from another place. `id_of` reads it from a blob; ids are
    compared only where no file is the same, and not very many went.

    Raises:
        GitError: a folder is missing or damaged.
    """
    blob = names_agreement(step)
    if not blob:
        return None
    now = files_of(git, step.id, prefix)
    before = {one.path for one in step.changes if one.old_id and is_ours(one.path)}
    if before or not now.keys() <= {one.path for one in step.changes}:
        return None
    gone = removed(git, parent, step.id, BELOW)
    same = [one for one in gone if one.id == blob] or alike(gone, blob, id_of)
    if len(same) != 1:
        return None
    folder = same[0].path.removesuffix(NAMING)
    changes = between(files_of(git, parent, folder), now)
    return Move(step._replace(changes=changes, moved_from=folder), parent, folder)


def replaced(git: Git, step: Step, parent: str) -> bytes | None:
    """Return the folder of the only agreement that went while another came; None if none did.

    Raises:
        GitError: a folder is missing or damaged.
    """
    gone = removed(git, parent, step.id, BELOW) if names_agreement(step) else []
    return gone[0].path.removesuffix(NAMING) if len(gone) == 1 else None


def alike(gone: list[File], blob: str, id_of: Callable[[str], str]) -> list[File]:
    """Return the files that named the agreement that `blob` names; none where too many could."""
    texts = {one.id for one in gone}
    if not texts or len(texts) > CANDIDATES:
        return []
    name = id_of(blob)
    named = {text for text in texts if name and id_of(text) == name}
    return [one for one in gone if one.id in named]


def between(
    old: dict[bytes, tuple[int, str]], new: dict[bytes, tuple[int, str]]
) -> tuple[Changed, ...]:
    """Return what differs between the files of two folders."""
    found = []
    for path in sorted(old.keys() | new.keys()):
        (old_mode, old_id), (mode, id_) = old.get(path, NOTHING), new.get(path, NOTHING)
        if (old_mode, old_id) != (mode, id_):
            found.append(Changed(path, old_mode, mode, old_id, id_))
    return tuple(found)
