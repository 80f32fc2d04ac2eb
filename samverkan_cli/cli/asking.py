"""Questions to the person at the terminal, one at a time and before anything is written.

They are put on standard error, so that standard output holds the answer of the run and no more.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import wrapped
from samverkan_cli.render.terminal import fitting, width_of
from samverkan_cli.store.profile import is_hiding

ROOM = 12
"""Columns that are left for an answer to begin in."""
ALL = "?"
FEW = 12
"""So many choices are listed unasked."""

Check: TypeAlias = Callable[[str], Words | None]


def may_ask() -> bool:
    """Tell whether a person sits at a terminal, sees what is asked and can answer."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def something(answer: str) -> Words | None:
    """Return what is said to one who answers nothing where there is no default."""
    return None if answer else say("Something must be written here; Ctrl-C stops.")


def ask_text(
    tongue: Tongue,
    question: Words,
    *,
    default: str = "",
    choices: Sequence[str] = (),
    also: Sequence[str] = (),
    check: Check = something,
) -> str:
    """Return what a person answers; `check` says what is wrong with an answer, or None.

    With `choices`, the answer is one of them, and `?` lists them; those of `also` will do as well,
    unlisted. The question is put again until the answer will do.

    Raises:
        KeyboardInterrupt: the person stops, with Ctrl-C or Ctrl-D.
    """
    if len(choices) > FEW:
        question = say("{question} (? lists them all)", question=question)
    elif choices:
        question = say("{question} ({names})", question=question, names=tuple(choices))
    while True:
        answer = answered(tongue, question, default)
        wrong = hidden(answer) or check(answer)
        if wrong is None and choices:
            wrong = strange(answer, choices, also)
        if wrong is None:
            return answer
        put_lines(f"{tongue(wrong)}\n")
        default = guess(answer, (*choices, *also)) or default


def hidden(answer: str) -> Words | None:
    """Return what is said of an answer with a character that nobody sees."""
    if not is_hiding(answer):
        return None
    return say("There is an invisible character in it, as from an arrow key. Write it once more.")


def strange(answer: str, choices: Sequence[str], also: Sequence[str] = ()) -> Words | None:
    """Return what is said of an answer that is none of the choices."""
    if answer in (*choices, *also):
        return None
    if match := guess(answer, (*choices, *also)):
        return say("Did you mean “{name}”?", name=match)
    if those := begun(answer, choices):
        return say("Which of these? {names}", names=tuple(those))
    if answer != ALL and len(choices) > FEW:
        return say("“{name}” is not among them.", name=answer)
    return say("The words are: {names}.", names=tuple(choices))


def begun(answer: str, names: Sequence[str]) -> list[str]:
    """Return the names that begin with an answer."""
    return [name for name in names if name.startswith(answer)]


def guess(answer: str, names: Sequence[str]) -> str:
    """Return the name that is meant by an answer that is only like it, or nothing."""
    those = begun(answer, names)
    if len(those) > 1 or answer == ALL:
        return ""
    return those[0] if those else nearest(answer, names)


def answered(tongue: Tongue, question: Words, default: str) -> str:
    """Put a question, and return the answer in one line; the default where nothing is written.

    Raises:
        KeyboardInterrupt: the person stops.
    """
    shown = f"{tongue(question)} [{tongue.value(default)}]" if default else tongue(question)
    try:
        put_lines(f"{shown} " if shown.endswith("?") else f"{shown}: ")
        line = sys.stdin.buffer.readline()
    except KeyboardInterrupt:
        line = b""
    if not line:
        put(f"\n{tongue(say('Stopped; nothing is written.'))}\n")
        raise KeyboardInterrupt
    return cleaned(line.decode(sys.stdin.encoding, "surrogateescape")) or default


def cleaned(text: str) -> str:
    """Return a text with composed letters, and one space where there are several."""
    return re.sub(" +", " ", unicodedata.normalize("NFC", text).strip(" \r\n"))


def put_lines(text: str) -> None:
    """Write to the person, in lines that the terminal need not break; the end stays as it is."""
    words = text.rstrip()
    lines = "\n".join(wrapped(words, width_of(sys.stderr, os.environ) - ROOM))
    put(lines + text[len(words) :])


def put(text: str) -> None:
    """Write to the person."""
    sys.stderr.write(fitting(text, sys.stderr))
    sys.stderr.flush()
