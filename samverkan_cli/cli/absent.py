"""`samverkan absent POST`."""

from typing import Annotated

import typer

from samverkan_cli.cli.asking import ask_text, may_ask, strange
from samverkan_cli.cli.choosing import POST_UNSAVED, known
from samverkan_cli.cli.completing import known_posts, posts
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.missing import day_or_none, given, needed
from samverkan_cli.cli.options import Options
from samverkan_cli.cli.writing import Manner, Work, perform, proposing, verb
from samverkan_cli.evaluate.absence_wishes import Leaving, absent
from samverkan_cli.evaluate.nothing_yet import no_post
from samverkan_cli.evaluate.staffing_wishes import the_post
from samverkan_cli.language.terms import REASONS as MEANINGS
from samverkan_cli.language.terms import meant
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Words, say

REASONS = tuple(one.value for one in Reason)


def known_reasons(incomplete: str) -> list[str]:
    """Return the reasons that complete what was typed."""
    return [one for one in REASONS if one.startswith(incomplete)]


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    post_argument = options.argument(
        say("The post, by its id."), metavar=say("POST"), autocompletion=known_posts
    )
    first = options.option(
        say("The first day away; today unless said."), "--from", metavar=say("DAY")
    )
    last = options.option(
        say("The last day away; open unless said. Alone it ends the absence that is open."),
        "--until",
        metavar=say("DAY"),
    )
    why = options.option(
        say(
            "Why the post is away: vacant, on-leave, seconded, lent-out or other. "
            "Health is never said."
        ),
        "--reason",
        metavar=say("REASON"),
        autocompletion=known_reasons,
    )
    about = say("Note that a post is away, or back, and commit it.")

    @verb(app, options, "absent", about, why=False)
    def command(
        work: Work,
        manner: Manner,
        post: Annotated[str, post_argument] = "",
        from_: Annotated[str, first] = "",
        until: Annotated[str, last] = "",
        reason: Annotated[str, why] = "",
    ) -> Code:
        first_day, last_day = day_or_none(from_), day_or_none(until)
        is_back = last_day is not None and first_day is None
        if not post:
            needed("absent", (say("POST"), ""), ("--reason", reason or ("-" if is_back else "")))
        those = known(work, manner)
        those.look(lambda one: the_post(one, post) if post else no_post(one), POST_UNSAVED)
        choices = those.choices(posts)
        name = given(work.tongue, post, say("Which post?"), choices.names, choices.fault)
        if not reason and may_ask() and not is_back:
            reason = asked_reason(work)
        wish = Leaving(name, first_day, last_day, reason_of(reason, work), work.asked.day)
        return perform(work, proposing(lambda known: absent(known, wish)), manner)


def asked_reason(work: Work) -> str:
    """Return why the post is away, asked for with what each word means."""
    words = tuple(
        say("{kind} ({meaning})", kind=one.value, meaning=MEANINGS[one]) for one in Reason
    )
    question = say("Why is it away? {words}", words=words)

    def check(answer: str) -> Words | None:
        return strange(reason_of(answer, work), REASONS)

    return ask_text(work.tongue, question, check=check)


def reason_of(answer: str, work: Work) -> str:
    """Return the reason that is meant, also by the word that it is told with."""
    return meant(answer, MEANINGS, work.tongue)
