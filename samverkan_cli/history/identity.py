"""Who commits: the person whom the user's own git knows, and nobody that we make up."""

import os
import re
from typing import NamedTuple

from samverkan_cli.evaluate.personal import holds_identity
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.history.runner import Git

KNOWN = re.compile(r"(?P<name>.*) <(?P<mail>[^<>]*)> (?P<seconds>\d+) (?P<zone>[+-]\d{4})")
DATE = re.compile(r"invalid date format: (.*)")
OWN = ("HOME", "XDG_CONFIG_HOME", "SUDO_UID")
PARTS = ("NAME", "EMAIL", "DATE")
ROLES = ("AUTHOR", "COMMITTER")


class Person(NamedTuple):
    """A name and an address, and when that person wrote."""

    name: str
    mail: str
    moment: str

    def variables(self, role: str) -> dict[str, str]:
        """Return what git is told of a person who is `AUTHOR` or `COMMITTER`."""
        names = (f"GIT_{role}_{part}" for part in PARTS)
        return dict(zip(names, self, strict=True))


def person(git: Git, role: str) -> Person:
    """Return who the user is to git: by the environment, the repository's or the user's settings.

    Raises:
        GitError: git does not know, or what it knows must not be committed.
    """
    own = (*OWN, *(f"GIT_{role}_{part}" for part in PARTS))
    # With this setting git never makes up a person from the names of user and machine.
    asked = git._replace(settings=(*git.settings, "user.useConfigOnly=true"))
    environment = git.own_environment(*own)
    answer = asked.ask("var", f"GIT_{role}_IDENT", environment=environment)
    if "no email was given" in answer.err and os.environ.get("EMAIL"):
        # The setting rules this variable out, too, by which other programs know the address.
        environment[f"GIT_{role}_EMAIL"] = os.environ["EMAIL"]
        answer = asked.ask("var", f"GIT_{role}_IDENT", environment=environment)
    if found := DATE.search(answer.err):
        raise GitError(GitProblem.BAD_DATE, name=f"GIT_{role}_DATE", text=found[1])
    if answer.code and re.search(r"\b(name|email|ident)\b", answer.err):
        raise GitError(GitProblem.NO_IDENTITY)
    if answer.code:
        raise git.refusal(answer.err)
    match = KNOWN.fullmatch(answer.out.decode("utf-8", "surrogateescape").removesuffix("\n"))
    if not match:
        raise GitError(GitProblem.NO_IDENTITY)
    if holds_identity(match["name"]) or holds_identity(match["mail"]):
        raise GitError(GitProblem.PERSONAL)
    return Person(match["name"], match["mail"], f"@{match['seconds']} {match['zone']}")
