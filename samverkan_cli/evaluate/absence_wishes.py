"""Noting that a post is away, or back."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.staffing_wishes import file_of, last_of, reversed_days, the_post
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, End, Intent, Refusal
from samverkan_cli.model.period import Period, day_after, day_before
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Post, Reason
from samverkan_cli.model.words import say


class Leaving(NamedTuple):
    """A post is away, or comes back: with `until` alone, the absence that is open ends."""

    post: str
    first: date | None
    until: date | None
    reason: str
    today: date


def absent(agreement: Agreement, wish: Leaving) -> Intent | Refusal:
    """Return how an absence is noted or ended."""
    post = the_post(agreement, wish.post)
    if isinstance(post, Refusal):
        return post
    fields = (("Post", post.id),)
    if wish.until and not wish.first and not wish.reason:
        return back(agreement, post, wish.until)
    if wish.reason not in tuple(Reason):
        reasons = tuple(one.value for one in Reason)
        message = (
            say("“{text}” is no reason for absence.", text=wish.reason)
            if wish.reason
            else say("The reason is missing; health is never said.")
        )
        return Refusal(message, say("Write one of these: --reason {names}", names=reasons))
    first = wish.first or wish.today
    period = Period(first, wish.until or date.max)
    if period.is_empty:
        return reversed_days(period)
    entry = Absence(
        party=post.party,
        post=post.id,
        period=period,
        reason=Reason(wish.reason),
        place=Place(file_of(agreement, post.party)),
    )
    alike = [one for one in agreement.absences if one.post == post.id]
    if refusal := already(entry, alike):
        return refusal
    title = say("Note that {post} is away from {day}", post=post.id, day=first.isoformat())
    step = Add(entry=entry, after=last_of(alike, entry.place.file))
    return Intent("absent", (step,), title, fields)


def already(entry: Absence, alike: Iterable[Absence]) -> Refusal | None:
    """Return what is said where the post is away already on some of the days."""
    those = [one for one in alike if not (one.period & entry.period).is_empty]
    if entry in those:
        back = say("When it is back, end it: samverkan absent {post} --until DAY", post=entry.post)
        return Refusal(say("That absence is noted already."), back)
    if not those:
        return None
    one = min(those, key=lambda one: one.period.first)
    first, last = one.period.first, one.period.last
    hint = say("To end that absence, write --until DAY alone.")
    if entry.period.first < first:
        before = day_before(first).isoformat()
        hint = say("For the days before that, write --until {day}.", day=before)
    elif entry.period.last > last:
        after = day_after(last).isoformat()
        hint = say("For the days after that, write --from {day}.", day=after)
    if one.period.is_open:
        return Refusal(
            say("{post} is away already from {first}.", post=one.post, first=first), hint
        )
    message = say(
        "{post} is away already from {first} to {last}.", post=one.post, first=first, last=last
    )
    return Refusal(message, hint)


def back(agreement: Agreement, post: Post, until: date) -> Intent | Refusal:
    """Return how the absence that a post is in ends."""
    known = [one for one in agreement.absences if one.post == post.id]
    those = [one for one in known if one.period.first <= until < one.period.last]
    if not those:
        return not_away(post, until, known)
    day = day_after(until).isoformat()
    title = say("Note that {post} is back from {day}", post=post.id, day=day)
    steps = tuple(End(entry=one, until=until) for one in those)
    return Intent("absent", steps, title, (("Post", post.id),))


def not_away(post: Post, until: date, known: Iterable[Absence]) -> Refusal:
    """Return what is said where no absence that has begun goes on after a day."""
    if any(one.period.last == until for one in known):
        return Refusal(say("The absence of {post} ends on {day} already.", post=post.id, day=until))
    hint = say("For a new absence, write --from DAY --reason REASON.")
    later = [one.period.first for one in known if one.period.first > until]
    if later:
        message = say(
            "No absence of {post} goes on after {day}; the next begins on {first}.",
            post=post.id,
            day=until,
            first=min(later),
        )
        return Refusal(message, hint)
    return Refusal(say("No absence of {post} lasts beyond {day}.", post=post.id, day=until), hint)
