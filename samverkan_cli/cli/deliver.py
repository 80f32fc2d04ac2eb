"""Answers to where they were asked for: standard output, and files."""

import os
import re
import sys
from collections.abc import Callable, Mapping
from json import dumps
from pathlib import Path

from samverkan_cli.cli.exits import Code, StopError, reason, unwritten
from samverkan_cli.cli.options import one_of
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import PIPE_WIDTH, has_all_signs, width_of, write

OTHER_SIGNS = re.compile(r"[^\x00-\x7f]")
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file which GitHub shows below a run."""


def page_of(voice: Callable[[Page], None], tongue: Tongue, width: int) -> Page:
    """Let a voice fill a page."""
    page = Page(tongue, width)
    voice(page)
    return page


def files_of(outputs: list[str], voices: Mapping[str, object]) -> list[tuple[str, Path]]:
    """Return format and path of every `FORMAT=PATH`.

    Raises:
        StopError: one is not written so, its format is unknown, or nothing may be written there.
    """
    found = []
    for output in outputs:
        name, equals, path = output.partition("=")
        if not equals or not path:
            raise StopError(
                Code.USAGE,
                say("“{text}” is not written as --output should be.", text=output),
                say("Write it like this: {example}", example="--output json=answer.json"),
            )
        if not may_be_written(path):
            raise StopError(
                Code.USAGE,
                say("“{path}” is not written to: it is a link, or a YAML file.", path=path),
                say("Write it like this: {example}", example="--output json=answer.json"),
            )
        found.append((one_of("--output", name, tuple(voices)), Path(path)))
    return found


def may_be_written(path: str) -> bool:
    """Tell whether an answer may overwrite a file: neither where a link leads, nor an agreement.

    The links of /dev, such as /dev/stdout, are the system's own.
    """
    link = os.path.islink(path) and not path.startswith("/dev/")  # noqa: PTH114 - odd names too
    return not link and not path.casefold().endswith((".yaml", ".yml"))


def deliver(
    pages: Mapping[str, Callable[[Page], None]],
    texts: Mapping[str, Callable[[], str]],
    chosen: str,
    outputs: list[str],
    tongue: Tongue,
) -> None:
    """Write the answer to the files asked for, and to standard output in the format chosen.

    `pages` are the formats that people read; `texts` are those that programs read: JSON of some
    kind, or ASCII.

    Raises:
        StopError: a format is unknown, or a file cannot be written.
    """
    names = (*pages, *texts)
    one_of("--format", chosen, names)
    for name, path in files_of(outputs, dict.fromkeys(names)):
        whole = texts[name]() if name in texts else page_of(pages[name], tongue, PIPE_WIDTH).plain()
        put(whole, path)
    try:
        if chosen in texts:
            text = texts[chosen]()
            sys.stdout.write(text if has_all_signs(sys.stdout) else spelled_out(text))
        else:
            page = page_of(pages[chosen], tongue, width_of(sys.stdout, os.environ))
            write(page, sys.stdout)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has seen enough; the exit code still tells what was found.
        hush()
    except OSError as error:
        hush()
        raise unwritten(error) from error


def put(text: str, path: Path) -> None:
    """Write a file in the place of an older one; the summary of a step on GitHub is added to.

    Raises:
        StopError: it cannot be written.
    """
    shared = str(path) == os.environ.get(SUMMARY)
    try:
        with path.open("a" if shared else "w", encoding="utf-8") as file:
            # What other steps wrote there may end in the middle of a line.
            file.write(f"\n{text}" if shared and file.tell() else text)
    except OSError as error:
        raise StopError(
            Code.ENVIRONMENT,
            say("“{path}” cannot be written: {reason}.", path=str(path), reason=reason(error)),
        ) from error


def hush() -> None:
    """Let what is still to be written to standard output go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def spelled_out(json: str) -> str:
    """Return JSON in signs that every stream can carry; it means the same."""
    return OTHER_SIGNS.sub(lambda match: dumps(match.group())[1:-1], json)
