"""The program put together, and the one place where exceptions become exit codes."""

import os
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from samverkan_cli import __version__
from samverkan_cli.cli import check, explain, show, status, trace
from samverkan_cli.cli.exits import StopError, our_error, tell
from samverkan_cli.cli.help import Group, usage_error
from samverkan_cli.cli.options import Options
from samverkan_cli.language.tongue import Tongue, choose, tongue
from samverkan_cli.model.words import say
from samverkan_cli.render.terminal import prepare_streams
from samverkan_cli.store.files import AGREEMENT_FILE

OWN_LANGUAGE = re.compile(rb"^language: (sv|en)\s*$", re.MULTILINE)


def own_language() -> str:
    """Return the language of the agreement that lies here, by a quick look, or nothing."""
    for folder in (Path("agreement"), Path()):
        try:
            with (folder / AGREEMENT_FILE).open("rb") as file:
                match = OWN_LANGUAGE.search(file.read(4096))
        except OSError:
            continue
        if match:
            return match[1].decode()
    return ""


def language_of(arguments: list[str]) -> str:
    """Return the language to help in, known before the command line is read in full."""
    wish = ""
    for number, argument in enumerate(arguments):
        if argument == "--lang" and number + 1 < len(arguments):
            wish = arguments[number + 1]
        elif argument.startswith("--lang="):
            wish = argument.removeprefix("--lang=")
    return choose(wish, os.environ, own_language())


def build(spoken: Tongue) -> typer.Typer:
    """Return the program with its help in one language."""
    app = typer.Typer(
        cls=Group,
        help=spoken(say("Keeps agreements honest: who keeps which promise, on any day.")),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
    )
    options = Options(spoken)
    flag = options.option(say("Tell the version."), "--version", is_eager=True)

    @app.callback(invoke_without_command=True)
    def callback(context: typer.Context, version: Annotated[bool, flag] = False) -> None:
        if version:
            sys.stdout.write(f"samverkan {__version__}\n")
            raise typer.Exit
        if context.invoked_subcommand is None:
            sys.stdout.write(context.get_help() + "\n")
            raise typer.Exit

    for command in (status, check, show, explain, trace):
        command.register(app, options)
    return app


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    prepare_streams()
    spoken = tongue(language_of(arguments))
    try:
        answer = build(spoken)(
            arguments, prog_name="samverkan", standalone_mode=False, obj=spoken.code
        )
        return int(answer or 0)
    except StopError as stop:
        tell(stop, spoken)
        return stop.code
    except typer.TyperException as error:
        wrong = usage_error(error)
        tell(wrong, spoken)
        return wrong.code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:  # noqa: BLE001 - our own mistakes are told as such, once, here
        return our_error(error, arguments, spoken)
