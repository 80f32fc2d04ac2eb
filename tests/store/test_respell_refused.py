"""What cannot be written safely is refused in words; what is not there is our mistake."""

import pytest

from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.intent import Add, Drop, End, Step
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Reason
from samverkan_cli.store.edit_error import EditError
from samverkan_cli.store.file_faults import FILE_BYTES
from samverkan_cli.store.respell import respell
from tests.store.respelled import ASSIGNED, DAY, DONE, FILES, spelled, waiver

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
