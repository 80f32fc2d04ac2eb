"""Names that nothing has, and files that speak for another party than theirs."""

from collections.abc import Iterator
from typing import NamedTuple

from samverkan_cli.evaluate.entries import numbered, owner_names
from samverkan_cli.evaluate.items import Item, slots
from samverkan_cli.evaluate.references import Reference, Target, astray, names, references
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.place import Place
from samverkan_cli.model.promise import Guarantee
from samverkan_cli.model.staffing import Absence, Assignment, Post


class Dangling(NamedTuple):
    """A reference to what is not there; `subject` tells it from all others."""

    subject: str
    reference: Reference
    known: tuple[str, ...]


def dangling(
    agreement: Agreement, every: tuple[Item, ...], unread: tuple[str, ...] = ()
) -> Iterator[Dangling]:
    """Yield every reference whose name nothing has; `every` are the agreement's items.

    Nothing is said of a name that may be given in one of the files that could not be read.
    """
    known = names(agreement, every)
    wrong = astray(references(agreement, every), known, unread)
    if not wrong:
        return
    owners = owner_names(agreement)
    given = {target: tuple(those) for target, those in known.items()}
    subjects = numbered(subject_of(reference, owners) for reference in wrong)
    for subject, reference in zip(subjects, wrong, strict=True):
        yield Dangling(subject, reference, given[reference.target])


def subject_of(reference: Reference, owners: dict[Place, str]) -> str:
    """Return a reference's owner, field and name; no post that its owner is not called after."""
    keys = reference.place.keys
    fields = [str(key) for key in keys if not isinstance(key, int)]
    for length in range(len(keys), -1, -1):
        owner = owners.get(Place(reference.place.file, keys[:length]))
        if owner:
            named = fields[-1] != "post" or owner.startswith(f"{reference.name}/")
            return "/".join([owner, fields[-1], *([reference.name] if named else [])])
    return f"{reference.place.file}/{fields[-1]}/{reference.name}"


def stem(place: Place) -> str:
    """Return the name of a file without folder and ending."""
    return place.file.rpartition("/")[2].removesuffix(".yaml")


def parties_by_file(agreement: Agreement) -> dict[str, str]:
    """Return the party that each file of guarantees or staffing says it belongs to."""
    owned: tuple[Guarantee | Post | Assignment | Absence, ...] = (
        *agreement.guarantees,
        *agreement.posts,
        *agreement.assignments,
        *agreement.absences,
    )
    return {value.place.file: value.party for value in owned}


def strangers(agreement: Agreement) -> Iterator[Reference]:
    """Yield the posts and slots of another party that a party's staffing names."""
    posts: dict[str, set[str]] = {}
    for post in agreement.posts:
        posts.setdefault(post.id, set()).add(post.party)
    owners = {name: {guarantee.party} for name, (guarantee, _) in slots(agreement).items()}
    entries: tuple[Assignment | Absence, ...] = (*agreement.assignments, *agreement.absences)
    for entry in entries:
        if entry.party not in posts.get(entry.post, {entry.party}):
            yield Reference(entry.place / "post", Target.POST, entry.post)
        slot = entry.slot if isinstance(entry, Assignment) else ""
        if entry.party not in owners.get(slot, {entry.party}):
            yield Reference(entry.place / "slot", Target.SLOT, slot)
