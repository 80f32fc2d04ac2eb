"""Files that are too deep, or that are as large as they may be, and hard to read or judge."""

from tests.history.repository import write
from tests.hostile.case import BASE, LYING, STAGED, case
from tests.hostile.pull import Pull
from tests.pulls import FORM, KOM, RECORDS, WAIVERS

FULL = 255 * 1024
NODES = 19_900


def text(pull: Pull, path: str, content: str) -> None:
    """Commit one file with the gap that is to be hidden."""
    write(pull.path, {path: content})
    pull.commit()


def grown(head: str, line: str, size: int = FULL, start: int = 0) -> str:
    """Return a text of numbered lines, as long as a file may be and of as many values."""
    each = 2 * line.count(": ") + line.count("{{") + line.count("[")
    lines, length = [head], len(head.encode())
    for number in range(start, start + NODES // each):
        lines.append(line.format(n=number))
        length += len(lines[-1].encode())
        if length > size:
            return "".join(lines[:-1])
    return "".join(lines)


@case(BASE, STAGED, LYING, shows="yaml-construct")
def alias_bomb(pull: Pull) -> None:
    """Let ten values be ten of the one before, nine times over."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)]
    text(pull, KOM, "".join(lines))


@case(BASE, shows="yaml-construct")
def merge_bomb(pull: Pull) -> None:
    """Let every map be the one before twice, through merge keys."""
    lines = ["a0: &a0 {x: y}\n"]
    lines += [f"a{n}: &a{n} {{<<: [*a{n - 1}, *a{n - 1}]}}\n" for n in range(1, 27)]
    text(pull, KOM, "".join(lines))


@case(BASE, STAGED, LYING, shows="yaml-too-deep")
def depth_bomb(pull: Pull) -> None:
    """Open a hundred thousand brackets, in every kind of file."""
    paths = (KOM, WAIVERS, RECORDS, FORM, "agreement/config.yaml")
    write(pull.path, dict.fromkeys(paths, "[" * 100_000))
    pull.commit()


@case(BASE)
def one_long_line(pull: Pull) -> None:
    """Write all faults of a file on one line as long as a file may be."""
    text(pull, KOM, "party: kom\nposts: [" + "{id: A, title: '', x: 1}, " * 2_800 + "]\n")


@case(BASE)
def thousands_of_settings(pull: Pull) -> None:
    """Set the gravity of thousands of rules that there are not."""
    text(
        pull,
        "agreement/config.yaml",
        grown("severity:\n", "  - {{rule: slot-shor{n}, level: ignore}}\n"),
    )
