"""The program put together, and the one place where exceptions become exit codes."""

import os
import re
import sys
from importlib import import_module
from itertools import pairwise
from typing import Annotated

import typer

from samverkan_cli import __version__
from samverkan_cli.cli.exits import StopError, our_error, tell, unwritten
from samverkan_cli.cli.help import Group, usage_error
from samverkan_cli.cli.options import USUAL, Options, folder_of
from samverkan_cli.language.tongue import Tongue, choose, tongue
from samverkan_cli.model.words import say
from samverkan_cli.render.terminal import prepare_streams
from samverkan_cli.store.files import Disk
from samverkan_cli.store.kinds import AGREEMENT_FILE

COMMANDS = {
    "status": "status",
    "check": "check",
    "show": "show",
    "explain": "explain",
    "rules": "explain",
    "trace": "trace",
    "log": "log",
    "diff": "diff",
    "init": "init",
    "assign": "assign",
    "release": "release",
    "absent": "absent",
    "record": "record",
    "waive": "waive",
    "revise": "revise",
}
"""The commands, and the module that each is in: the one that is typed is loaded, and no other."""

OWN_LANGUAGE = re.compile(rb"^language: (sv|en)\s*$", re.MULTILINE)


def own_language(arguments: list[str]) -> str:
    """Return the language of the agreement that is asked about, by a quick look, or nothing."""
    try:
        folder = folder_of(value_of(arguments, "--agreement"), example="--example" in arguments)
    except (OSError, StopError):
        return ""
    content = Disk(folder).content(AGREEMENT_FILE)
    match = OWN_LANGUAGE.search(content[:4096]) if isinstance(content, bytes) else None
    return match[1].decode() if match else ""


def value_of(arguments: list[str], option: str) -> str:
    """Return what an option is given, before the command line is read in full."""
    value = ""
    for argument, following in pairwise([*arguments, ""]):
        if argument == option:
            value = following
        elif argument.startswith(f"{option}="):
            value = argument.removeprefix(f"{option}=")
    return value


def with_base(arguments: list[str]) -> list[str]:
    """Return the command line with a `--base` that stands alone made to ask for the usual one."""
    return [
        f"--base={USUAL}" if one == "--base" and (not then or then.startswith("-")) else one
        for one, then in pairwise([*arguments, ""])
    ]


def language_of(arguments: list[str]) -> str:
    """Return the language to help in, known before the command line is read in full."""
    return choose(value_of(arguments, "--lang"), os.environ, own_language(arguments))


def build(spoken: Tongue, modules: tuple[str, ...]) -> typer.Typer:
    """Return the program with its help in one language, and the commands of `modules`."""
    app = typer.Typer(
        cls=Group,
        help=spoken(say("Keeps agreements honest: who keeps which promise, on any day.")),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=False,
        context_settings={"help_option_names": ["-h", "--help"]},
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

    for module in modules:
        import_module(f"samverkan_cli.cli.{module}").register(app, options)
    return app


def modules_for(arguments: list[str]) -> tuple[str, ...]:
    """Return the modules to load: the one whose command is typed, or all, for help and mistakes."""
    typed = next((one for one in arguments if not one.startswith("-")), "")
    return (COMMANDS[typed],) if typed in COMMANDS else tuple(dict.fromkeys(COMMANDS.values()))


def answered(arguments: list[str], spoken: Tongue) -> int:
    """Run the command that is typed, and return its exit code.

    Raises:
        StopError: it cannot be run, or nobody can be told its answer.
    """
    try:
        answer = build(spoken, modules_for(arguments))(
            arguments, prog_name="samverkan", standalone_mode=False, obj=spoken.code
        )
    except typer.TyperException as error:
        raise usage_error(error, arguments) from error
    except OSError as error:
        if error.filename is not None:
            raise
        raise unwritten(error) from error
    return int(answer or 0)


def run(arguments: list[str]) -> int:
    """Run the program and return its exit code."""
    prepare_streams()
    if arguments[:1] == ["help"]:
        arguments = [*arguments[1:2], "--help"]
    arguments = with_base(arguments)
    spoken = tongue(language_of(arguments))
    try:
        return answered(arguments, spoken)
    except StopError as stop:
        tell(stop, spoken)
        return stop.code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:  # noqa: BLE001 - our own mistakes are told as such, once, here
        return our_error(error, arguments, spoken)
