"""The options that several commands share, in the language of the run; and the only clock."""

import os
from datetime import date
from pathlib import Path
from typing import Any

import typer

from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import Words, say
from samverkan_cli.resources import folder
from samverkan_cli.store.kinds import AGREEMENT_FILE

FOLDERS = ("agreement",)
"""What a folder that holds an agreement is called, where nobody names another."""
USUAL = "@"
"""What `--base` is given where nothing follows it; no revision can be called so."""
FAIL_ON = ("error", "warning", "note", "new", "gap", "never")


class Options:
    """The shared options with their help."""

    def __init__(self, tongue: Tongue) -> None:
        """Say the help in `tongue`."""
        self.tongue = tongue
        self.on = self.option(
            say("The day to answer for, as 2025-03-31; today unless said."),
            "--on",
            metavar=say("DAY"),
        )
        self.as_of = self.option(
            say(
                "Answer from what was written then: a revision (HEAD~2, an id, a branch, a tag), "
                "or a day."
            ),
            "--as-of",
            metavar=say("REV"),
        )
        self.format = self.option(
            say("How to answer: text, concise or json."), "--format", metavar=say("FORMAT")
        )
        self.output = self.option(
            say(
                "Write the answer to a file as well, for example json=answer.json; may be repeated."
            ),
            "--output",
            metavar=say("FORMAT=PATH"),
        )
        self.lang = self.option(
            say("The language of the answer: sv or en."), "--lang", metavar=say("LANG")
        )
        self.agreement = self.option(
            say("The agreement's folder; looked for in this folder and those above unless said."),
            "--agreement",
            metavar=say("DIR"),
        )
        self.example = self.option(
            say("Read the example that comes with the program: the Örebro agreement."), "--example"
        )
        self.fail_on = self.option(
            say(
                "When to end with code 1: error, warning, note, new (anything new, with --base), "
                "gap (a function not covered) or never; error unless config.yaml says otherwise."
            ),
            "--fail-on",
            metavar=say("LEVEL"),
        )

    def option(
        self, words: Words, *names: str, metavar: Words | None = None, **settings: Any
    ) -> Any:
        """Return an option with its help; `metavar` says what follows it."""
        shown = self.tongue(metavar) if metavar else None
        return typer.Option(
            *names, help=self.tongue(words), metavar=shown, show_default=False, **settings
        )

    def argument(self, words: Words, *, metavar: Words, **settings: Any) -> Any:
        """Return an argument with its help; `metavar` says what it is."""
        shown = self.tongue(metavar)
        return typer.Argument(
            help=self.tongue(words), metavar=shown, show_default=False, **settings
        )


def day_of(text: str) -> date:
    """Return the day asked for; today where none is. The clock is read here and nowhere else.

    Raises:
        StopError: the text is no day.
    """
    if not text:
        return date.today()  # noqa: DTZ011, TID251 - the user's own calendar day
    try:
        day = date.fromisoformat(text)
        if day.isoformat() == text:
            return day
    except ValueError:
        pass
    raise StopError(
        Code.USAGE,
        say("“{text}” is no day.", text=text),
        say("Write year-month-day, for example 2025-03-31."),
    )


def one_of(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return an option's value if it is one of the words allowed.

    Raises:
        StopError: it is not.
    """
    if value in allowed:
        return value
    raise StopError(
        Code.USAGE,
        say("“{value}” is not one of the words for {name}.", value=value, name=name),
        say("The words are: {names}.", names=allowed),
    )


def folder_of(given: str, *, example: bool, past: bool = False) -> Path:
    """Return the agreement's folder: the one given, the example, or the nearest one upward.

    Where the `past` is asked about, a folder that is given need not lie here any more.

    Raises:
        StopError: there is none, or a link of a repository leads to it.
    """
    if example:
        return folder("agreement")
    if given:
        if past or os.path.isdir(given):  # noqa: PTH112 - Path.is_dir raises where a name is too long
            return straight(Path(given))
        raise StopError(
            Code.USAGE,
            say("There is no folder “{path}”.", path=given),
            say("Name the folder that holds terms/ and staffing/."),
        )
    here = Path.cwd()
    for above in (here, *here.parents):
        for found in (*(above / name for name in FOLDERS), above):
            if (found / AGREEMENT_FILE).exists() or is_begun(found):
                return straight(found)
    raise no_agreement()


def straight(path: Path) -> Path:
    """Return a folder, if no link of a repository leads to it: that could lead out of it.

    Raises:
        StopError: one does.
    """
    if os.path.realpath(path) != os.path.abspath(path):  # noqa: PTH100 - no link is followed
        # Only who goes by a link pays for knowing git.
        from samverkan_cli.cli.past import stop
        from samverkan_cli.history.discovery import direct
        from samverkan_cli.history.problems import GitError

        try:
            direct(path, to_write=False)
        except GitError as error:
            raise stop(error) from error
    return path


def no_agreement() -> StopError:
    """Return what is told where no agreement is found."""
    # Only who finds none pays for knowing git.
    from samverkan_cli.cli.past import stop
    from samverkan_cli.history.discovery import bare_at
    from samverkan_cli.history.problems import GitError, GitProblem

    if bare := bare_at(Path.cwd()):
        return stop(GitError(GitProblem.BARE, path=str(bare)))
    return StopError(
        Code.USAGE,
        say("There is no agreement in this folder or those above it."),
        say(
            "Go to a folder that holds agreement/, or name it with --agreement DIR. “samverkan "
            "init” begins a new one, and “samverkan status --example” shows one."
        ),
    )


def is_begun(path: Path) -> bool:
    """Tell whether a folder is an agreement's, though the file that names it is missing."""
    return path.name == "agreement" and (path / "terms").is_dir()


def shown_folder(path: Path) -> str:
    """Return the beginning of every file name as told: relative to here where it lies below."""
    whole, here = path.resolve(), Path.cwd().resolve()
    if whole == here:
        return ""
    near = whole.relative_to(here) if whole.is_relative_to(here) else path
    return f"{near.as_posix()}/"


def inside_of(shown: str) -> str:
    """Return how a folder is called from the top of its repository, if it lies in one.

    Programs that read an answer stand there, wherever we were started.
    """
    whole = Path(shown or ".").resolve()
    for above in (whole, *whole.parents):
        if os.path.lexists(above / ".git"):
            return "" if above == whole else f"{whole.relative_to(above).as_posix()}/"
    return shown
