"""What the wording gives away: numbers, words, times and follow-ups that do not agree."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from samverkan_cli.evaluate.promises import Backing
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.cadence import Rhythm
from samverkan_cli.model.duty import Duty, FollowUp, Owner
from samverkan_cli.model.form import Body, Form, Goal
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Cell, Guarantee, Slot

BLIND_DAYS = 90
STALE_YEARS = 5
LONG_WORD = 4
TELLING_WORDS = 3
ALIKE = 50
MEETING_KINDS = frozenset({"council", "steering-group", "network", "meeting"})
CHANGES = frozenset({"increase", "reduce", "remove"})


def last_follow_up(agreement: Agreement) -> tuple[FollowUp, date] | None:
    """Return the agreement's own follow-up that is due last; None if one keeps coming back."""
    if any(follow_up.cadence.recurs for follow_up in agreement.follow_ups):
        return None
    dated = [(follow_up, follow_up.by) for follow_up in agreement.follow_ups if follow_up.by]
    return max(dated, key=lambda pair: pair[1], default=None)


def meets_unsaid(body: Body) -> bool:
    """Tell whether a body meets, without word of how often."""
    said = body.cadence is not None and body.cadence.rhythm is not Rhythm.UNSPECIFIED
    return body.kind in MEETING_KINDS and not body.per_case and not said


def ownerless(agreement: Agreement) -> Iterator[tuple[Form, Duty]]:
    """Yield recurring joint duties of forms for which no party guarantees anybody."""
    backing = Backing(agreement)
    for form in agreement.forms:
        if not backing.behind(form.id):
            for duty in form.duties:
                if duty.cadence.recurs and len(duty.who.parties) > 1 and not duty.function:
                    yield form, duty


def undelivered(agreement: Agreement) -> Iterator[Duty]:
    """Yield duties with a result at intervals that nobody receives and no other duty uses."""
    used = {name for _, duty in agreement.every_duty() for name in duty.inputs}
    for _, duty in agreement.every_duty():
        weekly = duty.cadence.unit == "week" or duty.cadence.rhythm in (
            Rhythm.WEEKLY,
            Rhythm.FORTNIGHTLY,
        )
        if duty.cadence.recurs and not weekly and not duty.to and duty.id not in used:
            yield duty


class Miscount(NamedTuple):
    """A number in the text that differs from what is listed, and where the list is."""

    guarantee: Guarantee
    slot: Slot
    listed: int
    title: str
    place: Place
    subject: str


def miscounts(agreement: Agreement) -> Iterator[Miscount]:
    """Yield slots whose stated number differs from their functions or from the forms' places."""
    forms = {form.id: form for form in agreement.forms}
    for guarantee in agreement.guarantees:
        for slot in guarantee.slots:
            name, functions = f"{guarantee.id}/{slot.id}", slot.functions
            if slot.stated_count not in (0, len(functions)):
                place, title = slot.place / "functions", slot.title or guarantee.title
                yield Miscount(guarantee, slot, len(functions), title, place, name)
            served = {form for function in functions if function.area for form in function.forms}
            for form in (forms[id_] for id_ in sorted(served & forms.keys())):
                if form.areas and slot.stated_count not in (0, len(form.areas)):
                    place, subject = form.place / "places", f"{name}/{form.id}"
                    yield Miscount(guarantee, slot, len(form.areas), form.title, place, subject)


def shared_ownership(agreement: Agreement) -> Iterator[tuple[FollowUp, Owner, Slot]]:
    """Yield follow-ups whose owner is a role that several hold."""
    slots = {cell.slot_id: cell.slot for cell in agreement.cells()}
    for _, follow_up in agreement.every_follow_up():
        for owner in follow_up.owners:
            slot = slots.get(owner.slot)
            if slot and slot.holders.least > 1:
                yield follow_up, owner, slot


def words_in(text: str) -> list[str]:
    """Return the words of a text."""
    return "".join(char if char.isalnum() else " " for char in text).split()


def telling_words(title: str) -> frozenset[str]:
    """Return the words of a title that carry its meaning: those of some length."""
    return frozenset(word.casefold() for word in words_in(title) if len(word) >= LONG_WORD)


def short_names(title: str) -> frozenset[str]:
    """Return the short words of a title that tell what it is about, such as GVI or 2."""
    opening, *words = words_in(title) or [""]
    names = [word for word in words if not word.islower()]
    names += [opening] if len(opening) > 1 and opening.isupper() else []
    return frozenset(name.casefold() for name in names if len(name) < LONG_WORD)


class Stated(NamedTuple):
    """A duty as it is stated in a form: the short names in its title, and the words of the form.

    Those the duties of a form need not repeat.
    """

    form: Form | None
    duty: Duty
    names: frozenset[str]
    context: frozenset[str]

    def says_the_same(self, other: "Stated") -> bool:
        """Tell whether two duties with the same telling words are about the same thing."""
        bodies = {one.duty.needs.body for one in (self, other) if one.duty.needs} - {""}
        functions = {one.duty.function for one in (self, other)} - {""}
        mine, theirs = self.names, other.names
        told_apart = (mine - theirs - other.context) | (theirs - mine - self.context)
        return len(bodies) <= 1 and len(functions) <= 1 and not told_apart


def stated(agreement: Agreement) -> Iterator[Stated]:
    """Yield every duty as it is stated."""
    contexts: dict[int, frozenset[str]] = {}
    for form, duty in agreement.every_duty():
        key = id(form)
        if key not in contexts:
            titles = (form.id, form.title, *form.also) if form else ()
            words = (word.casefold() for title in titles for word in words_in(title))
            contexts[key] = frozenset(words)
        yield Stated(form, duty, short_names(duty.title), contexts[key])


def repeated_duties(agreement: Agreement) -> Iterator[tuple[Duty, Duty]]:
    """Yield duties of the same parties in different forms that say the same, first and later.

    Where very many are worded alike, each is held against the first of them.
    """
    seen: dict[tuple[frozenset[str], frozenset[str]], list[Stated]] = {}
    for one in stated(agreement):
        words = telling_words(one.duty.title)
        if len(words) < TELLING_WORDS:
            continue
        earlier = seen.setdefault((frozenset(one.duty.who.parties), words), [])
        first = next((other for other in earlier if one.says_the_same(other)), None)
        if first is None:
            earlier += [one] * (len(earlier) < ALIKE)
        elif first.form is not one.form:
            yield first.duty, one.duty


def lone_topics(agreement: Agreement) -> Iterator[tuple[Cell, tuple[str, ...]]]:
    """Yield functions that share some topics with another party's, and the topics they do not."""
    owners: dict[str, set[str]] = {}
    for cell in agreement.cells():
        for topic in cell.function.topics:
            owners.setdefault(topic, set()).add(cell.guarantee.party)
    for cell in agreement.cells():
        alone = tuple(topic for topic in cell.function.topics if len(owners[topic]) == 1)
        if alone and len(alone) < len(cell.function.topics):
            yield cell, alone


def turned(agreement: Agreement) -> Iterator[tuple[Goal, Goal]]:
    """Yield goals that point another way than the goal they are part of, and that goal."""
    goals = {goal.id: goal for _, goal in agreement.every_goal()}
    for goal in goals.values():
        whole = goals.get(goal.part_of)
        if whole and whole.direction and goal.direction and whole.direction != goal.direction:
            yield goal, whole
