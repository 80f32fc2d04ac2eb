"""Repositories that try to run code, or to change what history says. A case changes a copy."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tests.history.repository import STAFFING, THREE, commit, git, write

OTHER = "Någon annans ord"


@dataclass
class Hostile:
    """A repository in the hands of somebody else; `environ` is what the user's shell holds."""

    path: Path
    ids: list[str]
    environ: dict[str, str] = field(default_factory=dict)

    @property
    def marker(self) -> Path:
        """Return the file that appears when foreign code has run."""
        return self.path.parent / "MARKER"

    @property
    def program(self) -> str:
        """Return a program that leaves the mark and goes on as if nothing had happened."""
        file = self.path.parent / "evil.sh"
        file.write_text(f'#!/bin/sh\ntouch "{self.marker}"\ncat 2>/dev/null\n', "utf-8")
        file.chmod(0o755)
        return str(file)

    def config(self, *pairs: str) -> None:
        """Set the repository's own configuration: names and values in turn."""
        for name, value in zip(pairs[::2], pairs[1::2], strict=True):
            git(self.path, "config", name, value)

    def attributes(self, text: str) -> None:
        """Commit attributes for every file, and say them again where git looks first."""
        (self.path / ".git" / "info").mkdir(exist_ok=True)
        (self.path / ".git" / "info" / "attributes").write_text(text, "utf-8")
        (self.path / "agreement" / ".gitattributes").write_text(text, "utf-8")

    def other(self) -> str:
        """Store a commit with another file and message; return its id."""
        git(self.path, "checkout", "--quiet", "-b", "annan", self.ids[0])
        write(self.path, {STAFFING: "party: kom\n"})
        found = commit(self.path, OTHER, THREE)
        git(self.path, "checkout", "--quiet", "main")
        return found


Case = Callable[[Hostile], None]
CASES: dict[str, Case] = {}


def case(made: Case) -> Case:
    """Add a case under its own name."""
    CASES[made.__name__] = made
    return made


def setting(name: str, *keys: str, value: str = "{program}") -> None:
    """Add a case that sets keys to a program."""

    def made(hostile: Hostile) -> None:
        for key in keys:
            hostile.config(key, value.format(program=hostile.program))

    CASES[name] = made


setting("fsmonitor", "core.fsmonitor")
setting("hooks_path_elsewhere", "core.hooksPath", value="../evil")
setting("pager", "core.pager", "pager.log", "pager.rev-list", "pager.cat-file", "pager.ls-tree")
setting("editor", "core.editor", "sequence.editor")
setting("ssh_command", "core.sshCommand", "core.gitProxy")
setting("external_diff", "diff.external")
setting("credential_helper", "credential.helper", "core.askPass")
setting("gpg_programs", "gpg.program", "gpg.ssh.program", "gpg.x509.program")
setting("gpg_key_command", "gpg.ssh.defaultKeyCommand")
setting("alternate_refs_command", "core.alternateRefsCommand")
setting("upload_pack", "remote.origin.uploadpack", "remote.origin.receivepack")
setting("aliases", "alias.rev-parse", "alias.cat-file", "alias.ls-tree", value="!{program}")
setting("trace_to_a_file", "trace2.eventTarget", "trace2.normalTarget", value="{program}.trace")
setting("difftool", "diff.tool", "difftool.evil.cmd", "merge.tool", "mergetool.evil.cmd")
setting("merge_driver", "merge.evil.driver", "merge.default")
setting("signatures_shown", "log.showSignature", "commit.gpgSign", value="true")


@case
def included_fsmonitor(hostile: Hostile) -> None:
    file = hostile.path / ".git" / "extra"
    file.write_text(f"[core]\n\tfsmonitor = {hostile.program}\n", "utf-8")
    hostile.config("include.path", str(file), "includeIf.gitdir:/**.path", str(file))


@case
def worktree_config(hostile: Hostile) -> None:
    hostile.config("extensions.worktreeConfig", "true")
    git(hostile.path, "config", "--worktree", "core.fsmonitor", hostile.program)
    git(hostile.path, "config", "--worktree", "diff.external", hostile.program)


@case
def every_hook(hostile: Hostile) -> None:
    names = (
        "pre-commit", "post-index-change", "reference-transaction", "post-checkout",
        "fsmonitor-watchman", "post-rewrite", "pre-auto-gc", "update",
    )  # fmt: skip
    for name in names:
        shutil.copy(hostile.program, hostile.path / ".git" / "hooks" / name)
    hostile.config("core.hooksPath", str(hostile.path / ".git" / "hooks"))


@case
def text_conversion(hostile: Hostile) -> None:
    hostile.config("diff.evil.textconv", hostile.program, "diff.evil.command", hostile.program)
    hostile.attributes("* diff=evil\n")


@case
def filters(hostile: Hostile) -> None:
    program = hostile.program
    hostile.config("filter.evil.smudge", program, "filter.evil.clean", program)
    hostile.config("filter.evil.process", program, "filter.evil.required", "true")
    hostile.attributes("* filter=evil ident working-tree-encoding=UTF-16 eol=crlf\n")


@case
def attributes_file(hostile: Hostile) -> None:
    file = hostile.path.parent / "attributes"
    file.write_text("* diff=evil filter=evil\n", "utf-8")
    hostile.config("core.attributesFile", str(file), "filter.evil.smudge", hostile.program)


@case
def promisor(hostile: Hostile) -> None:
    hostile.config("extensions.partialClone", "evil", "remote.evil.promisor", "true")
    hostile.config("remote.evil.url", f"ext::{hostile.program}", "protocol.ext.allow", "always")
    hostile.config("remote.evil.uploadpack", hostile.program, "protocol.allow", "always")


@case
def alternates(hostile: Hostile) -> None:
    file = hostile.path / ".git" / "objects" / "info" / "alternates"
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{hostile.path.parent}/none\n../../../.git/objects\n", "utf-8")
    hostile.config("core.alternateRefsCommand", hostile.program)


@case
def embedded_bare_repository(hostile: Hostile) -> None:
    for inside in ("agreement", "agreement/staffing"):
        git(hostile.path, "init", "--quiet", "--bare", "evil.git")
        for entry in (hostile.path / "evil.git").iterdir():
            entry.rename(hostile.path / inside / entry.name)
        (hostile.path / "evil.git").rmdir()
        config = hostile.path / inside / "config"
        config.write_text(
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
            f"\tfsmonitor = {hostile.program}\n[alias]\n\tversion = !{hostile.program}\n",
            "utf-8",
        )


@case
def another_work_tree(hostile: Hostile) -> None:
    hostile.config("core.worktree", str(hostile.path.parent))


@case
def grafts(hostile: Hostile) -> None:
    (hostile.path / ".git" / "info").mkdir(exist_ok=True)
    (hostile.path / ".git" / "info" / "grafts").write_text(f"{hostile.ids[2]}\n", "utf-8")


@case
def replace_refs(hostile: Hostile) -> None:
    other = hostile.other()
    for name in hostile.ids:
        git(hostile.path, "replace", name, other)
    blob, evil = (git(hostile.path, "rev-parse", f"{one}:{STAFFING}") for one in ("main", other))
    if blob != evil:
        git(hostile.path, "update-ref", f"refs/replace/{blob}", evil)


@case
def mailmap_and_notes(hostile: Hostile) -> None:
    (hostile.path / ".mailmap").write_text("Polisen <polis@x> <tjanst@samverkan.invalid>\n")
    git(hostile.path, "notes", "add", "-m", OTHER, hostile.ids[2])
    hostile.config("log.mailmap", "true", "notes.displayRef", "*", "core.notesRef", "refs/notes/x")


@case
def refs_like_options(hostile: Hostile) -> None:
    packed = hostile.path / ".git" / "packed-refs"
    names = (f"--output={hostile.marker}", "-x", "--help", "--all", "HEAD", "main~1")
    with packed.open("a", encoding="utf-8") as file:
        for kind in ("heads", "tags", "remotes"):
            file.writelines(f"{hostile.ids[0]} refs/{kind}/{name}\n" for name in names)


@case
def commit_graph(hostile: Hostile) -> None:
    git(hostile.path, "commit-graph", "write", "--reachable")
    graph = hostile.path / ".git" / "objects" / "info" / "commit-graph"
    content = bytearray(graph.read_bytes())
    graph.chmod(0o644)
    for place in range(len(content) // 2, len(content) - 20):
        content[place] ^= 0xFF
    graph.write_bytes(content)


@case
def colours_and_formats(hostile: Hostile) -> None:
    hostile.config("color.ui", "always", "core.quotePath", "true", "diff.renames", "copies")
    hostile.config("log.date", "relative", "format.pretty", OTHER, "core.abbrev", "4")
    hostile.config("diff.noprefix", "true", "diff.ignoreSubmodules", "all", "diff.orderFile", "/x")
    hostile.config(
        "i18n.logOutputEncoding", "UTF-16", "log.follow", "true", "diff.relative", "true"
    )


@case
def git_environment(hostile: Hostile) -> None:
    other = hostile.path.parent / "other"
    git(hostile.path.parent, "init", "--quiet", str(other))
    program = hostile.program
    hostile.environ |= {
        "GIT_DIR": str(other / ".git"),
        "GIT_WORK_TREE": str(other),
        "GIT_INDEX_FILE": "/nonexistent",
        "GIT_OBJECT_DIRECTORY": str(other / ".git" / "objects"),
        "GIT_NAMESPACE": "x",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": program,
        "GIT_CONFIG_PARAMETERS": f"'alias.version'='!{program}'",
        "GIT_EXTERNAL_DIFF": program,
        "GIT_SSH_COMMAND": program,
        "GIT_PROXY_COMMAND": program,
        "GIT_ASKPASS": program,
        "GIT_EDITOR": program,
        "GIT_PAGER": program,
        "PAGER": program,
        "GIT_TRACE": str(hostile.marker),
        "GIT_TRACE2_EVENT": str(hostile.marker),
        "GIT_GRAFT_FILE": str(hostile.path / ".git" / "HEAD"),
        "GIT_REPLACE_REF_BASE": "refs/heads",
        "GIT_CEILING_DIRECTORIES": str(hostile.path),
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_PYTHON_GIT_EXECUTABLE": program,
    }


@case
def exec_path(hostile: Hostile) -> None:
    folder = hostile.path / "bin"
    folder.mkdir()
    for name in ("git", "git-rev-parse", "git-cat-file", "git-ls-tree", "git-version"):
        shutil.copy(hostile.program, folder / name)
    hostile.environ |= {
        "GIT_EXEC_PATH": str(folder),
        "PATH": f".:bin:{os.environ['PATH']}",
        "LD_PRELOAD": "",
    }


@case
def user_configuration(hostile: Hostile) -> None:
    home = hostile.path.parent / "home"
    home.mkdir()
    text = f"[core]\n\tfsmonitor = {hostile.program}\n\tpager = {hostile.program}\n"
    text += f"[alias]\n\tversion = !{hostile.program}\n[log]\n\tshowSignature = true\n"
    (home / ".gitconfig").write_text(text, "utf-8")
    hostile.environ |= {"HOME": str(home), "XDG_CONFIG_HOME": str(home)}
