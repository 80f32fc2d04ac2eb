"""What happened to one field: from the old value and the new to a word for it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from samverkan_cli.evaluate.change import Data, What
from samverkan_cli.model.cadence import Cadence, Rhythm
from samverkan_cli.model.frame import Firmness
from samverkan_cli.model.period import Period
from samverkan_cli.model.promise import Amount, Number

STRENGTH = tuple(Firmness)
WEEKS_A_YEAR = 52
A_YEAR = {
    Rhythm.WEEKLY: WEEKS_A_YEAR,
    Rhythm.FORTNIGHTLY: 26,
    Rhythm.MONTHLY: 12,
    Rhythm.QUARTERLY: 4,
    Rhythm.TERTIAL: 3,
    Rhythm.HALF_YEARLY: 2,
    Rhythm.YEARLY: 1,
}
UNITS_A_YEAR = {"week": WEEKS_A_YEAR, "month": 12, "quarter": 4, "tertial": 3, "year": 1}


def often(cadence: Cadence) -> Decimal | None:
    """Return how many times a year something recurs; None where that is not said."""
    if not cadence.recurs:
        return None
    if cadence.rhythm is Rhythm.TIMES_PER:
        return Decimal(UNITS_A_YEAR[cadence.unit] * cadence.number)
    if cadence.rhythm is Rhythm.EVERY:
        return Decimal(UNITS_A_YEAR[cadence.unit]) / cadence.number
    return Decimal(A_YEAR[cadence.rhythm])


def rise(before: Any, after: Any) -> What:
    """Return the word for a number that became larger or smaller."""
    if before is None or after is None or before == after:
        return What.CHANGED
    return What.RAISED if after > before else What.LOWERED


def of_number(before: Number, after: Number) -> What:
    """Return what happened to a number of holders."""
    return rise(before.least, after.least)


def of_amount(before: Amount, after: Amount) -> What:
    """Return what happened to an amount."""
    alike = (before.unit, before.per) == (after.unit, after.per)
    return rise(before.value, after.value) if alike else What.CHANGED


def of_cadence(before: Cadence, after: Cadence) -> What:
    """Return what happened to a cadence: raised is more often."""
    return rise(often(before), often(after))


def of_firmness(before: Firmness, after: Firmness) -> What:
    """Return what happened to the firmness of a promise."""
    weaker = STRENGTH.index(after) > STRENGTH.index(before)
    return What.WEAKENED if weaker else What.STRENGTHENED


def of_period(before: Period, after: Period) -> What:
    """Return what happened to a stretch of days."""
    if before.first == after.first:
        return What.PROLONGED if after.last > before.last else What.SHORTENED
    if before.last == after.last:
        return What.PROLONGED if after.first < before.first else What.SHORTENED
    return What.MOVED


def of_day(_before: date, _after: date) -> What:
    """Return what happened to a day."""
    return What.MOVED


WORDS: tuple[tuple[type, Callable[[Any, Any], What]], ...] = (
    (Number, of_number),
    (Amount, of_amount),
    (Cadence, of_cadence),
    (Firmness, of_firmness),
    (Period, of_period),
    (date, of_day),
    (Decimal, rise),
)
COUNTED = frozenset({"grace_days", "stated_count"})


def happened(field: str, before: Data, after: Data) -> What:
    """Return what happened to a field."""
    if field in COUNTED and before and after:
        return rise(before, after)
    for kind, word in WORDS:
        if isinstance(before, kind) and isinstance(after, kind):
            return word(before, after)
    return What.CHANGED


def plain(value: Any) -> Data:
    """Return a value as it is compared: the order of a list says nothing."""
    if type(value) is tuple:
        return tuple(sorted(value, key=lambda one: one if isinstance(one, str) else repr(one)))
    return value  # type: ignore[no-any-return]


def differing(before: Any, after: Any, names: tuple[str, ...]) -> list[tuple[str, Data, Data]]:
    """Return the fields among `names` that two values of one kind do not share."""
    found = []
    for name in names:
        one, other = getattr(before, name), getattr(after, name)
        if one != other and plain(one) != plain(other):
            found.append((name, plain(one), plain(other)))
    return found
