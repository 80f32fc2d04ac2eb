"""`samverkan explain RULE` and `samverkan rules`."""

import os
from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.completing import known_rules
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, one_of
from samverkan_cli.flows.explain import UnknownRuleError, explain
from samverkan_cli.language.tongue import Tongue, choose, tongue
from samverkan_cli.model.words import say
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import Rule


def spoken(lang: str, fallback: Tongue) -> Tongue:
    """Return the language to explain in.

    Raises:
        StopError: `lang` is none of the two.
    """
    if lang:
        one_of("--lang", lang, ("sv", "en"))
    return tongue(choose(lang, os.environ, fallback.code))


def register(app: typer.Typer, options: Options) -> None:
    """Add both commands to the program."""
    name = options.argument(
        say("The rule's name, as it stands in brackets beside a finding."),
        metavar=say("RULE"),
        autocompletion=known_rules,
    )

    @app.command(
        "explain",
        cls=Command,
        help=options.tongue(
            say("Tell a rule's manual: why it matters, how to mend it, wrong and right.")
        ),
    )
    def explain_command(
        rule: Annotated[str, name],
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from samverkan_cli.render import text_rules

        told, one = spoken(lang, options.tongue), found(rule)
        voice = partial(text_rules.explain, rule=one)

        def as_json() -> str:
            from samverkan_cli.render import json_parts, json_rules

            return json_parts.written(json_rules.explain(one, told))

        voices = {"text": voice, "concise": voice}
        deliver(voices, as_json, format_, output, told)
        return Code.CLEAN

    @app.command("rules", cls=Command, help=options.tongue(say("List the rules.")))
    def rules_command(
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        from samverkan_cli.render import text_rules

        told = spoken(lang, options.tongue)
        voice = partial(text_rules.rules, all_rules=RULES)

        def as_json() -> str:
            from samverkan_cli.render import json_parts, json_rules

            return json_parts.written(json_rules.rules(RULES, told))

        voices = {"text": voice, "concise": voice}
        deliver(voices, as_json, format_, output, told)
        return Code.CLEAN


def found(name: str) -> Rule:
    """Return the rule called `name`.

    Raises:
        StopError: there is none.
    """
    try:
        return explain(name)
    except UnknownRuleError as error:
        raise StopError(
            Code.USAGE,
            say("There is no rule “{name}”.", name=name),
            say("Did you mean “{name}”?", name=error.nearest)
            if error.nearest
            else say("“samverkan rules” lists them."),
        ) from error
