"""What the voices of `check` share: how each finding stands, and the sentences that all say."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from samverkan_cli.evaluate.baseline import State
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.check import Checked, Compared
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.finding import Finding, Severity
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import Words, say, say_n
from samverkan_cli.render.text_log import diff_remarks, grouped
from samverkan_cli.rules.rule import Rule
from samverkan_cli.store.kinds import AGREEMENT_FILE


def is_error(found: Finding) -> bool:
    """Return whether a finding ends the run with code 1 where nothing else is asked for."""
    return found.severity is Severity.ERROR


class Around(NamedTuple):
    """What a voice needs beside the answer.

    `folder` is how a reader opens the agreement's files from here, and `inside` how they are
    called from the top of the repository; both end with a slash, or are empty. With `every`,
    notes on the wording are told one by one. `fails` tells which findings end the run with code 1.
    """

    rules: Mapping[str, Rule]
    texts: Mapping[str, str]
    folder: str
    inside: str
    every: bool = False
    fails: Callable[[Finding], bool] = is_error


class Judged(NamedTuple):
    """A finding, how it stands to the base, and the waiver where one accepts it."""

    located: Located
    state: State | None = None
    waiver: Waiver | None = None


def findings(answer: Checked) -> Iterator[Judged]:
    """Yield what is found and not accepted."""
    new = {id(one) for one in answer.base.new} if answer.base else set()
    for one in answer.findings:
        state = State.NEW if id(one) in new else State.KEPT
        yield Judged(one, state if answer.base else None)


def everything(answer: Checked) -> Iterator[Judged]:
    """Yield what is found, then what is accepted, then what is mended."""
    yield from findings(answer)
    yield from (Judged(one.located, waiver=one.waiver) for one in answer.accepted)
    if answer.base:
        yield from (Judged(one, State.MENDED) for one in answer.base.mended)
        yield from (Judged(one, State.DROPPED) for one in answer.base.dropped)


def fingerprints(those: Iterable[Judged]) -> Iterator[tuple[Judged, str]]:
    """Yield findings with what identifies them between runs: rule, subject, and how many before.

    Neither the file, nor the line, nor the words: they change while the fault stays.
    """
    seen = Counter[tuple[str, str]]()
    for one in those:
        rule, subject = one.located.finding.fingerprint
        seen[rule, subject] += 1
        whole = f"{rule}\n{subject}\n{seen[rule, subject]}"
        yield one, sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def told(answer: Checked) -> tuple[Located, ...]:
    """Return the findings that the answer is about: those of the change where there is a base."""
    return answer.base.new if answer.base else answer.findings


def is_standing(located: Located, rules: Mapping[str, Rule]) -> bool:
    """Tell whether a finding is a note on the wording, which nobody will mend today."""
    found = located.finding
    return found.severity is Severity.NOTE and rules[found.rule].group == "promised"


def in_full(answer: Checked, around: Around) -> tuple[Located, ...]:
    """Return the findings that are told one by one: all that a change brings to an agreement.

    Where there is nothing to compare with, notes on the wording are not among them.
    """
    if around.every or (answer.base and answer.base.revision):
        return told(answer)
    return tuple(one for one in told(answer) if not is_standing(one, around.rules))


def counts(those: Iterable[Located]) -> Words:
    """Return how many findings there are of each kind."""
    number = Counter(one.finding.severity for one in those)
    return say(
        "{errors}, {warnings}, {notes}",
        errors=say_n(number[Severity.ERROR], "{n} error", "{n} errors"),
        warnings=say_n(number[Severity.WARNING], "{n} warning", "{n} warnings"),
        notes=say_n(number[Severity.NOTE], "{n} note", "{n} notes"),
    )


def headline(answer: Checked) -> Words:
    """Return the counts of what the answer is about."""
    found = counts(told(answer))
    return say("New: {counts}", counts=found) if answer.base else found


def since(base: Compared) -> Words:
    """Return what the change is held against."""
    name = masked(base.name)
    if base.revision is None:
        return say("Since {base}, which holds no agreement", base=name)
    if base.revision.id.startswith(base.name):
        return say("Since {base}", base=base.revision.short)
    if base.how:
        return say("Since {base} ({id}, {how})", base=name, id=base.revision.short, how=base.how)
    return say("Since {base} ({id})", base=name, id=base.revision.short)


def differences(base: Compared) -> Iterator[Words]:
    """Yield what differs in meaning; many alike are told together."""
    for _, _, words in grouped(base.diff.changes, base.diff.titles, every=False):
        yield words
    yield from diff_remarks(base.diff)


def kept_words(base: Compared) -> Words:
    """Return how much was there before."""
    return say("There before: {counts}.", counts=counts(base.kept))


def hidden_words(base: Compared) -> Words:
    """Return of how many findings nobody can tell whether they are mended."""
    return say_n(
        base.hidden,
        "Whether {n} finding of the base is mended cannot be told: a file can no longer be read.",
        "Whether {n} findings of the base are mended cannot be told: a file can no longer be read.",
    )


def unread_words(answer: Checked) -> Words:
    """Return what is said where files could not be read."""
    return say_n(
        len(answer.unread),
        "{n} file could not be read; rules that hang on it were not asked.",
        "{n} files could not be read; rules that hang on them were not asked.",
    )


def message(located: Located, tongue: Tongue) -> str:
    """Return a finding's sentence and its cure."""
    hit = located.finding.hit
    cure = f"\n{tongue(say('cure'))}: {tongue(hit.hint)}" if hit.hint else ""
    return f"{tongue(hit.message)}{cure}"


def place(located: Located, inside: str) -> str:
    """Return the file that a finding stands in; where it is none, that of the agreement."""
    return inside + (located.finding.hit.place.file or AGREEMENT_FILE)
