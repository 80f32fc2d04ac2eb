"""What a verb that changes the agreement tells: what follows, why not, and what was done."""

import os
import sys
from functools import partial

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.deliver import deliver
from samverkan_cli.cli.exits import Code, StopError, complain
from samverkan_cli.cli.missing import confirm
from samverkan_cli.cli.reading import Asked
from samverkan_cli.evaluate.change import Kind
from samverkan_cli.flows.change import Changed, Done
from samverkan_cli.flows.propose import Proposal
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import Page
from samverkan_cli.render.terminal import width_of


def tell_changes(asked: Asked, proposal: Proposal) -> None:
    """Tell what would change in meaning, but for the revision itself."""
    from samverkan_cli.render.text_log import changes_lines

    page = page_for(asked.tongue)
    changes = tuple(one for one in proposal.changes if one.kind is not Kind.REVISION)
    changes_lines(page, changes, proposal.titles, every=True)
    complain(page)


def agreed(asked: Asked, proposal: Proposal, *, sure: bool) -> bool:
    """Show what becomes worse, and go on where that is nothing or the person says yes to it.

    That a protected function becomes so is said to a person at a terminal, and never kept. Tell
    whether a person has seen what becomes worse.

    Raises:
        StopError: the person says no.
    """
    worse = tuple(one for one in proposal.effects if one.is_worse)
    secret = may_ask() and any(one.is_worse for one in proposal.unsaid)
    if not worse and not secret:
        return False
    from samverkan_cli.render.text_change import effects_lines

    page = page_for(asked.tongue)
    effects_lines(page, worse)
    if secret:
        page.prose(asked.tongue(say("A protected function is no longer covered on all its days.")))
    complain(page)
    if sure or not may_ask():
        return False
    if not confirm(asked.tongue, say("Go on?")):
        raise StopError(Code.FINDINGS, say("Nothing was changed."))
    return True


def page_for(tongue: Tongue) -> Page:
    """Return a page for standard error."""
    return Page(tongue, width_of(sys.stderr, os.environ))


def decline(asked: Asked, proposal: Proposal) -> StopError:
    """Tell of the errors that a change would bring, and return why it is not made."""
    from samverkan_cli.render.text_change import errors_lines

    page = page_for(asked.tongue)
    errors_lines(page, proposal, asked.folder)
    complain(page)
    return StopError(
        Code.FINDINGS,
        say("Nothing was changed: it would bring the errors above."),
        say("Mend them, or give the reason to do it all the same: --anyway REASON"),
    )


def tell(asked: Asked, answer: Changed, as_format: str, *, seen: bool = False) -> None:
    """Write the answer; what becomes worse is not told anew to a person who has `seen` it.

    Raises:
        StopError: the answer cannot be written, and nothing was done.
    """
    from samverkan_cli.render import text_change

    tongue, folder = asked.tongue, asked.folder
    voices = {
        "text": partial(text_change.change, answer=answer, folder=folder, seen=seen),
        "concise": partial(text_change.concise, answer=answer),
    }

    def as_json() -> str:
        from samverkan_cli.render import json_change, json_parts

        return json_parts.written(json_change.change(answer, tongue, folder))

    try:
        deliver(voices, {"json": as_json}, as_format, [], tongue)
    except StopError as error:
        if answer.done is Done.PROPOSED:
            raise
        mention(tongue, text_change.done(answer), error.message)


def note(tongue: Tongue, words: Words) -> None:
    """Tell something beside the answer."""
    page = page_for(tongue)
    page.flow(f"samverkan: {tongue(words)}", hang=4)
    complain(page)


def mention(tongue: Tongue, done: Words, fault: Words) -> None:
    """Tell what was done where the answer is lost: it is done, whether or not it can be told."""
    for words in (done, fault):
        note(tongue, words)
