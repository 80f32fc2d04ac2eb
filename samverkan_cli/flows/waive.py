"""Accepting a finding for a time."""

from datetime import date
from typing import NamedTuple

from samverkan_cli.flows.judge import case_of
from samverkan_cli.model.intent import Add, Intent, Refusal
from samverkan_cli.model.nearest import did_you_mean
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Waiver
from samverkan_cli.model.words import few, say
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import READING
from samverkan_cli.store.register import Register

FILE = "waivers.yaml"


class Waiving(NamedTuple):
    """A finding is to be accepted: which, why, who answers for it, and the last day."""

    rule: str
    subject: str
    reason: str
    owner: str
    until: date
    today: date
    anyway: bool = False


def subjects(register: Register, rule: str, day: date) -> tuple[str, ...]:
    """Return what a rule finds something wrong with on a day."""
    case = case_of(register, day)
    found = (one.hit.subject for known in RULES if known.id == rule for one in known.findings(case))
    return tuple(dict.fromkeys(found))


def strange_rule(name: str) -> Refusal | None:
    """Return what is said of a name that is no rule's, or of a rule that none may pass over."""
    groups = {rule.id: rule.group for rule in RULES}
    if name not in groups:
        return Refusal(say("There is no rule “{name}”.", name=name), did_you_mean(name, groups))
    if groups[name] == READING:
        return Refusal(
            say(
                "What the rule {rule} finds cannot be accepted: it keeps a file from being read.",
                rule=name,
            ),
            say("Mend the file; “samverkan explain {rule}” tells how.", rule=name),
        )
    return None


def finding(register: Register, day: date) -> tuple[str, ...]:
    """Return the rules that find something on a day that may be accepted."""
    case = case_of(register, day)
    return tuple(rule.id for rule in RULES if rule.group != READING and any(rule.findings(case)))


def waive(register: Register, wish: Waiving) -> Intent | Refusal:
    """Return how a finding is accepted; one that nobody finds is no use to accept."""
    if refusal := strange_rule(wish.rule):
        return refusal
    if wish.until < wish.today:
        return Refusal(
            say("{day} has passed; a waiver ends in time to come.", day=wish.until),
            say("Write a later day: --until DAY"),
        )
    found = subjects(register, wish.rule, wish.today)
    subject = wish.subject or (found[0] if len(found) == 1 else "")
    if not wish.anyway and subject not in found:
        return unmatched(wish, found)
    entry = Waiver(
        rule=wish.rule,
        subject=subject,
        reason=wish.reason,
        owner=wish.owner,
        until=wish.until,
        place=Place(FILE),
    )
    agreement = register.agreement
    same = [one for one in (agreement.waivers if agreement else ()) if covers(one, entry)]
    if same:
        return Refusal(
            say("It is accepted already, until {day}.", day=same[0].until),
            say("Wait until then, or change the day in {file}.", file=FILE),
        )
    title = say(
        "Accept {rule} until {day} for {subject}",
        rule=wish.rule,
        subject=subject,
        day=wish.until.isoformat(),
    )
    fields = (("Rule", wish.rule), ("Subject", subject))
    return Intent("waive", (Add(entry=entry),), title, fields)


def covers(one: Waiver, other: Waiver) -> bool:
    """Tell whether a waiver accepts what another is to accept, and as long."""
    same = (one.rule, one.subject) == (other.rule, other.subject)
    return same and one.until >= other.until


def unmatched(wish: Waiving, found: tuple[str, ...]) -> Refusal:
    """Return what is said where the rule finds nothing of the kind."""
    if not found:
        return Refusal(
            say("The rule {rule} finds nothing to accept today.", rule=wish.rule),
            say("To accept it before it comes, give the reason: --anyway REASON"),
        )
    names = say("It finds: {names}", names=few(found))
    if not wish.subject:
        return Refusal(say("What the waiver is for is missing."), names)
    message = say("The rule {rule} finds nothing wrong with {id}.", rule=wish.rule, id=wish.subject)
    return Refusal(message, did_you_mean(wish.subject, found, names))
