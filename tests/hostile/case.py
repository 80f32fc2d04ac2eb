"""How a hostile case is told of and judged, and the surroundings in which it is made."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.examples import SOUND
from tests.history.repository import commit, copied, git, write
from tests.hostile.pull import SECRET, Pull
from tests.pulls import begin

BASE = ("--base", "main")
STAGED = ("--staged",)
LYING: tuple[str, ...] = ()
NAMED = ("--agreement", "agreement")
USUAL = (0, 1, 2, 3)


class Case(NamedTuple):
    """A hostile pull request: what it does, how it is made and judged, and what must be told."""

    does: str
    make: Callable[[Pull], None]
    runs: tuple[tuple[str, ...], ...]
    shows: str
    slow: bool
    codes: frozenset[int]


CASES: dict[str, Case] = {}
Make = Callable[[Pull], None]


def case(
    *runs: tuple[str, ...], shows: str = "", slow: bool = False, codes: Iterable[int] = USUAL
) -> Callable[[Make], Make]:
    """Add a case under its own name; what it does is its first line."""

    def add(make: Make) -> Make:
        assert make.__doc__, make.__name__
        assert make.__name__ not in CASES
        does = make.__doc__.splitlines()[0]
        CASES[make.__name__] = Case(does, make, runs, shows, slow, frozenset(codes))
        return make

    return add


def surroundings(folder: Path) -> Path:
    """Make what lies around every clone, and the base register in `clone`."""
    base = begin(folder / "clone")
    for sample in (base / ".git" / "hooks").glob("*.sample"):
        sample.unlink()
    outside = folder / "outside"
    private = {
        path: text.replace("Samordnare", SECRET).replace("reference: KS", f"reference: {SECRET}")
        for path, text in SOUND.items()
    }
    write(outside, {f"agreement/{path}": text for path, text in private.items()})
    write(outside, {"secret.txt": f"{SECRET}\n", "agreement/config.yaml": f"# {SECRET}\nx: [\n"})
    git(outside, "init", "--quiet", "--initial-branch=main")
    commit(outside, SECRET)
    program = outside / "evil.sh"
    program.write_text(f'#!/bin/sh\ntouch "{folder}/MARKER"\ncat 2>/dev/null\n', "utf-8")
    program.chmod(0o755)
    (folder / "home").mkdir()
    return folder


def requested(source: Path, target: Path, name: str) -> Pull:
    """Copy the surroundings, and make a pull request's branch in the clone."""
    copied(source, target)
    program = target / "outside" / "evil.sh"
    program.write_text(program.read_text("utf-8").replace(str(source), str(target)), "utf-8")
    pull = Pull(target / "clone")
    git(pull.path, "switch", "--quiet", "-c", "change")
    CASES[name].make(pull)
    pull.head = git(pull.path, "rev-parse", "HEAD")
    # Making the case may run what it plants.
    pull.marker.unlink(missing_ok=True)
    return pull
