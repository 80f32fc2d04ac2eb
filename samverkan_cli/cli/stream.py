"""Answers that are told while they are found: entry by entry, to standard output and to files."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, TextIO

from samverkan_cli.cli.deliver import files_of, hush, spelled_out
from samverkan_cli.cli.exits import Code, StopError, reason
from samverkan_cli.cli.options import one_of
from samverkan_cli.flows.log import Entry
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import say
from samverkan_cli.render import json_changes, markdown_log, text_log
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import PIPE_WIDTH, has_all_signs, width_of, write

FORMATS = ("text", "concise", "markdown", "json")
NOTHING = say("The history holds nothing of the kind.")


class Asked(NamedTuple):
    """How the entries are to be told: the language, and the thing whose history they are.

    `may_be_empty` is false where an empty answer means that the question was wrong.
    """

    tongue: Tongue
    name: str
    may_be_empty: bool = True


class Sink:
    """Writes entries in one format to one stream."""

    def __init__(self, format_: str, stream: TextIO, width: int, asked: Asked) -> None:
        """Take a stream that is open."""
        self.format = format_
        self.stream = stream
        self.width = width
        self.asked = asked
        self.count = 0

    def put(self, text: str) -> None:
        """Write a text."""
        whole = self.format != "json" or has_all_signs(self.stream)
        self.stream.write(text if whole else spelled_out(text))

    def page(self, fill: Callable[[Page], None]) -> None:
        """Write lines; in colour where the stream is a terminal."""
        page = Page(self.asked.tongue, self.width)
        fill(page)
        if self.stream is sys.stdout:
            write(page, self.stream)
        else:
            self.put(page.plain())

    def begin(self) -> None:
        """Write what stands before the first entry."""
        if self.format == "json":
            self.put(json_changes.opening(self.asked.name, self.asked.tongue))

    def entry(self, one: Entry) -> None:
        """Write an entry, so that it can be read before the next one is found."""
        tongue = self.asked.tongue
        if self.format == "json":
            answer = json_changes.entry(one, tongue)
            self.put(json_changes.following(answer, first=not self.count))
        elif self.format == "markdown":
            self.put(markdown_log.entry(one, tongue))
        elif self.format == "concise":
            self.page(lambda page: text_log.concise(page, one))
        else:
            self.page(lambda page: text_log.entry(page, one, every=bool(self.asked.name)))
        self.count += 1
        self.stream.flush()

    def end(self) -> None:
        """Write what stands after the last entry."""
        if self.format == "json":
            self.put(json_changes.closing(empty=not self.count))
        elif not self.count and self.asked.may_be_empty:
            self.put(self.asked.tongue(NOTHING) + "\n")
        self.stream.flush()


def opened(path: Path, stack: ExitStack) -> TextIO:
    """Open a file to be written.

    Raises:
        StopError: it cannot be.
    """
    try:
        return stack.enter_context(path.open("w", encoding="utf-8"))
    except OSError as error:
        raise StopError(
            Code.ENVIRONMENT,
            say("“{path}” cannot be written: {reason}.", path=str(path), reason=reason(error)),
        ) from error


def stream(entries: Iterable[Entry], chosen: str, outputs: list[str], asked: Asked) -> None:
    """Write every entry as soon as it is found, to standard output and to the files asked for.

    Raises:
        StopError: a format is unknown, or something cannot be written.
    """
    one_of("--format", chosen, FORMATS)
    files = files_of(outputs, dict.fromkeys(FORMATS))
    with ExitStack() as stack:
        sinks = [Sink(name, opened(path, stack), PIPE_WIDTH, asked) for name, path in files]
        sinks.append(Sink(chosen, sys.stdout, width_of(sys.stdout, os.environ), asked))
        try:
            told(entries, sinks)
        except BrokenPipeError:
            # Whoever read has seen enough; what is left is not looked for.
            hush()
        except OSError as error:
            hush()
            raise StopError(
                Code.ENVIRONMENT,
                say("The answer cannot be written: {reason}.", reason=reason(error)),
            ) from error


def told(entries: Iterable[Entry], sinks: list[Sink]) -> None:
    """Write every entry to every sink."""
    for sink in sinks:
        sink.begin()
    for one in entries:
        for sink in sinks:
            sink.entry(one)
    for sink in sinks:
        sink.end()


def watched(entries: Iterator[Entry], seen: list[Entry]) -> Iterator[Entry]:
    """Yield the entries, and keep the latest in `seen`."""
    for one in entries:
        seen[:] = [one]
        yield one
