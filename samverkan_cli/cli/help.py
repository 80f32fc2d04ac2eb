"""Help and usage messages in our own words, so that both languages are complete."""

import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.language.tongue import Tongue, tongue
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import Page, padded
from samverkan_cli.render.terminal import PIPE_WIDTH, fitting, width_of

OWN_WORDS: dict[str, Words] = {
    "help": say("Show this help."),
    "install_completion": say("Write completion into the shell's start file."),
    "show_completion": say("Show the completion script, to put where you like."),
}
LABEL_WIDTH = 24
NARROW = 60
WIDEST = 100


def label(parameter: Any) -> str:
    """Return an option or argument as it is typed."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    names = ", ".join(sorted(parameter.opts, key=len))
    return f"{names} {parameter.metavar}" if parameter.metavar else names


def rows(page: Page, entries: list[tuple[str, str]]) -> None:
    """Write labels and what they mean in two columns."""
    for name, text in entries:
        if page.width < NARROW:
            page.add("  ", name)
            page.prose(text, indent=6)
        elif len(name) <= LABEL_WIDTH - 2:
            lines = Page(page.tongue, page.width - LABEL_WIDTH - 2)
            lines.prose(text)
            first, *rest = ["".join(piece.text for piece in line) for line in lines.lines] or [""]
            page.add("  ", padded(name, LABEL_WIDTH), first.strip())
            for line in rest:
                page.add(" " * (LABEL_WIDTH + 2), line.strip())
        else:
            page.add("  ", name)
            page.prose(text, indent=LABEL_WIDTH + 2)


def meaning(parameter: Any, spoken: Tongue) -> str:
    """Return what an option means."""
    own = OWN_WORDS.get(parameter.name)
    return spoken(own) if own else str(parameter.help or "")


def help_text(command: Any, context: Any, width: int = PIPE_WIDTH) -> str:
    """Return the help of a command or of the whole program."""
    spoken = tongue(context.find_root().obj or "en")
    page = Page(spoken, min(width, WIDEST))
    parameters = command.get_params(context)
    arguments = [one for one in parameters if one.param_type_name == "argument"]
    options = [one for one in parameters if one.param_type_name == "option" and not one.hidden]
    usage = [context.command_path, f"[{spoken(say('options'))}]"]
    usage += [label(one) if one.required else f"[{label(one)}]" for one in arguments]
    subcommands = getattr(command, "commands", {})
    if subcommands:
        usage.append(spoken(say("COMMAND …")))
    page.prose(f"{spoken(say('Usage'))}: {' '.join(usage)}")
    page.gap()
    page.prose(command.help or "")
    sections = (
        (say("Commands"), [(name, one.help or "") for name, one in subcommands.items()]),
        (say("Arguments"), [(label(one), meaning(one, spoken)) for one in arguments]),
        (say("Options"), [(label(one), meaning(one, spoken)) for one in options]),
    )
    for words, entries in sections:
        if entries:
            page.gap()
            page.add(spoken(words))
            rows(page, entries)
    page.gap()
    page.prose(spoken(EXIT_CODES))
    return page.plain().rstrip("\n")


EXIT_CODES = say(
    "Exit codes: 0 clean, 1 findings, 2 usage or no readable agreement, 3 cannot tell, 4 "
    "environment, 70 our own error."
)


def shown_help(command: Any, context: Any) -> str:
    """Return the help as it fits on standard output."""
    return fitting(help_text(command, context, width_of(sys.stdout, os.environ)), sys.stdout)


class Command(TyperCommand):
    """A command that writes its own help, and says what is too much."""

    allow_extra_args = True

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own context
        """Return the help in the language of the run."""
        return shown_help(self, ctx)

    def invoke(self, ctx: Any) -> Any:
        """Run the command.

        Raises:
            StopError: there is more on the command line than it takes.
        """
        if ctx.args:
            raise StopError(
                Code.USAGE,
                say(
                    "There is something too much on the command line: {text}.",
                    text=tuple(ctx.args),
                ),
                help_hint(ctx.command_path),
            )
        return super().invoke(ctx)


class Group(TyperGroup):
    """The program, which writes its own help."""

    def get_help(self, ctx: typer.Context) -> str:  # type: ignore[override]  # typer's own context
        """Return the help in the language of the run."""
        return shown_help(self, ctx)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was typed.

        Raises:
            StopError: there is none.
        """
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            match = nearest(args[0], self.commands)
            raise StopError(
                Code.USAGE,
                say("There is no command “{name}”.", name=args[0]),
                say("Did you mean “{name}”?", name=match)
                if match
                else say("The commands are: {names}.", names=tuple(self.commands)),
            )
        return super().resolve_command(ctx, args)


def help_hint(command: str) -> Words:
    """Return where the help of a command is found."""
    return say("“{command} --help” tells what can be written.", command=command)


def path_of(arguments: list[str]) -> str:
    """Return the command that was typed, as its help is asked for."""
    typed = [one for one in arguments[:1] if not one.startswith("-")]
    return " ".join(["samverkan", *typed])


def is_of_a_command(group: Any, option: str) -> bool:
    """Tell whether a command knows an option that was written before it."""
    return any(
        option in parameter.opts
        for one in getattr(group, "commands", {}).values()
        for parameter in one.params
    )


def names_of(context: Any) -> list[str]:
    """Return the options, without dashes, of the command whose line is being read."""
    command = getattr(context, "command", None)
    parameters = command.get_params(context) if command else []
    return [name[2:] for one in parameters for name in one.opts if name.startswith("--")]


def usage_error(error: Any, arguments: list[str]) -> StopError:
    """Return what typer found wrong with the command line, in our own words."""
    kind = type(error).__name__
    option = str(getattr(error, "option_name", ""))
    context = getattr(error, "ctx", None)
    hint = help_hint(context.command_path if context else path_of(arguments))
    if kind == "NoSuchOption":
        match = nearest(option.lstrip("-"), names_of(context))
        if is_of_a_command(getattr(context, "command", None), option):
            hint = say("It stands after the command, as in “{text}”.", text=f"status {option}")
        elif match:
            hint = say("Did you mean “{name}”?", name=f"--{match}")
        return StopError(Code.USAGE, say("There is no option “{name}”.", name=option), hint)
    if kind == "BadOptionUsage":
        lacking = say("The option “{name}” lacks its value.", name=option)
        flag = say("The option “{name}” takes no value.", name=option)
        return StopError(Code.USAGE, flag if "not take" in str(error) else lacking, hint)
    if kind == "BadParameter":
        name = label(error.param) if getattr(error, "param", None) else ""
        return StopError(
            Code.USAGE, say("What is given for “{name}” will not do.", name=name), hint
        )
    if kind == "MissingParameter":
        name = label(error.param) if getattr(error, "param", None) else ""
        return StopError(Code.USAGE, say("“{name}” is missing.", name=name), hint)
    return StopError(Code.USAGE, say("A command is missing."), hint)
