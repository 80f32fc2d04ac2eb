"""Commits that are odd: in their parents, their heads or their messages."""

from tests.history.repository import commit, git, raw_commit, write
from tests.hostile.case import BASE, case
from tests.hostile.pull import GONE, NUMBER, Pull
from tests.pulls import LATER


@case(BASE, ("--base",))
def several_merge_bases(pull: Pull) -> None:
    """Merge the base and the change into one another, so that they part in two places."""
    git(pull.path, "switch", "--quiet", "main")
    write(pull.path, {"README.md": "Grenen.\n"})
    one = commit(pull.path, "Ändra")
    git(pull.path, "switch", "--quiet", "change")
    pull.open_gap()
    other = pull.commit()
    git(pull.path, "merge", "--quiet", "--no-edit", one, day=LATER)
    git(pull.path, "switch", "--quiet", "main")
    tree = git(pull.path, "rev-parse", f"{one}^{{tree}}")
    made = git(pull.path, "commit-tree", tree, "-p", one, "-p", other, day=LATER, text=b"x")
    git(pull.path, "update-ref", "refs/heads/main", made)
    git(pull.path, "reset", "--quiet", "--hard")
    git(pull.path, "switch", "--quiet", "change")


@case(BASE, ("--base",), shows=GONE)
def octopus(pull: Pull) -> None:
    """Merge sixty branches at once."""
    pull.open_gap()
    pull.commit()
    tree = git(pull.path, "rev-parse", "HEAD^{tree}")
    arms = [
        git(pull.path, "commit-tree", tree, "-p", "main", text=str(number).encode())
        for number in range(60)
    ]
    pull.commit_tree(tree, *arms)


HEADS = {
    "far": b"author X <x> 99999999999999999999 +0100\ncommitter X <x> 99999999999999999999 +0100\n",
    "zone": b"author X <x> 1 +99999999\ncommitter X <x> -1 -9999\n",
    "none": b"",
    "twice": b"author A <a> 1 +0000\nauthor B <b> 2 +0000\ncommitter C <c> 3 +0000\n",
    "latin": b"author \xc5ke <x> 1 +0000\ncommitter \xff\xfe <x> 1 +0000\nencoding UTF-7\n",
    "commands": b"author ::error::x <##[error]x> 1 +0000\n"
    b"committer \x1b[31m\xe2\x80\xae <x> 1 +0000\n",
}


@case(BASE, shows=GONE)
def odd_commits(pull: Pull) -> None:
    """Write commits with impossible days, two authors, none, and messages that hide a part."""
    pull.open_gap()
    tree = git(pull.path, "rev-parse", f"{pull.commit()}^{{tree}}")
    for head in HEADS.values():
        parent = git(pull.path, "rev-parse", "HEAD")
        text = f"tree {tree}\nparent {parent}\n".encode() + head
        text += b"\n::error::x\n##[error]x\x00\x1b]0;x\x07\xe2\x80\xae \xff" + NUMBER.encode()
        pull.stand(raw_commit(pull.path, text))


@case(BASE)
def odd_parents(pull: Pull) -> None:
    """Write a commit of which one parent is missing, and one is given three thousand times."""
    pull.open_gap()
    tree = git(pull.path, "rev-parse", f"{pull.commit()}^{{tree}}")
    parent = git(pull.path, "rev-parse", "HEAD")
    lines = f"parent {parent}\n" * 3000 + f"parent {'1' * 40}\n"
    people = "author X <x> 1 +0000\ncommitter X <x> 1 +0000\n"
    pull.stand(raw_commit(pull.path, f"tree {tree}\n{lines}{people}\nx\n".encode()))


@case(BASE, shows=GONE)
def huge_message(pull: Pull) -> None:
    """Write a message of five megabytes."""
    pull.open_gap()
    pull.commit()
    tree = git(pull.path, "rev-parse", "HEAD^{tree}")
    pull.commit_tree(tree, message="::error::x \u202e\n" * 300_000)


@case(BASE, ("--base",))
def unrelated(pull: Pull) -> None:
    """Begin a history of its own, which has nothing in common with the base."""
    tree = git(pull.path, "rev-parse", "HEAD^{tree}")
    pull.stand(git(pull.path, "commit-tree", tree, text=b"x"))
