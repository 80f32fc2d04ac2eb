"""The end of a thing's history, for `show`: as far back as can be read without a wait."""

from itertools import islice
from pathlib import Path
from typing import NamedTuple

from samverkan_cli.flows.log import Entry, Wish, log
from samverkan_cli.flows.source import Past
from samverkan_cli.flows.story import GitStory
from samverkan_cli.history.names import resolve
from samverkan_cli.history.problems import GitError

SHOWN = 10
SEARCHED = 100
"""So many revisions are looked through; `log` looks through all."""


class Recent(NamedTuple):
    """The latest entries of a thing's history; `whole` where there are no earlier ones."""

    entries: tuple[Entry, ...] = ()
    whole: bool = True


def recent(root: Path, name: str, as_of: str) -> Recent:
    """Return the latest of the history of the thing called `name`; nothing where git has none."""
    whole = root.resolve()
    if not any((above / ".git").exists() for above in (whole, *whole.parents)):
        return Recent()
    try:
        past = Past.of(root)
        with GitStory(past, resolve(past.git, as_of), SEARCHED) as story:
            found = tuple(islice(log(story, Wish(name)), SHOWN + 1))
            ended = len(found) <= SHOWN and story.told < SEARCHED
    except GitError:
        return Recent()
    told = tuple(entry for entry in found[:SHOWN] if not entry.is_cut)
    return Recent(told, ended and len(told) == len(found))
