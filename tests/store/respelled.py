"""A change of an agreement's files held against its laws, and steps to change them with."""

import re
from collections.abc import Mapping
from datetime import date

from samverkan_cli.evaluate.amend import amend
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import LISTS, Add, Drop, End, Step
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Assignment, Record, Waiver
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.respell import respell
from tests.examples import SOUND
from tests.store.steps import agreement_of, altered

FILES = {path: text.encode() for path, text in SOUND.items()}
DAY = date(2025, 6, 30)


def places(agreement: Agreement) -> list[Place]:
    return [entry.place for name in LISTS.values() for entry in getattr(agreement, name)]


def hold(files: Mapping[str, bytes], before: Agreement, wanted: list[Step]) -> bool:
    """Hold a change against its laws; tell whether it was made, and not refused."""
    meant = amend(before, wanted)
    try:
        changed = respell(files, wanted)
    except EditError:
        return False
    after = agreement_of({**files, **changed})
    assert after == meant
    assert places(after) == places(meant)
    assert {*changed} <= {step.entry.place.file for step in wanted}
    if len(wanted) == 1:
        for path in changed.keys() & files.keys():
            hold_lines(files[path].decode(), changed[path].decode(), wanted[0])
    return True


def hold_lines(old: str, new: str, step: Step) -> None:
    """Hold every line but that of the step to be what it was."""
    gone, come = ([line.rstrip("\r\n") for line in side] for side in altered(old, new))
    remarks = [line for line in gone if line.lstrip().startswith("#")]
    assert among(remarks, come) or isinstance(step, Drop)
    if isinstance(step, Add):
        # The line that holds `[]` or the bracket, or has no line break, may have to change.
        assert len(gone) - len(remarks) <= (2 if "[" in "".join(gone) else 1)
    elif isinstance(step, End):
        assert len(come) == 1
        assert len(gone) <= (2 if gone and re.search("[|>][-+2]*$", gone[0]) else 1 if gone else 0)
    else:
        # What is left of a line that the item shared, and `[]` in place of a whole list.
        left = [line for line in come if line not in remarks and "[" not in line]
        assert len(left) <= 1
        assert all(any(line.strip(" ,]") in other for other in gone) for line in left)


def among(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(one in rest for one in few)


def spelled(steps: list[Step], **files: str) -> str:
    """Return what the one file that changes holds, when some files are not the sound ones."""
    given = FILES | {
        f"{name.replace('_', '/')}.yaml": text.encode() for name, text in files.items()
    }
    (content,) = respell(given, steps).values()
    return content.decode()


def waiver(reason: str = "Rekrytering pågår", file: str = "waivers.yaml") -> Waiver:
    return Waiver(
        rule="slot-short",
        subject="kom-sam/samordnare",
        reason=reason,
        owner="Kommunchefen",
        until=DAY,
        place=Place(file),
    )


ASSIGNED = Assignment(
    party="kom",
    post="kom-1",
    slot="kom-sam/samordnare",
    period=Period(date(2024, 1, 1)),
    place=Place("staffing/kom.yaml", ("assignments", 0)),
)
DONE = Record(
    subject="grannar-analys",
    follow_up=False,
    first="2025",
    last="2025",
    on=date(2025, 12, 1),
    place=Place("records/2025.yaml"),
)
