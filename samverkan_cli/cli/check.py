"""`samverkan check`."""

from collections.abc import Callable
from functools import partial
from typing import Annotated

import typer

from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import FAIL_ON, Options, one_of
from samverkan_cli.cli.reading import Asked, ask, code_of
from samverkan_cli.evaluate.coverage import GAPS
from samverkan_cli.evaluate.timeline import timelines
from samverkan_cli.flows.check import Checked, check
from samverkan_cli.flows.openly import texts_of
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    every = options.option(
        say("Tell every note on the wording, and not only how many there are."), "--all"
    )

    @app.command(
        "check", cls=Command, help=options.tongue(say("Find all that is wrong, in one run."))
    )
    def command(
        on: Annotated[str, options.on] = "",
        as_of: Annotated[str | None, options.as_of] = None,
        format_: Annotated[str, options.format] = "text",
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        all_: Annotated[bool, every] = False,
        fail_on: Annotated[str, options.fail_on] = "error",
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        one_of("--fail-on", fail_on, FAIL_ON)
        asked = ask(agreement, example, on, lang, as_of)
        answer = check(asked.register, asked.day)
        tell(answer, asked, format_, output, every=all_)
        found = {item.finding.severity for item in answer.findings}
        return missing(answer) or code_of(fail_on, found, gap=has_gap(asked))


def missing(answer: Checked) -> Code:
    """Return the code for a folder that holds no agreement at all; 0 where it holds one."""
    gone = any(item.finding.rule == "file-missing" for item in answer.findings)
    return Code.USAGE if gone else Code.CLEAN


def has_gap(asked: Asked) -> bool:
    """Tell whether a function is not covered on the day."""
    known = asked.register.agreement
    return known is not None and any(line.on(asked.day).state in GAPS for line in timelines(known))


def tell(answer: Checked, asked: Asked, format_: str, output: list[str], *, every: bool) -> None:
    """Write the findings."""
    from samverkan_cli.render import text_findings
    from samverkan_cli.rules.catalogue import RULES

    rules = {rule.id: rule for rule in RULES}
    folder = asked.folder

    def as_text(page: Page) -> None:
        texts = texts_of(asked.register)
        text_findings.check_full(page, answer, rules, texts, folder, every=every)

    voices: dict[str, Callable[[Page], None]] = {
        "text": as_text,
        "concise": partial(text_findings.check_concise, answer=answer, folder=folder),
    }

    def as_json() -> str:
        from samverkan_cli.render import json_check, json_parts

        return json_parts.written(json_check.check(answer, asked.tongue, folder))

    deliver(voices, as_json, format_, output, asked.tongue)
