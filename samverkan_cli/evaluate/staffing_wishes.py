"""Assigning, releasing and noting absence: what is wished, and the steps that it takes."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from samverkan_cli.evaluate.guard import guard_of
from samverkan_cli.evaluate.items import slots
from samverkan_cli.evaluate.nothing_yet import NO_ROLE, no_post
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, Drop, End, Fields, Intent, Refusal, Step
from samverkan_cli.model.nearest import did_you_mean, nearest
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Guarantee, Slot
from samverkan_cli.model.staffing import Absence, Assignment, Post, Record
from samverkan_cli.model.words import Words, say


class Assigning(NamedTuple):
    """A post is to cover a slot. `title` is that of a post which is new; `share` is per cent."""

    post: str
    slot: str
    period: Period
    functions: tuple[str, ...] = ()
    share: Decimal | None = None
    deputy: bool = False
    title: str = ""


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
    none = None if known else NO_ROLE.hint
    return Refusal(message, hint or meant or did_you_mean(name, known, none))


def the_post(agreement: Agreement, name: str, otherwise: Words | None = None) -> Post | Refusal:
    """Return the post called `name`."""
    for post in agreement.posts:
        if post.id == name:
            return post
    message, none = say("There is no post “{name}”.", name=name), no_post(agreement)
    hint = otherwise or (none.hint if none else None)
    return Refusal(message, did_you_mean(name, (one.id for one in agreement.posts), hint))


def reversed_days(period: Period) -> Refusal:
    """Return what is said of a last day before the first."""
    return Refusal(
        say("{last} is before {first}.", first=period.first, last=period.last),
        say("Turn --from and --until around; without --from, it is today."),
    )


def the_assigned(
    agreement: Agreement, wish: Assigning, party: str
) -> tuple[Post, tuple[Step, ...]] | Refusal:
    """Return the post to assign, and the step that makes it where it is new."""
    new = say("For a new post, give its title: --title TITLE")
    post = the_post(agreement, wish.post, new)
    if isinstance(post, Refusal) and wish.title:
        place = Place(file_of(agreement, party))
        made = Post(id=wish.post, party=party, title=wish.title, place=place)
        return made, (Add(entry=made),)
    if isinstance(post, Refusal):
        return post
    if wish.title not in ("", post.title):
        return Refusal(
            say("{post} is no new post; it is called “{title}”.", post=post.id, title=post.title),
            say(
                "Leave --title out; what a post is called is changed in {file}.",
                file=post.place.file,
            ),
        )
    return post, ()


def the_functions(slot: Slot, name: str, functions: tuple[str, ...]) -> tuple[str, ...] | Refusal:
    """Return the functions of a slot that are meant, each once."""
    known = [one.id for one in slot.functions]
    for one in functions:
        if one not in known:
            message = say("The role “{slot}” has no function “{name}”.", slot=name, name=one)
            return Refusal(message, did_you_mean(one, known))
    return tuple(dict.fromkeys(functions))


def assign(agreement: Agreement, wish: Assigning) -> Intent | Refusal:
    """Return how a post is assigned, new or not."""
    found = the_slot(agreement, wish.slot)
    if isinstance(found, Refusal):
        return found
    guarantee, slot, meant = found
    name = f"{guarantee.id}/{slot.id}"
    assigned = the_assigned(agreement, wish, guarantee.party)
    if isinstance(assigned, Refusal):
        return assigned
    functions = the_functions(slot, name, wish.functions or meant)
    if isinstance(functions, Refusal):
        return functions
    post, steps = assigned
    if wish.period.is_empty:
        return reversed_days(wish.period)
    entry = Assignment(
        party=post.party,
        post=post.id,
        slot=name,
        functions=functions,
        period=wish.period,
        share=Decimal(100) if wish.share is None else wish.share,
        share_given=wish.share is not None,
        deputy=wish.deputy,
        place=Place(file_of(agreement, post.party)),
    )
    if any(entry == one for one in agreement.assignments):
        return Refusal(say("That is written already."))
    alike = [one for one in agreement.assignments if one.slot == entry.slot]
    steps = (*steps, Add(entry=entry, after=last_of(alike, entry.place.file)))
    return Intent("assign", steps, *told_of_assigning(agreement, entry))


def told_of_assigning(agreement: Agreement, entry: Assignment) -> tuple[Words, Fields]:
    """Return the title and the fields of a commit; of a protected function not who holds it."""
    # Short, since git's lists show the first 72 signs of it.
    first, slot = entry.period.first.isoformat(), entry.slot
    if guard_of(agreement).hides(entry):
        return say("Assign a post to {slot} from {day}", slot=slot, day=first), (("Slot", slot),)
    title = say("Assign {post} to {slot} from {day}", post=entry.post, slot=slot, day=first)
    return title, (("Post", entry.post), ("Slot", slot))


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
    those = every = held(agreement, wish.post, wish.until)
    if wish.slot:
        found = the_slot(agreement, wish.slot)
        if isinstance(found, Refusal):
            return found
        name = f"{found[0].id}/{found[1].id}"
        those = [one for one in every if one.slot == name]
    if not those:
        return holds_nothing(agreement, wish, every)
    if len({one.slot for one in those}) > 1 and not wish.all:
        names = open_slots(agreement, those)
        return Refusal(
            say("{post} holds more than one role.", post=post.id),
            say("Name the one, or write --all: {names}.", names=names)
            if len(names) > 1
            else say("Name the one, or write --all."),
        )
    steps = tuple(
        End(entry=one, until=wish.until) if one.period.first <= wish.until else Drop(entry=one)
        for one in those
    )
    return Intent("release", steps, *told_of_releasing(agreement, wish, those))


def open_slots(agreement: Agreement, those: Iterable[Assignment]) -> tuple[str, ...]:
    """Return the slots that some assignments are to, but for those that are protected."""
    guard = guard_of(agreement)
    return tuple(dict.fromkeys(one.slot for one in those if not guard.hides(one)))


def holds_nothing(agreement: Agreement, wish: Releasing, every: Iterable[Assignment]) -> Refusal:
    """Return what is said where a post does not hold what it is to be released from."""
    if not wish.slot:
        message = say(
            "{post} has nothing to be released from after {day}.", post=wish.post, day=wish.until
        )
        return Refusal(message)
    message = say("The post does not hold {slot} after {day}.", slot=wish.slot, day=wish.until)
    names = open_slots(agreement, every)
    return Refusal(message, say("It holds: {names}.", names=names) if names else None)


def told_of_releasing(
    agreement: Agreement, wish: Releasing, those: Iterable[Assignment]
) -> tuple[Words, Fields]:
    """Return the title and the fields of a commit; of a protected function not who held it."""
    those = tuple(those)
    slots_, day = tuple(dict.fromkeys(one.slot for one in those)), wish.until.isoformat()
    slot = ("Slot", " ".join(slots_))
    if any(map(guard_of(agreement).hides, those)):
        return say("Release a post after {day} from {slot}", slot=slots_, day=day), (slot,)
    title = say("Release {post} after {day} from {slot}", post=wish.post, slot=slots_, day=day)
    return title, (("Post", wish.post), slot)
