"""`samverkan status`."""

from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.completing import known_forms, known_parties
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError, aside
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options
from samverkan_cli.cli.reading import Asked, ask, failing, limit, require
from samverkan_cli.evaluate.coverage import GAPS
from samverkan_cli.flows.status import Choice, Status, status
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import say, say_n


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    of_party = options.option(
        say("Only this party's promises."),
        "--party",
        metavar=say("PARTY"),
        autocompletion=known_parties,
    )
    of_form = options.option(
        say("Only what serves this form."),
        "--form",
        metavar=say("FORM"),
        autocompletion=known_forms,
    )
    text = say("Tell who keeps which promise on a day, what is missing and what is due.")

    @app.command("status", cls=Command, help=options.tongue(text))
    def command(
        on: Annotated[str, options.on] = "",
        as_of: Annotated[str | None, options.as_of] = None,
        party: Annotated[str, of_party] = "",
        form: Annotated[str, of_form] = "",
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        fail_on: Annotated[str, options.fail_on] = "",
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        asked = ask(agreement, example, on, lang, as_of)
        require(asked)
        known = asked.register.agreement
        fail_on = limit(fail_on, known.settings if known else None)
        choice = chosen(asked, party, form)
        answer = status(asked.register, asked.day, choice)
        tell(answer, asked, format_, output)
        warn(answer, asked)
        gap = any(cell.standing.state in GAPS for cell in answer.cells)
        found = {Severity.ERROR} if answer.errors else set()
        if fail_on in ("warning", "note"):
            # Told by `check` only, so they are looked for only where they decide the code.
            from samverkan_cli.flows.check import check

            found = {one.finding.severity for one in check(asked.register, asked.day).findings}
        fails = bool(found & failing(fail_on)) or (gap and fail_on == "gap")
        return Code.FINDINGS if fails else Code.CLEAN


def chosen(asked: Asked, party: str, form: str) -> Choice:
    """Return what to tell of.

    Raises:
        StopError: there is no such party or form.
    """
    known = asked.register.agreement
    assert known is not None  # noqa: S101 - `require` has seen to it
    for name, names, message in (
        (party, [one.id for one in known.parties], say("There is no party “{name}”.", name=party)),
        (form, [one.id for one in known.forms], say("There is no form “{name}”.", name=form)),
    ):
        if name and name not in names:
            match = nearest(name, names)
            raise StopError(
                Code.USAGE,
                message,
                say("Did you mean “{name}”?", name=match)
                if match
                else say("The names are: {names}.", names=tuple(names)),
            )
    return Choice(party, form)


def tell(answer: Status, asked: Asked, format_: str, output: list[str]) -> None:
    """Write the answer."""
    from samverkan_cli.render import text_status

    voices = {
        "text": partial(text_status.full, status=answer),
        "concise": partial(text_status.concise, status=answer),
    }

    def as_json() -> str:
        from samverkan_cli.render import json_parts, json_status

        return json_parts.written(json_status.status(answer))

    deliver(voices, {"json": as_json}, format_, output, asked.tongue)


def warn(answer: Status, asked: Asked) -> None:
    """Say on standard error how many errors the files hold."""
    if answer.errors and not answer.unread:
        words = say_n(
            answer.errors,
            "The files hold {n} error; “samverkan check” tells it.",
            "The files hold {n} errors; “samverkan check” tells them.",
        )
        aside(asked.tongue, words)
