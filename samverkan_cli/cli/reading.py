"""What every reading command does first: find the folder, read it, choose the language."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.cli.exits import Code, StopError, complain, reason
from samverkan_cli.cli.options import FAIL_ON, FOLDERS, day_of, folder_of, one_of, shown_folder
from samverkan_cli.language.tongue import Tongue, choose, tongue
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.words import say
from samverkan_cli.store.kinds import AGREEMENT_FILE
from samverkan_cli.store.register import Register, read_at


class Asked(NamedTuple):
    """What a command was asked about."""

    register: Register
    day: date
    folder: str
    tongue: Tongue


def ask(agreement: str, example: bool, on: str, lang: str, as_of: str | None = None) -> Asked:
    """Read the agreement that the options name; without `as_of`, no git is asked.

    Raises:
        StopError: an option is wrong, or there is no agreement.
    """
    if lang:
        one_of("--lang", lang, ("sv", "en"))
    day = day_of(on)
    try:
        register, root = register_of(agreement, example, as_of)
        shown = shown_folder(root)
    except OSError as error:
        raise StopError(
            Code.ENVIRONMENT,
            say(
                "The folder “{path}” cannot be read: {reason}.",
                path=agreement or ".",
                reason=reason(error),
            ),
        ) from error
    return Asked(register, day, shown, spoken_to(register, lang))


def spoken_to(register: Register, lang: str) -> Tongue:
    """Return the language of the answer: the one asked for, or the register's own."""
    known = register.agreement
    own = (known.settings.language or known.language) if known else ""
    return tongue(choose(lang, os.environ, own))


def register_of(agreement: str, example: bool, as_of: str | None) -> tuple[Register, Path]:
    """Return what the folder says, or what it said in a revision, and the folder.

    Raises:
        StopError: there is no agreement, no such revision, or git cannot tell.
    """
    if as_of is None:
        root = folder_of(agreement, example=example)
        return pointed(read_at(root), root), root
    if example:
        raise no_history()
    # Nobody else pays for reading history.
    from samverkan_cli.cli.past import register_at

    return register_at(agreement, as_of)


def pointed(register: Register, root: Path) -> Register:
    """Return what a folder says; of one that is no agreement's, with where there is one in it."""
    if register.documents or register.unread:
        return register
    near = next((root / name for name in FOLDERS if (root / name / AGREEMENT_FILE).is_file()), None)
    if near is None:
        return register
    hint = say("Did you mean --agreement {path}?", path=shown_folder(near).rstrip("/"))
    faults = (one._replace(hit=one.hit._replace(hint=hint)) for one in register.faults)
    return register._replace(faults=tuple(faults))


def no_history() -> StopError:
    """Return what is told where history is asked of the example."""
    return StopError(
        Code.USAGE,
        say("The example has no history."),
        say("Leave out --example, or what asks for history."),
    )


def require(asked: Asked) -> None:
    """Go on only where there is an agreement to answer about; otherwise tell what is wrong.

    Raises:
        StopError: none could be read.
    """
    if asked.register.agreement:
        return
    # Only a broken agreement pays for every rule.
    from samverkan_cli.flows.check import check
    from samverkan_cli.flows.openly import texts_of
    from samverkan_cli.render import text_findings
    from samverkan_cli.render.page import Page
    from samverkan_cli.render.terminal import width_of

    page = Page(asked.tongue, width_of(sys.stderr, os.environ))
    texts = texts_of(asked.register)
    for located in check(asked.register, asked.day).findings:
        text_findings.full(page, located, texts, asked.folder)
    complain(page)
    raise StopError(
        Code.USAGE,
        say("The agreement cannot be read."),
        say("Mend what is told above; “samverkan check” tells the rest."),
    )


def limit(given: str, settings: Settings | None) -> str:
    """Return what is to end with code 1: as given, or as the settings have it, or errors.

    Raises:
        StopError: what is given is none of the words for it.
    """
    if given:
        return one_of("--fail-on", given, FAIL_ON)
    return (settings.fail_on if settings else "") or "error"


def failing(fail_on: str, *, only_new: bool = False) -> set[Severity]:
    """Return the severities that end a run with code 1.

    What is new is known only of a change, where it alone counts; elsewhere `new` means errors.
    """
    return {
        "error": {Severity.ERROR},
        "warning": {Severity.ERROR, Severity.WARNING},
        "note": set(Severity),
        "new": set(Severity) if only_new else {Severity.ERROR},
        "gap": {Severity.ERROR},
        "never": set[Severity](),
    }[fail_on]
