"""`samverkan release POST [SLOT]`."""

from typing import Annotated

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.choosing import POST_UNSAVED, known
from samverkan_cli.cli.completing import known_held, known_posts, posts
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.missing import given, needed
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import Manner, Work, perform, proposing, verb
from samverkan_cli.evaluate.nothing_yet import no_post
from samverkan_cli.evaluate.staffing_wishes import Releasing, held, release, the_post
from samverkan_cli.model.words import say


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
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
    about = say("End what a post is assigned to, after showing what will be uncovered.")

    @verb(app, options, "release", about)
    def command(
        work: Work,
        manner: Manner,
        post: Annotated[str, post_argument] = "",
        slot: Annotated[str, slot_argument] = "",
        until: Annotated[str, last] = "",
        all_: Annotated[bool, every] = False,
    ) -> Code:
        day = day_of(until)
        needed("release", (say("POST"), post))
        those = known(work, manner)
        those.look(lambda one: the_post(one, post) if post else no_post(one), POST_UNSAVED)
        choices = those.choices(posts)
        name = given(work.tongue, post, say("Which post?"), choices.names, choices.fault)
        if not slot and not all_:
            slot = only_slot(work, Releasing(name, day))
        wish = Releasing(name, day, slot, all_)
        return perform(work, proposing(lambda known: release(known, wish)), manner)


def only_slot(work: Work, wish: Releasing) -> str:
    """Return the role that is meant where a post has several; asked for at a terminal."""
    names = dict.fromkeys(one.slot for one in held(work.agreement, wish.post, wish.until))
    if len(names) > 1 and may_ask():
        return given(work.tongue, "", say("Which role does it leave?"), names)
    return ""
