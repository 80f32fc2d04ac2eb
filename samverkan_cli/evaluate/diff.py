"""What differs in meaning between two agreements: by ids, never by position or file.

Two agreements differ in nothing exactly where no change is told, but for how a share is written
and for what a function has from its slot. What stands unchanged in both does not alter what is
told of the rest, so that it is enough to compare the files that differ.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from samverkan_cli.evaluate.change import KINDS, Change, Data, Kind, What, order
from samverkan_cli.evaluate.compare import differing, happened, rise
from samverkan_cli.evaluate.diff_entries import earliest, entries, known
from samverkan_cli.evaluate.guard import Guard, guard_of
from samverkan_cli.evaluate.nodes import FIELDS, Node, concerned, nodes
from samverkan_cli.evaluate.pairing import pairs
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Term
from samverkan_cli.model.settings import Settings
from samverkan_cli.model.staffing import Post

TERM = {"source": "term_source"}
"""The fields of the period that the agreement itself has as well."""


def diff(
    before: Agreement | None, after: Agreement | None, guards: tuple[Guard, ...] = ()
) -> tuple[Change, ...]:
    """Return what happened between two agreements, in an order that files have no part in.

    `guards` tell what is protected in what was left out of both.
    """
    own = (*guards, guard_of(before), guard_of(after))
    found = [
        *things(before, after),
        *examples(before, after),
        *settings(before, after),
        *entries(before, after, own),
    ]
    return tuple(sorted(found, key=order) if len(found) > 1 else found)


def key(node: Node) -> tuple[Kind, str]:
    """Return what identifies a thing between two agreements."""
    return node.kind, "" if node.kind is Kind.AGREEMENT else node.name


def things(before: Agreement | None, after: Agreement | None) -> Iterator[Change]:
    """Yield what happened to everything with an id."""
    old, new = list(nodes(before)), list(nodes(after))
    both = pairs(old, new, key)
    yield from whole([one for one, other in both if one and not other], What.REMOVED)
    yield from whole([other for one, other in both if other and not one], What.ADDED)
    told: set[tuple[str, str, Data, Data]] = set()
    kept = [(one, other) for one, other in both if one and other]
    for one, other in sorted(kept, key=lambda pair: KINDS.index(pair[1].kind)):
        for change in of_thing(one, other):
            told.add((change.subject, *given(change)))
            from_slot = (other.chain[0], *given(change)) if other.chain else None
            if change.kind is not Kind.FUNCTION or from_slot not in told:
                yield change


def given(change: Change) -> tuple[str, Data, Data]:
    """Return the field of a change with its values."""
    return change.field, change.before, change.after


def whole(those: list[Node], what: What) -> Iterator[Change]:
    """Yield what came or went as a whole; what stood inside it is told along with it."""
    names = {node.name for node in those if node.kind is not Kind.AGREEMENT}
    inside: dict[str, list[str]] = {}
    for node in those:
        top = node.name
        for name in node.chain:
            if name not in names:
                break
            top = name
        if top != node.name:
            inside.setdefault(top, []).append(node.name)
    for node in those:
        if not node.chain or node.chain[0] not in names:
            yield Change(
                node.name,
                node.kind,
                what,
                node.value,
                names=concerned(node),
                also=tuple(sorted(inside.get(node.name, ()))),
                since=known(node.value.period.first) if isinstance(node.value, Post) else None,
            )


def of_thing(one: Node, other: Node) -> Iterator[Change]:
    """Yield what happened to a thing that was there before."""
    fields = differing(one.value, other.value, FIELDS[type(one.value)])
    if isinstance(one.value, Agreement):
        fields += of_term(one.value.term, other.value.term)
    if one.within != other.within:
        fields.append(("within", one.within, other.within))
    names = tuple(dict.fromkeys((*concerned(other), *concerned(one))))
    for field, old, new in fields:
        yield Change(
            other.name,
            other.kind,
            happened(field, old, new),
            other.value,
            field,
            old,
            new,
            names=names,
            since=altered(field, one.value, other.value),
        )


def altered(field: str, before: Any, after: Any) -> date | None:
    """Return the first day that a change of a post alters; other things say nothing of days."""
    if isinstance(before, Post) and field == "period":
        return earliest(before.period, after.period)
    if isinstance(before, Post) and field == "share":
        return known(min(before.period.first, after.period.first))
    return None


def of_term(before: Term, after: Term) -> list[tuple[str, Data, Data]]:
    """Return what differs in the period of the agreement."""
    found = differing(before, after, Term.compared_names)
    return [(TERM.get(field, field), old, new) for field, old, new in found]


def examples(before: Agreement | None, after: Agreement | None) -> Iterator[Change]:
    """Yield in how many files the staffing or the records became made up, or ceased to be."""
    those, these = (one.illustrative if one else () for one in (before, after))
    if those == these:
        return
    old, new = (Counter(path.partition("/")[0] for path in some) for some in (those, these))
    for folder in old | new:
        one, other = old[folder], new[folder]
        if one != other:
            what = rise(one, other)
            yield Change(folder, Kind.AGREEMENT, what, None, "illustrative", one, other)


def settings(before: Agreement | None, after: Agreement | None) -> Iterator[Change]:
    """Yield what became otherwise of how the register is judged and told of."""
    old, new = (side.settings if side else Settings() for side in (before, after))
    if old == new:
        return
    scalars = tuple(name for name in Settings.compared_names if name != "gravities")
    for field, one, other in differing(old, new, scalars):
        what = rise(one, other) if type(one) is type(other) is int else What.CHANGED
        yield Change("config", Kind.SETTING, what, new, field, one, other, names=("config",))
    levels = [{one.rule: one.level for one in side.gravities} for side in (old, new)]
    for rule in sorted({*levels[0], *levels[1]}):
        one, other = (side.get(rule, "") for side in levels)
        if one != other:
            yield Change(rule, Kind.SETTING, What.CHANGED, new, "level", one, other, names=(rule,))
