"""`samverkan diff A [B]`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, folder_of, one_of
from samverkan_cli.cli.past import stop
from samverkan_cli.flows.diff import Diff, Side, diff
from samverkan_cli.flows.source import Past
from samverkan_cli.history.problems import GitError
from samverkan_cli.language.tongue import LANGUAGES, tongue
from samverkan_cli.model.words import say
from samverkan_cli.store.register import read_at


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    first = options.argument(
        say("The revision to compare from: HEAD~2, an id, a branch, a tag, or a day."),
        metavar=say("A"),
    )
    second = options.argument(
        say("The revision to compare with; the files as they lie in the folder unless said."),
        metavar=say("B"),
    )
    format_option = options.option(
        say("How to answer: text, concise, json or markdown."), "--format", metavar=say("FORMAT")
    )
    text = say("Tell what differs in meaning between two revisions.")

    @app.command("diff", cls=Command, help=options.tongue(text))
    def command(
        before: Annotated[str, first],
        after: Annotated[str, second] = "",
        format_: Annotated[str, format_option] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        agreement: Annotated[str, options.agreement] = "",
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        if lang:
            one_of("--lang", lang, LANGUAGES)
        root = folder_of(agreement, example=False, past=bool(after))
        tell(answer_of(root, before, after), format_, output, options)
        return Code.CLEAN


def answer_of(root: Path, before: str, after: str) -> Diff:
    """Return what differs between two revisions, or one and the working tree.

    Raises:
        StopError: there is no such revision, or git cannot tell.
    """
    try:
        past = Past.of(root)
        return diff(side(past, before), side(past, after) if after else Side("", read_at(root)))
    except GitError as error:
        raise stop(error) from error


def side(past: Past, text: str) -> Side:
    """Return what was written in the revision that `text` names, called by its id."""
    register = past.register(text)
    return Side(register.revision.short if register.revision else text, register)


def tell(answer: Diff, format_: str, output: list[str], options: Options) -> None:
    """Write the answer."""
    from samverkan_cli.render import json_changes, json_parts, markdown_log, text_log

    spoken = tongue(options.tongue.code)
    voices = {
        "text": partial(text_log.diff, answer=answer),
        "concise": partial(text_log.diff_concise, answer=answer),
        "markdown": partial(markdown_log.page, answer=answer),
    }

    def as_json() -> str:
        return json_parts.written(json_changes.diff(answer, spoken))

    deliver(voices, {"json": as_json}, format_, output, spoken)
