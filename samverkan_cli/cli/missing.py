"""What is missing on the command line: asked for at a terminal, told of elsewhere."""

from collections.abc import Iterable
from datetime import date

from samverkan_cli.cli.asking import Check, ask_text, may_ask, something
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import day_of
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import Value, Words, say, say_n


def day_or_none(text: str) -> date | None:
    """Return the day that is given, or None.

    Raises:
        StopError: it is no day.
    """
    return day_of(text) if text else None


def needed(verb: str, *wanted: tuple[Value, str]) -> None:
    """Go on where all that is wanted was typed, or somebody can be asked.

    Raises:
        StopError: something was not typed, and nobody can be asked.
    """
    names = tuple(name for name, value in wanted if not value)
    if names and not may_ask():
        raise StopError(
            Code.USAGE,
            say_n(len(names), "{names} is missing.", "{names} are missing.", names=names),
            say(
                "Without a terminal nothing is asked for; “samverkan {verb} --help” tells what "
                "can be written.",
                verb=verb,
            ),
        )


def given(
    tongue: Tongue,
    value: str,
    question: Words,
    known: Iterable[str] = (),
    check: Check = something,
) -> str:
    """Return what was typed, or what the person answers."""
    return value or ask_text(tongue, question, choices=tuple(known), check=check)


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
