"""A page to a stream: in colour on a terminal, plain in a pipe, and always complete.

The only place that knows rich. Nothing is said by colour alone.
"""

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from samverkan_cli.render.page import ASCII, Page

PIPE_WIDTH = 120
NARROWEST = 40


def is_colourful(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Tell whether to write in colour: NO_COLOR, then FORCE_COLOR, then what the stream is."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR") not in (None, "", "0"):
        return True
    return stream.isatty() and environ.get("TERM") != "dumb"


def width_of(stream: TextIO, environ: Mapping[str, str]) -> int:
    """Return how many columns to fill; a pipe has room for 120."""
    columns = environ.get("COLUMNS", "")
    if columns.isdecimal() and len(columns) < 5 and int(columns):  # noqa: PLR2004 - no terminal has five digits
        return max(NARROWEST, int(columns))
    if stream.isatty():
        try:
            return max(NARROWEST, os.get_terminal_size(stream.fileno()).columns)
        except (OSError, ValueError):
            return 80
    return PIPE_WIDTH


def has_all_signs(stream: TextIO) -> bool:
    """Tell whether the stream can carry every sign that we use."""
    return (stream.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")


def fitting(text: str, stream: TextIO) -> str:
    """Return a text with plain signs where the stream lacks ours.

    They make no command to a runner of pipelines of what was none (threat O3).
    """
    if has_all_signs(stream):
        return text
    return text.translate(ASCII).replace("##[", "#\\u0023[")


def write(page: Page, stream: TextIO) -> None:
    """Write a page to a stream."""
    if not has_all_signs(stream):
        stream.write(fitting(page.plain(), stream))
    elif is_colourful(stream, os.environ):
        write_styled(page, stream)
    else:
        stream.write(page.plain())


def write_styled(page: Page, stream: TextIO) -> None:
    """Write a page in colour."""
    from rich.console import Console
    from rich.text import Text

    console = Console(
        file=stream,
        force_terminal=True,
        color_system="standard",
        markup=False,
        emoji=False,
        highlight=False,
        width=10_000,
        height=100,
    )
    for line in page.lines:
        text = Text(no_wrap=True)
        for piece in line:
            text.append(piece.text, piece.style.value or None)
        text.rstrip()
        console.print(text, no_wrap=True, crop=False, overflow="ignore", soft_wrap=True)


def open_nowhere() -> TextIO:
    """Open a stream that keeps nothing."""
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - no path to take it from


def prepare_streams() -> None:
    """Let neither a closed stream nor a letter that the terminal lacks end the program.

    What would be said to a closed stream goes nowhere; such a letter is spelled out.
    """
    sys.stdout = sys.stdout or open_nowhere()
    sys.stderr = sys.stderr or open_nowhere()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
