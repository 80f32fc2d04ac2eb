"""What somebody says of an agreement to be: names, parties and days, and what cannot stand."""

from collections.abc import Sequence
from datetime import date

from samverkan_cli.evaluate.parties import OTHER, PARTY_KINDS, likely_kind
from samverkan_cli.evaluate.personal import personal_data
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Party, Term
from samverkan_cli.model.intent import Refusal
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.slug import LONGEST, is_id, slug
from samverkan_cli.model.words import Words, say
from samverkan_cli.store.profile import character_faults

LONGEST_TITLE = 200
LEAST_PARTIES = 2
AS_WRITTEN = say(
    "Write it like this: {example}", example='--party "kom=Exempel kommun:municipality"'
)


def title_fault(title: str) -> Words | None:
    """Return why a text cannot be a title, or None."""
    if not title:
        return say("A name must be written.")
    if len(title) > LONGEST_TITLE:
        return say(
            "The name is {n} characters long; {most} are too many.",
            n=len(title),
            most=LONGEST_TITLE,
        )
    if "\n" in title or any(character_faults("", title)):
        return say("There is an invisible character or a pile of marks in the name.")
    if any(personal_data(title)):
        return say(
            "The name looks like personal data; name organisations and posts, never persons."
        )
    return None


def id_fault(name: str, taken: Sequence[str] = ()) -> Words | None:
    """Return why a text cannot be a party's id beside those that are `taken`, or None."""
    if not is_id(name):
        return say(
            "“{name}” is no id: small letters and digits, with hyphens between words, at most {n}.",
            name=name,
            n=LONGEST,
        )
    if any(personal_data(name)):
        return say(
            "The name looks like personal data; name organisations and posts, never persons."
        )
    if name in taken:
        return say("Two parties cannot both have the id “{name}”.", name=name)
    return None


def party_of(text: str) -> Party | Refusal:
    """Return the party that `[ID=]NAME[:KIND]` tells of.

    What stands behind the last colon is a kind where it is written as one, in small letters
    without space; without a kind, the name is asked for it.
    """
    name, equals, rest = text.partition("=")
    title = rest if equals else text
    before, colon, kind = title.rpartition(":")
    if colon and kind and kind.replace("-", "a").isalpha() and kind.islower():
        title = before
        if kind not in PARTY_KINDS:
            return strange_kind(kind)
    else:
        kind = ""
    title = title.strip(" ")
    own = name.strip(" ") if equals else slug(title)
    if fault := title_fault(title):
        return Refusal(at("--party", fault), AS_WRITTEN)
    if not own:
        return Refusal(say("No id can be made of “{name}”; write one.", name=title), AS_WRITTEN)
    if fault := id_fault(own):
        return Refusal(at("--party", fault), AS_WRITTEN)
    return Party(id=own, title=title, kind=kind or likely_kind(title))


def at(option: str, fault: Words) -> Words:
    """Return what is wrong with what an option says."""
    return say("{option}: {fault}", option=option, fault=fault)


def strange_kind(kind: str) -> Refusal:
    """Return what is said of a word that is no kind of party."""
    meant = likely_kind(kind)
    match = nearest(kind, PARTY_KINDS) if meant == OTHER else meant
    return Refusal(
        say("“{name}” is no kind of party.", name=kind),
        say("Did you mean “{name}”?", name=match)
        if match
        else say("The words are: {names}.", names=PARTY_KINDS),
    )


def agreement_id(title: str, first: date) -> str:
    """Return an id for the agreement; its title may lack letters that an id can have."""
    return slug(title) or f"{first.year}"


def founded(
    title: str, language: str, period: Period, parties: Sequence[Party]
) -> Agreement | Refusal:
    """Return the agreement as far as it is known, or why it cannot be one."""
    if fault := title_fault(title):
        return Refusal(at("--title", fault))
    if len(parties) < LEAST_PARTIES:
        return Refusal(say("An agreement has two parties or more."), AS_WRITTEN)
    for number, party in enumerate(parties):
        if fault := id_fault(party.id, [one.id for one in parties[:number]]):
            return Refusal(at("--party", fault), AS_WRITTEN)
    if period.is_empty:
        return Refusal(
            say(
                "The last day, {last}, comes before the first, {first}.",
                last=period.last,
                first=period.first,
            )
        )
    return Agreement(
        id=agreement_id(title, period.first),
        title=title,
        language=language,
        term=Term(period=period),
        parties=tuple(parties),
    )
