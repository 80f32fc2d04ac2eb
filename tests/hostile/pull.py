"""A clone in which a hostile pull request is made, and what its trees are made of."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.history.repository import commit, git
from tests.pulls import KOM, LATER, rewrite

SECRET = "Hemligheten utanför"  # noqa: S105 - what must not be read, and no key
NUMBER = "811218-9876"
FILE, PROGRAM, LINK, FOLDER, GITLINK = "100644", "100755", "120000", "40000", "160000"
GAP = ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, until: 2025-02-18}")
GONE = "function-uncovered"


@dataclass
class Pull:
    """A clone in which a hostile pull request is checked out, at the revision `head`.

    `environ` is what the runner sets.
    """

    path: Path
    environ: dict[str, str] = field(default_factory=dict)
    head: str = ""

    @property
    def outside(self) -> Path:
        """Return the folder beside the clone."""
        return self.path.parent / "outside"

    @property
    def marker(self) -> Path:
        """Return the file that appears when foreign code has run."""
        return self.path.parent / "MARKER"

    @property
    def program(self) -> str:
        """Return a program that leaves the mark and goes on as if nothing had happened."""
        return str(self.outside / "evil.sh")

    def commit(self, message: str = "Ändra") -> str:
        """Commit all that lies in the working tree."""
        return commit(self.path, message, LATER)

    def blob(self, content: bytes) -> str:
        """Store a blob."""
        return git(self.path, "hash-object", "-w", "--stdin", text=content)

    def tree(self, entries: Iterable[tuple[str, bytes, str]]) -> str:
        """Store a folder of the very names and kinds given, in that order."""
        whole = b"".join(
            mode.encode() + b" " + name + b"\0" + bytes.fromhex(id_) for mode, name, id_ in entries
        )
        options = ("-t", "tree", "-w", "--literally", "--stdin")
        return git(self.path, "hash-object", *options, text=whole)

    def listed(self, folder: str = "") -> list[tuple[str, bytes, str]]:
        """Return what the newest revision holds in a folder."""
        if folder and not git(self.path, "ls-tree", "HEAD", "--", folder).startswith("040000"):
            return []
        out = git(self.path, "ls-tree", f"HEAD:{folder}")
        facts = [line.partition("\t") for line in out.splitlines()]
        return [
            (kind.split()[0].lstrip("0"), name.encode(), kind.split()[2]) for kind, _, name in facts
        ]

    def put(self, folder: str, *entries: tuple[str, bytes, str]) -> str:
        """Return the tree of the whole repository with entries put into a folder of it."""
        names = {name for _, name, _ in entries}
        kept = [one for one in self.listed(folder) if one[1] not in names]
        made = self.tree(sorted((*kept, *entries), key=sorting))
        if not folder:
            return made
        above, _, name = folder.rpartition("/")
        return self.put(above, (FOLDER, name.encode(), made))

    def commit_tree(self, tree: str, *more: str, message: str = "Ändra") -> str:
        """Commit a tree that need not be one that can be checked out; return the commit."""
        parents = [word for one in ("HEAD", *more) for word in ("-p", one)]
        made = git(self.path, "commit-tree", tree, *parents, day=LATER, text=message.encode())
        self.stand(made)
        return made

    def stand(self, made: str) -> None:
        """Put the branch at a commit, as far as git will; the working tree stays."""
        git(self.path, "update-ref", "HEAD", made)

    def checked_out(self) -> None:
        """Let the working tree and the index be as the newest revision."""
        git(self.path, "reset", "--quiet", "--hard")

    def open_gap(self) -> None:
        """Leave a function without anybody: what the rest of the pull request is to hide."""
        rewrite(self.path, KOM, GAP)


def sorting(entry: tuple[str, bytes, str]) -> bytes:
    """Return what git sorts the entries of a folder by."""
    return entry[1] + b"/" * (entry[0] == FOLDER)
