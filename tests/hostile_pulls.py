"""Pull requests that mean harm, made on top of a small register. A case changes a copy of it.

Each says in a line what it does, with what it is judged, and which rule must be told as new all the
same. What lies beside the clone is nobody's business: `outside/` holds what must not be read, and
the file that appears when foreign code has run.
"""

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.examples import SOUND
from tests.history.repository import commit, copied, git, raw_commit, write
from tests.pulls import CONFIG, FORM, KOM, LATER, RECORDS, WAIVERS, begin, rewrite

SECRET = "Hemligheten utanför"  # noqa: S105 - what must not be read, and no key
NUMBER = "811218-9876"
BASE = ("--base", "main")
STAGED = ("--staged",)
LYING: tuple[str, ...] = ()
NAMED = ("--agreement", "agreement")
USUAL = (0, 1, 2, 3)
LINKED = 4
FILE, PROGRAM, LINK, FOLDER, GITLINK = "100644", "100755", "120000", "40000", "160000"
BIDI = "\u202e\u2066\u200b\u061c\u0085\u2028\x1b[31m\x9b"
COMMANDS = (
    "::error::x",
    "##[error]x",
    "::set-env name=x::y",
    "::stop-commands::z",
    "%0A::error::x",
)


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


GAP = ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, until: 2025-02-18}")
GONE = "function-uncovered"


def sorting(entry: tuple[str, bytes, str]) -> bytes:
    """Return what git sorts the entries of a folder by."""
    return entry[1] + b"/" * (entry[0] == FOLDER)


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


# Links, and what else is no ordinary file.


def linked(pull: Pull, path: str, target: str) -> None:
    """Put a link in the place of a file or folder, and commit it."""
    place = pull.path / path
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)
    place.symlink_to(target)
    pull.commit()


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_to_passwd(pull: Pull) -> None:
    """Put a link to the system's list of users in the place of the records."""
    linked(pull, RECORDS, "/etc/passwd")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_to_secret(pull: Pull) -> None:
    """Put a link to sound staffing outside the repository in the place of our own."""
    linked(pull, KOM, "../../../outside/agreement/staffing/kom.yaml")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_to_broken_secret(pull: Pull) -> None:
    """Put a link to settings outside that cannot be read, so that their lines would be quoted."""
    linked(pull, CONFIG, "../../outside/agreement/config.yaml")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def linked_folder(pull: Pull) -> None:
    """Put a link to a folder outside in the place of the staffing."""
    linked(pull, "agreement/staffing", "../../outside/agreement/staffing")


@case(NAMED, BASE, STAGED, LYING, (*BASE, *NAMED), codes=(2, LINKED))
def linked_agreement(pull: Pull) -> None:
    """Put a link to another register, with a repository of its own, in the place of ours."""
    linked(pull, "agreement", "../outside/agreement")


@case(BASE, STAGED, LYING)
def linked_from_terms(pull: Pull) -> None:
    """Leave of the agreement only a link in the place of its terms."""
    shutil.rmtree(pull.path / "agreement")
    (pull.path / "agreement").mkdir()
    linked(pull, "agreement/terms", "../../outside/agreement/terms")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_loop(pull: Pull) -> None:
    """Let a file be a link to itself, and a folder a link to the folder above it."""
    linked(pull, FORM, "grannar.yaml")
    linked(pull, "agreement/records/more", "..")
    linked(pull, "agreement/staffing/kom.yaml", "pol.yaml")
    linked(pull, "agreement/staffing/pol.yaml", "kom.yaml")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_to_device(pull: Pull) -> None:
    """Put links to what never ends in the place of files."""
    linked(pull, WAIVERS, "/dev/zero")
    linked(pull, CONFIG, "/dev/stdin")
    linked(pull, RECORDS, "/proc/self/environ")


@case(BASE, STAGED, LYING, shows="file-not-plain")
def link_into_git(pull: Pull) -> None:
    """Put a link to the repository's own settings in the place of the records."""
    git(pull.path, "config", "remote.origin.url", f"https://x:{SECRET}@x.invalid/")
    linked(pull, RECORDS, "../../.git/config")


@case(BASE, STAGED, shows="file-not-plain")
def link_as_long_text(pull: Pull) -> None:
    """Put a link whose target is a megabyte of text, which no disk can hold."""
    tree = pull.put("agreement/records", (LINK, b"2024.yaml", pull.blob(b"x/" * 500_000)))
    pull.commit_tree(tree)
    git(pull.path, "read-tree", "HEAD")


@case(BASE, STAGED, LYING)
def gitlink_agreement(pull: Pull) -> None:
    """Put a submodule in the place of the agreement."""
    head = git(pull.path, "rev-parse", "HEAD")
    pull.commit_tree(pull.put("", (GITLINK, b"agreement", head)))
    pull.checked_out()


@case(BASE, STAGED, shows="file-not-plain")
def gitlink_file(pull: Pull) -> None:
    """Put submodules in the place of a file and of a folder of the agreement."""
    head = git(pull.path, "rev-parse", "HEAD")
    pull.commit_tree(pull.put("agreement/staffing", (GITLINK, b"kom.yaml", head)))
    pull.commit_tree(pull.put("agreement", (GITLINK, b"records", head)))
    pull.checked_out()


@case(BASE, STAGED, LYING, shows=GONE)
def submodule_config(pull: Pull) -> None:
    """Name submodules whose addresses and updates are programs."""
    modules = "".join(
        f'[submodule "{name}"]\n\tpath = {path}\n\turl = ext::{pull.program}\n'
        f"\tupdate = !{pull.program}\n\tfetchRecurseSubmodules = true\n\tignore = none\n"
        for name, path in (("../../hooks", "agreement/sub"), ("-x", "--upload-pack=touch"))
    )
    pull.open_gap()
    write(pull.path, {".gitmodules": modules})
    pull.commit()
    head = git(pull.path, "rev-parse", "HEAD")
    pull.commit_tree(pull.put("agreement", (GITLINK, b"sub", head)))
    pull.checked_out()


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


# What git itself obeys in a tree.

ATTRIBUTES = (
    "* filter=evil diff=evil merge=evil ident working-tree-encoding=UTF-16 text eol=crlf\n"
    "*.yaml -diff export-ignore export-subst binary\n[attr]evil diff=evil\n"
)


@case(BASE, STAGED, LYING, shows=GONE)
def attributes(pull: Pull) -> None:
    """Ask git to filter, convert and hide every file; the runner has such filters configured."""
    for name in ("filter.evil.smudge", "filter.evil.clean", "filter.evil.process"):
        git(pull.path, "config", name, pull.program)
    for name in ("diff.evil.textconv", "diff.evil.command", "merge.evil.driver"):
        git(pull.path, "config", name, pull.program)
    pull.open_gap()
    pull.commit()
    blob = pull.blob(ATTRIBUTES.encode())
    for folder in ("", "agreement", "agreement/staffing"):
        pull.commit_tree(pull.put(folder, (FILE, b".gitattributes", blob)))
        git(pull.path, "read-tree", "HEAD")
        write(pull.path, {f"{folder or '.'}/.gitattributes": ATTRIBUTES})


@case(BASE, STAGED, LYING, shows=GONE)
def files_of_git(pull: Pull) -> None:
    """Bring the files that git and its helpers would read for settings."""
    config = f"[core]\n\tfsmonitor = {pull.program}\n\thooksPath = hooks\n[alias]\n"
    config += f"\tversion = !{pull.program}\n[lfs]\n\turl = ext::{pull.program}\n"
    names = (".gitconfig", ".lfsconfig", "agreement/.gitconfig", ".config/git/config", "config")
    write(pull.path, dict.fromkeys(names, config))
    write(pull.path, {".mailmap": "Polisen <p@x> <tjanst@samverkan.invalid>\n"})
    write(pull.path, {".gitignore": "*\n", "agreement/.gitignore": "*\n"})
    pull.open_gap()
    git(pull.path, "add", "--all", "--force")
    pull.commit()


def bare_repository(pull: Pull, inside: str) -> None:
    """Put the files of a bare repository, which runs a program, into a folder."""
    git(pull.outside, "init", "--quiet", "--bare", "evil.git")
    shutil.copytree(pull.outside / "evil.git", pull.path / inside, dirs_exist_ok=True)
    shutil.rmtree(pull.outside / "evil.git")
    config = "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
    config += f"\tfsmonitor = {pull.program}\n[alias]\n\trev-parse = !{pull.program}\n"
    write(
        pull.path, {f"{inside}/config": config, f"{inside}/refs/x": "", f"{inside}/objects/x": ""}
    )
    for name in ("post-index-change", "fsmonitor-watchman", "reference-transaction"):
        shutil.copy(pull.program, pull.path / inside / "hooks" / name)


@case(BASE, STAGED, LYING, (*BASE, *NAMED), shows=GONE)
def embedded_in_the_agreement(pull: Pull) -> None:
    """Let the agreement's folder be a bare repository as well, with hooks and a monitor."""
    pull.open_gap()
    bare_repository(pull, "agreement")
    pull.commit()


@case(BASE, STAGED, LYING, shows=GONE)
def embedded_below(pull: Pull) -> None:
    """Bring bare repositories in folders below the agreement and at the top."""
    pull.open_gap()
    for inside in ("agreement/staffing", "agreement/records/evil.git", ".github"):
        bare_repository(pull, inside)
    pull.commit()


@case(BASE, STAGED, shows=GONE)
def forms_of_dot_git(pull: Pull) -> None:
    """Bring folders that some systems take for `.git`, with settings that run a program."""
    pull.open_gap()
    pull.commit()
    config = pull.blob(f"[core]\n\tfsmonitor = {pull.program}\n".encode())
    evil = pull.tree(
        [(FILE, b"HEAD", pull.blob(b"ref: refs/heads/main\n")), (FILE, b"config", config)]
    )
    forms = (b".GIT", b".Git", b"git~1", b"GIT~1", b".git", b".git ", b".git.", b".g\xe2\x80\x8bit",
             b".git::$INDEX_ALLOCATION", b".git\\config")  # fmt: skip
    for folder in ("", "agreement"):
        pull.commit_tree(pull.put(folder, *((FOLDER, name, evil) for name in forms)))


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


@case(BASE, ("--base",), STAGED, LYING, shows="personal-data")
def numbers_of_persons(pull: Pull) -> None:
    """Write a personal number into names, files, message, author and branch."""
    git(pull.path, "switch", "--quiet", "-c", f"p-{NUMBER}")
    text = f"# {NUMBER}\nparty: kom\nposts:\n  - {{id: p-{NUMBER}, title: 19{NUMBER}}}\n"
    for path in (f"{NUMBER}.yaml", f"agreement/staffing/{NUMBER}.yaml", KOM, WAIVERS):
        write(pull.path, {path: text})
    write(pull.path, {f"agreement/records/{NUMBER}/a.yaml": text, f"agreement/{NUMBER}": text})
    named = {"GIT_AUTHOR_NAME": NUMBER, "GIT_COMMITTER_EMAIL": f"{NUMBER}@x"}
    commit(pull.path, f"Om 19{NUMBER}\n\n{NUMBER}", LATER, named)
    git(pull.path, "branch", "--force", f"b-{NUMBER}", "main")
    pull.environ["SAMVERKAN_BASE"] = f"b-{NUMBER}"


# Names of branches, tags and bases.


@case(BASE, ("--base",), STAGED, shows=GONE)
def refs_like_options(pull: Pull) -> None:
    """Call branches and tags as options and commands, and stand on one of them."""
    pull.open_gap()
    made = pull.commit()
    packed = pull.path / ".git" / "packed-refs"
    names = (f"--output={pull.marker}", "-x", "--help", "--all", "HEAD", "main;touch", "main~1",
             "$(touch)", "::error::x", "##[error]x", "@", "origin/main")  # fmt: skip
    with packed.open("a", encoding="utf-8") as file:
        for kind in ("heads", "tags", "remotes", "remotes/origin"):
            file.writelines(f"{made} refs/{kind}/{name}\n" for name in names)
    (pull.path / ".git" / "HEAD").write_text("ref: refs/heads/--all\n", "utf-8")


TRICKS = (
    "$(touch ../MARKER)", "`touch ../MARKER`", ";touch ../MARKER", "main\ntouch ../MARKER",
    "main@{0}", "@{upstream}", "@{-1}", ":/Teckna", ":agreement", "main^{/Teckna}",
    "main:agreement", "main..change", "main^!", "^main", "main...", "HEAD^{tree}",
    "../../../outside", "ext::x", BIDI, "::error::x", "##[error]x", "x" * 70_000, "0" * 40,
    "refs/heads/../../x", "é" * 200, "HEAD~9999999", "v[a-z]*",
)  # fmt: skip


@case(*(("--base", one) for one in TRICKS), codes=(2,))
def bases_that_are_tricks(pull: Pull) -> None:
    """Ask for bases that git or a shell would take for more than names."""
    pull.open_gap()
    pull.commit()


@case(("--base",), codes=(2,))
def base_of_the_platform(pull: Pull) -> None:
    """Let the platform hand on a name that the other side chose for the base."""
    pull.open_gap()
    pull.commit()
    pull.environ["GITHUB_BASE_REF"] = "$(touch ../MARKER)@{upstream}"


@case(("--base",), BASE)
def upstream_elsewhere(pull: Pull) -> None:
    """Let the branch's upstream be a program's address, and the branch itself be called main."""
    pull.open_gap()
    made = pull.commit()
    git(pull.path, "config", "branch.change.remote", f"ext::{pull.program}")
    git(pull.path, "config", "branch.change.merge", "refs/heads/$(touch ../MARKER)")
    for name in ("refs/tags/refs/heads/main", "refs/remotes/main", "refs/heads/refs/heads/main"):
        git(pull.path, "update-ref", name, made)


@case(BASE, ("--base", "refs/heads/main"))
def tag_called_main(pull: Pull) -> None:
    """Bring a tag that is called as the base and stands at the change."""
    pull.open_gap()
    git(pull.path, "tag", "main", pull.commit())


@case(BASE, STAGED, shows=GONE)
def replaced(pull: Pull) -> None:
    """Replace the change's own commit and blobs by those of the base, with notes and grafts."""
    pull.open_gap()
    made, base = pull.commit(), git(pull.path, "rev-parse", "main")
    old, new = (git(pull.path, "rev-parse", f"{one}:{KOM}") for one in (base, made))
    git(pull.path, "update-ref", f"refs/replace/{made}", base)
    git(pull.path, "update-ref", f"refs/replace/{new}", old)
    git(pull.path, "notes", "add", "-m", SECRET, made)
    (pull.path / ".git" / "info").mkdir(exist_ok=True)
    (pull.path / ".git" / "info" / "grafts").write_text(f"{made}\n{base} {made}\n", "utf-8")


# Commits that are odd.


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


# What the judge might obey.

RULES = (
    "staffing-unknown", "function-uncovered", "slot-short", "holder-away", "gap-opened",
    "coverage-ends-soon", "past-edited", "counterpart-alone", "guarantee-lowered",
)  # fmt: skip
IGNORING = "fail-on: never\nseverity:\n" + "".join(
    f"  - {{rule: {rule}, level: ignore}}\n" for rule in RULES
)


@case(BASE, STAGED, (*BASE, "--fail-on", "new"), shows=GONE)
def everything_ignored(pull: Pull) -> None:
    """Bring settings by which no fault counts."""
    pull.open_gap()
    write(pull.path, {CONFIG: IGNORING})
    pull.commit()


@case(BASE, STAGED, shows=GONE)
def waived_by_itself(pull: Pull) -> None:
    """Bring waivers for its own faults."""
    pull.open_gap()
    waivers = "".join(
        f"  - {{rule: {rule}, subject: {subject}, reason: x, owner: x, until: 2026-01-01}}\n"
        for rule in RULES
        for subject in ("kom-sam/samordnare/samordnare", "kom-sam/samordnare", "kom-sam")
    )
    write(pull.path, {WAIVERS: f"waivers:\n{waivers}"})
    pull.commit()


@case(BASE, STAGED, LYING)
def words_that_are_commands(pull: Pull) -> None:
    """Write commands to runners, markup, formulas and invisible signs into every text."""
    texts = [*COMMANDS, f"x{BIDI}x", "=1+1", "@alla", "<img src=x>", "[a](https://x.invalid)",
             "`x`", "| x | y |", "]]>", "<!-- x", "{0} {name} %s", "[red]x[/]"]  # fmt: skip
    quoted = [one.replace("\\", "\\\\").replace('"', '\\"') for one in texts]
    posts = "".join(
        f'  - {{id: kom-{number + 10}, title: "{one}"}}\n' for number, one in enumerate(quoted)
    )
    wrong = "".join(f'  - {{id: "{one}", title: x, "{one}": 1}}\n' for one in quoted)
    waivers = "".join(
        f'  - {{rule: "{one}", subject: "{one}", reason: "{one}", owner: "{one}", '
        "until: 2026-01-01}\n"
        "until: 2026-01-01}\n"
        for one in quoted[:5] + quoted[6:]
    )
    party = "party: kom\nposts:\n"
    write(pull.path, {KOM: party + posts, WAIVERS: f"waivers:\n{waivers}"})
    write(pull.path, {"agreement/staffing/wrong.yaml": party + wrong})
    write(pull.path, {f"agreement/{one.replace('/', '-')}.yaml": "x\n" for one in texts})
    rewrite(pull.path, FORM, ("title: Grannsamverkan", 'title: "::error::x##[error]y\\u00adz"'))
    git(pull.path, "switch", "--quiet", "-c", "::error::x".replace(":", "#"))
    pull.commit(f"::error::x\n\n##[error]x {BIDI}")


SHADOWED = (
    "yaml", "typer", "click", "rich", "jsonschema", "jsonschema_rs", "ruamel", "referencing", "git",
    "gettext", "json", "difflib", "subprocess", "tempfile", "xml", "hashlib", "unicodedata", "csv",
    "sitecustomize", "usercustomize", "conftest", "attrs", "zoneinfo", "decimal", "shlex", "uuid",
)  # fmt: skip


@case(BASE, STAGED, LYING, shows=GONE)
def files_that_python_reads(pull: Pull) -> None:
    """Bring modules called as those we use, and the files by which Python and its tools begin."""
    pull.open_gap()
    evil = f"open({str(pull.marker)!r}, 'w').close()\n"
    for folder in ("", "agreement"):
        write(pull.path / folder, {f"{name}.py": evil for name in SHADOWED})
        write(pull.path / folder, {f"{name}/__init__.py": evil for name in SHADOWED})
        write(pull.path / folder, {"evil.pth": f"import os; {evil}", "pyvenv.cfg": "home = .\n"})
    write(pull.path, {"agreement/locale/sv/LC_MESSAGES/sv.mo": "x", "samverkan.toml": "x = ["})
    write(pull.path, {"setup.py": evil, "pyproject.toml": "x = [", "schemas/staffing.json": "true"})
    pull.commit()


@case(BASE, shows="terms-without-revision")
def agreement_elsewhere(pull: Pull) -> None:
    """Move the agreement to the top under another id, so that the base seems to hold none."""
    pull.open_gap()
    git(pull.path, "mv", *(f"agreement/{one}" for one in ("terms", "staffing", "records")), ".")
    git(pull.path, "mv", WAIVERS, ".")
    rewrite(pull.path, "terms/agreement.yaml", ("id: exempel", "id: annat"))
    write(pull.path, {"config.yaml": IGNORING})
    pull.commit()


@case(BASE, STAGED, LYING, shows=GONE)
def agreements_in_the_agreement(pull: Pull) -> None:
    """Bring other agreements below and beside ours, for a reader to find first."""
    pull.open_gap()
    for inside in ("agreement/agreement", "agreement/terms/agreement", "avtal"):
        write(pull.path, {f"{inside}/{path}": text for path, text in SOUND.items()})
    pull.commit()
