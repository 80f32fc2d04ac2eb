"""`samverkan trace DOCUMENT`."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError, reason
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options
from samverkan_cli.cli.reading import ask, require
from samverkan_cli.evaluate.trace import Match
from samverkan_cli.flows.trace import trace_document
from samverkan_cli.model.words import say

LARGEST = 1024 * 1024
LINES = 20_000


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    path = options.argument(
        say("The agreement's text, as a text file in UTF-8."), metavar=say("DOCUMENT")
    )
    text = say("Hold the signed document against the items that cite it, passage by passage.")

    @app.command("trace", cls=Command, help=options.tongue(text))
    def command(
        document: Annotated[str, path],
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from samverkan_cli.render import text_trace

        asked = ask(agreement, example, "", lang)
        require(asked)
        content = content_of(document)
        try:
            answer = trace_document(asked.register, document, content)
        except UnicodeDecodeError as error:
            raise StopError(
                Code.USAGE,
                say("“{path}” is not text in UTF-8.", path=document),
                say("Save the document as plain text first; Word and PDF cannot be read."),
            ) from error
        voices = {
            "text": partial(text_trace.trace, answer=answer, concise=False),
            "concise": partial(text_trace.trace, answer=answer, concise=True),
        }

        def as_json() -> str:
            from samverkan_cli.render import json_parts, json_trace

            return json_parts.written(json_trace.trace(answer))

        deliver(voices, {"json": as_json}, format_, output, asked.tongue)
        wrong = any(answer.those(one) for one in (Match.CHANGED, Match.GONE, Match.UNCITED))
        return Code.FINDINGS if wrong else Code.CLEAN


def content_of(path: str) -> bytes:
    """Return a document's bytes.

    Raises:
        StopError: it cannot be read.
    """
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise StopError(
            Code.USAGE,
            say("“{path}” cannot be read: {reason}.", path=path, reason=reason(error)),
            say("Name the text file of the signed document."),
        ) from error
    if len(content) > LARGEST or content.count(b"\n") > LINES:
        raise StopError(Code.USAGE, say("“{path}” is larger than any agreement.", path=path))
    return content
