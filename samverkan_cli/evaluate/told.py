"""Records, and the occurrences that they speak of."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from samverkan_cli.evaluate.duties import MOST, names_between, occurrences_of
from samverkan_cli.evaluate.entries import tasks
from samverkan_cli.evaluate.occurrences import Occurrence
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.duty import Duty, FollowUp
from samverkan_cli.model.frozen import Frozen
from samverkan_cli.model.staffing import Record


def numbers_in(name: str) -> tuple[int, ...]:
    """Return the numbers in an occurrence's name, by which names of one shape are sorted."""
    return tuple(int(part) for part in re.findall("[0-9]+", name))


def shape_of(name: str) -> str:
    """Return an occurrence's name with every number made zero."""
    return re.sub("[0-9]+", "0", name)


class Told(Frozen):
    """A record with what it speaks of, and the occurrences that this has."""

    record: Record
    item: Duty | FollowUp
    occurrences: tuple[Occurrence, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return the first and the last period that the record names, once when they are one."""
        return tuple(dict.fromkeys(name for name in (self.record.first, self.record.last) if name))

    @property
    def key(self) -> str:
        """Return the field in which the record names its periods."""
        return "periods" if self.record.first != self.record.last else "period"

    def named(self) -> Iterator[Occurrence]:
        """Yield the occurrences that the record speaks of."""
        names = {*names_between(self.occurrences, self.record)}
        return (occurrence for occurrence in self.occurrences if occurrence.name in names)

    def example(self) -> str:
        """Return the name of the occurrence that the record's day lies in, or of the first."""
        around = [one.name for one in self.occurrences if self.record.on in one.period]
        return (around or [one.name for one in self.occurrences])[0]

    def beyond(self) -> tuple[str, ...]:
        """Return the names that are of the right shape but before the first or after the last."""
        if not self.item.cadence.recurs or not self.occurrences:
            return ()
        first, last = self.occurrences[0].name, self.occurrences[-1].name
        span = numbers_in(first), numbers_in(last)
        return tuple(
            name
            for name in self.names
            if shape_of(name) == shape_of(first) and not span[0] <= numbers_in(name) <= span[1]
        )

    def unknown(self) -> tuple[str, ...]:
        """Return the names that are no period of the item, and not because they lie beyond."""
        known = {occurrence.name for occurrence in self.occurrences} | {*self.beyond()}
        return tuple(name for name in self.names if name not in known)


def told(agreement: Agreement, day: date) -> Iterator[Told]:
    """Yield every record of a duty or follow-up that there is."""
    found = {item.id: item for item in tasks(agreement)}
    known: dict[str, tuple[Occurrence, ...]] = {}
    latest = max((day, *(record.on for record in agreement.records)))
    for record in agreement.records:
        item = found.get(record.subject)
        if item:
            if item.id not in known:
                known[item.id] = tuple(islice(occurrences_of(agreement, item, latest), MOST))
            yield Told(record=record, item=item, occurrences=known[item.id])
