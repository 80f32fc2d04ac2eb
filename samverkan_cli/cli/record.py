"""`samverkan record DUTY [PERIOD …]`."""

from datetime import date
from typing import Annotated

import typer

from samverkan_cli.cli.asking import ALL, ask_text, may_ask
from samverkan_cli.cli.choosing import known
from samverkan_cli.cli.completing import known_doers, known_tasks, tasks_of, waiting_periods
from samverkan_cli.cli.exits import Code, aside
from samverkan_cli.cli.missing import anything, given, needed, not_a_day
from samverkan_cli.cli.options import Options, day_of
from samverkan_cli.cli.writing import Manner, Work, perform, proposing, refuse, verb
from samverkan_cli.evaluate.duties import parties_of
from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.nothing_yet import no_duty
from samverkan_cli.evaluate.record_wishes import (
    Recording,
    chosen,
    known_periods,
    named_periods,
    outstanding,
    record,
    the_task,
)
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.words import Words, say

UNSAVED = say("The duty is not committed yet.")


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    duty_argument = options.argument(
        say("The duty or follow-up, by its id."),
        metavar=say("DUTY"),
        autocompletion=known_tasks,
    )
    periods_argument = options.argument(
        say("For which period, or range of periods: 2024-W01, 2024-T1, 2024-W01..2024-W20."),
        metavar=say("PERIOD …"),
        autocompletion=waiting_periods,
    )
    day = options.option(say("The day it was done; today unless said."), "--on", metavar=say("DAY"))
    party = options.option(
        say("Which party did it, where each does its own."),
        "--party",
        metavar=say("PARTY"),
        autocompletion=known_doers,
    )
    reference = options.option(
        say("Where it is filed: a registry number or a link."),
        "--reference",
        metavar=say("REFERENCE"),
    )
    about = say("Record that a duty was done or a follow-up was held, and commit it.")

    @verb(app, options, "record", about)
    def command(
        work: Work,
        manner: Manner,
        duty: Annotated[str, duty_argument] = "",
        periods: Annotated[list[str], periods_argument] = [],  # noqa: B006 - typer copies it
        on: Annotated[str, day] = "",
        party_: Annotated[str, party] = "",
        reference_: Annotated[str, reference] = "",
    ) -> Code:
        done = day_of(on)
        needed("record", (say("DUTY"), duty))
        those = known(work, manner)
        those.look(lambda one: the_task(one, duty) if duty else no_duty(one), UNSAVED)
        choices = those.choices(tasks_of)
        name = given(work.tongue, duty, say("Which duty?"), choices.names, choices.fault)
        wish = Recording(name, tuple(periods), done, party_, reference_)
        if (fault := future(done, work.asked.day)) is not None:
            raise refuse(fault)
        if may_ask():
            wish = asked_for(work, wish, day=not (on or manner.yes))
        code = perform(work, proposing(lambda known: record(known, wish)), manner)
        if not (on or (may_ask() and not manner.yes)):
            aside(work.tongue, say("No day was given, so it was done today, {day}.", day=wish.on))
        return code


def future(day: date, today: date) -> Refusal | None:
    """Return what is said of a day that has not come."""
    if day <= today:
        return None
    return Refusal(
        say("{day} has not come yet.", day=day), say("Record what is done once it is done.")
    )


def asked_for(work: Work, wish: Recording, *, day: bool) -> Recording:
    """Ask for what is missing: whose it is where each party does its own, and the `day`.

    Where no period is given, the period and the reference are asked for as well.

    Raises:
        StopError: there is no such period.
    """
    if wish.periods and isinstance(found := chosen(work.agreement, wish, ""), Refusal):
        raise refuse(found)
    item = next((one for one in tasks(work.agreement) if one.id == wish.duty), None)
    own = parties_of(item) if item else ("",)
    if own != ("",) and not wish.party:
        wish = wish._replace(party=given(work.tongue, "", say("Which party?"), own))
    if day:
        wish = wish._replace(on=asked_day(work))
    if wish.periods:
        return wish
    reference = say("Where is it filed? (registry number or link; empty for none)")
    return wish._replace(
        periods=asked_periods(work, wish),
        reference=wish.reference or ask_text(work.tongue, reference, check=anything),
    )


def asked_day(work: Work) -> date:
    """Return the day on which it was done, which is today for one who answers nothing."""
    today = work.asked.day

    def check(answer: str) -> Words | None:
        if fault := not_a_day(answer):
            return fault
        late = future(day_of(answer), today)
        return late.whole if late else None

    question = say("On which day was it done? (year-month-day)")
    return day_of(ask_text(work.tongue, question, default=today.isoformat(), check=check))


def asked_periods(work: Work, wish: Recording) -> tuple[str, ...]:
    """Return the period that is meant, or the range of them; none where none is waiting."""
    waiting = [
        one.occurrence.name
        for one in outstanding(work.agreement, wish.duty, wish.on)
        if one.occurrence.name and one.party in ("", wish.party)
    ]
    if not waiting:
        return ()
    question = say("For which period, or range of periods? (? lists those not done)")
    known = known_periods(work.agreement, wish.duty, wish.on)

    def check(answer: str) -> Words | None:
        if answer == ALL:
            return say("Not done yet: {names}", names=tuple(dict.fromkeys(waiting)))
        found = named_periods(wish._replace(periods=(answer,)), known)
        return found.whole if isinstance(found, Refusal) else None

    return (ask_text(work.tongue, question, default=waiting[-1], check=check),)
