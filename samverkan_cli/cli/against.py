"""A change read for `check`: the two sides from git, and the answer that sets them apart."""

import os
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import USUAL, day_of, folder_of, one_of, shown_folder
from samverkan_cli.cli.past import past_of, stop
from samverkan_cli.cli.reading import Asked, spoken_to
from samverkan_cli.flows.baseline import check_against, policy_of
from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.sides import Sides, committed, staged
from samverkan_cli.flows.source import Past
from samverkan_cli.history.problems import GitError
from samverkan_cli.language.tongue import LANGUAGES
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.words import say
from samverkan_cli.store.files import read_folder


class Which(NamedTuple):
    """Which change is meant: its base, None where none was asked for, and its newest revision."""

    base: str | None
    staged: bool
    as_of: str


class Verdict(NamedTuple):
    """What was asked, the answer, and by whose settings it was judged.

    `unsaved` are files that lie in the folder otherwise than they were judged.
    """

    asked: Asked
    answer: Checked
    policy: Settings
    unsaved: tuple[str, ...] = ()


def judged(agreement: str, change: Which, on: str, lang: str) -> Verdict:
    """Judge a change; the policy is that of the base.

    Raises:
        StopError: an option is wrong, there is no agreement or no base, or git cannot tell.
    """
    if lang:
        one_of("--lang", lang, LANGUAGES)
    if change.staged and change.as_of:
        raise StopError(
            Code.USAGE,
            say("{one} and {other} do not go together.", one="--staged", other="--as-of"),
            say("What is staged is no revision yet; leave out one of the two."),
        )
    day = day_of(on)
    sides, root = read(agreement, change)
    register = sides.known.register
    answer = check_against(sides.base, register, day)
    asked = Asked(register, day, shown_folder(root), spoken_to(register, lang))
    lies = not change.as_of and root.is_dir()
    unsaved = sides.unlike(read_folder(root)) if lies else ()
    return Verdict(asked, answer, policy_of(sides.base.register), unsaved)


def read(agreement: str, change: Which) -> tuple[Sides, Path]:
    """Return both sides of a change, and the agreement's folder.

    Raises:
        StopError: there is no agreement or no base, or git cannot tell.
    """
    given = "" if change.base == USUAL else change.base
    try:
        if change.staged:
            past = Past.of(folder_of(agreement, example=False))
            return staged(past, given, os.environ), past.git.folder
        text = change.as_of or "HEAD"
        past = past_of(agreement, text)
        return committed(past, given or "", os.environ, text), past.git.folder
    except GitError as error:
        raise stop(error) from error
