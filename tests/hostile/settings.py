"""What git itself obeys in a tree: attributes, settings, and repositories inside the repository."""

import shutil

from tests.history.repository import git, write
from tests.hostile.case import BASE, LYING, NAMED, STAGED, case
from tests.hostile.pull import FILE, FOLDER, GONE, Pull

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
