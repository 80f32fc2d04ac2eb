"""What is missing on the command line: asked for at a terminal, told of elsewhere."""

from collections.abc import Iterable
from datetime import date

from samverkan_cli.cli.asking import Check, ask_text, may_ask, something
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import day_of
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import Value, Words, say


def day_or_none(text: str) -> date | None:
    """Return the day that is given, or None.

    Raises:
        StopError: it is no day.
    """
    return day_of(text) if text else None


def given(
    tongue: Tongue,
    value: str,
    question: Words,
    name: Value,
    known: Iterable[str] = (),
    check: Check = something,
) -> str:
    """Return what was typed, or what the person answers.

    Raises:
        StopError: nothing was typed, and nobody can be asked.
    """
    if value:
        return value
    if may_ask():
        return ask_text(tongue, question, choices=tuple(known), check=check)
    raise StopError(
        Code.USAGE,
        say("“{name}” is missing.", name=name),
        say("Without a terminal nothing is asked for; “--help” tells what can be written."),
    )


def anything(_: str) -> None:
    """Find nothing wrong with an answer, not even that it is empty."""


def confirm(tongue: Tongue, question: Words) -> bool:
    """Return whether a person says yes."""
    yes, no = tongue(say("yes")), tongue(say("no"))
    words = say("{question} ({yes}/{no})", question=question, yes=yes, no=no)

    def check(answer: str) -> Words | None:
        known = any(one.startswith(answer.casefold()) for one in (yes, no)) and answer
        return None if known else say("Write {yes} or {no}.", yes=yes, no=no)

    return yes.startswith(ask_text(tongue, words, check=check).casefold())


def not_a_day(answer: str) -> Words | None:
    """Return what is said of an answer that is no day."""
    try:
        day_of(answer or "-")
    except StopError as error:
        return error.hint
    return None
