"""A stretch of days."""

from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included; `date.max` stands for an open end."""

    first: date
    last: date = date.max

    def __contains__(self, day: date) -> bool:
        """Tell whether `day` is one of the days."""
        return self.first <= day <= self.last

    def __and__(self, other: "Period") -> "Period":
        """Return the days in both; the result may be empty."""
        return Period(max(self.first, other.first), min(self.last, other.last))

    @property
    def is_empty(self) -> bool:
        """Tell whether there is no day in it."""
        return self.last < self.first

    @property
    def is_open(self) -> bool:
        """Tell whether it has no last day."""
        return self.last == date.max

    @property
    def days(self) -> int:
        """Return how many days there are; zero when empty."""
        return max(0, (self.last - self.first).days + 1)


def day_after(day: date) -> date:
    """Return the next day, or the last that there is."""
    return day if day == date.max else day + DAY


def day_before(day: date) -> date:
    """Return the day before, or the first that there is."""
    return day if day == date.min else day - DAY
