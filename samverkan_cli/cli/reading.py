"""What every reading command does first: find the folder, read it, choose the language."""

import os
from dataclasses import dataclass
from datetime import date

from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import FAIL_ON, day_of, folder_of, one_of, shown_folder
from samverkan_cli.flows.check import Checked, check
from samverkan_cli.language.tongue import Tongue, choose, tongue
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.words import say
from samverkan_cli.store.register import Register, read_at


@dataclass(frozen=True, slots=True)
class Asked:
    """What a command was asked about."""

    register: Register
    day: date
    folder: str
    tongue: Tongue


def ask(agreement: str, example: bool, on: str, lang: str) -> Asked:
    """Read the agreement that the options name.

    Raises:
        StopError: an option is wrong, or there is no agreement.
    """
    if lang:
        one_of("--lang", lang, ("sv", "en"))
    day = day_of(on)
    root = folder_of(agreement, example=example)
    try:
        register = read_at(root)
    except OSError as error:
        raise StopError(
            Code.ENVIRONMENT,
            say(
                "The folder “{path}” cannot be read: {reason}.",
                path=str(root),
                reason=str(error.strerror),
            ),
        ) from error
    own = register.agreement.language if register.agreement else ""
    return Asked(register, day, shown_folder(root), tongue(choose(lang, os.environ, own)))


def unreadable(asked: Asked) -> Checked | None:
    """Return what is wrong where no agreement could be read at all, or None where one could."""
    return None if asked.register.agreement else check(asked.register, asked.day)


def code_of(fail_on: str, severities: set[Severity], *, gap: bool) -> Code:
    """Return the exit code for what was found.

    Raises:
        StopError: `fail_on` is none of the words for it.
    """
    one_of("--fail-on", fail_on, FAIL_ON)
    levels = {
        "error": {Severity.ERROR},
        "warning": {Severity.ERROR, Severity.WARNING},
        "note": set(Severity),
        "gap": {Severity.ERROR},
        "never": set(),
    }
    fails = bool(severities & levels[fail_on]) or (gap and fail_on == "gap")
    return Code.FINDINGS if fails else Code.CLEAN
