"""`samverkan check`."""

from collections.abc import Callable
from typing import Annotated

import typer

from samverkan_cli.cli.check_voices import AUTO, by_platform, voices
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, aside
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, inside_of, one_of
from samverkan_cli.cli.reading import Asked, ask, failing, limit, no_history
from samverkan_cli.flows.check import Checked, check
from samverkan_cli.flows.openly import texts_of
from samverkan_cli.model.finding import Finding, Severity
from samverkan_cli.model.words import Words, few, say
from samverkan_cli.render.check_parts import Around

GAPS = frozenset(
    {
        "function-uncovered",
        "holder-away",
        "slot-short",
        "function-short",
        "staffing-unknown",
    }
)
"""The rules that find a function not covered."""
OPENING = frozenset({"gap-opened", "coverage-ends-soon"})
"""The rules that find, of a change, a function that will not be covered."""


def register(app: typer.Typer, options: Options) -> None:
    """Add the command to the program."""
    every = options.option(
        say("Tell every note on the wording, and not only how many there are."), "--all"
    )
    against = options.option(
        say(
            "Judge a change: tell what is new, kept and mended since it parted from the branch or "
            "revision REF; without REF, from the branch that it is to go into."
        ),
        "--base",
        metavar=say("[REF]"),
    )
    of_stage = options.option(
        say("Judge what is staged for the next commit, against the last one."), "--staged"
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
        base: Annotated[str | None, against] = None,
        staged: Annotated[bool, of_stage] = False,
        format_: Annotated[str, format_option] = AUTO,
        output: Annotated[list[str], options.output] = [],  # noqa: B006 - typer copies it
        all_: Annotated[bool, every] = False,
        fail_on: Annotated[str, options.fail_on] = "",
        agreement: Annotated[str, options.agreement] = "",
        example: Annotated[bool, options.example] = False,
        lang: Annotated[str, options.lang] = "",
    ) -> int:
        if base is None and not staged:
            asked = ask(agreement, example, on, lang, as_of)
            answer = check(asked.register, asked.day)
            known = asked.register.agreement
            level = limit(fail_on, known.settings if known else None)
        else:
            # Nobody else pays for reading history.
            from samverkan_cli.cli.against import Which, judged

            if example:
                raise no_history()
            change = Which(base, staged, as_of or "")
            asked, answer, own, unsaved = judged(agreement, change, on, lang)
            level = limit(fail_on, own)
            if unsaved:
                aside(asked.tongue, left_aside(unsaved, staged=staged))
        severities = failing(level, only_new=answer.base is not None)
        gaps = GAPS | OPENING if answer.base else GAPS

        def fails(found: Finding) -> bool:
            return found.severity in severities or (level == "gap" and found.rule in gaps)

        tell(answer, asked, format_, output, fails, every=all_)
        counted = [one.finding for one in (answer.base.new if answer.base else answer.findings)]
        code = Code.FINDINGS if any(map(fails, counted)) else Code.CLEAN
        if code and not any(one.severity is Severity.ERROR for one in counted):
            aside(asked.tongue, say("Ends with 1, as --fail-on {level} has it.", level=level))
        return missing(answer) or code


def left_aside(unsaved: tuple[str, ...], *, staged: bool) -> Words:
    """Return what is said of files that lie otherwise than they were judged."""
    where = say("other versions lie in the folder: {names}", names=few(unsaved))
    if staged:
        return say("Only what is staged was judged; {where}", where=where)
    return say("Only what is committed was judged; {where}", where=where)


def missing(answer: Checked) -> Code:
    """Return the code for a folder that holds no agreement at all; 0 where it holds one."""
    gone = any(item.finding.rule == "file-missing" for item in answer.findings)
    return Code.USAGE if gone else Code.CLEAN


def tell(
    answer: Checked,
    asked: Asked,
    format_: str,
    output: list[str],
    fails: Callable[[Finding], bool],
    *,
    every: bool,
) -> None:
    """Write the findings.

    Raises:
        StopError: a format is unknown, or the answer cannot be written.
    """
    from samverkan_cli.rules.catalogue import RULES

    folder = asked.folder
    rules = {rule.id: rule for rule in RULES}
    around = Around(rules, texts_of(asked.register), folder, inside_of(folder), every, fails)
    pages, texts = voices(answer, around, asked.tongue)
    one_of("--format", format_, (AUTO, *pages, *texts))
    deliver(pages, texts, by_platform(format_), output, asked.tongue)
