"""Every format that `check` answers in."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from samverkan_cli.flows.check import Checked
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.render.check_parts import Around
from samverkan_cli.render.page import Page

AUTO = "auto"
"""The format that suits where the program runs."""
GITHUB = "GITHUB_ACTIONS"


class Voices(NamedTuple):
    """The formats that people read, and those that programs read."""

    pages: Mapping[str, Callable[[Page], None]]
    texts: Mapping[str, Callable[[], str]]


def by_platform(chosen: str) -> str:
    """Return the format to answer in, where it is left to us."""
    if chosen != AUTO:
        return chosen
    return "github" if on_github() else "text"


def on_github() -> bool:
    """Tell whether this is a run of GitHub Actions."""
    return os.environ.get(GITHUB) == "true"


def voices(answer: Checked, around: Around, tongue: Tongue) -> Voices:
    """Return every format; nobody pays for one that is not asked for."""
    pages = {"text": text, "concise": concise, "github": github, "markdown": markdown}
    texts = {"json": json, "jsonl": jsonl, "sarif": sarif, "gitlab": gitlab, "junit": junit}
    return Voices(
        {name: partial(voice, answer=answer, around=around) for name, voice in pages.items()},
        {name: partial(voice, answer, around, tongue) for name, voice in texts.items()},
    )


def text(page: Page, answer: Checked, around: Around) -> None:
    """Write the answer for people."""
    from samverkan_cli.render import text_check

    text_check.full(page, answer, around)


def concise(page: Page, answer: Checked, around: Around) -> None:
    """Write a line for every finding."""
    from samverkan_cli.render import text_check

    text_check.concise(page, answer, around.folder)


def github(page: Page, answer: Checked, around: Around) -> None:
    """Write for a log of GitHub Actions."""
    from samverkan_cli.render import github_check

    github_check.check(page, answer, around)


def markdown(page: Page, answer: Checked, around: Around) -> None:
    """Write a summary in Markdown."""
    from samverkan_cli.render import markdown_check

    markdown_check.check(page, answer, around)


def json(answer: Checked, around: Around, tongue: Tongue) -> str:
    """Return JSON."""
    from samverkan_cli.render import json_check, json_parts

    return json_parts.written(json_check.check(answer, tongue, around.folder))


def jsonl(answer: Checked, around: Around, tongue: Tongue) -> str:
    """Return lines of JSON."""
    from samverkan_cli.render import json_check

    return "".join(json_check.lines(answer, tongue, around.folder))


def sarif(answer: Checked, around: Around, tongue: Tongue) -> str:
    """Return SARIF; on GitHub only what is open."""
    from samverkan_cli.render import sarif_check

    return sarif_check.check(answer, tongue, around, open_only=on_github())


def gitlab(answer: Checked, around: Around, tongue: Tongue) -> str:
    """Return a report on code quality for GitLab."""
    from samverkan_cli.render import gitlab_check

    return gitlab_check.check(answer, tongue, around)


def junit(answer: Checked, around: Around, tongue: Tongue) -> str:
    """Return a report on tests in the form of JUnit."""
    from samverkan_cli.render import junit_check

    return junit_check.check(answer, tongue, around)
