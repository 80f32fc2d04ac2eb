"""`samverkan check`."""

from typing import Annotated

import typer

from samverkan_cli.cli.check_voices import AUTO, by_platform, voices
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import FAIL_ON, Options, inside_of, one_of
from samverkan_cli.cli.reading import Asked, ask, code_of
from samverkan_cli.evaluate.coverage import GAPS
from samverkan_cli.evaluate.timeline import timelines
from samverkan_cli.flows.check import Checked, check
from samverkan_cli.model.words import say
from samverkan_cli.render.check_parts import Around


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    every = options.option(
        say("Tell every note on the wording, and not only how many there are."), "--all"
    )
    format_option = options.option(
        say(
            "How to answer: text, concise, json, jsonl, github, markdown, sarif, gitlab or junit; "
            "auto, unless said, is github in GitHub Actions and text elsewhere."
        ),
        "--format",
        metavar=say("FORMAT"),
    )

    @app.command(
        "check", cls=Command, help=options.tongue(say("Find all that is wrong, in one run."))
    )
    def command(
        on: Annotated[str, options.on] = "",
        as_of: Annotated[str | None, options.as_of] = None,
        format_: Annotated[str, format_option] = AUTO,
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
    """Write the findings.

    Raises:
        StopError: a format is unknown, or the answer cannot be written.
    """
    from samverkan_cli.rules.catalogue import RULES

    folder = asked.folder
    rules = {rule.id: rule for rule in RULES}
    around = Around(rules, asked.register.texts, folder, inside_of(folder), every)
    pages, texts = voices(answer, around, asked.tongue)
    one_of("--format", format_, (AUTO, *pages, *texts))
    deliver(pages, texts, by_platform(format_), output, asked.tongue)
