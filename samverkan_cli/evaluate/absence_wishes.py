"""Noting that a post is away, or back."""

from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.staffing_wishes import file_of, last_of, reversed_days, the_post
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Add, End, Intent, Refusal
from samverkan_cli.model.period import Period, day_after
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
    if any(entry == one for one in agreement.absences):
        return Refusal(say("That absence is noted already."))
    title = say("Note that {post} is away from {day}", post=post.id, day=first.isoformat())
    alike = [one for one in agreement.absences if one.post == post.id]
    step = Add(entry=entry, after=last_of(alike, entry.place.file))
    return Intent("absent", (step,), title, fields)


def back(agreement: Agreement, post: Post, until: date) -> Intent | Refusal:
    """Return how the absence that a post is in ends."""
    those = [
        one
        for one in agreement.absences
        if one.post == post.id and one.period.first <= until < one.period.last
    ]
    if not those:
        return Refusal(
            say("No absence of {post} lasts beyond {day}.", post=post.id, day=until),
            say("For a new absence, write --from DAY --reason REASON."),
        )
    day = day_after(until).isoformat()
    title = say("Note that {post} is back from {day}", post=post.id, day=day)
    steps = tuple(End(entry=one, until=until) for one in those)
    return Intent("absent", steps, title, (("Post", post.id),))
