"""Rule record-unclear."""

from collections.abc import Iterator
from typing import TypeAlias

from samverkan_cli.evaluate.entries import entry_names
from samverkan_cli.evaluate.told import Told
from samverkan_cli.model.duty import Duty, Sharing
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule


@rule("record-unclear", Severity.ERROR)
def record_unclear(case: Case) -> Iterator[Hit]:
    """A record does not say clearly what was done.

    ## Why it matters

    What cannot be told apart is counted for nothing, and the duty stands as not done.

    ## How to mend it

    Name one duty or one follow-up, its period in the way of its cadence, and, where each party
    does its own, the party.

    ## Wrong

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, on: 2024-12-10, reference: KS 2024/1}
    ```

    ## Right

    ```yaml
    # records/2024.yaml
    records:
      - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
    ```
    """
    names = entry_names(case.agreement)
    for record in case.agreement.records:
        if not record.subject:
            message = say("The record does not name one duty or one follow-up that was done.")
            hint = say("Write the id of the duty or of the follow-up, one of the two.")
            yield Hit(record.place, names[record.place], message, hint=hint)
    for one in case.told:
        hit = period_unclear(one) or party_unclear(one)
        if hit:
            key, message, cure = hit
            yield Hit(one.record.place / key, names[one.record.place], message, hint=cure)


Doubt: TypeAlias = tuple[str, Words, Words | None]
"""The field that is in doubt, what is wrong with it, and the cure."""


def period_unclear(one: Told) -> Doubt | None:
    """Return what is wrong with the periods that a record names, if anything is."""
    title, names = one.item.title, one.names
    if names and not one.item.cadence.recurs:
        message = say(
            "“{title}” has no periods, so {names} says nothing.", title=title, names=names
        )
        return one.key, message, say("Leave the period out.")
    if not one.occurrences or not one.item.cadence.recurs:
        return None
    if not names:
        message = say(
            "The record of “{title}” must say for which period, such as {example}.",
            title=title,
            example=one.example(),
        )
        return one.key, message, say("Write the field period.")
    return name_unclear(one)


def name_unclear(one: Told) -> Doubt | None:
    """Return what is wrong with the names of periods in a record that has some."""
    if one.unknown():
        message = say(
            "“{title}” has no period {names}; it is written like {example}.",
            title=one.item.title,
            names=one.unknown(),
            example=one.example(),
        )
        return one.key, message, None
    if not one.beyond() and not [*one.named()]:
        message = say(
            "The periods of “{title}” run backwards, from {first} to {last}.",
            title=one.item.title,
            first=one.record.first,
            last=one.record.last,
        )
        return one.key, message, say("Write the earlier period first.")
    return None


def party_unclear(one: Told) -> Doubt | None:
    """Return what is wrong with the party that a record names or leaves out, if anything is."""
    if not isinstance(one.item, Duty):
        return None
    who, party, title = one.item.who, one.record.party, one.item.title
    if who.sharing is Sharing.EACH and party not in who.parties:
        message = say(
            "Each party does “{title}” for itself, so the record must say which: {parties}.",
            title=title,
            parties=who.parties,
        )
        return "party", message, say("Write the field party.")
    if who.sharing is Sharing.ALL and party and who.parties != (party,):
        message = say(
            "“{title}” is done by {parties} together, so one party's record counts for nothing.",
            title=title,
            parties=who.parties,
        )
        return "party", message, say("Leave the party out when they have done it together.")
    return None
