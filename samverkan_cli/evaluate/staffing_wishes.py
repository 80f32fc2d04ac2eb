"""Assigning, releasing and noting absence: what is wished, and the steps that it takes."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from samverkan_cli.evaluate.items import slots
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End, Intent, Refusal, Step
from samverkan_cli.model.nearest import nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Guarantee, Slot
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record
from samverkan_cli.model.words import Words, say

LISTED = 12


class Assigning(NamedTuple):
    """A post is to cover a slot. `title` is that of a post which is new; `share` is per cent."""

    post: str
    slot: str
    period: Period
    functions: tuple[str, ...] = ()
    share: Decimal | None = None
    deputy: bool = False
    title: str = ""


def did_you_mean(name: str, known: Iterable[str], otherwise: Words | None = None) -> Words | None:
    """Return the known name that a mistyped one is like, or the names that there are."""
    names = tuple(dict.fromkeys(known))
    if match := nearest(name, names):
        return say("Did you mean “{name}”?", name=match)
    if otherwise or not names:
        return otherwise
    listed: tuple[Words | str, ...] = names[:LISTED]
    if len(names) > LISTED:
        listed = (*listed, say("and {n} more", n=len(names) - LISTED))
    return say("The names are: {names}.", names=listed)


def file_of(agreement: Agreement, party: str) -> str:
    """Return the file in which a party's staffing is written."""
    written: tuple[Post | Assignment | Absence, ...] = (
        *agreement.posts,
        *agreement.assignments,
        *agreement.absences,
    )
    return next((one.place.file for one in written if one.party == party), f"staffing/{party}.yaml")


def the_slot(agreement: Agreement, name: str) -> tuple[Guarantee, Slot, tuple[str, ...]] | Refusal:
    """Return the slot that is meant, and the function of it; an only slot goes by its guarantee."""
    known = slots(agreement)
    if name in known:
        return (*known[name], ())
    own = [pair for key, pair in known.items() if key.startswith(f"{name}/")]
    if len(own) == 1:
        return (*own[0], ())
    upper, _, function = name.rpartition("/")
    if upper in known and any(one.id == function for one in known[upper][1].functions):
        return (*known[upper], (function,))
    inside = [key for key in known if key.startswith(f"{name}/")]
    hint = say("The names are: {names}.", names=tuple(inside)) if inside else None
    message = say("There is no role “{name}” among the promises.", name=name)
    match = nearest(name, (*known, *(one.id for one in agreement.guarantees)))
    meant = say("Did you mean “{name}”?", name=match) if match else None
    return Refusal(message, hint or meant or did_you_mean(name, known))


def the_post(agreement: Agreement, name: str, otherwise: Words | None = None) -> Post | Refusal:
    """Return the post called `name`."""
    for post in agreement.posts:
        if post.id == name:
            return post
    message = say("There is no post “{name}”.", name=name)
    return Refusal(message, did_you_mean(name, (one.id for one in agreement.posts), otherwise))


def reversed_days(period: Period) -> Refusal:
    """Return what is said of a last day before the first."""
    return Refusal(
        say("{last} is before {first}.", first=period.first, last=period.last),
        say("Turn --from and --until around; without --from, it is today."),
    )


def assign(agreement: Agreement, wish: Assigning) -> Intent | Refusal:
    """Return how a post is assigned, new or not."""
    found = the_slot(agreement, wish.slot)
    if isinstance(found, Refusal):
        return found
    guarantee, slot, meant = found
    new = say("For a new post, give its title: --title TITLE")
    post: Post | Refusal = the_post(agreement, wish.post, new)
    steps: tuple[Step, ...] = ()
    if isinstance(post, Refusal) and wish.title:
        place = Place(file_of(agreement, guarantee.party))
        post = Post(id=wish.post, party=guarantee.party, title=wish.title, place=place)
        steps = (Add(entry=post),)
    if isinstance(post, Refusal):
        return post
    known = [one.id for one in slot.functions]
    functions = wish.functions or meant
    for name in functions:
        if name not in known:
            message = say(
                "The role “{slot}” has no function “{name}”.",
                slot=f"{guarantee.id}/{slot.id}",
                name=name,
            )
            return Refusal(message, did_you_mean(name, known))
    if wish.period.is_empty:
        return reversed_days(wish.period)
    entry = Assignment(
        party=post.party,
        post=post.id,
        slot=f"{guarantee.id}/{slot.id}",
        functions=functions,
        period=wish.period,
        share=Decimal(100) if wish.share is None else wish.share,
        share_given=wish.share is not None,
        deputy=wish.deputy,
        place=Place(file_of(agreement, post.party)),
    )
    if any(entry == one for one in agreement.assignments):
        return Refusal(say("{post} is already assigned just so.", post=post.id))
    # Short, since git's lists show the first 72 signs of it.
    first = wish.period.first.isoformat()
    title = say("Assign {post} to {slot} from {day}", post=post.id, slot=entry.slot, day=first)
    alike = [one for one in agreement.assignments if one.slot == entry.slot]
    steps = (*steps, Add(entry=entry, after=last_of(alike, entry.place.file)))
    return Intent("assign", steps, title, (("Post", post.id), ("Slot", entry.slot)))


def last_of(alike: Iterable[Assignment | Absence | Record], file: str) -> Place | None:
    """Return the place of the last of some entries in a file; what is alike stands together."""
    places = [one.place for one in alike if one.place.file == file]
    return places[-1] if places else None


class Releasing(NamedTuple):
    """A post is to hold a slot no longer than `until`; without a slot, the only one it has."""

    post: str
    until: date
    slot: str = ""
    all: bool = False


def held(agreement: Agreement, post: str, until: date) -> list[Assignment]:
    """Return the assignments of a post that last beyond `until`."""
    return [one for one in agreement.assignments if one.post == post and one.period.last > until]


def release(agreement: Agreement, wish: Releasing) -> Intent | Refusal:
    """Return how a post is released; what would have begun later is taken away."""
    post = the_post(agreement, wish.post)
    if isinstance(post, Refusal):
        return post
    those = held(agreement, wish.post, wish.until)
    names = tuple(dict.fromkeys(one.slot for one in those))
    if wish.slot:
        found = the_slot(agreement, wish.slot)
        if isinstance(found, Refusal):
            return found
        name = f"{found[0].id}/{found[1].id}"
        those = [one for one in those if one.slot == name]
    if not those:
        return Refusal(
            say("{post} has nothing to be released from after {day}.", post=post.id, day=wish.until)
            if not wish.slot
            else say(
                "{post} does not hold {slot} after {day}.",
                post=post.id,
                slot=wish.slot,
                day=wish.until,
            ),
            say("It holds: {names}.", names=names) if names else None,
        )
    if len({one.slot for one in those}) > 1 and not wish.all:
        return Refusal(
            say("{post} holds more than one role.", post=post.id),
            say("Name the one, or write --all: {names}.", names=names),
        )
    steps = tuple(
        End(entry=one, until=wish.until) if one.period.first <= wish.until else Drop(entry=one)
        for one in those
    )
    slot = tuple(dict.fromkeys(one.slot for one in those))
    until = wish.until.isoformat()
    title = say("Release {post} after {day} from {slot}", post=post.id, slot=slot, day=until)
    return Intent("release", steps, title, (("Post", post.id), ("Slot", " ".join(slot))))
