"""Exit codes, and the exceptions that carry them."""

import platform
import sys
import traceback
from enum import IntEnum

from samverkan_cli import __version__
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.words import Words, say


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


def tell(error: StopError, tongue: Tongue) -> None:
    """Write a stop's sentence and cure to standard error."""
    sys.stderr.write(f"samverkan: {tongue(error.message)}\n")
    if error.hint:
        sys.stderr.write(f"  = {tongue(say('cure'))}: {tongue(error.hint)}\n")


def our_error(error: BaseException, arguments: list[str], tongue: Tongue) -> Code:
    """Write a block that can be pasted into a report; it holds no values from any file."""
    sentence = say("This is our mistake, not yours. Please report it with the lines below.")
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"  {frame.name} ({frame.filename.rpartition('samverkan_cli')[2]}:{frame.lineno})"
        for frame in frames
    ]
    lines = [
        f"samverkan: {tongue(sentence)}",
        "---",
        f"samverkan {__version__}, Python {platform.python_version()}, {platform.system()}",
        f"command: {visible(' '.join(arguments[:1]))}",
        f"{type(error).__name__} in:",
        *places,
        "---",
    ]
    sys.stderr.write("\n".join(lines) + "\n")
    return Code.OUR_ERROR
