"""Names that complete what is being typed; nothing where no agreement can be read."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeAlias

import typer

from samverkan_cli.cli.exits import StopError
from samverkan_cli.cli.options import day_of, folder_of
from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.items import items, slots
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Refusal
from samverkan_cli.store.register import Register, read_at


class Line(NamedTuple):
    """What stands on the command line so far, and the agreement that it is about."""

    context: typer.Context
    register: Register
    agreement: Agreement

    def word(self, name: str, place: int) -> str:
        """Return an argument by its name and its place among the arguments, or nothing."""
        # Where an option lacks its value yet, typer has not given the arguments their names.
        left = self.context.args[place : place + 1]
        return str(self.context.params.get(name) or (left[0] if left else ""))

    @property
    def day(self) -> date:
        """Return the day that is asked about."""
        return day_of(self.context.params.get("on") or "")


Names: TypeAlias = Callable[[Line], Iterable[str]]
Complete: TypeAlias = Callable[[typer.Context, str], list[str]]


def completing(names: Names) -> Complete:
    """Return what completes a word from the names that fit behind what is typed."""

    def complete(context: typer.Context, incomplete: str) -> list[str]:
        try:
            line = line_of(context)
            known = {*names(line)} if line else set()
        except (OSError, StopError):
            return []
        return sorted(name for name in known if name and name.startswith(incomplete))

    return complete


def line_of(context: typer.Context) -> Line | None:
    """Return what is typed, where there is an agreement.

    Raises:
        OSError: its folder cannot be read.
        StopError: there is no such folder.
    """
    given = context.params
    root = folder_of(given.get("agreement") or "", example=bool(given.get("example")))
    register = read_at(root)
    return Line(context, register, register.agreement) if register.agreement else None


def ids(agreement: Agreement) -> Iterable[str]:
    """Return every id."""
    return (item.id for item in items(agreement))


def posts(agreement: Agreement) -> Iterable[str]:
    """Return the ids of the posts."""
    return (post.id for post in agreement.posts)


def tasks_of(agreement: Agreement) -> Iterable[str]:
    """Return the ids of the duties and follow-ups."""
    return (item.id for item in tasks(agreement))


def parties(line: Line) -> Iterable[str]:
    """Return the ids of the parties."""
    return (party.id for party in line.agreement.parties)


def slots_held(line: Line) -> Iterable[str]:
    """Return the roles that the post can be released from."""
    from samverkan_cli.evaluate.staffing_wishes import held

    return (one.slot for one in held(line.agreement, line.word("post", 0), line.day))


def functions_of(line: Line) -> Iterable[str]:
    """Return the functions of the role."""
    from samverkan_cli.evaluate.staffing_wishes import the_slot

    found = the_slot(line.agreement, line.word("slot", 1))
    return () if isinstance(found, Refusal) else (one.id for one in found[1].functions)


def parties_doing(line: Line) -> Iterable[str]:
    """Return the parties that each do the duty for themselves, or all where it is a joint one."""
    from samverkan_cli.evaluate.duties import parties_of

    name = line.word("duty", 0)
    item = next((one for one in tasks(line.agreement) if one.id == name), None)
    own = parties_of(item) if item else ("",)
    return own if own != ("",) else parties(line)


def subjects_of(line: Line) -> Iterable[str]:
    """Return what the rule finds at fault."""
    from samverkan_cli.flows.waive import subjects

    return subjects(line.register, line.word("rule", 0), line.day)


def waiting_periods(context: typer.Context, incomplete: str) -> list[str]:
    """Return the periods of the duty that are not done yet, or the ends of a range of them."""
    from samverkan_cli.evaluate.record_wishes import outstanding

    first, dots, _ = incomplete.rpartition("..")

    def names(line: Line) -> Iterable[str]:
        found = outstanding(line.agreement, line.word("duty", 0), line.day)
        waiting = (one.occurrence.name for one in found)
        return (f"{first}{dots}{name}" for name in waiting if name > first)

    return completing(names)(context, incomplete)


def known_rules(incomplete: str) -> list[str]:
    """Return the rules."""
    from samverkan_cli.rules.catalogue import RULES

    return [rule.id for rule in RULES if rule.id.startswith(incomplete)]


known_ids = completing(lambda line: ids(line.agreement))
known_posts = completing(lambda line: posts(line.agreement))
known_slots = completing(lambda line: slots(line.agreement))
known_held = completing(slots_held)
known_functions = completing(functions_of)
known_tasks = completing(lambda line: tasks_of(line.agreement))
known_doers = completing(parties_doing)
known_subjects = completing(subjects_of)
known_parties = completing(parties)
known_forms = completing(lambda line: (one.id for one in line.agreement.forms))
