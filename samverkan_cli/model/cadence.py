"""How often something is to be done."""

from enum import StrEnum
from typing import NamedTuple


class Rhythm(StrEnum):
    """The words for a cadence."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    TERTIAL = "tertial"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    TIMES_PER = "times-per"
    EVERY = "every"
    ONCE = "once"
    STANDING = "standing"
    EVENT = "event"
    UNSPECIFIED = "unspecified"


RECURRING = frozenset(
    {
        Rhythm.WEEKLY,
        Rhythm.FORTNIGHTLY,
        Rhythm.MONTHLY,
        Rhythm.QUARTERLY,
        Rhythm.TERTIAL,
        Rhythm.HALF_YEARLY,
        Rhythm.YEARLY,
        Rhythm.TIMES_PER,
        Rhythm.EVERY,
    }
)


class Cadence(NamedTuple):
    """A rhythm, with number and unit for N per unit and every N units."""

    rhythm: Rhythm
    number: int = 1
    unit: str = ""

    @property
    def recurs(self) -> bool:
        """Tell whether it comes back at known times."""
        return self.rhythm in RECURRING and self.unit != "event"
