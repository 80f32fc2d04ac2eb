"""Exit codes, and the exceptions that carry them."""

import errno
import os
import sys
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from samverkan_cli import __version__
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import width_of, write


class Code(IntEnum):
    """What a run ended with."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    CANNOT_TELL = 3
    ENVIRONMENT = 4
    INTEGRITY = 5
    OUR_ERROR = 70


class StopError(Exception):
    """The user is to be told something, and the program ends with `code`; nothing was written."""

    def __init__(self, code: Code, message: Words, hint: Words | None = None) -> None:
        """Keep what is to be said."""
        super().__init__(message.template)
        self.code = code
        self.message = message
        self.hint = hint


def complain(page: Page) -> None:
    """Write a page to standard error; where nobody can be told, the exit code still tells."""
    with suppress(OSError):
        write(page, sys.stderr)


def aside(tongue: Tongue, *sentences: Words) -> None:
    """Write sentences to standard error, beside the answer."""
    page = Page(tongue, width_of(sys.stderr, os.environ))
    for words in sentences:
        page.flow(f"samverkan: {tongue(words)}", hang=4)
    complain(page)


def unwritten(error: OSError) -> StopError:
    """Return what stops the program when its answer cannot be written."""
    message = say("The answer cannot be written: {reason}.", reason=reason(error))
    return StopError(Code.ENVIRONMENT, message)


def tell(error: StopError, tongue: Tongue) -> None:
    """Write a stop's sentence and cure to standard error."""
    page = Page(tongue, width_of(sys.stderr, os.environ))
    page.flow(f"samverkan: {tongue(error.message)}", hang=4)
    if error.hint:
        page.flow(f"  = {tongue(say('cure'))}: {tongue(error.hint)}", hang=4)
    complain(page)


REASONS: dict[int, Words] = {
    errno.ENOENT: say("there is no such file or folder"),
    errno.ENOTDIR: say("there is no such file or folder"),
    errno.EISDIR: say("it is a folder"),
    errno.EACCES: say("you have no right to"),
    errno.EPERM: say("you have no right to"),
    errno.ENOSPC: say("the disk is full"),
    errno.EROFS: say("the disk can only be read"),
    errno.ENAMETOOLONG: say("the name is too long"),
}


def reason(error: OSError) -> Words | str:
    """Return what is in the way; in the system's own words where we have none."""
    return REASONS.get(error.errno or 0) or error.strerror or type(error).__name__


def place(file: str) -> str:
    """Return a module's path without the folders of the person's own machine."""
    _, mine, inside = file.rpartition("samverkan_cli")
    return f"samverkan_cli{inside}" if mine else Path(file).name


def our_error(error: BaseException, arguments: list[str], tongue: Tongue) -> Code:
    """Write a block that can be pasted into a report; it holds no values from any file."""
    import traceback  # no other run needs it

    sentence = say("This is our mistake, not yours. Please report it with the lines below.")
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.name} ({place(frame.filename)}:{frame.lineno})" for frame in frames]
    lines = [
        f"samverkan: {tongue(sentence)}",
        "---",
        f"samverkan {__version__}, Python {sys.version.split()[0]}, {sys.platform}",
        f"command: {visible(masked(' '.join(arguments[:1])))}",
        f"{type(error).__name__} in:",
        *places,
        "---",
    ]
    page = Page(tongue, width_of(sys.stderr, os.environ))
    for line in lines:
        page.add(line)
    complain(page)
    return Code.OUR_ERROR
