"""Names that complete what is being typed; no ids where no agreement can be read."""

from collections.abc import Callable, Iterable

from samverkan_cli.cli.exits import StopError
from samverkan_cli.cli.options import folder_of
from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.items import items, slots
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.register import read_at


def completing(names: Callable[[Agreement], Iterable[str]]) -> Callable[[str], list[str]]:
    """Return what completes a word from the names that an agreement has."""

    def complete(incomplete: str) -> list[str]:
        try:
            agreement = read_at(folder_of("", example=False)).agreement
        except (OSError, StopError):
            return []
        known = {*names(agreement)} if agreement else set()
        return sorted(name for name in known if name.startswith(incomplete))

    return complete


def ids(agreement: Agreement) -> Iterable[str]:
    """Return every id."""
    return (item.id for item in items(agreement))


def posts(agreement: Agreement) -> Iterable[str]:
    """Return the ids of the posts."""
    return (post.id for post in agreement.posts)


def tasks_of(agreement: Agreement) -> Iterable[str]:
    """Return the ids of the duties and follow-ups."""
    return (item.id for item in tasks(agreement))


def known_rules(incomplete: str) -> list[str]:
    """Return the rules that complete what was typed."""
    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


known_ids = completing(ids)
known_posts = completing(posts)
known_slots = completing(slots)
known_tasks = completing(tasks_of)
