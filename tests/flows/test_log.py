"""History in meaning: one revision at a time, whatever became of the files."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samverkan_cli.evaluate.change import Change, What, concerns
from samverkan_cli.flows.diff import Side
from samverkan_cli.flows.diff import diff as between
from samverkan_cli.flows.log import Entry, Wish, log
from samverkan_cli.model.revision import Step
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import Register, read
from tests.examples import SOUND
from tests.flows.told import START, Tale

KOM, STAFF, RECORDS = "terms/guarantees/kom.yaml", "staffing/kom.yaml", "records/2024.yaml"
AGREEMENT = "terms/agreement.yaml"


def with_(files: dict[str, str], path: str, old: str, new: str) -> dict[str, str]:
    """Return files with one text changed."""
    assert old in files[path]
    return files | {path: files[path].replace(old, new)}


LOWERED = with_(SOUND, KOM, "exactly: 1", "at-least: 2")
BROKEN = SOUND | {KOM: "party: kom\nguarantees: [\n"}
MENDED = with_(SOUND, KOM, "exactly: 1", "exactly: 3")


def told(entries: list[Entry]) -> list[list[tuple[str, str, str]]]:
    """Return the changes of every entry, in short."""
    return [[(one.subject, one.what.value, one.field) for one in each.changes] for each in entries]


def test_newest_first_and_all_is_new_in_the_oldest() -> None:
    newest, oldest = log(Tale(SOUND, LOWERED))
    assert told([newest]) == [[("kom-sam/samordnare", "raised", "holders")]]
    assert {one.what for one in oldest.changes} == {What.ADDED, What.BEGUN}
    assert oldest.revision.subject == "Revision 0"


def test_a_file_that_moves_changes_nothing() -> None:
    moved = {path: text for path, text in SOUND.items() if path != KOM}
    moved["terms/guarantees/kommunen.yaml"] = SOUND[KOM]
    entries = list(
        log(
            Tale(
                SOUND,
                moved,
                with_(moved, "terms/guarantees/kommunen.yaml", "exactly: 1", "at-least: 2"),
            )
        )
    )
    assert told(entries[:2]) == [[("kom-sam/samordnare", "raised", "holders")], []]
    own = list(log(Tale(*[SOUND, moved]), Wish("kom-sam")))
    assert [each.revision.subject for each in own] == ["Revision 0"]


def test_comments_and_order_change_nothing() -> None:
    entries = log(Tale(SOUND, with_(SOUND, KOM, "party: kom", "# en kommentar\nparty: kom")))
    assert told([next(entries)]) == [[]]


def test_a_file_that_cannot_be_read_is_a_remark_and_told_of_when_it_can() -> None:
    entries = list(log(Tale(SOUND, BROKEN, BROKEN | {STAFF: "party: kom\n"}, MENDED)))
    assert entries[2].unread == (KOM,)
    assert told([entries[2]]) == [[]]
    assert {one.subject for one in entries[1].changes} == {"kom-1", "kom-sam/samordnare"}
    assert ("kom-sam/samordnare", "raised", "holders") in told(entries)[0]
    assert all(one.subject != "kom-sam" for one in entries[0].changes)


def test_a_file_that_never_could_be_read_is_new_when_it_can() -> None:
    entries = list(log(Tale(BROKEN, SOUND)))
    assert ("kom-sam", "added", "") in told(entries)[0]
    assert entries[1].unread == (KOM,)


def test_a_broken_file_in_the_way_of_the_agreement_itself() -> None:
    broken = SOUND | {AGREEMENT: "id: [\n"}
    entries = list(log(Tale(SOUND, broken, with_(broken, KOM, "exactly: 1", "exactly: 2"))))
    assert told([entries[0]]) == [[("kom-sam/samordnare", "raised", "holders")]]
    assert entries[1].unread == (AGREEMENT,)


def test_a_revert_is_told_as_what_it_changes() -> None:
    entries = list(log(Tale(SOUND, LOWERED, SOUND)))
    assert [change.what for entry in entries[:2] for change in entry.changes] == [
        What.LOWERED,
        What.RAISED,
    ]


@pytest.mark.parametrize(
    ("name", "numbers"),
    [
        ("kom-sam", [3, 1, 0]),
        ("kom-sam/samordnare", [3, 1, 0]),
        ("kom-1", [3, 0]),
        ("kom", [3, 1, 0]),
        ("grannar-analys", [2, 0]),
        ("pol-sam", [0]),
        ("exempel", [0]),
        ("ingen", []),
    ],
)
def test_the_history_of_one_thing(name: str, numbers: list[int]) -> None:
    second = with_(LOWERED, RECORDS, "2024/1", "2024/2")
    third = with_(second, STAFF, "from: 2024-01-01}", "from: 2024-01-01, until: 2025-01-01}")
    entries = log(Tale(SOUND, LOWERED, second, third), Wish(name))
    assert [int(entry.revision.id, 16) for entry in entries] == numbers


def test_changes_to_the_past() -> None:
    later = with_(SOUND, STAFF, "from: 2024-01-01}", "from: 2024-03-01}")
    tale = Tale(
        SOUND, *[SOUND | {"waivers.yaml": f"# {n}\nwaivers: []\n"} for n in range(40)], later
    )
    assert START + timedelta(days=41) == next(log(tale)).revision.committed
    (entry,) = log(tale, Wish(days=40))
    assert told([entry]) == [[("kom-sam/samordnare", "shortened", "period")]]
    assert list(log(tale, Wish(days=41))) == []


def test_who_covers_a_protected_function_is_told_in_no_revision() -> None:
    guarded = with_(SOUND, KOM, "samordnare, kind", "samordnare, protected: true, kind")
    after = with_(guarded, STAFF, "from: 2024-01-01}", "from: 2024-01-01, until: 2024-02-01}")
    newest = next(log(Tale(guarded, after)))
    assert [one.hidden for one in newest.changes] == [True]
    (oldest,) = log(Tale(guarded, after), Wish("kom-1"))
    assert oldest.revision.subject == "Revision 0"


def test_every_blob_is_read_once_and_none_before_it_is_needed() -> None:
    versions = [SOUND, LOWERED, MENDED, LOWERED, BROKEN, SOUND]
    tale = Tale(*versions)
    first = next(log(tale))
    assert told([first]) == [[("kom-sam/samordnare", "lowered", "holders")]]
    assert tale.told <= 3
    assert sum(tale.fetched.values()) <= 3
    tale = Tale(*versions)
    assert len(list(log(tale))) == len(versions)
    assert set(tale.fetched.values()) == {1}
    tale = Tale(*versions)
    list(log(tale, Wish("kom-sam")))
    assert set(tale.fetched.values()) == {1}


def test_what_is_no_plain_file_is_not_read() -> None:
    class Linked(Tale):
        def step(self, number: int) -> Step:
            whole = super().step(number)
            return whole._replace(
                changes=tuple(
                    one._replace(mode=0o120000) if number and one.path == KOM.encode() else one
                    for one in whole.changes
                )
            )

    newest = next(log(Linked(SOUND, LOWERED)))
    assert (newest.changes, newest.unread) == ((), (KOM,))


EDITS = (
    (KOM, "exactly: 1", "at-least: 2"),
    (KOM, "title: Samordnare", "title: Annan"),
    (STAFF, "from: 2024-01-01}", "from: 2024-05-01}"),
    (STAFF, "title: Samordnare", "title: Chef"),
    (RECORDS, "KS 2024/1", "KS 2024/2"),
    ("terms/forms/grannar.yaml", "cadence: yearly", "cadence: tertial"),
    (AGREEMENT, "until: 2026-12-31", "until: 2027-12-31"),
    (AGREEMENT, "kind: municipality", "kind: region"),
)


def register(files: dict[str, str]) -> Register:
    """Return what files say."""
    return read(Folder({path: text.encode() for path, text in files.items()}))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sets(st.sampled_from(EDITS)), min_size=1, max_size=4))
def test_the_log_tells_what_diff_tells_of_each_step(steps: list[set[tuple[str, str, str]]]) -> None:
    versions = []
    for edits in steps:
        files = dict(SOUND)
        for path, old, new in edits:
            files[path] = files[path].replace(old, new)
        versions.append(files)
    entries = list(log(Tale(*versions)))[::-1]
    for entry, (before, after) in zip(entries[1:], pairwise(versions), strict=True):
        whole = between(Side("a", register(before)), Side("b", register(after)))
        assert set(map(fact, entry.changes)) == set(map(fact, whole.changes))


FORM = "terms/forms/grannar.yaml"
DUTY = SOUND[FORM][SOUND[FORM].index("duties:") : SOUND[FORM].index("follow-up:")]
TWO = SOUND | {
    "terms/forms/annan.yaml": f"id: annan\ntitle: Annan\n{DUTY}".replace("grannar-", "annan-")
}
NAMES = (
    *("kom", "pol", "kom-sam", "kom-sam/samordnare", "kom-1", "pol-1", "grannar", "grannar-analys"),
    *("annan", "annan-analys", "exempel", "ingen"),
)
MOVED = (
    TWO | {FORM: TWO[FORM].replace(DUTY, "")},
    TWO
    | {
        FORM: TWO[FORM].replace(DUTY, ""),
        "terms/forms/annan.yaml": f"id: annan\ntitle: Annan\n{DUTY}",
    },
    TWO | {STAFF: TWO[STAFF].replace("party: kom", "party: pol")},
    BROKEN | {FORM: TWO[FORM].replace("yearly", "tertial")},
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from((TWO, LOWERED, MENDED, BROKEN, *MOVED)), min_size=2, max_size=5))
def test_the_history_of_a_thing_is_what_the_whole_history_tells_of_it(
    versions: list[dict[str, str]],
) -> None:
    whole = list(log(Tale(*versions)))
    for name in NAMES:
        told_of = {one.revision.id: one.changes for one in log(Tale(*versions), Wish(name))}
        for entry in whole:
            about = tuple(one for one in entry.changes if concerns(one, name))
            assert told_of.get(entry.revision.id, ()) == about


def fact(change: Change) -> tuple[object, ...]:
    """Return what identifies a change."""
    return change._replace(item=None)


def test_diff_leaves_out_what_one_side_cannot_be_read_in() -> None:
    answer = between(Side("a", register(BROKEN)), Side("", register(LOWERED)))
    assert (answer.changes, answer.unread) == ((), (KOM,))
