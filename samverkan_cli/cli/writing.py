"""What every verb that changes the agreement does: ask what is missing, show, act, answer."""

from collections.abc import Callable
from functools import partial
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple, TypeAlias

import typer

from samverkan_cli.cli.asking import may_ask
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.help import Command
from samverkan_cli.cli.options import Options, folder_of, one_of
from samverkan_cli.cli.past import stop
from samverkan_cli.cli.reading import Asked, ask, require
from samverkan_cli.cli.telling import agreed, decline, tell, tell_changes
from samverkan_cli.evaluate.personal import sightings
from samverkan_cli.flows.change import (
    Changed,
    Done,
    How,
    Proposer,
    accepted,
    carry_out,
    proposal_at,
    proposed,
)
from samverkan_cli.flows.propose import Proposal
from samverkan_cli.history.problems import GitError, GitProblem
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Intent, Refusal
from samverkan_cli.model.words import Words, say
from samverkan_cli.store.register import Register

KEYWORD = Parameter.KEYWORD_ONLY


class Manner(NamedTuple):
    """How a verb is to be carried out, as the options say.

    `why` is kept in the commit; `written` tells that it stands in the files as well.
    """

    dry_run: bool = False
    no_commit: bool = False
    anyway: str = ""
    why: str = ""
    yes: bool = False
    format: str = "text"
    written: bool = False


class Work(NamedTuple):
    """An agreement that is to be changed, as it lies in the folder."""

    asked: Asked
    root: Path

    @property
    def agreement(self) -> Agreement:
        """Return the agreement as it lies in the folder."""
        assert self.asked.register.agreement is not None  # noqa: S101 - `begin` has seen to it
        return self.asked.register.agreement

    @property
    def tongue(self) -> Tongue:
        """Return the language of the run."""
        return self.asked.tongue


def begin(agreement: str, lang: str) -> Work:
    """Find the agreement that is to be changed.

    Raises:
        StopError: there is none that can be read.
    """
    asked = ask(agreement, example=False, on="", lang=lang)
    require(asked)
    return Work(asked, folder_of(agreement, example=False))


Verb: TypeAlias = Callable[..., Code]
"""What carries out a command: it takes the agreement, the manner, and its own options."""


def shared(options: Options, *, why: bool) -> list[Parameter]:
    """Return the options that the verbs share; a verb may have a reason of its own."""
    dry_run = options.option(
        say("Show what would change, in meaning and in lines, and write nothing."), "--dry-run"
    )
    no_commit = options.option(
        say("Write the file, and leave it to you to commit it."), "--no-commit"
    )
    anyway = options.option(
        say("Why it is to be done even though it brings new errors; kept in the history."),
        "--anyway",
        metavar=say("REASON"),
    )
    reason = options.option(
        say("Why it is done; kept in the history."), "--reason", metavar=say("TEXT")
    )
    yes = options.option(say("Ask nothing before acting."), "-y", "--yes")
    every = [
        Parameter("why", KEYWORD, default="", annotation=Annotated[str, reason]),
        Parameter("dry_run", KEYWORD, default=False, annotation=Annotated[bool, dry_run]),
        Parameter("no_commit", KEYWORD, default=False, annotation=Annotated[bool, no_commit]),
        Parameter("anyway", KEYWORD, default="", annotation=Annotated[str, anyway]),
        Parameter("yes", KEYWORD, default=False, annotation=Annotated[bool, yes]),
        Parameter("format", KEYWORD, default="text", annotation=Annotated[str, options.format]),
        Parameter("agreement", KEYWORD, default="", annotation=Annotated[str, options.agreement]),
        Parameter("lang", KEYWORD, default="", annotation=Annotated[str, options.lang]),
    ]
    return every if why else every[1:]


def verb(
    app: typer.Typer, options: Options, name: str, about: Words, *, why: bool = True
) -> Callable[[Verb], None]:
    """Return what adds a verb to the program, with the options that all verbs have."""

    def add(carry_out: Verb) -> None:
        def command(*, agreement: str, lang: str, **given: Any) -> int:
            manner = Manner(**{one: given.pop(one) for one in Manner._fields if one in given})
            return carry_out(begin(agreement, lang), manner, **given)

        # typer reads from the signature what can be written.
        _, _, *own = signature(carry_out).parameters.values()
        command.__signature__ = Signature([*own, *shared(options, why=why)])  # type: ignore[attr-defined]
        app.command(name, cls=Command, help=options.tongue(about))(command)

    return add


def refuse(refusal: Refusal) -> StopError:
    """Return what the user is told of a wish that cannot be met."""
    return StopError(Code.USAGE, refusal.message, refusal.hint)


def before_asking(found: object) -> None:
    """Go on where what was typed will do, so that nobody answers questions in vain.

    Raises:
        StopError: somebody would be asked, and it will not do.
    """
    if isinstance(found, Refusal) and may_ask():
        raise refuse(found)


def stopped(error: GitError) -> StopError:
    """Return what the user is told of a state of git, where something was to be written."""
    found = stop(error)
    if error.problem is GitProblem.NO_FOLDER:
        found.hint = say("Commit the agreement first, or write --no-commit.")
    if error.problem is GitProblem.NO_REPOSITORY:
        found.hint = say("Make a repository with “git init” and commit, or write --no-commit.")
    return found


def proposing(make: Callable[[Agreement], Intent | Refusal]) -> Proposer:
    """Return a proposer that needs to know the agreement only."""

    def wish(register: Register) -> Intent | Refusal:
        assert register.agreement is not None  # noqa: S101 - nothing is wished of what is broken
        return make(register.agreement)

    return partial(proposal_at, wish=wish)


def perform(work: Work, proposer: Proposer, manner: Manner) -> Code:
    """Do what is wished, or show it; ask before something becomes uncovered.

    Raises:
        StopError: it cannot be done, or the person does not want it.
    """
    one_of("--format", manner.format, ("text", "concise", "json"))
    keepable(manner)
    how = How(work.asked.day, manner.no_commit, manner.why, manner.anyway)
    try:
        proposal = proposed(work.root, how, proposer)
        if isinstance(proposal, Refusal):
            raise refuse(proposal)
        if manner.dry_run:
            tell(work.asked, Changed(Done.PROPOSED, proposal), manner.format)
            return Code.CLEAN if accepted(proposal, how) else Code.FINDINGS
        seen = accepted(proposal, how) and agreed(work.asked, proposal, sure=manner.yes)
        answer = carry_out(work.root, how, proposer)
    except GitError as error:
        raise stopped(error) from error
    if isinstance(answer, Refusal):
        raise refuse(answer)
    if isinstance(answer, Proposal):
        raise decline(work.asked, answer)
    tell(work.asked, answer, manner.format, seen=seen)
    return Code.CLEAN


def preview(work: Work, proposer: Proposer, manner: Manner) -> None:
    """Show what would change in meaning, before anything is asked about it.

    Raises:
        StopError: it cannot be done.
    """
    how = How(work.asked.day, manner.no_commit, manner.why, manner.anyway)
    try:
        proposal = proposed(work.root, how, proposer)
    except GitError as error:
        raise stopped(error) from error
    if isinstance(proposal, Refusal):
        raise refuse(proposal)
    if not accepted(proposal, how):
        raise decline(work.asked, proposal)
    tell_changes(work.asked, proposal)


def keepable(manner: Manner) -> None:
    """Go on where the reason can be kept.

    Raises:
        StopError: it holds personal data, or no commit will hold it.
    """
    for name, text in (("--reason", manner.why), ("--anyway", manner.anyway)):
        if any(sightings(text)):
            raise StopError(
                Code.USAGE,
                say("Personal data seems to stand in {name}.", name=name),
                say("Take it away: git keeps what it has been given."),
            )
    if manner.no_commit and manner.why and not manner.written:
        raise StopError(
            Code.USAGE,
            say("A reason is kept in the history, and --no-commit makes none."),
            say("Leave out one of the two; write the reason where you commit."),
        )
