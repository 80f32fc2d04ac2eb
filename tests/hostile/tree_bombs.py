"""Blobs, folders, names and histories that are too large, too deep or too many."""

import zlib
from hashlib import sha1

from tests.history.repository import git
from tests.hostile.case import BASE, NAMED, STAGED, case
from tests.hostile.pull import FILE, FOLDER, GONE, Pull
from tests.hostile.yaml_bombs import grown

FILES = 12_000


def loose(pull: Pull, content: bytes) -> str:
    """Store a blob without help, quickly: git would take seconds over a large one."""
    whole = f"blob {len(content)}\0".encode() + content
    name = sha1(whole, usedforsecurity=False).hexdigest()
    file = pull.path / ".git" / "objects" / name[:2] / name[2:]
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(zlib.compress(whole, 1))
    return name


@case(BASE, STAGED, shows="file-too-large")
def large_blobs(pull: Pull) -> None:
    """Bring files of 60 MiB in the place of the records, and beside the agreement."""
    blob = loose(pull, b"#" * (60 << 20))
    pull.commit_tree(pull.put("agreement/records", (FILE, b"2024.yaml", blob)))
    pull.commit_tree(pull.put("agreement", (FILE, b"large.yaml", blob), (FILE, b"large", blob)))
    git(pull.path, "read-tree", "HEAD")


def layers(pull: Pull, leaf: str, deep: int, wide: int) -> str:
    """Return a folder of folders that are one and the same: `wide` to the power of `deep` files."""
    made = pull.tree([(FILE, b"a.yaml", leaf)])
    for _ in range(deep):
        made = pull.tree([(FOLDER, f"{n:02}".encode(), made) for n in range(wide)])
    return made


@case(BASE)
def folder_bomb(pull: Pull) -> None:
    """Bring ten thousand million files in ten folders of a few hundred bytes, in the agreement."""
    made = layers(pull, pull.blob(b"x: 1\n"), 10, 10)
    pull.commit_tree(pull.put("agreement", (FOLDER, b"records", made)))


@case(BASE, (*BASE, *NAMED), shows=GONE)
def folder_bomb_beside(pull: Pull) -> None:
    """Bring as many beside the agreement."""
    pull.open_gap()
    pull.commit()
    made = layers(pull, pull.blob(b"x: 1\n"), 10, 10)
    pull.commit_tree(pull.put("", (FOLDER, b"bomb", made), (FOLDER, b"terms", made)))


@case((*BASE, "--agreement", "avtal/agreement"), shows=GONE)
def folder_bomb_and_move(pull: Pull) -> None:
    """Bring as many beside an agreement that is moved, so that it is looked for in the base."""
    pull.open_gap()
    (pull.path / "avtal").mkdir()
    git(pull.path, "mv", "agreement", "avtal/agreement")
    pull.commit()
    made = layers(pull, pull.blob(b"x: 1\n"), 10, 10)
    pull.commit_tree(pull.put("", (FOLDER, b"bomb", made)))


@case(BASE)
def many_entries(pull: Pull) -> None:
    """Bring a folder of 400 000 names of one file, in the agreement."""
    blob = pull.blob(b"x\n")
    made = pull.tree([(FILE, f"{n:06}".encode(), blob) for n in range(400_000)])
    pull.commit_tree(pull.put("agreement", (FOLDER, b"more", made)))


@case(BASE)
def deep_folders(pull: Pull) -> None:
    """Bring a file below fifteen hundred folders."""
    blob = pull.blob(b"party: kom\n")
    made = pull.tree([(FILE, b"kom.yaml", blob)])
    base = bytes.fromhex(made)
    for _ in range(1500):
        whole = b"40000 a\0" + base
        base = sha1(b"tree %d\0" % len(whole) + whole, usedforsecurity=False).digest()
        file = pull.path / ".git" / "objects" / base.hex()[:2] / base.hex()[2:]
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(zlib.compress(b"tree %d\0" % len(whole) + whole, 1))
    pull.commit_tree(pull.put("agreement/staffing", (FOLDER, b"deep", base.hex())))


@case(BASE)
def long_names(pull: Pull) -> None:
    """Bring files whose names are a hundred thousand letters long."""
    blob = pull.blob(b"party: kom\n")
    names = (b"x" * 100_000 + b".yaml", b"::error::" * 9_000 + b".yaml", b"y" * 200_000)
    for folder in ("agreement", "agreement/staffing"):
        pull.commit_tree(pull.put(folder, *((FILE, name, blob) for name in names)))


def many(pull: Pull, content: bytes, inside: str, number: int = FILES) -> None:
    """Bring very many files of one content."""
    blob = pull.blob(content)
    made = [(FILE, f"a-{n:05}.yaml".encode(), blob) for n in range(number)]
    pull.commit_tree(pull.put(f"agreement/{inside}", *made))


@case(BASE, slow=True)
def many_sound_files(pull: Pull) -> None:
    """Bring 12 000 files of records."""
    many(pull, b"records:\n  - {follow-up: grannar-uppf, on: 2025-02-10}\n", "records")


@case(BASE, slow=True)
def many_broken_files(pull: Pull) -> None:
    """Bring 12 000 tiny files that are not YAML."""
    many(pull, b"[", "records")


@case(BASE, slow=True)
def many_faults_in_many_files(pull: Pull) -> None:
    """Bring 12 000 small files with twenty faults each."""
    many(pull, b"x: 1\n" + b"".join(b"%c: 1\n" % n for n in range(97, 120)), "records")


@case(BASE, slow=True)
def many_personal_files(pull: Pull) -> None:
    """Bring 12 000 small files full of personal numbers."""
    many(pull, b"# 811218-9876\n" * 20, "records")


@case(BASE, slow=True)
def many_unexpected_files(pull: Pull) -> None:
    """Bring 40 000 files that have no business in the agreement."""
    many(pull, b"x", "records/more", 40_000)


@case(BASE, slow=True)
def many_large_files(pull: Pull) -> None:
    """Bring five files of records, each as large as it may be."""
    line = "  - {{duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/{n}}}\n"
    many(pull, grown("records:\n", line).encode(), "records", 5)


@case(BASE, slow=True)
def long_history(pull: Pull) -> None:
    """Bring a hundred thousand commits that change nothing."""
    one = "commit refs/heads/change\ncommitter x <x> 1740000000 +0000\ndata 1\nx\n"
    first = f"{one}from refs/heads/change^0\n\n"
    stream = (first + f"{one}\n" * 99_999).encode()
    git(pull.path, "fast-import", "--quiet", "--force", text=stream)
