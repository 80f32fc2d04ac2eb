"""What somebody wants changed, as the new bytes of the files that change.

Nothing is taken on trust: the new file has to be one that the reader finds no fault with, to mean
what was meant, and to mean the same to ruamel.yaml, which shares no line with the reader. What
cannot be shown to be right is refused, and never written.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from samverkan_cli.model.intent import Add, Drop, End, Step, list_of
from samverkan_cli.model.place import Place
from samverkan_cli.model.words import say
from samverkan_cli.store.document import Document
from samverkan_cli.store.edit import apply
from samverkan_cli.store.edit_error import BY_HAND, EditError, hold
from samverkan_cli.store.edits import Append, Edit, Keys, Remove, Set, carried_out, same
from samverkan_cli.store.file_faults import FILE_BYTES, too_large
from samverkan_cli.store.kinds import AGREEMENT_FILE, Kind, kind_of
from samverkan_cli.store.register import read_document
from samverkan_cli.store.written import fields, flow

MODELINE = re.compile(
    rb"(# yaml-language-server: \$schema=)((?:https?://|/|\.\./)[^\s]*/)agreement\.schema\.json\s"
)


def respell(files: Mapping[str, bytes], steps: Sequence[Step]) -> dict[str, bytes]:
    """Return the new bytes of every file of the agreement that the steps change.

    `files` are all there are, by their path in the agreement's folder. A file of staffing, records
    or waivers that is missing is begun. Read again, the files are what `evaluate.amend` makes of
    the agreement.

    Raises:
        EditError: a change cannot be made safely; it says which file and what to do.
        LookupError: nothing is written at the place of a step.
    """
    changed: dict[str, bytes] = {}
    for path in sorted({step.entry.place.file for step in steps}):
        mine = [step for step in steps if step.entry.place.file == path]
        try:
            content = files[path] if path in files else begun(path, files, mine[0])
            new = rewritten(path, content, mine)
        except EditError as error:
            raise EditError(error.message, error.hint, error.line, path) from error
        if new != files.get(path):
            changed[path] = new
    return changed


def edits_of(steps: Sequence[Step]) -> list[Edit]:
    """Return the edits of one file, in an order in which none moves what a later one speaks of."""
    ends = [
        Set(step.entry.place.keys, "until", step.until) for step in steps if isinstance(step, End)
    ]
    adds = [step for step in steps if isinstance(step, Add)]
    appended = [
        Append((list_of(step.entry),), fields(step.entry), number_of(step))
        for step in outward(adds)
    ]
    drops = {moved(step.entry.place, adds) for step in steps if isinstance(step, Drop)}
    return [*ends, *appended, *map(Remove, sorted(drops, reverse=True))]


def moved(place: Place, adds: Sequence[Add]) -> Keys:
    """Return where an entry stands once what is added stands in its list."""
    name, number = place.keys
    above = [step.after for step in adds if step.after and step.after.keys[0] == name]
    return name, int(number) + sum(int(one.keys[1]) < int(number) for one in above)


def outward(adds: Sequence[Add]) -> list[Add]:
    """Return what is added in an order in which none moves what another stands behind.

    First what goes to the end, then what goes in between, from the end on.
    """
    between = [step for step in reversed(adds) if step.after]
    between.sort(key=lambda step: step.after.keys[-1] if step.after else 0, reverse=True)
    return [*(step for step in adds if not step.after), *between]


def number_of(step: Add) -> int | None:
    """Return the number of the item that an entry is written behind, or None."""
    return int(step.after.keys[-1]) if step.after else None


def begun(path: str, files: Mapping[str, bytes], step: Step) -> bytes:
    """Return the beginning of a file that is not there yet.

    Raises:
        LookupError: there is nothing in it to change, or no such file can be begun.
    """
    kind = kind_of(path)
    if not isinstance(step, Add) or kind not in BEGINNINGS:
        raise LookupError(step.entry.place)
    party = getattr(step.entry, "party", "")
    text = BEGINNINGS[kind].format(party=flow(party))
    return modeline(path, kind, files.get(AGREEMENT_FILE, b"")) + text.encode()


BEGINNINGS = {
    Kind.STAFFING: "party: {party}\n",
    Kind.RECORDS: "records: []\n",
    Kind.WAIVERS: "waivers: []\n",
}


def modeline(path: str, kind: Kind, agreement: bytes) -> bytes:
    """Return the line that tells editors of the schema, as the agreement's own file has it."""
    found = MODELINE.match(agreement)
    if not found:
        return b""
    sign, folder = found.groups()
    if "/" not in path:
        folder = folder.removeprefix(b"../")
    return sign + folder + f"{kind}.schema.json\n".encode()


def rewritten(path: str, content: bytes, steps: Sequence[Step]) -> bytes:
    """Return the bytes of a file in which the steps are written.

    Raises:
        EditError: they cannot be written safely.
        LookupError: nothing is written at the place of a step.
    """
    kind = kind_of(path)
    if kind is None:
        raise LookupError(path)
    document, text = read_document(path, content, kind)
    hold(document)
    hold_party(document, steps)
    edits = edits_of(steps)
    meant = carried_out(document.value, edits)
    new = apply(text, edits).encode("utf-8")
    check(path, kind, new, meant)
    return new


def hold_party(document: Document, steps: Sequence[Step]) -> None:
    """Refuse to write of one party in the file of another.

    Raises:
        EditError: a step would.
    """
    own = document.value.get("party")
    for step in steps:
        party = getattr(step.entry, "party", own)
        if own and party != own:
            raise EditError(
                say("The file is about “{own}”, and not about “{party}”.", own=own, party=party),
                say("Look whether the field party agrees with the name of the file."),
                document.span(("party",)).line,
            )


def check(path: str, kind: Kind, content: bytes, meant: Any) -> None:
    """Hold new bytes against what they should mean.

    Raises:
        EditError: they do not, or the reader finds fault with them.
    """
    if len(content) > FILE_BYTES:
        hit = too_large(path, len(content)).hit
        raise EditError(hit.message, hit.hint or BY_HAND)
    document, text = read_document(path, content, kind)
    for fault in document.faults[:1]:
        line = document.span_of(fault).line
        message = say(
            "Line {line} of the changed file would be wrong: {mistake}",
            line=line,
            mistake=fault.hit.message,
        )
        raise EditError(message, fault.hit.hint or BY_HAND, line)
    if not same(second_reading(text), meant):
        raise EditError(say("Not every program would read the changed file alike."), BY_HAND)


def second_reading(text: str) -> Any:
    """Return what a text says to ruamel.yaml; None where it fails. Days stay texts."""
    from ruamel.yaml import YAML
    from ruamel.yaml.constructor import SafeConstructor

    class Constructor(SafeConstructor):
        """Leaves days as texts; a class of its own, since what is added stays added."""

    Constructor.add_constructor("tag:yaml.org,2002:timestamp", Constructor.construct_scalar)
    other = YAML(typ="safe", pure=True)
    other.Constructor = Constructor
    try:
        return other.load(text)
    except Exception:  # noqa: BLE001 - not all that it stumbles over is an error of YAML to it
        return None
