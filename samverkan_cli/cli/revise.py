"""`samverkan revise`."""

from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.missing import anything, given, needed, not_a_day
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import Manner, Work, perform, preview, verb
from samverkan_cli.flows.revise import Decision, revision_at
from samverkan_cli.model.words import say


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    why = options.option(
        say("Why the terms are changed; kept in the terms."), "--reason", metavar=say("TEXT")
    )
    body = options.option(
        say("The board, committee or office that decided; never a person."),
        "--body",
        metavar=say("BODY"),
    )
    day = options.option(say("The day of the decision."), "--decided", metavar=say("DAY"))
    reference = options.option(
        say("Where the decision is filed: a registry number or a link."),
        "--reference",
        metavar=say("REFERENCE"),
    )
    about = say(
        "Commit terms that were edited by hand, as a revision with its reason and decision."
    )

    @verb(app, options, "revise", about, why=False)
    def command(
        work: Work,
        manner: Manner,
        reason: Annotated[str, why] = "",
        body_: Annotated[str, body] = "",
        decided: Annotated[str, day] = "",
        reference_: Annotated[str, reference] = "",
    ) -> Code:
        manner = manner._replace(why=reason, written=True)
        needed("revise", ("--reason", reason), ("--body", body_), ("--decided", decided))
        if may_ask() and not (reason and body_ and decided):
            # Who is asked why sees first what it is about.
            draft = Decision(reason or "?", body_ or "?", day_of(decided), reference_)
            preview(work, partial(revision_at, decision=draft, draft=True), manner)
        filed = say("Where is the decision filed? (registry number or link; empty for none)")
        decision = Decision(
            reason=given(work.tongue, reason, say("Why are the terms changed?")),
            body=given(work.tongue, body_, say("Who decided? (board, committee or office)")),
            on=day_of(
                given(
                    work.tongue,
                    decided,
                    say("On which day? (year-month-day)"),
                    check=not_a_day,
                )
            ),
            reference=reference_
            or (given(work.tongue, "", filed, check=anything) if may_ask() else ""),
        )
        return perform(work, partial(revision_at, decision=decision), manner)
