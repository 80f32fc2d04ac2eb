"""`samverkan release POST [SLOT]`."""

from typing import Annotated

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.completing import known_held, known_posts, posts
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.missing import given, needed
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import (
    Manner,
    Work,
    WritingOptions,
    begin,
    perform,
    planned,
)
from samverkan_cli.evaluate.staffing_wishes import Releasing, held, release
from samverkan_cli.model.words import say


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    writing = WritingOptions(options)
    post_argument = options.argument(
        say("The post, by its id."), metavar=say("POST"), autocompletion=known_posts
    )
    slot_argument = options.argument(
        say("The role it leaves; may be left out if it has only one."),
        metavar=say("SLOT"),
        autocompletion=known_held,
    )
    last = options.option(
        say("The last day that it holds the role; today unless said."),
        "--until",
        metavar=say("DAY"),
    )
    every = options.option(say("Release it from all its roles."), "--all")
    text = say("End what a post is assigned to, after showing what will be uncovered.")

    @app.command("release", cls=Command, help=options.tongue(text))
    def command(
        post: Annotated[str, post_argument] = "",
        slot: Annotated[str, slot_argument] = "",
        until: Annotated[str, last] = "",
        all_: Annotated[bool, every] = False,
        reason: Annotated[str, writing.why] = "",
        dry_run: Annotated[bool, writing.dry_run] = False,
        no_commit: Annotated[bool, writing.no_commit] = False,
        anyway: Annotated[str, writing.anyway] = "",
        yes: Annotated[bool, writing.yes] = False,
        format_: Annotated[str, options.format] = "text",
        agreement: Annotated[str, options.agreement] = "",
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        work = begin(agreement, lang)
        day = day_of(until)
        needed("release", (say("POST"), post))
        name = given(work.tongue, post, say("Which post?"), posts(work.agreement))
        if not slot and not all_:
            slot = only_slot(work, Releasing(name, day))
        wish = Releasing(name, day, slot, all_)
        manner = Manner(dry_run, no_commit, anyway, reason, yes, format_)
        return perform(work, planned(lambda known: release(known, wish)), manner)


def only_slot(work: Work, wish: Releasing) -> str:
    """Return the role that is meant where a post has several; asked for at a terminal."""
    names = dict.fromkeys(one.slot for one in held(work.agreement, wish.post, wish.until))
    if len(names) > 1 and may_ask():
        return given(work.tongue, "", say("Which role does it leave?"), names)
    return ""
