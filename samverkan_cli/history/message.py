"""The message of a commit: words for people, and fields at the end that a reader can trust.

What people wrote stands in the middle, never last, and cannot look like one of our fields or end
the message early (G9): `git interpret-trailers --parse` finds our fields and no others.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from samverkan_cli.evaluate.personal import holds_identity
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.model.signs import STEERING

WIDTH = 72
NAME = re.compile(r"Samverkan-[A-Z][A-Za-z-]*")
# Our fields; what divides a message from a patch; what mail and editors take away.
MEANT_FOR_GIT = re.compile(
    r"\s*(?:samverkan-[\w-]*\s*:|---|diff -|index:|from |#|\(cherry picked)", re.IGNORECASE
)


def message(subject: str, body: Sequence[str], fields: Sequence[tuple[str, str]]) -> str:
    """Return a message: a subject of one line, paragraphs, and fields of one line each.

    Raises:
        ValueError: there is no subject, no field, or a field that is none of ours.
        GitError: a personal identity number stands in a text, however it is parted.
    """
    if any(map(holds_identity, (subject, *body, *(value for _, value in fields)))):
        raise GitError(GitProblem.PERSONAL)
    whole = quoted(one_line(subject))
    if not whole or not fields or not all(NAME.fullmatch(name) for name, _ in fields):
        raise ValueError([name for name, _ in fields])
    first = shortened(whole)
    paragraphs = [first, *([whole] if first != whole else [])]
    paragraphs += ["\n".join(lines(text)) for text in body if text.strip()]
    paragraphs.append("\n".join(f"{name}: {one_line(value)}".rstrip() for name, value in fields))
    return "\n\n".join(paragraphs) + "\n"


def lines(text: str) -> Iterator[str]:
    """Yield the lines of what somebody wrote, so that each is only text."""
    for line in text.strip().splitlines():
        yield quoted(plain(line).rstrip())


def quoted(line: str) -> str:
    """Return a line that git or our reader could take for more than text as a quotation."""
    folded = unicodedata.normalize("NFKC", line)
    return f"> {line}" if MEANT_FOR_GIT.match(folded) else line


def one_line(text: str) -> str:
    """Return a text on one line, without blanks around it."""
    return plain(" ".join(text.split()))


def plain(text: str) -> str:
    """Return a text with every character that cannot be seen spelled out, and plain blanks."""
    return "".join(map(seen, text))


def seen(sign: str) -> str:
    """Return a character as it can be seen."""
    if sign.isprintable() and not STEERING.match(sign):
        return sign
    return " " if unicodedata.category(sign) == "Zs" else f"\\u{ord(sign):04x}"


def shortened(line: str) -> str:
    """Return a line that is not too long for a subject, cut between words where that can be."""
    if len(line) <= WIDTH:
        return line
    cut = line[: WIDTH - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"
