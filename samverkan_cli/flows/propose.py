"""What a wish would do: the new text of every file, what it means, and what it would break."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, TypeAlias

from samverkan_cli.evaluate.amend import amend
from samverkan_cli.evaluate.change import Change
from samverkan_cli.evaluate.diff import diff
from samverkan_cli.evaluate.effects import Effect, effects
from samverkan_cli.flows.judge import Located, case_of, judge
from samverkan_cli.flows.openly import differences
from samverkan_cli.flows.parts import titles_of
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.intent import Intent, Refusal
from samverkan_cli.model.words import say
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import Register, read
from samverkan_cli.store.respell import respell

Wish: TypeAlias = Callable[[Register], Intent | Refusal]
"""What is wanted, as soon as it is known what the agreement says."""


class MeaningError(Exception):
    """What was written does not mean what was meant: our mistake, and nothing was written."""


class Proposal(NamedTuple):
    """What would be written, where, and what follows.

    `old` is what was committed, `new` what is to be, and `seen` what lies in the folder; None is
    a file that is not there. `errors` are those that were not there before, and `left_out` files
    that were edited, but that git was told to leave alone. `unsaid` are effects on protected
    functions of what is done to a post by name: they would tell that it holds them.
    """

    intent: Intent
    before: Register
    after: Register
    old: Mapping[str, bytes | None]
    new: Mapping[str, bytes | None]
    seen: Mapping[str, bytes | None]
    errors: tuple[Located, ...] = ()
    effects: tuple[Effect, ...] = ()
    left_out: tuple[str, ...] = ()
    unsaid: tuple[Effect, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """Return what changes in meaning."""
        return diff(self.before.agreement, self.after.agreement)

    @property
    def titles(self) -> Mapping[str, str]:
        """Return what posts and roles are called."""
        both = (self.before.agreement, self.after.agreement)
        return {name: title for one in both if one for name, title in titles_of(one).items()}

    def lines(self) -> Iterator[str]:
        """Yield what changes in the files, line by line, as it may be shown."""
        for path in sorted(self.new):
            old, new = self.old.get(path), self.new[path]
            yield from differences(path, (self.before, old), (self.after, new))


def unreadable(register: Register) -> Refusal | None:
    """Return what is said where a file cannot be read; nothing is written into what is broken."""
    if register.agreement and not register.unread:
        return None
    files = register.unread or ("terms/agreement.yaml",)
    return Refusal(
        say("Nothing is written while a file cannot be read: {files}.", files=files),
        say("“samverkan check” says what is wrong; mend that first."),
    )


def propose(base: Folder, wish: Wish, day: date) -> Proposal | Refusal:
    """Return what `wish` would do to the files of `base`, judged on `day`.

    Raises:
        MeaningError: the new text does not say what was meant.
    """
    before = read(base)
    if refusal := unreadable(before):
        return refusal
    intent = wish(before)
    if isinstance(intent, Refusal):
        return intent
    new = respelled(base, intent)
    if isinstance(new, Refusal):
        return new
    old = {path: base.files.get(path) for path in new}
    after = read_again(base, before, intent, new)
    return weighed(Proposal(intent, before, after, old, new, old), day)


def respelled(base: Folder, intent: Intent) -> Mapping[str, bytes] | Refusal:
    """Return the new bytes of every file that an intent touches."""
    try:
        return respell(base.files, intent.steps)
    except EditError as error:
        where = say("{file}: {text}", file=error.file, text=error.message)
        return Refusal(where if error.file else error.message, error.hint)


def read_again(
    base: Folder, before: Register, intent: Intent, new: Mapping[str, bytes]
) -> Register:
    """Return what the new text says.

    Raises:
        MeaningError: it is not what was meant.
    """
    after = read(Folder({**base.files, **new}, base.faults, base.unread))
    assert before.agreement is not None  # noqa: S101 - `unreadable` has seen to it
    expected = amend(before.agreement, intent.steps)
    if after.agreement != expected or len(after.faults) > len(before.faults):
        raise MeaningError(intent.verb)
    return after


def weighed(proposal: Proposal, day: date) -> Proposal:
    """Return a proposal with what follows from it."""
    before, after = proposal.before, proposal.after
    assert before.agreement is not None  # noqa: S101 - `unreadable` has seen to it
    assert after.agreement is not None  # noqa: S101
    found = effects(before.agreement, after.agreement)
    unsaid = tuple(one for one in found if one.cell.protected and proposal.intent.names_post)
    return proposal._replace(
        errors=new_errors(before, after, day),
        effects=tuple(one for one in found if one not in unsaid),
        unsaid=unsaid,
    )


def new_errors(before: Register, after: Register, day: date) -> tuple[Located, ...]:
    """Return the errors that are in `after` and were not in `before`."""
    known = Counter(one.finding.fingerprint for one in errors(before, day))
    found = []
    for one in errors(after, day):
        known[one.finding.fingerprint] -= 1
        if known[one.finding.fingerprint] < 0:
            found.append(one)
    return tuple(found)


def errors(register: Register, day: date) -> list[Located]:
    """Return the errors of a register."""
    grave = [rule for rule in RULES if rule.severity is Severity.ERROR]
    return [
        one
        for one in judge(register, case_of(register, day), grave)
        if one.finding.severity is Severity.ERROR
    ]
