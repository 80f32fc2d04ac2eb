"""Findings that are accepted for a time: which waiver accepts which finding, and which none."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from samverkan_cli.evaluate.entries import numbered
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.place import Place
from samverkan_cli.model.settings import Gravity
from samverkan_cli.model.staffing import Waiver

Fingerprint = tuple[str, str]
"""The rule and the subject of a finding."""


def in_force(waivers: Iterable[Waiver], day: date) -> Mapping[Fingerprint, Waiver]:
    """Return the waivers that accept something on `day`; of several for one thing, the longest."""
    found: dict[Fingerprint, Waiver] = {}
    for waiver in sorted(waivers, key=lambda one: one.until):
        if day <= waiver.until:
            found[waiver.rule, waiver.subject] = waiver
    return found


def lapsed(waivers: Iterable[Waiver], day: date) -> Mapping[Fingerprint, Waiver]:
    """Return the waivers that have ended before `day`, with none after them."""
    last = {(one.rule, one.subject): one for one in sorted(waivers, key=lambda one: one.until)}
    return {name: one for name, one in last.items() if one.until < day}


def rules_named(agreement: Agreement) -> Iterator[tuple[Place, str, str]]:
    """Yield where a rule is named, its name, and a name for the place."""
    those: tuple[Waiver | Gravity, ...] = (*agreement.waivers, *agreement.settings.gravities)
    for one, name in zip(those, numbered(one.rule for one in those), strict=True):
        yield one.place / "rule", one.rule, name
