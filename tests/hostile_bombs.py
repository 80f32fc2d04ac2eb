"""Pull requests that are too large, too deep or too many of something, to keep the judge busy."""

import zlib
from hashlib import sha1

from tests.examples import SOUND
from tests.history.repository import git, write
from tests.hostile_pulls import BASE, FILE, FOLDER, GONE, LYING, NAMED, STAGED, Pull, case
from tests.pulls import FORM, KOM, RECORDS, WAIVERS

FULL = 255 * 1024
FILES = 12_000
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


@case(BASE, shows=GONE)
def thousands_of_waivers(pull: Pull) -> None:
    """Bring as many waivers as a file holds, each for something of its own, and ended."""
    pull.open_gap()
    line = "  - {{rule: slot-short, subject: a{n}, reason: x, owner: x, until: 2025-01-01}}\n"
    text(pull, WAIVERS, grown("waivers:\n", line))


@case(BASE, shows=GONE)
def thousands_of_waivers_of_one(pull: Pull) -> None:
    """Bring as many waivers as a file holds, all for one finding."""
    pull.open_gap()
    line = (
        "  - {rule: staffing-unknown, subject: kom-sam, reason: x, owner: x, until: 2026-01-01}\n"
    )
    text(pull, WAIVERS, "waivers:\n" + line * 1800)


def based(pull: Pull, files: dict[str, str]) -> None:
    """Let the base hold these files as well, and the change go on from it."""
    git(pull.path, "switch", "--quiet", "main")
    write(pull.path, files)
    pull.commit()
    git(pull.path, "switch", "--quiet", "-C", "change")


@case(BASE, shows="id-renamed", slow=True)
def thousands_renamed(pull: Pull) -> None:
    """Give thousands of posts another id, each of them a title of its own."""
    lines = ("  - {{id: a-{n}, title: Nr {n}}}\n", "  - {{id: b-{n}, title: Nr {n}}}\n")
    before, after = (grown("party: kom\nposts:\n", line) for line in lines)
    based(pull, {"agreement/staffing/mer.yaml": before})
    text(pull, "agreement/staffing/mer.yaml", after)


@case(BASE, slow=True)
def thousands_renamed_alike(pull: Pull) -> None:
    """Give thousands of posts another id, all of them with one title."""
    lines = ("  - {{id: a-{n}, title: X}}\n", "  - {{id: b-{n}, title: X}}\n")
    before, after = (grown("party: kom\nposts:\n", line) for line in lines)
    based(pull, {"agreement/staffing/mer.yaml": before})
    text(pull, "agreement/staffing/mer.yaml", after)


@case(BASE, slow=True)
def thousands_with_one_fingerprint(pull: Pull) -> None:
    """Let thousands of findings be about the same, on both sides."""
    line = "  - {post: kom-9, slot: kom-sam/ute, from: 2024-01-01}\n"
    head = "party: kom\nassignments:\n"
    based(pull, {"agreement/staffing/mer.yaml": head + line * 1000})
    text(pull, "agreement/staffing/mer.yaml", head + line * 2600)


@case(BASE, slow=True)
def thousands_of_unknown_names(pull: Pull) -> None:
    """Name thousands of posts that are not there, each like thousands that are."""
    posts = grown("party: kom\nposts:\n", "  - {{id: samordnare-for-trygghet-{n}, title: X}}\n")
    line = "  - {{post: samordnare-fran-trygghet-{n}, slot: kom-sam/ute, from: 2024-01-01}}\n"
    wrong = grown("party: kom\nassignments:\n", line)
    write(pull.path, {"agreement/staffing/mer.yaml": posts, "agreement/staffing/mest.yaml": wrong})
    pull.commit()


def days(number: int) -> list[str]:
    """Return so many days in a row, but for those that some months lack."""
    return [f"20{20 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(number)]


@case(BASE, slow=True)
def thousands_of_segments(pull: Pull) -> None:
    """Let thousands of assignments of one post to one slot begin on days of their own."""
    lines = "".join(f"  - {{post: kom-2, slot: kom-sam/ute, from: {day}}}\n" for day in days(2000))
    text(pull, KOM, f"party: kom\nposts: [{{id: kom-2, title: X}}]\nassignments:\n{lines}")


@case(BASE, slow=True)
def thousands_of_holders(pull: Pull) -> None:
    """Let more and more posts hold one slot, one from each day on, none of them ever ending."""
    posts = "".join(f"  - {{id: p{n}, title: X}}\n" for n in range(1600))
    lines = "".join(
        f"  - {{post: p{n}, slot: kom-sam/ute, from: {day}}}\n" for n, day in enumerate(days(1600))
    )
    text(pull, KOM, f"party: kom\nposts:\n{posts}assignments:\n{lines}")


@case(BASE, slow=True)
def thousands_of_absences(pull: Pull) -> None:
    """Let somebody be away thousands of times."""
    lines = "".join(f"  - {{post: kom-2, from: {day}, reason: other}}\n" for day in days(2000))
    text(pull, "agreement/staffing/mer.yaml", f"party: kom\nabsences:\n{lines}")


@case(BASE)
def thousands_of_guarantees(pull: Pull) -> None:
    """Promise thousands of slots, all of them short."""
    line = "  - id: g{n}\n    title: X\n    slots:\n"
    line += "      - {{id: a, kind: operative, holders: {{at-least: 2}}}}\n"
    text(pull, "agreement/terms/guarantees/mer.yaml", grown("party: kom\nguarantees:\n", line))


@case(BASE)
def duties_of_every_day(pull: Pull) -> None:
    """Promise work of every day, in a period that never ends."""
    path = "terms/agreement.yaml"
    agreement = SOUND[path].replace("2024-01-01", "0001-01-01").replace("2026-12-31", "9999-12-30")
    write(pull.path, {f"agreement/{path}": agreement})
    duties(pull, "Nr", "daily", 60_000)


@case(BASE, slow=True)
def duties_worded_alike(pull: Pull) -> None:
    """Word very many duties almost alike, and long."""
    words = "samverka kring trygghet och brottsförebyggande arbete i området"
    duties(pull, words, "weekly", 200_000)


def duties(pull: Pull, words: str, cadence: str, size: int) -> None:
    """Commit a form with very many duties, worded alike but for a number."""
    line = "  - {{id: d{n}, title: WORDS {n}, who: {{all: [kom, pol]}}, cadence: OFTEN}}\n"
    line = line.replace("WORDS", words).replace("OFTEN}", f"{cadence}, firmness: shall}}")
    head, tail = SOUND["terms/forms/grannar.yaml"].split("follow-up:")
    text(pull, FORM, f"{grown(head, line, size)}follow-up:{tail}")


@case(BASE, slow=True)
def thousands_of_records(pull: Pull) -> None:
    """Record one duty thousands of times, for periods of many years."""
    line = "  - {{duty: grannar-analys, periods: 2024..2026, on: 2024-12-10, reference: KS {n}}}\n"
    text(pull, "agreement/records/mer.yaml", grown("records:\n", line))


@case(BASE, slow=True)
def records_rewritten(pull: Pull) -> None:
    """Rewrite thousands of records that are alike."""
    line = "  - {{duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS {n}}}\n"
    based(pull, {"agreement/records/mer.yaml": grown("records:\n", line)})
    line = line.replace("12-10", "12-11")
    text(pull, "agreement/records/mer.yaml", grown("records:\n", line, start=1))


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


@case(BASE, slow=True)
def long_history(pull: Pull) -> None:
    """Bring a hundred thousand commits that change nothing."""
    one = "commit refs/heads/change\ncommitter x <x> 1740000000 +0000\ndata 1\nx\n"
    first = f"{one}from refs/heads/change^0\n\n"
    stream = (first + f"{one}\n" * 99_999).encode()
    git(pull.path, "fast-import", "--quiet", "--force", text=stream)
