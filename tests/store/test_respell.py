"""What is wanted becomes bytes: only those that are meant, and read again they mean just that."""

import pytest

from samverkan_cli.model.intent import Add, Drop, End, Step
from samverkan_cli.model.period import Period
from samverkan_cli.model.place import Place
from samverkan_cli.model.staffing import Absence, Post, Reason
from samverkan_cli.store.respell import respell
from tests.examples import SOUND
from tests.store.respelled import ASSIGNED, DAY, DONE, FILES, hold, spelled, waiver
from tests.store.steps import agreement_of


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
