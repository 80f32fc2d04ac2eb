"""`samverkan status`."""

import os
import sys
from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import FAIL_ON, Options, one_of
from samverkan_cli.cli.reading import Asked, ask, code_of, unreadable
from samverkan_cli.evaluate.coverage import GAPS
from samverkan_cli.flows.status import Choice, Status, status
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import say, say_n


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    of_party = options.option(say("Only this party's promises."), "--party", metavar="PARTY")
    of_form = options.option(say("Only what serves this form."), "--form", metavar="FORM")
    text = say("Tell who keeps which promise on a day, what is missing and what is due.")

    @app.command("status", cls=Command, help=options.tongue(text))
    def command(
        on: Annotated[str, options.on] = "",
        party: Annotated[str, of_party] = "",
        form: Annotated[str, of_form] = "",
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        fail_on: Annotated[str, options.fail_on] = "error",
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        one_of("--fail-on", fail_on, FAIL_ON)
        asked = ask(agreement, example, on, lang)
        require(asked)
        choice = chosen(asked, party, form)
        answer = status(asked.register, asked.day, choice)
        tell(answer, asked, format_, output)
        warn(answer, asked)
        gap = any(cell.standing.state in GAPS for cell in answer.cells)
        found = {Severity.ERROR} if answer.errors else set()
        return code_of(fail_on, found, gap=gap)


def chosen(asked: Asked, party: str, form: str) -> Choice:
    """Return what to tell of.

    Raises:
        StopError: there is no such party or form.
    """
    known = asked.register.agreement
    assert known is not None  # noqa: S101 - `require` has seen to it
    for name, names in (
        (party, [one.id for one in known.parties]),
        (form, [one.id for one in known.forms]),
    ):
        if name and name not in names:
            match = nearest(name, names)
            raise StopError(
                Code.USAGE,
                say("Nothing here is called “{name}”.", name=name),
                say("Did you mean “{name}”?", name=match)
                if match
                else say("The names are: {names}.", names=tuple(names)),
            )
    return Choice(party, form)


def require(asked: Asked) -> None:
    """Go on only where there is an agreement to answer about; otherwise tell what is wrong.

    Raises:
        StopError: none could be read.
    """
    broken = unreadable(asked)
    if broken is None:
        return
    from samverkan_cli.render import text_findings
    from samverkan_cli.render.page import Page
    from samverkan_cli.render.terminal import width_of, write

    page = Page(asked.tongue, width_of(sys.stderr, os.environ))
    for located in broken.findings:
        text_findings.full(page, located, asked.register.texts, asked.folder)
    write(page, sys.stderr)
    raise StopError(
        Code.USAGE,
        say("The agreement cannot be read."),
        say("Mend what is told above; “samverkan check” tells the rest."),
    )


def tell(answer: Status, asked: Asked, format_: str, output: list[str]) -> None:
    """Write the answer."""
    from samverkan_cli.render import as_json, text_status

    voices = {
        "text": partial(text_status.full, status=answer),
        "concise": partial(text_status.concise, status=answer),
    }
    deliver(voices, lambda: as_json.written(as_json.status(answer)), format_, output, asked.tongue)


def warn(answer: Status, asked: Asked) -> None:
    """Say on standard error how many errors the files hold."""
    if answer.errors:
        words = say_n(
            answer.errors,
            "The files hold {n} error; “samverkan check” tells it.",
            "The files hold {n} errors; “samverkan check” tells them.",
        )
        sys.stderr.write(f"samverkan: {asked.tongue(words)}\n")
