"""`samverkan waive RULE [SUBJECT]`."""

from datetime import date
from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.completing import known_rules, known_subjects
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.missing import given, needed, not_a_day
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import Manner, Work, before_asking, perform, verb
from samverkan_cli.flows.change import proposal_at
from samverkan_cli.flows.waive import Waiving, finding, strange_rule, subjects, waive
from samverkan_cli.model.words import say

OWNER = say("Which post or office answers for it? (never a person's name)")


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    rule_argument = options.argument(
        say("The rule, as “samverkan check” names it."),
        metavar=say("RULE"),
        autocompletion=known_rules,
    )
    subject_argument = options.argument(
        say("What the rule finds at fault; may be left out if that is one thing only."),
        metavar=say("SUBJECT"),
        autocompletion=known_subjects,
    )
    why = options.option(
        say("Why it is accepted; kept in the waiver."), "--reason", metavar=say("TEXT")
    )
    owner = options.option(
        say("The post or office that answers for it; never a person's name."),
        "--owner",
        metavar=say("OWNER"),
    )
    last = options.option(say("The last day that it is accepted."), "--until", metavar=say("DAY"))
    about = say("Accept a finding for a time, with reason and owner, and commit it.")

    @verb(app, options, "waive", about, why=False)
    def command(
        work: Work,
        manner: Manner,
        rule: Annotated[str, rule_argument] = "",
        subject: Annotated[str, subject_argument] = "",
        reason: Annotated[str, why] = "",
        owner_: Annotated[str, owner] = "",
        until: Annotated[str, last] = "",
    ) -> Code:
        needed(
            "waive",
            (say("RULE"), rule),
            ("--reason", reason),
            ("--owner", owner_),
            ("--until", until),
        )
        before_asking(strange_rule(rule) if rule else None)
        name = rule or the_rule(work)
        wish = Waiving(
            rule=name,
            subject=subject or only_subject(work, name),
            reason=given(work.tongue, reason, say("Why is it accepted?")),
            owner=given(work.tongue, owner_, OWNER),
            until=last_day(work, until),
            today=work.asked.day,
            anyway=bool(manner.anyway),
        )
        manner = manner._replace(why=wish.reason, written=True)
        proposer = partial(proposal_at, wish=lambda register: waive(register, wish))
        return perform(work, proposer, manner)


def the_rule(work: Work) -> str:
    """Return the rule that is meant, asked for among those that find something today.

    Raises:
        StopError: none does.
    """
    found = finding(work.asked.register, work.asked.day)
    if not found:
        raise StopError(Code.USAGE, say("There is nothing to accept: no rule finds fault today."))
    return given(work.tongue, "", say("Which rule?"), found)


def only_subject(work: Work, rule: str) -> str:
    """Return what is meant where a rule finds fault with several things; asked for."""
    found = subjects(work.asked.register, rule, work.asked.day)
    if len(found) > 1 and may_ask():
        return given(work.tongue, "", say("With what?"), found)
    return ""


def last_day(work: Work, until: str) -> date:
    """Return the last day, asked for where it is missing."""
    question = say("Until which day, that day included? (year-month-day)")
    return day_of(given(work.tongue, until, question, check=not_a_day))
