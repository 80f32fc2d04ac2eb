"""YAML text to plain values with their positions.

libyaml scans, and only its events are used: they are composed without recursion, with limits on
depth and number, so that no input can end the process (threats Y1-Y12 of docs/threats.md).
"""

from functools import partial
from typing import Any

import yaml

from samverkan_cli.model.finding import Fault
from samverkan_cli.model.words import say
from samverkan_cli.store.document import FAULTS, Document
from samverkan_cli.store.profile import FORBIDDEN, at, position
from samverkan_cli.store.quick import DoubtError, quick

Parser: Any = yaml.cyaml.CParser if yaml.__with_libyaml__ else yaml.SafeLoader  # type: ignore[attr-defined]  # not in the stubs


def directive(document: Document, text: str) -> bool:
    """Note a line that begins with `%`, which could change how the rest is read (threat Y10)."""
    index = f"\n{text}".find("\n%")
    if index < 0:
        return False
    document.usable = False
    document.faults.append(
        at(
            document.file,
            "yaml-construct",
            text.count("\n", 0, index) + 1,
            1,
            say("A line must not begin with “%”; to YAML it is a directive."),
            say("Take the line away, or indent it if it belongs to a text."),
        )
    )
    return True


SHOWN_WHERE_BEGUN = ("found unexpected end of stream", "could not find expected ':'")


def syntax_fault(file: str, text: str, error: yaml.MarkedYAMLError) -> Fault:
    """Return what the parser says in plain words.

    A quotation mark that is never closed and a name without a colon are shown where they begin,
    and what is missing at the end of the file where its text ends.
    """
    mark = error.problem_mark or error.context_mark
    if error.problem in SHOWN_WHERE_BEGUN and error.context_mark:
        mark = error.context_mark
    last = position(text, len(text.rstrip()))
    line, column = min((mark.line + 1, mark.column + 1), last) if mark else last
    from samverkan_cli.store.syntax import in_plain_words

    message, hint = in_plain_words(error.problem, error.context)
    return at(file, "yaml-syntax", line, column, message, hint)


def parse(file: str, text: str) -> Document:
    """Read `text` as one YAML document of the strict profile; the answer holds every fault.

    Forbidden characters, which `decode` tells of, are read as spaces: so every fault stands on
    the line where the editor shows it, and the parsers that would read on do not disagree.
    """
    plain = FORBIDDEN.sub(" ", text)
    document = Document(file)
    if directive(document, plain):
        return document
    parser = Parser(plain)
    try:
        document.value = quick(parser)
    except (DoubtError, yaml.YAMLError):
        return parse_thoroughly(file, plain)
    finally:
        parser.dispose()
    document.thorough = partial(parse_thoroughly, file, plain)
    return document


def parse_thoroughly(file: str, plain: str) -> Document:
    """Read a text with the position of everything in it, and with all that is wrong."""
    # Only what is odd, or asked about, is read this way.
    from samverkan_cli.store.compose import Composer

    document = Document(file)
    parser, composer = Parser(plain), Composer(document, plain)
    try:
        next_event, take, faults = parser.get_event, composer.take, document.faults
        while len(faults) <= FAULTS:
            event = next_event()
            if event is None or not take(event):
                break
    except yaml.MarkedYAMLError as error:
        document.usable = False
        document.faults.append(syntax_fault(file, plain, error))
    finally:
        parser.dispose()
    document.usable = document.usable and not document.full
    return document
