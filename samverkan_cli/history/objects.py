"""Objects of a repository: contents by id, held against that id, and the files of a revision."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git, Pipe
from samverkan_cli.model.revision import SHORT

AT_ONCE = 30
"""So many questions fit into the smallest pipe, so that neither side waits for the other."""
LARGEST_COMMIT = 1024 * 1024
DRAINED = 8 * 1024 * 1024
PIECE = 64 * 1024
ENTRIES = 100_000
"""No agreement has more files; a few folders that hold one another can stand for any number."""
EVERY = 1_000_000
"""So many files of a whole repository are looked through, and so many bytes are told of each."""
TOLD_OF_EACH = 256
LONGEST_PATH = 1024 * 1024
LINK, SUBMODULE = 0o120000, 0o160000
SHA1_DIGITS = 40


class Object(NamedTuple):
    """What an id stands for; `content` is None where it is larger than was asked for."""

    id: str
    kind: str
    size: int
    content: bytes | None


class File(NamedTuple):
    """A file of a revision; `path` is inside the folder, in git's own bytes."""

    path: bytes
    mode: int
    id: str


class Objects:
    """Reads objects through one git that runs beside us; a context manager."""

    def __init__(self, git: Git) -> None:
        """Start nothing yet."""
        self.git = git
        self.stack = ExitStack()
        self.pipe: Pipe | None = None

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End git."""
        self.stack.close()
        self.pipe = None

    def many(self, ids: Sequence[str], largest: int = LARGEST_COMMIT) -> list[Object]:
        """Return up to `AT_ONCE` objects in the order asked for.

        Raises:
            GitError: one is missing or damaged.
        """
        found: list[Object] = []
        while left := ids[len(found) :]:
            pipe = self.pipe or self.start()
            try:
                pipe.stdin.write("".join(f"{one}\n" for one in left).encode("ascii"))
                pipe.stdin.flush()
            except BrokenPipeError as error:
                raise self.git.damage(left[0]) from error
            for one in left:
                found.append(self.next(pipe, one, largest))
                if self.pipe is None:
                    break
        return found

    def one(self, name: str, largest: int = LARGEST_COMMIT) -> Object:
        """Return an object.

        Raises:
            GitError: it is missing or damaged.
        """
        return self.many([name], largest)[0]

    def start(self) -> Pipe:
        """Start git."""
        self.pipe = self.stack.enter_context(self.git.stream("cat-file", "--batch"))
        return self.pipe

    def next(self, pipe: Pipe, name: str, largest: int) -> Object:
        """Read the next answer.

        Raises:
            GitError: the object is missing, damaged or not what its id says.
        """
        answer = pipe.stdout.readline().split()
        if len(answer) != len(("id", "kind", "size")) or answer[0] != name.encode("ascii"):
            raise self.git.damage(name)
        kind, size = answer[1].decode("ascii"), int(answer[2])
        if size > largest:
            self.skip(pipe, size + 1)
            return Object(name, kind, size, None)
        content = pipe.stdout.read(size + 1)
        if len(content) != size + 1 or id_of(kind, content[:-1], len(name)) != name:
            raise self.git.damage(name)
        return Object(name, kind, size, content[:-1])

    def skip(self, pipe: Pipe, size: int) -> None:
        """Pass over an answer that is too large; for a huge one git is ended instead."""
        if size > DRAINED:
            self.__exit__()
        while self.pipe and size and (piece := pipe.stdout.read(min(size, PIECE))):
            size -= len(piece)


def id_of(kind: str, content: bytes, digits: int) -> str:
    """Return the id that an object must have."""
    whole = f"{kind} {len(content)}\0".encode("ascii") + content
    if digits == SHA1_DIGITS:
        return hashlib.sha1(whole, usedforsecurity=False).hexdigest()
    return hashlib.sha256(whole).hexdigest()


def prefix_of(git: Git, folder: Path) -> bytes:
    """Return the path of a folder in the repository, ending with `/`, or nothing for the top."""
    inside = folder.relative_to(git.top).as_posix()
    return b"" if inside == "." else f"{inside}/".encode("utf-8", "surrogateescape")


def files_at(git: Git, commit: str, prefix: bytes) -> list[File]:
    """Return the files, links and submodules of a folder as a revision holds them.

    Raises:
        GitError: a folder is missing or damaged, or there are too many files.
    """
    within = ["--", prefix.decode("utf-8", "surrogateescape")] if prefix else []
    return [file_of(line, len(prefix)) for line in listed(git, commit, ENTRIES, *within)]


def named_at(git: Git, commit: str, ending: bytes) -> list[File]:
    """Return the files of a whole revision whose paths end so; a path has a slash before it.

    Raises:
        GitError: a folder is missing or damaged, or there are too many files.
    """
    lines = (line for line in listed(git, commit, EVERY) if line.endswith(ending[1:]))
    return [one for line in lines if (b"/" + (one := file_of(line, 0)).path).endswith(ending)]


def listed(git: Git, commit: str, most: int, *within: str) -> Iterator[bytes]:
    """Yield what git tells of the files of a revision, a line for each, as soon as it does.

    Raises:
        GitError: a folder is missing or damaged, or there are too many files.
    """
    number = size = 0
    rest = b""
    with git.stream("ls-tree", "-r", "-z", "--full-tree", commit, *within) as pipe:
        while piece := pipe.stdout.read(PIECE):
            *lines, rest = (rest + piece).split(b"\0")
            number, size = number + len(lines), size + len(piece)
            if number > most or size > most * TOLD_OF_EACH or len(rest) > LONGEST_PATH:
                raise GitError(GitProblem.TOO_LARGE, id=commit[:SHORT], n=most)
            yield from lines
        if not pipe.ended_well():
            raise git.damage(commit)


def those_at(git: Git, commit: str, paths: list[bytes]) -> set[bytes]:
    """Return those of some paths that there are in a revision.

    Raises:
        GitError: a folder is missing or damaged.
    """
    wanted = [path.decode("utf-8", "surrogateescape") for path in paths]
    out = git.run("ls-tree", "-z", "--full-tree", "--name-only", commit, "--", *wanted)
    return {*out.split(b"\0")}


def file_of(line: bytes, prefix: int) -> File:
    """Return what a line of ls-tree tells."""
    facts, _, path = line.partition(b"\t")
    mode, _, name = facts.split(b" ")
    return File(path[prefix:], int(mode, 8), name.decode("ascii"))
