"""Links and submodules in the place of files and folders."""

import shutil

from tests.history.repository import git, write
from tests.hostile.case import BASE, LYING, NAMED, STAGED, case
from tests.hostile.pull import GITLINK, GONE, LINK, SECRET, Pull
from tests.pulls import CONFIG, FORM, KOM, RECORDS, WAIVERS

LINKED = 4


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
