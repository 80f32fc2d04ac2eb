"""The words for the states, kinds and reasons of the model."""

from collections.abc import Mapping
from typing import TypeVar

from samverkan_cli.evaluate.coverage import State
from samverkan_cli.evaluate.duties import DutyState
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.frame import Firmness
from samverkan_cli.model.promise import SlotKind
from samverkan_cli.model.staffing import Reason
from samverkan_cli.model.words import Words, say, say_n

Name = TypeVar("Name", bound=str)

STATES: dict[State, Words] = {
    State.COVERED: say("covered"),
    State.SHORT: say("short"),
    State.VACANT: say("vacant"),
    State.AWAY: say("away"),
    State.UNKNOWN: say("unknown"),
    State.NOT_IN_FORCE: say("not in force"),
}
DUTY_STATES: dict[DutyState, Words] = {
    DutyState.DONE: say("done"),
    DutyState.DUE: say("open"),
    DutyState.LATE: say("late"),
    DutyState.MISSED: say("missed"),
    DutyState.UPCOMING: say("upcoming"),
}
SEVERITIES: dict[Severity, Words] = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.NOTE: say("note"),
}
REASONS: dict[Reason, Words] = {
    Reason.VACANT: say("post vacant"),
    Reason.ON_LEAVE: say("on leave"),
    Reason.SECONDED: say("seconded"),
    Reason.LENT_OUT: say("lent out"),
    Reason.OTHER: say("away"),
}
KINDS: dict[SlotKind, Words] = {
    SlotKind.COORDINATOR: say("coordinator"),
    SlotKind.OPERATIVE: say("operative resource"),
    SlotKind.CONTACT: say("contact"),
    SlotKind.SEAT: say("seat"),
    SlotKind.POST: say("post"),
    SlotKind.CAPABILITY: say("capability"),
    SlotKind.RESPONSIBLE: say("responsible"),
}
PARTY_KINDS: dict[str, Words] = {
    "municipality": say("municipality"),
    "police-area": say("local police area"),
    "police-region": say("police region"),
    "police-authority": say("the Police Authority"),
    "region": say("region"),
    "joint-federation": say("joint municipal federation"),
    "company": say("company"),
    "association": say("association"),
    "university": say("university"),
    "authority": say("other public authority"),
    "civil-society": say("civil society"),
    "unit": say("part of an organisation"),
    "other": say("another kind of party"),
}
FIRMNESS: dict[Firmness, Words] = {
    Firmness.GUARANTEED: say("guarantees"),
    Firmness.SHALL: say("shall"),
    Firmness.STATES_AS_FACT: say("states as a fact"),
    Firmness.WILL: say("will"),
    Firmness.INTENDS: say("intends"),
    Firmness.STRIVES: say("strives for"),
    Firmness.LOOKS_INTO: say("looks into"),
    Firmness.GOAL: say("has as a goal"),
    Firmness.MAY: say("may"),
}
RHYTHMS: dict[Rhythm, Words] = {
    Rhythm.WEEKLY: say("every week"),
    Rhythm.FORTNIGHTLY: say("every other week"),
    Rhythm.MONTHLY: say("every month"),
    Rhythm.QUARTERLY: say("every quarter"),
    Rhythm.TERTIAL: say("every third of a year"),
    Rhythm.HALF_YEARLY: say("every half-year"),
    Rhythm.YEARLY: say("every year"),
    Rhythm.ONCE: say("once"),
    Rhythm.STANDING: say("all the time"),
    Rhythm.EVENT: say("when something happens"),
    Rhythm.UNSPECIFIED: say("no interval stated"),
}
UNITS = {
    "week": lambda n: say_n(n, "{n} week", "{n} weeks"),
    "month": lambda n: say_n(n, "{n} month", "{n} months"),
    "year": lambda n: say_n(n, "{n} year", "{n} years"),
}
PER = {
    "week": lambda n: say_n(n, "{n} time a week", "{n} times a week"),
    "month": lambda n: say_n(n, "{n} time a month", "{n} times a month"),
    "quarter": lambda n: say_n(n, "{n} time a quarter", "{n} times a quarter"),
    "tertial": lambda n: say_n(n, "{n} time a third of a year", "{n} times a third of a year"),
    "year": lambda n: say_n(n, "{n} time a year", "{n} times a year"),
    "event": lambda n: say_n(n, "{n} time for each event", "{n} times for each event"),
}


def meant(answer: str, words: Mapping[Name, Words], spoken: Tongue) -> str:
    """Return the word of the files that is meant by what it is called in a language."""
    names = {spoken(called).casefold(): name for name, called in words.items()}
    return str(names.get(answer.casefold(), answer))


def cadence(cadence: Cadence) -> Words:
    """Return a cadence in words."""
    if cadence.rhythm is Rhythm.TIMES_PER:
        return PER[cadence.unit](cadence.number)
    if cadence.rhythm is Rhythm.EVERY:
        return say("every {length}", length=UNITS[cadence.unit](cadence.number))
    return RHYTHMS[cadence.rhythm]
