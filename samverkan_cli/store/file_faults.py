"""What can be wrong with a file before it is opened, each with a sentence and a cure."""

from samverkan_cli.evaluate.personal import masked
from samverkan_cli.model.finding import Fault, Hit
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import Words, say

FILE_BYTES = 256 * 1024
TOTAL_BYTES = 64 * 1024 * 1024
FILES = 12_000


def fault(rule: str, path: str, message: Words, hint: Words | None = None) -> Fault:
    """Return a fault of a whole file."""
    return Fault(rule, Hit(Place(path), path, message, hint=hint))


def unexpected(path: str) -> Fault:
    """Return the fault of a YAML file that has no business where it lies."""
    return fault(
        "file-unexpected",
        path,
        say(
            "The file “{path}” is none of the files of an agreement, so nobody reads it.", path=path
        ),
        say("Move or rename it: terms/, staffing/, records/ and waivers.yaml are what is read."),
    )


def too_deep(path: str) -> Fault:
    """Return the fault of a folder below those that are read."""
    return fault(
        "file-unexpected",
        path,
        say("The folder “{path}” lies too deep to be part of an agreement.", path=path),
        say("Move its files to terms/, staffing/ or records/."),
    )


def not_a_file(path: str) -> Fault:
    """Return the fault of a link, pipe, device or folder that stands where a file should."""
    return fault(
        "file-not-plain",
        path,
        say("“{path}” is not an ordinary file, so it is not opened.", path=path),
        say("Put the file itself there: links could lead out of the agreement's folder."),
    )


def not_permitted(path: str) -> Fault:
    """Return the fault of a file or folder that the user may not read."""
    return fault(
        "file-not-plain",
        path,
        say("“{path}” cannot be opened: the right to read it is missing.", path=path),
        say("Ask for the right to read it, or take it away."),
    )


def personal_name(path: str) -> Fault:
    """Return the fault of a file whose name holds personal data; `path` is without it."""
    return fault(
        "personal-data",
        path,
        say("The name of the file “{path}” seems to hold personal data.", path=path),
        say("Rename it before you commit: git keeps what it has been given."),
    )


def too_large(path: str, size: int) -> Fault:
    """Return the fault of a file over the limit."""
    return fault(
        "file-too-large",
        path,
        say(
            "The file has {size} KiB; at most {limit} KiB are read.",
            size=size // 1024,
            limit=FILE_BYTES // 1024,
        ),
        say("Split it: one file for each party, form or year."),
    )


def too_many(path: str) -> Fault:
    """Return the fault of a folder that holds more than is read."""
    return fault(
        "file-too-large",
        path,
        say(
            "The folder holds more than {files} files or {size} MiB; the rest is not read.",
            files=FILES,
            size=TOTAL_BYTES // 1024 // 1024,
        ),
    )


def printable(path: str) -> str:
    """Return a file name that can be encoded, whatever bytes it was made of, and names nobody."""
    return masked(path.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
