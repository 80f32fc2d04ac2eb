"""Trees in which things are of the wrong kind, or have names that lead out, collide or are none."""

import shutil

from tests.examples import SOUND
from tests.history.repository import git, write
from tests.hostile.case import BASE, LYING, STAGED, case
from tests.hostile.pull import FILE, FOLDER, GONE, Pull
from tests.hostile.words import BIDI


@case(BASE, STAGED, LYING, shows=GONE)
def programs(pull: Pull) -> None:
    """Let every file of the agreement be a program."""
    pull.open_gap()
    for file in (pull.path / "agreement").rglob("*.yaml"):
        file.chmod(0o755)
    pull.commit()


@case(BASE)
def kinds_that_are_wrong(pull: Pull) -> None:
    """Call a folder a file, a file a folder, a commit a file, and give modes that nobody has."""
    inside = {name: id_ for _, name, id_ in pull.listed("agreement")}
    head = git(pull.path, "rev-parse", "HEAD")
    blob = pull.blob(b"posts: []\n")
    records = pull.tree([
        (FILE, b"2024.yaml", inside[b"terms"]),
        (FILE, b"2025.yaml", head),
        ("100666", b"2026.yaml", blob),
        ("170000", b"2027.yaml", blob),
    ])  # fmt: skip
    pull.commit_tree(pull.put("agreement", (FOLDER, b"records", records)))


@case(BASE)
def folder_that_is_a_file(pull: Pull) -> None:
    """Say of a file that it is the folder of the staffing, and of nothing that it is the forms."""
    blob = pull.blob(b"party: kom\n")
    pull.commit_tree(pull.put("agreement", (FOLDER, b"staffing", blob)))


@case(BASE, STAGED, LYING)
def agreement_as_file(pull: Pull) -> None:
    """Put a file in the place of the agreement's folder."""
    shutil.rmtree(pull.path / "agreement")
    write(pull.path, {"agreement": "id: x\n"})
    pull.commit()


@case(BASE, STAGED, LYING)
def nothing_left(pull: Pull) -> None:
    """Take away all that there is."""
    git(pull.path, "rm", "-r", "--quiet", ".")
    pull.commit()


@case(BASE)
def folders_upward(pull: Pull) -> None:
    """Bring folders called `..` and `.`, and files whose names hold a way out."""
    pull.open_gap()
    pull.commit()
    blob = pull.blob(SOUND["staffing/kom.yaml"].encode())
    up = pull.tree([(FILE, b"kom.yaml", blob), (FILE, b"evil.yaml", blob)])
    for folder in ("agreement/staffing", "agreement", ""):
        entries = [(FOLDER, name, up) for name in (b"..", b".", b"")]
        names = (
            b"../kom.yaml",
            b"staffing/kom.yaml",
            b"/etc/x.yaml",
            b"..\\x.yaml",
            b"a/../b.yaml",
        )
        pull.commit_tree(pull.put(folder, *entries, *((FILE, name, blob) for name in names)))


@case(BASE)
def one_name_twice(pull: Pull) -> None:
    """Give a folder two files and two folders of one name, in an order that is wrong."""
    sound, evil = (pull.blob(one.encode()) for one in (SOUND["staffing/kom.yaml"], "party: kom\n"))
    pol = pull.blob(SOUND["staffing/pol.yaml"].encode())
    some = [(FILE, b"pol.yaml", pol), (FILE, b"kom.yaml", sound), (FILE, b"kom.yaml", evil)]
    one, other = pull.tree(some), pull.tree(some[:2])
    kept = [entry for entry in pull.listed("agreement") if entry[1] != b"staffing"]
    whole = pull.tree([(FOLDER, b"staffing", one), *kept, (FOLDER, b"staffing", other)])
    pull.commit_tree(pull.put("", (FOLDER, b"agreement", whole)))


ODD_NAMES = (
    "CON.yaml", "con", "aux.yaml", "a\nb.yaml", "\n::error::x.yaml", "a\tb.yaml", "a\\b.yaml",
    'a"b.yaml', ":(glob)**.yaml", ":!x.yaml", "--output=MARKER.yaml", "-rf.yaml",
    "$(touch MARKER).yaml", "`touch MARKER`.yaml", "%0A::error::x.yaml", "##[error]x.yaml",
    "<img src=x>.yaml", "=1+1.yaml", "|x|.yaml", "[a](https://x.invalid).yaml", f"{BIDI}.yaml",
    "x" * 250 + ".yaml", "~.yaml", "@{u}.yaml",
)  # fmt: skip


@case(BASE, STAGED, LYING, shows="file-unexpected")
def odd_names(pull: Pull) -> None:
    """Name files as devices, options, commands, patterns, formulas and in invisible signs."""
    for folder in ("", "agreement", "agreement/staffing"):
        write(pull.path / folder, dict.fromkeys(ODD_NAMES, "x: 1\n"))
    pull.commit()


@case(BASE, STAGED, LYING, shows="file-unexpected")
def names_in_no_encoding(pull: Pull) -> None:
    """Name files in bytes that are no text."""
    blob = pull.blob(b"party: kom\n")
    names = (b"\xff\xfe.yaml", b"\xc3.yaml", b"k\xe5.yaml", b"\xed\xa0\x80.yaml", b"\xf8\x88.yml")
    for folder in ("agreement", "agreement/staffing"):
        pull.commit_tree(pull.put(folder, *((FILE, name, blob) for name in names)))
        pull.checked_out()


@case(BASE, STAGED, LYING, shows="file-unexpected")
def names_that_collide(pull: Pull) -> None:
    """Name files so that a disk or a reader takes several for one."""
    names = ("KOM.yaml", "Kom.YAML", "kom.yml", "\u212aom.yaml", "a\u030are.yaml", "\u00e5re.yaml")
    text = SOUND["staffing/kom.yaml"]
    write(pull.path, {f"agreement/staffing/{name}": text for name in names})
    pull.commit()
