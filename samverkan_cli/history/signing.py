"""Whether and how a commit is signed, as the user's settings say.

The repository may say that commits are signed and with which key. Which programs run, only the
user's and the machine's settings say: a repository comes from others.
"""

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import SETTINGS, Git, last
from samverkan_cli.history.writing import unwritten

OWN = ("HOME", "XDG_CONFIG_HOME", "SUDO_UID")
ENVIRONMENT = (
    "HOME",
    "GNUPGHOME",
    "SSH_AUTH_SOCK",
    "GPG_TTY",
    "GPG_AGENT_INFO",
    "TERM",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "XDG_RUNTIME_DIR",
)
PROGRAMS = {
    "gpg.program": "gpg",
    "gpg.openpgp.program": "gpg",
    "gpg.x509.program": "gpgsm",
    "gpg.ssh.program": "ssh-keygen",
    # Without one there is no key: git then stops, and that is what we want.
    "gpg.ssh.defaultkeycommand": "false",
}
ALIKE = ("gpg.program", "gpg.openpgp.program")
ASKED = r"^(gpg\..*|user\.signingkey|commit\.gpgsign)$"
TRUSTED = ("system", "global")
# A right that is missing can also be that of the key's file.
UNSTORED = re.compile(r"No space left|quota exceeded|Read-only file|insufficient permission")


class Signing(NamedTuple):
    """What git is told of signing; an empty `flag` where commits are not signed."""

    flag: str = ""
    settings: tuple[str, ...] = ()


class Setting(NamedTuple):
    """A setting, and whether the user's or the machine's file says it."""

    name: str
    value: str
    is_trusted: bool


def signing(git: Git) -> Signing:
    """Return how commits are to be signed.

    Raises:
        GitError: the settings cannot be read.
    """
    plain = git._replace(settings=tuple(one for one in git.settings if one not in SWITCHED_OFF))
    environment = git.own_environment(*OWN)
    answer = plain.ask(
        "config", "--show-scope", "-z", "--get-regexp", ASKED, environment=environment
    )
    known = [*settings(answer.out.decode("utf-8", "surrogateescape"))]
    if all(one.name != "commit.gpgsign" for one in known):
        return Signing()
    is_on = plain.ask("config", "--type=bool", "--get", "commit.gpgSign", environment=environment)
    if is_on.code:
        raise GitError(GitProblem.NOT_SIGNED, words=last(is_on.err))
    if is_on.out.strip() != b"true":
        return Signing()
    said = {one.name: one.value for one in known}
    return Signing(
        f"-S{said.get('user.signingkey', '')}",
        (f"gpg.format={said.get('gpg.format', 'openpgp')}", *programs(known)),
    )


SWITCHED_OFF = tuple(one for one in SETTINGS if one.startswith(("commit.gpgSign", "gpg.")))


def settings(out: str) -> Iterator[Setting]:
    """Yield what git's own list of settings tells, in the order in which they apply."""
    parts = out.split("\0")[:-1]
    for scope, said in zip(parts[::2], parts[1::2], strict=True):
        name, _, value = said.partition("\n")
        yield Setting(name, value, scope in TRUSTED)


def programs(known: list[Setting]) -> Iterator[str]:
    """Yield a setting for every program, so that none is left to the repository."""
    chosen = dict(PROGRAMS)
    for one in known:
        if one.is_trusted and one.name in PROGRAMS:
            names = ALIKE if one.name in ALIKE else (one.name,)
            chosen.update(dict.fromkeys(names, one.value))
    for name, value in chosen.items():
        yield f"{name}={value}"


def environment(git: Git) -> dict[str, str]:
    """Return what a program that signs needs: the user's keys, agent and terminal."""
    own = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    folders = [one for one in os.environ.get("PATH", "").split(":") if one.startswith("/")]
    return own | {"PATH": ":".join([*folders, git.environment()["PATH"]])}


def unsigned(git: Git, words: str) -> GitError:
    """Return why a commit that was to be signed was not made."""
    if UNSTORED.search(words):
        return unwritten(git, words)
    lines = [line for line in words.splitlines() if "failed to write commit object" not in line]
    return GitError(GitProblem.NOT_SIGNED, words=last("\n".join(lines)))
