"""Bytes to an agreement: every file read, every fault kept, nothing hidden by what is broken."""

from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.finding import Fault
from samverkan_cli.model.revision import Revision
from samverkan_cli.model.words import Words, say
from samverkan_cli.store.build import build
from samverkan_cli.store.document import FAULTS, Document
from samverkan_cli.store.file_faults import fault
from samverkan_cli.store.files import Folder, read_folder
from samverkan_cli.store.kinds import AGREEMENT_FILE, DATA, Kind, kind_of
from samverkan_cli.store.privacy import (
    discreet,
    meant_faults,
    personal_faults,
    shown_text,
    without_personal_data,
)
from samverkan_cli.store.profile import at, decode
from samverkan_cli.store.schema import accepts, schema_faults
from samverkan_cli.store.text import parse


class Register(NamedTuple):
    """What a folder says: the agreement as far as it can be read, and what is wrong with it.

    `agreement` is None where the file that names it cannot be read. `unread` are the files that
    could not be; what they say is not part of the agreement. `texts` are the lines of each file.
    `revision` is where it was read; None is the working tree.
    """

    agreement: Agreement | None
    faults: tuple[Fault, ...]
    unread: tuple[str, ...]
    documents: dict[str, Document]
    texts: dict[str, str]
    revision: Revision | None = None

    @property
    def is_cut_short(self) -> bool:
        """Tell whether more is wrong than is told."""
        return len(self.faults) > ALL_FAULTS


ALL_FAULTS = 1000
SCALARS = ("scalar-ambiguous", "character-forbidden", "text-too-long")


def read_document(path: str, content: bytes, kind: Kind) -> tuple[Document, str]:
    """Read one file: its text, its values, and its schema's opinion."""
    text, faults = decode(path, content)
    if text is None:
        return Document(path, usable=False, faults=faults), ""
    document = parse(path, text)
    written = list(personal_faults(path, text))
    # What was read the quick way without a backslash means just what is written.
    literal = document.thorough is not None and "\\" not in text
    meant = [] if literal else list(islice(meant_faults(document, written), FAULTS))
    if document.usable:
        found = schema_faults(kind, path, document.value)
        document.usable = not found
        told = {spot(document, fault) for fault in document.faults if fault.rule in SCALARS}
        document.faults += [fault for fault in found if spot(document, fault) not in told]
    if written or meant:
        document.personal, text = True, shown_text(text, meant)
        document.faults = [*written, *meant, *map(discreet, document.faults)]
    document.faults = settled(document, [*faults, *document.faults])
    return document, text


def skimmed(path: str, content: bytes, kind: Kind) -> tuple[Document, str]:
    """Read a file of whose faults nobody will be told, since so many are told already."""
    text, faults = decode(path, content)
    if text is None:
        return Document(path, usable=False), ""
    document = parse(path, text)
    # What was read the quick way without a backslash means just what is written.
    literal = document.thorough is not None and "\\" not in text
    plain = literal and not faults and not any(True for _ in personal_faults(path, text))
    sound = plain and document.usable and accepts(kind)(document.value)
    return (document, text) if sound else (Document(path, usable=False), "")


def spot(document: Document, fault: Fault) -> tuple[int, int]:
    """Return the line and column of a fault."""
    span = document.span_of(fault)
    return span.line, span.column


def settled(document: Document, faults: list[Fault]) -> list[Fault]:
    """Return a file's faults in the order of its lines, and a last one when there are more."""
    faults = sorted(faults, key=lambda fault: spot(document, fault))
    if len(faults) <= FAULTS:
        return faults
    message, hint = more(FAULTS)
    line, column = spot(document, faults[FAULTS])
    return [*faults[:FAULTS], at(document.file, faults[FAULTS].rule, line, column, message, hint)]


def more(number: int) -> tuple[Words, Words]:
    """Return what is said where so many mistakes are told, and no more."""
    message = say("There is more wrong; the first {n} mistakes are told.", n=number)
    return message, say("Mend these first, then check again.")


def limited(faults: list[Fault]) -> list[Fault]:
    """Return the faults of a folder, with one for all that nobody would read."""
    if len(faults) <= ALL_FAULTS:
        return faults
    return [*faults[:ALL_FAULTS], fault("file-too-large", AGREEMENT_FILE, *more(ALL_FAULTS))]


class Known(NamedTuple):
    """A folder that was read, and what it says."""

    folder: Folder
    register: Register


MISSING = fault(
    "file-missing",
    AGREEMENT_FILE,
    say("The file terms/agreement.yaml is missing; it names the agreement and its parties."),
    say("Look whether this is the folder of an agreement."),
)


def is_strange(folder: Folder) -> bool:
    """Tell whether nothing in a folder is of an agreement: no terms, staffing or records."""
    paths = (*folder.files, *folder.unread)
    return not any(not path or path.startswith(DATA) for path in paths)


def read(folder: Folder, like: Known | None = None) -> Register:
    """Read the files of an agreement's folder; what is just as in `like` is not read again."""
    if is_strange(folder):
        # Whatever else lies there is no business of ours.
        return Register(None, (MISSING,), (), {}, {})
    documents: dict[str, Document] = {}
    texts: dict[str, str] = {}
    number = len(folder.faults)
    for path, content in folder.files.items():
        kind = kind_of(path)
        if kind is None:
            continue
        if like and like.folder.files.get(path) == content:
            documents[path], texts[path] = like.register.documents[path], like.register.texts[path]
        else:
            reader = skimmed if number > ALL_FAULTS else read_document
            documents[path], texts[path] = reader(path, content, kind)
        number += len(documents[path].faults)
    faults = [*folder.faults]
    for document in documents.values():
        faults += document.faults
    if AGREEMENT_FILE not in documents and not AGREEMENT_FILE.startswith(folder.unread):
        faults.append(MISSING)
    usable = {path: value_of(doc) for path, doc in documents.items() if doc.usable}
    unread = [path for path, doc in documents.items() if not doc.usable]
    return Register(
        agreement=build(usable),
        faults=tuple(limited(faults)),
        unread=tuple(sorted({*unread, *folder.unread})),
        documents=documents,
        texts=texts,
    )


def value_of(document: Document) -> Any:
    """Return what a file says; personal data in it goes no further than here."""
    return without_personal_data(document.value) if document.personal else document.value


def read_at(root: Path) -> Register:
    """Read the agreement in the folder `root`.

    Raises:
        NotADirectoryError: `root` is no folder.
    """
    return read(read_folder(root))
