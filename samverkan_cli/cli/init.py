"""`samverkan init [DIR]`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError, aside
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.init_answers import Given, agreement_of, refused, sound
from samverkan_cli.cli.options import Options, day_of, one_of
from samverkan_cli.cli.past import stop
from samverkan_cli.evaluate.parties import PARTY_KINDS
from samverkan_cli.flows.init import (
    TEMPLATES,
    Begun,
    Outline,
    begin,
    is_begun,
    new_terms,
    outline,
    taken,
    terms_of,
)
from samverkan_cli.history.begin import need_identity
from samverkan_cli.history.discovery import direct
from samverkan_cli.history.problems import GitError
from samverkan_cli.language.tongue import LANGUAGES, Tongue
from samverkan_cli.model.words import say
from samverkan_cli.resources import origin


def known_templates(incomplete: str) -> list[str]:
    """Return the templates that complete what was typed."""
    return [name for name in TEMPLATES if name.startswith(incomplete)]


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    folder = options.argument(
        say("The folder to begin in; this one unless said."), metavar=say("DIR")
    )
    title = options.option(say("What the agreement is called."), "--title", metavar=say("TITLE"))
    party = options.option(
        say(
            "A party: its name, with a short id before it and its kind behind it if you like, as "
            '--party "kom=Exempel kommun:municipality"; written for each party. The id is '
            "otherwise made of the name, and the kind read from it, or “other”. The kinds are: "
            "{kinds}.",
            kinds=PARTY_KINDS,
        ),
        "--party",
        metavar=say("[ID=]NAME[:KIND]"),
    )
    first = options.option(say("The first day of the agreement."), "--from", metavar=say("DAY"))
    last = options.option(
        say("The last day of the agreement; without end unless said."),
        "--until",
        metavar=say("DAY"),
    )
    template = options.option(
        say("Start from terms that come with the program: orebro."),
        "--template",
        metavar=say("NAME"),
        autocompletion=known_templates,
    )
    dry_run = options.option(say("Show what would be written, and write nothing."), "--dry-run")
    no_commit = options.option(
        say("Write the files, and leave it to you to commit them."), "--no-commit"
    )
    lang = options.option(
        say("The language of the answer and of a new register: sv or en."),
        "--lang",
        metavar=say("LANG"),
    )
    format_option = options.option(
        say("How to answer: text or json."), "--format", metavar=say("FORMAT")
    )
    text = say("Begin a register for an agreement, and commit it.")

    @app.command("init", cls=Command, help=options.tongue(text))
    def command(
        directory: Annotated[str, folder] = ".",
        title_: Annotated[str, title] = "",
        party_: Annotated[list[str], party] = [],  # noqa: B006 - typer copies it
        from_: Annotated[str, first] = "",
        until: Annotated[str, last] = "",
        template_: Annotated[str, template] = "",
        dry_run_: Annotated[bool, dry_run] = False,
        no_commit_: Annotated[bool, no_commit] = False,
        format_: Annotated[str, format_option] = "text",
        lang_: Annotated[str, lang] = "",
    ) -> int:
        if lang_:
            one_of("--lang", lang_, LANGUAGES)
        one_of("--format", format_, ("text", "json"))
        given = Given(title_, tuple(party_), from_, until)
        keeps = not (dry_run_ or no_commit_)
        found = outlined(folder_at(directory), given, template_, options.tongue, commit=keeps)
        answer = begun(found, dry_run=dry_run_, commit=not no_commit_)
        tell(answer, format_, options.tongue)
        return Code.CLEAN


def folder_at(given: str) -> Path:
    """Return the folder that is named, whether it lies there yet or not.

    Raises:
        StopError: there cannot be such a folder, or a link leads to it.
    """
    try:
        direct(Path(given))
        return Path(given).resolve()
    except GitError as error:
        raise stop(error) from error
    except (OSError, ValueError, RuntimeError) as error:
        raise StopError(Code.USAGE, say("There is no folder “{path}”.", path=given)) from error


def outlined(root: Path, given: Given, template: str, tongue: Tongue, *, commit: bool) -> Outline:
    """Return what is to be written, when all that is needed is known.

    Where something is asked for and to be committed, it is looked at first who would commit it.

    Raises:
        StopError: there can be no register there, or something is missing or cannot stand.
        KeyboardInterrupt: the person stops.
    """
    if not template and given.missing() and is_begun(root):
        raise refused(taken(root))
    try:
        if template:
            terms = terms_of(the_template(template, given))
        else:
            if commit and given.missing() and may_ask():
                need_identity(root)
            terms = new_terms(agreement_of(given, tongue))
        return sound(outline(root, terms, day_of(""), origin()))
    except GitError as error:
        raise stop(error) from error


def the_template(name: str, given: Given) -> str:
    """Return the template that is named.

    Raises:
        StopError: there is none of that name, or it is told what it knows itself.
    """
    one_of("--template", name, tuple(TEMPLATES))
    if any(given):
        raise StopError(
            Code.USAGE,
            say("The template has its own title, parties and period."),
            say("Leave out {names}.", names=("--title", "--party", "--from", "--until")),
        )
    return name


def begun(found: Outline, *, dry_run: bool, commit: bool) -> Begun:
    """Do it, or only tell what would be done.

    Raises:
        StopError: it cannot be done.
    """
    if dry_run:
        return Begun(found)
    try:
        return begin(found, commit=commit)
    except GitError as error:
        raise stop(error) from error


def tell(answer: Begun, as_format: str, tongue: Tongue) -> None:
    """Write the answer.

    Raises:
        StopError: the answer cannot be written, and nothing was done.
    """
    from samverkan_cli.render import text_init

    def as_json() -> str:
        from samverkan_cli.render import json_init, json_parts

        return json_parts.written(json_init.begun(answer, tongue))

    pages = {"text": partial(text_init.begun, answer=answer)}
    try:
        deliver(pages, {"json": as_json}, as_format, [], tongue)
    except StopError as error:
        if not answer.is_written:
            raise
        aside(tongue, text_init.done(answer), error.message)
