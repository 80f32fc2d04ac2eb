"""`samverkan show ID`."""

from functools import partial
from typing import Annotated, Any

import typer

from samverkan_cli.cli.completing import known_ids
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, folder_of
from samverkan_cli.cli.reading import ask, require
from samverkan_cli.flows.recent import Recent, recent
from samverkan_cli.flows.show import Shown, UnknownIdError, show
from samverkan_cli.model.words import say


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    name = options.argument(
        say("The id of a promise, form, duty, post, reading or anything else that has one."),
        metavar=say("ID"),
        autocompletion=known_ids,
    )
    text = say("Tell everything about one thing: the promise, its source, how it stands and why.")

    @app.command("show", cls=Command, help=options.tongue(text))
    def command(
        id_: Annotated[str, name],
        on: Annotated[str, options.on] = "",
        as_of: Annotated[str | None, options.as_of] = None,
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        asked = ask(agreement, example, on, lang, as_of)
        require(asked)
        answer = found(asked, id_)
        history = history_of(agreement, id_, as_of) if not example else None
        from samverkan_cli.render import text_show

        one = partial(text_show.show, answer=answer, folder=asked.folder, history=history)

        def as_json() -> str:
            from samverkan_cli.render import json_parts, json_show

            return json_parts.written(json_show.show(answer, asked.tongue, asked.folder, history))

        voices = {"text": one, "concise": one}
        deliver(voices, {"json": as_json}, format_, output, asked.tongue)
        return Code.CLEAN


def history_of(agreement: str, name: str, as_of: str | None) -> Recent:
    """Return the end of the history of the thing called `name`."""
    root = folder_of(agreement, example=False, past=as_of is not None)
    return recent(root, name, as_of or "HEAD")


def found(asked: Any, name: str) -> Shown:
    """Return everything about the item called `name`.

    Raises:
        StopError: nothing is called so.
    """
    try:
        return show(asked.register, asked.day, name)
    except UnknownIdError as error:
        raise StopError(
            Code.USAGE,
            say("Nothing here is called “{name}”.", name=name),
            say("Did you mean “{name}”?", name=error.nearest)
            if error.nearest
            else say("Show one of these, to see what lies in it: {names}", names=beginnings(asked)),
        ) from error


def beginnings(asked: Any) -> tuple[str, ...]:
    """Return the agreement and its parties, from which one finds the rest."""
    known = asked.register.agreement
    return (known.id, *(party.id for party in known.parties))
