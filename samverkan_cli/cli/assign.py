"""`samverkan assign POST SLOT`."""

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from samverkan_cli.cli.asking import ALL, ask_text, may_ask
from samverkan_cli.cli.choosing import Known, known
from samverkan_cli.cli.completing import known_functions, known_posts, known_slots, posts
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.missing import confirm, given, needed
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import Manner, Work, perform, proposing, refuse, verb
from samverkan_cli.evaluate.items import slots
from samverkan_cli.evaluate.nothing_yet import NO_POST, no_role
from samverkan_cli.evaluate.staffing_wishes import Assigning, assign, the_slot
from samverkan_cli.flows.change import uncommitted
from samverkan_cli.flows.founding import id_fault
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.words import Words, say

WHOLE = Decimal(100)
UNSAVED = say("The promise is not committed yet.")


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    post_argument = options.argument(
        say("The post, by its id; a new one with --title."),
        metavar=say("POST"),
        autocompletion=known_posts,
    )
    slot_argument = options.argument(
        say("What it is to cover: GUARANTEE/ROLE, or the guarantee alone if it has one role."),
        metavar=say("SLOT"),
        autocompletion=known_slots,
    )
    first = options.option(say("The first day; today unless said."), "--from", metavar=say("DAY"))
    last = options.option(say("The last day; open unless said."), "--until", metavar=say("DAY"))
    share = options.option(
        say("How much of full time it gives, in per cent."), "--share", metavar=say("PERCENT")
    )
    function = options.option(
        say("Only this function of the role; may be repeated."),
        "--function",
        metavar=say("FUNCTION"),
        autocompletion=known_functions,
    )
    deputy = options.option(say("It stands in for who is away, and adds nobody."), "--deputy")
    title = options.option(
        say("What a new post is called; never a person's name."), "--title", metavar=say("TITLE")
    )
    about = say("Assign a post to a role that was promised, and commit it.")

    @verb(app, options, "assign", about)
    def command(
        work: Work,
        manner: Manner,
        post: Annotated[str, post_argument] = "",
        slot: Annotated[str, slot_argument] = "",
        from_: Annotated[str, first] = "",
        until: Annotated[str, last] = "",
        share_: Annotated[str, share] = "",
        functions: Annotated[list[str], function] = [],  # noqa: B006 - typer copies it
        deputy_: Annotated[bool, deputy] = False,
        title_: Annotated[str, title] = "",
    ) -> Code:
        needed("assign", (say("POST"), post), (say("SLOT"), slot))
        period = Period(day_of(from_), day_of(until) if until else date.max)
        those = known(work, manner)
        those.look(lambda one: the_slot(one, slot) if slot else no_role(one), UNSAVED)
        name, called = the_post(work, those, post, title_)
        wish = Assigning(
            name,
            slot or the_role(work, those),
            period,
            tuple(functions),
            share_of(share_),
            deputy_,
            called,
        )
        return perform(work, proposing(lambda known: assign(known, wish)), manner)


def share_of(text: str) -> Decimal | None:
    """Return a share in per cent; None where none is given.

    Raises:
        StopError: it is no share.
    """
    if not text:
        return None
    try:
        value = Decimal(text.strip().removesuffix("%").strip().replace(",", "."))
    except InvalidOperation:
        value = Decimal(0)
    fine = value.is_finite() and 0 < value <= WHOLE and value == round(value, 2)
    if not fine:
        raise StopError(
            Code.USAGE,
            say("“{text}” is no share of full time.", text=text),
            say("Write per cent, more than 0 and at most 100, for example --share 50"),
        )
    return value


def the_role(work: Work, those: Known) -> str:
    """Return the role that is asked for; an only one goes by its guarantee, as when it is typed."""
    alone = [one.id for one in those.saved.guarantees if len(one.slots) == 1]
    question, roles = say("Which role is it to cover?"), those.choices(slots)
    return ask_text(work.tongue, question, choices=roles.names, also=alone, check=roles.fault)


def the_post(work: Work, those: Known, post: str, title: str) -> tuple[str, str]:
    """Return the post that is meant and, for a new one, its title; ask for what is missing.

    Raises:
        StopError: the post is written already, and not committed.
    """
    choices = those.choices(posts)
    names = choices.names

    def check(answer: str) -> Words | None:
        if answer == ALL:
            return say("The posts are: {names}.", names=names) if names else first_post()
        return None if answer in names else choices.fault(answer) or id_fault(answer)

    question = say("{question} (? lists them all)", question=say("Which post?"))
    name = given(work.tongue, post, question, check=check)
    if name in choices.unsaved:
        raise refuse(uncommitted())
    if name in names or title or not may_ask():
        return name, title
    match = nearest(name, names)
    if match and confirm(work.tongue, say("Did you mean “{name}”?", name=match)):
        return match, ""
    question = say("{name} is a new post. What is it called? (never a person's name)", name=name)
    return name, ask_text(work.tongue, question)


def first_post() -> Words:
    """Return what is said to one who asks which posts there are where there is none."""
    example = say("Write a short id for a new one, for example {name}.", name="kom-1")
    return Refusal(NO_POST.message, example).whole
