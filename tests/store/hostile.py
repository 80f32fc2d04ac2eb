"""Named hostile folders: a sound agreement with one thing in it that is meant to do harm.

Each says which rule finds it and, where that is known, on which line and column; no rule where it
does no harm. The threats are those of the security design: Y (text), S (schema), F (files).
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.examples import SOUND

KIB = 1024
FULL = 250 * KIB
PATH = "staffing/kom.yaml"


@dataclass(frozen=True)
class Hostile:
    """What is written over the sound agreement, and what is to be found."""

    rule: str
    spot: tuple[int, int] | None
    build: Callable[[Path], None]
    seconds: float = 1

    def write(self, root: Path) -> None:
        for path, content in SOUND.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, encoding="utf-8")
        self.build(root)


HOSTILE: dict[str, Hostile] = {}
HEAVY = ("y05-13-", "y05-5-", "y05-65-")
"""How the names begin of cases with thousands of files, or a huge one: seconds each."""
Content = bytes | str | Callable[[], str]


def as_bytes(content: Content) -> bytes:
    made = content() if callable(content) else content
    return made.encode() if isinstance(made, str) else made


def text(
    name: str, content: Content, rule: str, spot: tuple[int, int] | None = None, path: str = PATH
) -> None:
    """Name a hostile file."""

    def build(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(as_bytes(content))

    add(name, Hostile(rule, spot, build))


def add(name: str, hostile: Hostile) -> None:
    assert name not in HOSTILE, name
    HOSTILE[name] = hostile


def filled(piece: str, head: str = "", size: int = FULL) -> Callable[[], str]:
    """Return a text that repeats `piece` up to `size` bytes."""
    return lambda: head + piece * ((size - len(head)) // len(piece.encode()))


def entitled(value: str) -> str:
    """Return a staffing file whose post has `value` as its title, on line 4, column 12."""
    return f"party: kom\nposts:\n  - id: kom-1\n    title: {value}\n"


def identified(value: str) -> str:
    """Return a staffing file whose post has `value` as its id, on line 3, column 9."""
    return f"party: kom\nposts:\n  - id: {value}\n    title: Post\n"


TITLE = (4, 12)
ID = (3, 9)
