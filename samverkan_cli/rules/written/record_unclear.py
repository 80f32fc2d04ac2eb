"""Rule record-unclear."""

from collections.abc import Iterator

from samverkan_cli.evaluate.duties import Told, told
from samverkan_cli.evaluate.entries import entry_names
from samverkan_cli.model.duty import Duty, Sharing
from samverkan_cli.model.finding import Hit, Severity
from samverkan_cli.model.words import Words, say
from samverkan_cli.rules.rule import Case, rule


@rule("record-unclear", Severity.ERROR, reads=("terms/agreement",))
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
            message = say("A record names one thing that was done: a duty or a follow-up.")
            yield Hit(record.place, names[record.place], message)
    for one in told(case.agreement, case.day):
        hit = period_unclear(one) or party_unclear(one)
        if hit:
            key, message = hit
            yield Hit(one.record.place / key, names[one.record.place], message)


def period_unclear(one: Told) -> tuple[str, Words] | None:
    """Return the field and the fault of the periods that a record names, if they have one."""
    key, title, names = one.key, one.item.title, one.names
    if names and not one.item.cadence.recurs:
        return key, say(
            "“{title}” has no periods, so {names} says nothing.", title=title, names=names
        )
    if not one.occurrences or not one.item.cadence.recurs:
        return None
    if not names:
        return key, say(
            "The record of “{title}” must say for which period, such as {example}.",
            title=title,
            example=one.example(),
        )
    if one.unknown():
        return key, say(
            "“{title}” has no period {names}; it is written like {example}.",
            title=title,
            names=one.unknown(),
            example=one.example(),
        )
    if not one.beyond() and not [*one.named()]:
        return key, say(
            "The periods of “{title}” run backwards, from {first} to {last}.",
            title=title,
            first=one.record.first,
            last=one.record.last,
        )
    return None


def party_unclear(one: Told) -> tuple[str, Words] | None:
    """Return the field and the fault of the party that a record names or leaves out."""
    if not isinstance(one.item, Duty):
        return None
    who, party, title = one.item.who, one.record.party, one.item.title
    if who.sharing is Sharing.EACH and party not in who.parties:
        return "party", say(
            "Each party does “{title}” for itself, so the record must say which: {parties}.",
            title=title,
            parties=who.parties,
        )
    if who.sharing is Sharing.ALL and party and who.parties != (party,):
        return "party", say(
            "“{title}” is done by {parties} together, so one party's record counts for nothing.",
            title=title,
            parties=who.parties,
        )
    return None
