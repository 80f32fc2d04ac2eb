"""`samverkan log [ID]`."""

import sys
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.completing import known_ids
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, folder_of, one_of
from samverkan_cli.cli.past import stop
from samverkan_cli.cli.stream import Asked, stream, watched
from samverkan_cli.evaluate.items import items
from samverkan_cli.flows.log import Entry, Wish, log
from samverkan_cli.flows.source import Past
from samverkan_cli.flows.story import GitStory
from samverkan_cli.history.names import resolve
from samverkan_cli.history.problems import GitError
from samverkan_cli.language.tongue import LANGUAGES, tongue
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import say
from samverkan_cli.store.register import read_at


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    name = options.argument(
        say("The id of a thing, for its history alone."),
        metavar=say("ID"),
        autocompletion=known_ids,
    )
    number = options.option(
        say("Tell of no more revisions than these."), "-n", "--number", metavar=say("N"), min=1
    )
    past = options.option(
        say(
            "Only changes to staffing and records that reach further back "
            "than so many days before their commit."
        ),
        "--backdated",
        metavar=say("DAYS"),
        min=0,
    )
    format_option = options.option(
        say("How to answer: text, concise, json or markdown."), "--format", metavar=say("FORMAT")
    )
    text = say("Tell the history in meaning: which promise, staffing or record changed, and when.")

    @app.command("log", cls=Command, help=options.tongue(text))
    def command(
        id_: Annotated[str, name] = "",
        number: Annotated[int | None, number] = None,
        backdated: Annotated[int | None, past] = None,
        as_of: Annotated[str, options.as_of] = "HEAD",
        format_: Annotated[str, format_option] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        agreement: Annotated[str, options.agreement] = "",
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        if lang:
            one_of("--lang", lang, LANGUAGES)
        root = folder_of(agreement, example=False, past=True)
        seen: list[Entry] = []
        wish = Wish(id_, backdated)
        try:
            folder = Past.of(root)
            with GitStory(folder, resolve(folder.git, as_of)) as story:
                entries = watched(islice(log(story, wish), number), seen)
                spoken = Asked(tongue(options.tongue.code), id_, backdated is not None)
                stream(entries, format_, output, spoken)
        except GitError as error:
            raise stop(error) from error
        return ended(seen, wish, root, options)


def ended(seen: list[Entry], wish: Wish, root: Path, options: Options) -> Code:
    """Return the exit code; `seen` holds the last entry told.

    Raises:
        StopError: nothing was ever called as was asked for, or nothing was ever committed.
    """
    if seen and seen[0].is_cut:
        words = say("The clone does not hold the whole history; “git fetch --unshallow” gets it.")
        sys.stderr.write(f"samverkan: {options.tongue(words)}\n")
        return Code.CANNOT_TELL
    if not seen and wish.days is None:
        raise unknown(wish.name, root) if wish.name else unkept(root)
    return Code.CLEAN


def unkept(root: Path) -> StopError:
    """Return what is told where the history holds nothing of an agreement."""
    return StopError(
        Code.USAGE,
        say("The history holds nothing of “{path}”.", path=str(root)),
        say("Commit the agreement first."),
    )


def unknown(name: str, root: Path) -> StopError:
    """Return what is told where nothing was ever called `name`."""
    agreement = read_at(root).agreement if root.is_dir() else None
    match = nearest(name, sorted({one.id for one in items(agreement)})) if agreement else ""
    return StopError(
        Code.USAGE,
        say("Nothing in the history is called “{name}”.", name=name),
        say("Did you mean “{name}”?", name=match) if match else None,
    )
