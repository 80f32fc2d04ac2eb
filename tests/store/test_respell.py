"""What is wanted becomes bytes: only those that are meant, and read again they mean just that."""

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.amend import amend
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import LISTS, Add, Drop, End, Step
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Assignment, Post, Reason, Record, Waiver
from samverkan_cli.resources import folder
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.file_faults import FILE_BYTES
from samverkan_cli.store.files import read_folder
from samverkan_cli.store.respell import respell
from tests.examples import SOUND
from tests.store.layouts import files as laid_out
from tests.store.mutation import nudged
from tests.store.steps import agreement_of, altered, steps

EXAMPLES = pytest.mark.parametrize(
    "examples",
    [
        150,
        pytest.param(2_000, marks=pytest.mark.long),
        pytest.param(10_000, marks=pytest.mark.exhaustive),
    ],
    ids=["some", "many", "most"],
)
REFUSED = 0.02
"""The share of changes that may be refused; a refusal is no mistake, but no help either."""

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


@EXAMPLES
def test_any_change_of_any_layout_means_what_was_meant(examples: int) -> None:
    made = []

    @settings(max_examples=examples, deadline=None)
    @given(st.randoms(use_true_random=False))
    def change(source: random.Random) -> None:
        files = laid_out(source)
        path = source.choice([*files][1:] or [*files])
        files[path] = nudged(source, path, files[path])
        before = agreement_of(files)
        made.append(hold(files, before, steps(source, before)))

    change()
    assert len(made) >= examples
    assert made.count(False) <= REFUSED * len(made)


def every(agreement: Agreement) -> Iterator[Step]:
    """Yield every step that there is in an agreement."""
    for name in LISTS.values():
        for entry in getattr(agreement, name):
            yield Add(entry=entry)
            if isinstance(entry, Assignment | Absence):
                yield End(entry=entry, until=DAY)
                yield Drop(entry=entry)


@pytest.mark.parametrize(
    "stride", [9, pytest.param(1, marks=pytest.mark.long)], ids=["some", "every"]
)
def test_every_change_of_the_shipped_files(stride: int) -> None:
    files = read_folder(folder("agreement")).files
    before = agreement_of(files)
    wanted = list(every(before))[::stride]
    assert len(wanted) > 300 / stride
    assert all(hold(files, before, [step]) for step in wanted)


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


def test_several_steps_in_one_file() -> None:
    wanted: list[Step] = [
        Drop(entry=ASSIGNED),
        Add(entry=ASSIGNED.replaced(post="kom-2")),
        Add(
            entry=Absence(
                party="kom",
                post="kom-2",
                period=Period(DAY, DAY),
                reason=Reason.OTHER,
                place=ASSIGNED.place,
            )
        ),
        Add(entry=Post(id="kom-2", party="kom", title="Samordnare, 2", place=ASSIGNED.place)),
    ]
    assert spelled(wanted) == (
        "party: kom\n"
        "posts:\n"
        "  - {id: kom-1, title: Samordnare}\n"
        '  - {id: kom-2, title: "Samordnare, 2"}\n'
        "assignments:\n"
        "  - {post: kom-2, slot: kom-sam/samordnare, from: 2024-01-01}\n"
        "absences:\n"
        "  - {post: kom-2, from: 2025-06-30, until: 2025-06-30, reason: other}\n"
    )


def test_several_that_are_dropped_from_one_list() -> None:
    lines = [f"  - {{post: {post}, slot: a/b, from: 2024-01-01}}\n" for post in "abcd"]
    text = "party: kom\nassignments:\n" + "".join(lines)
    before = agreement_of(FILES | {"staffing/kom.yaml": text.encode()}).assignments
    kept = "party: kom\nassignments:\n" + lines[1] + lines[3]
    for numbers in ((0, 2), (2, 0), (2, 0, 2)):
        wanted: list[Step] = [Drop(entry=before[number]) for number in numbers]
        assert spelled(wanted, staffing_kom=text) == kept


def test_several_files_at_once() -> None:
    wanted: list[Step] = [End(entry=ASSIGNED, until=DAY), Add(entry=DONE), Add(entry=waiver())]
    changed = respell(FILES, wanted)
    assert [*changed] == ["records/2025.yaml", "staffing/kom.yaml", "waivers.yaml"]
    assert hold(FILES, agreement_of(FILES), wanted)


def test_an_end_that_is_there_already_changes_nothing() -> None:
    ended = {**FILES, **respell(FILES, [End(entry=ASSIGNED, until=DAY)])}
    assert respell(ended, [End(entry=ASSIGNED, until=DAY)]) == {}
    assert respell(FILES, []) == {}


def test_an_end_and_a_drop_of_one_entry_take_it_away() -> None:
    wanted: list[Step] = [Drop(entry=ASSIGNED), End(entry=ASSIGNED, until=DAY)]
    assert "assignments: []\n" in spelled(wanted)
    assert hold(FILES, agreement_of(FILES), wanted)


MODELINE = "# yaml-language-server: $schema="
DONE_LINE = "  - {duty: grannar-analys, period: 2025, on: 2025-12-01}\n"


@pytest.mark.parametrize(
    ("line", "record", "waived"),
    [
        ("", "", ""),
        ("# agreement.schema.json\n", "", ""),
        (
            f"{MODELINE}../../schemas/agreement.schema.json\r\n",
            f"{MODELINE}../../schemas/records.schema.json\n",
            f"{MODELINE}../schemas/waivers.schema.json\n",
        ),
        (
            f"{MODELINE}https://samverkan.example/v1/agreement.schema.json\n",
            f"{MODELINE}https://samverkan.example/v1/records.schema.json\n",
            f"{MODELINE}https://samverkan.example/v1/waivers.schema.json\n",
        ),
        (
            f"{MODELINE}/srv/agreement.schema.json\n",
            f"{MODELINE}/srv/records.schema.json\n",
            f"{MODELINE}/srv/waivers.schema.json\n",
        ),
        (f"{MODELINE}agreement.schema.json\n", "", ""),
    ],
    ids=["none", "another comment", "up and down", "address", "absolute", "beside"],
)
def test_a_file_that_is_missing_is_begun_as_the_others_are(
    line: str, record: str, waived: str
) -> None:
    files = {"terms/agreement.yaml": (line + SOUND["terms/agreement.yaml"]).encode()}
    changed = respell(files, [Add(entry=DONE), Add(entry=waiver())])
    assert changed["records/2025.yaml"].decode() == f"{record}records:\n{DONE_LINE}"
    assert changed["waivers.yaml"].decode().startswith(f"{waived}waivers:\n  - {{rule: slot-short,")


def test_a_missing_file_of_staffing_names_its_party() -> None:
    post = Post(id="a-1", party="a", title="A", place=Place("staffing/a.yaml"))
    wanted: list[Step] = [
        Add(entry=post),
        Add(entry=ASSIGNED.replaced(party="a", place=post.place)),
    ]
    assert spelled(wanted) == (
        "party: a\n"
        "posts:\n"
        "  - {id: a-1, title: A}\n"
        "assignments:\n"
        "  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}\n"
    )
    assert hold(FILES, agreement_of(FILES), wanted)


HELD = "party: kom\nassignments:\n  - post: a\n    slot: b/c\n    from: 2024-01-01\n    note: |\n"
AWAY = Absence(
    party="kom", post="kom-1", period=Period(DAY), reason=Reason.OTHER, place=ASSIGNED.place
)
REFUSALS: dict[str, tuple[Step, dict[str, str], int, str]] = {
    "a mistake in the file": (
        Add(entry=waiver()),
        {"waivers": "# x\nwaivers: no\n"},
        2,
        "The file has a mistake on line 2, so nothing is changed in it.",
    ),
    "a hidden character in the file": (
        Add(entry=waiver()),
        {"waivers": "waivers: []\n# \ufeff\n"},
        2,
        "The file has a mistake on line 2, so nothing is changed in it.",
    ),
    "personal data": (
        Add(entry=waiver("Ring 070-174 06 05")),
        {},
        2,
        "Line 2 of the changed file would be wrong: A mobile telephone number seems to stand here.",
    ),
    "what the schema refuses": (
        Add(entry=DONE.replaced(party="Kommunen", place=Place("records/2024.yaml"))),
        {},
        3,
        ("Line 3 of the changed file would be wrong: “Kommunen” is not written as “Id” should be."),
    ),
    "a line break": (
        Add(entry=waiver("Skäl\noch mer")),
        {},
        0,
        "The text holds a line break or a tab.",
    ),
    "a character that turns the text around": (
        Add(entry=waiver("Skäl \u202e läks")),
        {},
        0,
        "The text holds the invisible character U+202E.",
    ),
    "a letter of two parts": (
        Add(entry=waiver("Ska\u0308l")),
        {},
        0,
        "A letter such as å, ä or ö is written here as a letter and a separate mark.",
    ),
    "the file of another party": (
        Add(entry=ASSIGNED.replaced(party="pol")),
        {},
        1,
        "The file is about “kom”, and not about “pol”.",
    ),
    "a layout in which no change is safe": (
        Add(entry=AWAY),
        {"staffing_kom": f"{HELD}      x"},
        7,
        "What stands on line 7 is laid out so that no change is safe.",
    ),
    "what another program cannot read": (
        Add(entry=AWAY),
        {"staffing_kom": f"{HELD}  \n      x\n"},
        0,
        "Not every program would read the changed file alike.",
    ),
    "more than is read": (
        Add(entry=waiver()),
        {"waivers": "waivers: []\n#" + "x" * (FILE_BYTES - 14) + "\n"},
        0,
        "The file has 256 KiB; at most 256 KiB are read.",
    ),
}


@pytest.mark.parametrize("name", REFUSALS)
def test_what_cannot_be_written_safely_is_refused_in_words(name: str) -> None:
    step, files, line, message = REFUSALS[name]
    with pytest.raises(EditError) as refusal:
        spelled([step], **files)
    english, swedish = tongue("en"), tongue("sv")
    assert english(refusal.value.message) == message
    assert swedish(refusal.value.message) != message
    assert swedish(refusal.value.hint) != english(refusal.value.hint)
    assert (refusal.value.file, refusal.value.line) == (step.entry.place.file, line)


@pytest.mark.parametrize(
    "step",
    [
        End(
            entry=ASSIGNED.replaced(place=Place("staffing/kom.yaml", ("assignments", 1))), until=DAY
        ),
        Drop(entry=ASSIGNED.replaced(place=Place("staffing/kom.yaml", ("assignments", 1)))),
        Drop(entry=ASSIGNED.replaced(place=Place("staffing/reg.yaml", ("assignments", 0)))),
        Add(entry=waiver(file="terms/readings.yaml")),
        Add(entry=waiver(file="waivers.yml")),
    ],
    ids=[
        "no such entry to end",
        "no such entry to drop",
        "no such file",
        "no list",
        "no file of ours",
    ],
)
def test_what_is_not_there_is_our_mistake(step: Step) -> None:
    with pytest.raises(LookupError):
        respell(FILES, [step])
