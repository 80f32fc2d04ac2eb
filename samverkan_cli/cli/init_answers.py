"""What `init` has to know: taken from the options, and asked for where a person can answer."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from samverkan_cli.cli.asking import ALL, ask_text, cleaned, may_ask
from samverkan_cli.cli.exits import Code, StopError
from samverkan_cli.cli.options import day_of
from samverkan_cli.evaluate.parties import OTHER, likely_kind
from samverkan_cli.flows.founding import (
    LEAST_PARTIES,
    founded,
    id_fault,
    party_of,
    title_fault,
)
from samverkan_cli.language.terms import PARTY_KINDS, meant
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Party
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.slug import slug
from samverkan_cli.model.words import Words, say, say_n

T = TypeVar("T")
EXAMPLE = 'samverkan init --title "…" --party kom="…" --party pol="…" --from 2027-01-01'


class Given(NamedTuple):
    """What the options say."""

    title: str
    parties: tuple[str, ...]
    first: str
    last: str

    def missing(self) -> tuple[str, ...]:
        """Return the options that are needed and not written."""
        wanted = {
            "--title": bool(self.title),
            "--party": len(self.parties) >= LEAST_PARTIES,
            "--from": bool(self.first),
        }
        return tuple(name for name, written in wanted.items() if not written)


def refused(refusal: Refusal) -> StopError:
    """Return what the user is told of what cannot stand."""
    return StopError(Code.USAGE, refusal.message, refusal.hint)


def sound(value: T | Refusal) -> T:
    """Return a value, unless it is a refusal.

    Raises:
        StopError: it is.
    """
    if isinstance(value, Refusal):
        raise refused(value)
    return value


def agreement_of(given: Given, tongue: Tongue) -> Agreement:
    """Return the agreement that is to have a register, as far as it is known.

    Raises:
        StopError: something is missing and nobody can be asked, or something cannot stand.
        KeyboardInterrupt: the person stops.
    """
    parties = [sound(party_of(cleaned(text))) for text in given.parties]
    first = day_of(given.first) if given.first else None
    last = day_of(given.last) if given.last else None
    if (missing := given.missing()) and not may_ask():
        raise lacking(missing, len(parties))
    title = cleaned(given.title) or ask_text(
        tongue, say("What is the agreement called?"), check=title_fault
    )
    if len(parties) < LEAST_PARTIES:
        parties = asked_parties(tongue, parties)
    if first is None:
        first = asked_first(tongue)
        last = last or asked_last(tongue, first)
    return sound(founded(title, tongue.code, Period(first, last or date.max), parties))


def lacking(missing: Sequence[str], parties: int) -> StopError:
    """Return what is said where something is missing and nobody can be asked."""
    second = say("a second --party")
    names = tuple(second if parties and name == "--party" else name for name in missing)
    message = say_n(
        len(names),
        "The option {names} is missing.",
        "The options {names} are missing.",
        names=names,
    )
    if names == (second,):
        message = say("A second party is needed; --party is written for each.")
    elif second in names:
        message = say("This is missing: {names}.", names=names)
    elif names == ("--party",):
        message = say("The option --party is written for each party, and there are two or more.")
    return StopError(
        Code.USAGE,
        message,
        say("Without a terminal nothing is asked for. Write: {example}", example=EXAMPLE),
    )


def asked_parties(tongue: Tongue, known: Sequence[Party]) -> list[Party]:
    """Return the parties that are known and those that a person names."""
    parties = [*known]
    while True:
        enough = len(parties) >= LEAST_PARTIES
        number = len(parties) + 1
        question = say("Name of party {n}", n=number)
        if enough:
            question = say("Name of party {n} (Enter if there are no more)", n=number)

        def check(answer: str, *, enough: bool = enough) -> Words | None:
            return None if enough and not answer else title_fault(answer)

        title = ask_text(tongue, question, check=check)
        if not title:
            return parties
        parties.append(asked_party(tongue, title, [one.id for one in parties]))


def asked_party(tongue: Tongue, title: str, taken: Sequence[str]) -> Party:
    """Return a party of which the name is known."""
    own = slug(title)
    name = ask_text(
        tongue,
        say("A short id for it, which will name its files"),
        default="" if id_fault(own, taken) else own,
        check=lambda answer: id_fault(answer, taken),
    )
    kind = likely_kind(title)
    return Party(id=name, title=title, kind=asked_kind(tongue, title) if kind == OTHER else kind)


def asked_kind(tongue: Tongue, title: str) -> str:
    """Return the kind of a party, of which the name tells nothing."""
    question = say("What kind of party is {name}? (? lists the kinds)", name=title)

    def kind_of(answer: str) -> str:
        return meant(answer, PARTY_KINDS, tongue)

    answer = ask_text(
        tongue, question, default=OTHER, check=lambda answer: kind_fault(kind_of(answer))
    )
    kind = kind_of(answer)
    return kind if kind in PARTY_KINDS else likely_kind(kind)


def kind_fault(answer: str) -> Words | None:
    """Return what is said of a word that neither is a kind of party nor means one, or None."""
    if answer in PARTY_KINDS or likely_kind(answer) != OTHER:
        return None
    if answer != ALL and (match := nearest(answer, PARTY_KINDS)):
        return say("Did you mean “{name}”?", name=match)
    kinds = tuple(
        say("{kind} ({meaning})", kind=one, meaning=PARTY_KINDS[one]) for one in PARTY_KINDS
    )
    return say("The kinds are: {kinds}.", kinds=kinds)


def day_fault(answer: str) -> Words | None:
    """Return why an answer is no day, or None."""
    try:
        day_of(answer or "?")
    except StopError as error:
        return error.hint
    return None


def asked_first(tongue: Tongue) -> date:
    """Return the first day of the agreement."""
    return day_of(ask_text(tongue, say("From which day does it hold?"), check=day_fault))


def asked_last(tongue: Tongue, first: date) -> date | None:
    """Return the last day of the agreement; None where it has none."""

    def check(answer: str) -> Words | None:
        if not answer or (fault := day_fault(answer)):
            return fault if answer else None
        early = day_of(answer) < first
        return say("That is before the first day, {first}.", first=first) if early else None

    question = say("Until which day, that day included? (Enter if it has no end)")
    answer = ask_text(tongue, question, check=check)
    return day_of(answer) if answer else None
