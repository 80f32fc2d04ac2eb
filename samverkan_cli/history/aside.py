"""Files of the working tree that git was told to leave alone: a commit is not to take them."""

from samverkan_cli.history.objects import prefix_of
from samverkan_cli.history.runner import Git

OWN = ("HOME", "XDG_CONFIG_HOME", "SUDO_UID")
"""What the user's own list of ignored files is looked up with."""


def aside(git: Git) -> frozenset[str]:
    """Return the files of a folder that are ignored, or that git is to take as unchanged.

    Raises:
        GitError: git does not tell.
    """
    prefix = prefix_of(git, git.folder).decode("utf-8", "surrogateescape")
    within = ["--", prefix] if prefix else ["--"]
    ignored = ("--others", "--ignored", "--exclude-standard")
    answer = git.ask("ls-files", *ignored, "-z", *within, environment=git.own_environment(*OWN))
    if answer.code:
        raise git.refusal(answer.err)
    found = split(answer.out)
    # A small letter stands for “assume unchanged”, and S for “skip this in the working tree”.
    told = split(git.run("ls-files", "-v", "-z", *within))
    found += [line[2:] for line in told if line[:1].islower() or line[:1] == "S"]
    return frozenset(path.removeprefix(prefix) for path in found)


def split(out: bytes) -> list[str]:
    """Return the parts of an answer that ends each with a zero byte."""
    return out.decode("utf-8", "surrogateescape").split("\0")[:-1]
