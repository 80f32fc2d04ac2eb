"""`init`: a new register, whole – its files, what lies around them, and the first commit.

Nothing that exists is overwritten. The file that makes the folder an agreement comes last, and a
file that is there already with the same bytes counts as written; so a run that was cut short is
completed by running it again.
"""

import os
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.flows import skeleton
from samverkan_cli.flows.check import check
from samverkan_cli.flows.surroundings import FORGE, surroundings
from samverkan_cli.history.begin import First, first_commit, made, top_of
from samverkan_cli.history.lock import locked_folder
from samverkan_cli.history.message import message
from samverkan_cli.history.placing import put
from samverkan_cli.history.problems import GitError
from samverkan_cli.history.tree import Write, content
from samverkan_cli.language.tongue import DEFAULT, tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.words import say
from samverkan_cli.resources import folder
from samverkan_cli.store.files import Folder
from samverkan_cli.store.kinds import AGREEMENT_FILE
from samverkan_cli.store.register import Register, read

REGISTER, SCHEMAS = "agreement", "schemas"
TEMPLATES = {"orebro": "agreement"}
"""The agreements that one can start from, and the folder of the program where their terms lie."""


class MeaningError(Exception):
    """What is composed does not mean what was meant: our mistake, and nothing is written."""


class Outline(NamedTuple):
    """A register to be.

    `top` is the top of the repository that holds the folder, if one does. `files` are to be
    written, in this order; `seen` is what lies there: nothing, or the same bytes. `kept` lies there
    already and is something else; `left_out` has no use where the folder lies. `origin` is what pip
    installs the program from, where that is known.
    """

    root: Path
    top: Path | None
    agreement: Agreement
    files: Mapping[str, bytes]
    seen: Mapping[str, bytes | None]
    kept: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    origin: str = ""

    def writes(self) -> tuple[Write, ...]:
        """Return the files as they are written."""
        return tuple(Write(path, self.seen[path], new) for path, new in self.files.items())


class Begun(NamedTuple):
    """The answer: what is to be or was written, and the commit where one was made."""

    outline: Outline
    is_written: bool = False
    first: First | None = None


def is_begun(root: Path) -> bool:
    """Tell whether there is an agreement in a folder."""
    return os.path.lexists(root / REGISTER / AGREEMENT_FILE)


def taken(root: Path) -> Refusal:
    """Return what is said of a folder that has an agreement."""
    return Refusal(
        say("There is an agreement in “{path}” already.", path=str(root)),
        say("Name another folder. What was cut short is completed by the very same command."),
    )


def terms_of(template: str) -> dict[str, bytes]:
    """Return the terms that come with the program, byte for byte."""
    root = folder(TEMPLATES[template])
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted((root / "terms").rglob("*.yaml"))
    }


def new_terms(agreement: Agreement) -> dict[str, bytes]:
    """Return the terms of an agreement of which only the parties and the period are known.

    Raises:
        MeaningError: they read otherwise than they were meant.
    """
    terms = skeleton.terms(agreement, tongue(agreement.language))
    register = read(Folder(terms))
    if register.agreement != agreement and not register.faults:
        raise MeaningError
    return terms


def outline(root: Path, terms: dict[str, bytes], day: date, origin: str) -> Outline | Refusal:
    """Return what a register with these terms would be in a folder; nothing is written.

    Raises:
        GitError: the folder is a bare repository, or git's own folder is a link.
        MeaningError: the terms are none.
    """
    known = read(Folder(terms)).agreement
    spoken = tongue(known.language if known else DEFAULT)
    files = {**terms, **(skeleton.rest(known, spoken) if known else {})}
    if refusal := wrong(read(Folder(files)), day):
        return refusal
    if known is None:
        raise MeaningError
    every = {f"{SCHEMAS}/{path.name}": path.read_bytes() for path in schemas()}
    every |= surroundings(known, origin, spoken)
    # The agreement's own file comes last: until it lies there, the folder is no agreement.
    for path in sorted(files, key=lambda path: (path == AGREEMENT_FILE, path)):
        every[f"{REGISTER}/{path}"] = files[path]
    found = placed(root, known, every)
    return found if isinstance(found, Refusal) else found._replace(origin=origin)


def schemas() -> list[Path]:
    """Return the schemas, which editors read beside the register, without a network."""
    return sorted(folder("schemas").glob("*.schema.json"))


def wrong(register: Register, day: date) -> Refusal | None:
    """Return the first error that `check` would find, or None."""
    for one in check(register, day).findings:
        if one.finding.severity is Severity.ERROR:
            return Refusal(one.finding.hit.message, one.finding.hit.hint)
    return None


def placed(root: Path, agreement: Agreement, files: dict[str, bytes]) -> Outline | Refusal:
    """Return what is to be written, beside what lies there already.

    Raises:
        GitError: the folder is a bare repository, or git's own folder is a link.
    """
    top = top_of(root)
    left_out = FORGE if top not in (None, root) else ()
    seen = {path: lying(root, path, new) for path, new in files.items() if path not in left_out}
    kept = tuple(path for path, found in seen.items() if found not in (None, files[path]))
    if refusal := unfit(root, top) or blocked(root, files, kept):
        return refusal
    new = {path: files[path] for path in seen if path not in kept}
    return Outline(root, top, agreement, new, seen, kept, left_out)


def unfit(root: Path, top: Path | None) -> Refusal | None:
    """Return why there can be no register in a folder, or None."""
    nearest = next(above for above in (root, *root.parents) if os.path.lexists(above))
    if not nearest.is_dir():
        return Refusal(say("“{path}” is no folder.", path=str(nearest)))
    if top and ".git" in root.relative_to(top).parts:
        return Refusal(say("“{path}” is a folder of git's own.", path=str(root)))
    around = (above for above in (root, *root.parents) if os.path.lexists(above / AGREEMENT_FILE))
    return next(map(taken, around), None)


def blocked(root: Path, files: Mapping[str, bytes], kept: tuple[str, ...]) -> Refusal | None:
    """Return what is said where a link is in the way, or anything in the agreement's folder."""
    ours = (root / path for path in kept if path.startswith(f"{REGISTER}/"))
    path = next(chain(links(root, files), ours, strangers(root, files)), None)
    if path is None:
        return None
    if is_begun(root):
        return taken(root)
    return Refusal(
        say("“{path}” lies there already, and is not what would be written.", path=str(path)),
        say("Name another folder, or move it away first."),
    )


def lying(root: Path, path: str, new: bytes) -> bytes | None:
    """Return what lies at a path, as far as it can be `new`; nothing of what is no file."""
    try:
        return content(root, path, len(new))
    except GitError:
        return b""


def links(root: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield every link that stands in the place of a file or of a folder that leads to one."""
    for path in files:
        here = root
        for part in path.split("/"):
            here /= part
            if here.is_symlink():
                yield here


def strangers(root: Path, files: Mapping[str, bytes]) -> Iterator[Path]:
    """Yield what lies in the agreement's folder and would not be written; links to folders too."""
    for above, folders, names in os.walk(root / REGISTER):
        for path in (Path(above, name) for name in (*names, *folders) if name[:1] != "."):
            known = path.relative_to(root).as_posix() in files
            if not known and (path.is_symlink() or not path.is_dir()):
                yield path


def begin(outline: Outline, *, commit: bool) -> Begun:
    """Write a register; with `commit` as the first commit, else left in the working tree.

    Raises:
        GitError: it cannot be written, or nothing can be committed there.
    """
    if commit:
        return Begun(
            outline, True, first_commit(outline.root, outline.writes(), words(outline.agreement))
        )
    with made(outline.root), locked_folder(outline.root):
        put(outline.root, outline.writes())
    return Begun(outline, True)


def words(agreement: Agreement) -> str:
    """Return the message of the commit, in the agreement's own language."""
    spoken = tongue(agreement.language)
    return message(
        spoken(say("Begin the register of {title}", title=agreement.title)),
        [],
        [("Samverkan-Verb", "init"), ("Samverkan-Agreement", agreement.id)],
    )
