"""What an agreement is framed by: parties, signatures, definitions, period, readings."""

from datetime import date
from enum import StrEnum

from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import NOWHERE, Place


class Firmness(StrEnum):
    """How strongly a thing is promised, by the verb of the text."""

    GUARANTEED = "guaranteed"
    SHALL = "shall"
    STATES_AS_FACT = "states-as-fact"
    WILL = "will"
    INTENDS = "intends"
    STRIVES = "strives"
    LOOKS_INTO = "looks-into"
    GOAL = "goal"
    MAY = "may"


class Source(Frozen):
    """The passage of the signed document that an item stands for: lines from 1, and a digest."""

    first_line: int
    last_line: int
    digest: str
    heading: str = ""
    item: int = 0
    place: Place = NOWHERE


class Statement(Frozen):
    """A sentence of the agreement that promises or states something and is not staffed itself."""

    id: str
    title: str
    description: str = ""
    source: Source | None = None
    firmness: Firmness | None = None
    reading: str = ""
    place: Place = NOWHERE


class Party(Frozen):
    """Somebody who signs; or, with `signs` false, an actor who takes part without signing."""

    id: str
    title: str
    kind: str
    signs: bool = True
    unnamed: bool = False
    also: tuple[str, ...] = ()
    part_of: str = ""
    units: tuple[Statement, ...] = ()
    source: Source | None = None
    place: Place = NOWHERE


class Signatory(Frozen):
    """A person who signed, in a role, for a party."""

    party: str
    name: str
    role: str
    on: date | None = None
    acting: bool = False
    source: Source | None = None
    place: Place = NOWHERE


class Accountable(Frozen):
    """A role that answers for the agreement on behalf of a party."""

    id: str
    party: str
    role: str
    source: Source | None = None
    place: Place = NOWHERE


class Clause(Frozen):
    """A general clause that the agreement has, such as termination."""

    kind: str
    title: str
    source: Source | None = None
    place: Place = NOWHERE


class Definition(Frozen):
    """A term of the agreement, what it means, and other words used for the same thing."""

    id: str
    term: str
    meaning: str = ""
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    year: int | None = None
    source: Source | None = None
    place: Place = NOWHERE


class Area(Frozen):
    """A geographical place, or a grouping of places."""

    id: str
    title: str
    parts: tuple[str, ...] = ()
    source: Source | None = None
    place: Place = NOWHERE


class Relation(Frozen):
    """How the agreement stands to another one."""

    kind: str
    title: str
    agreement: str = ""
    until: date | None = None
    source: Source | None = None
    place: Place = NOWHERE


class Plan(Frozen):
    """A dated plan under the agreement."""

    id: str
    title: str
    period: Period
    source: Source | None = None
    place: Place = NOWHERE


class Passage(Frozen):
    """A passage of the document that carries no promise, and why."""

    why: str
    source: Source
    place: Place = NOWHERE


class Reading(Frozen):
    """How an ambiguous wording is read: the reading that was chosen and those rejected."""

    id: str
    about: tuple[str, ...]
    question: str
    chosen: str
    why: str = ""
    rejected: tuple[str, ...] = ()
    decided_by: str = ""
    decided_on: date | None = None
    source: Source | None = None
    place: Place = NOWHERE


class Revised(Frozen):
    """A revision of the terms: why it was made, and by which formal decision."""

    number: int
    reason: str
    body: str
    on: date
    reference: str = ""
    place: Place = NOWHERE


class Term(Frozen):
    """The agreement's period: its days, and how the text says it."""

    period: Period
    as_written: str = ""
    stated: bool = True
    reading: str = ""
    source: Source | None = None
    notice_by: date | None = None
    renews: bool = False
    place: Place = NOWHERE
