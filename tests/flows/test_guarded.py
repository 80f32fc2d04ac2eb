"""Who holds a protected function is told by no history, whatever became of the files."""

from collections.abc import Mapping
from itertools import product

import pytest

from samverkan_cli.evaluate.change import Kind
from samverkan_cli.flows.diff import Diff, Side
from samverkan_cli.flows.diff import diff as between
from samverkan_cli.flows.log import Entry, Wish, log
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.revision import Revision, Step
from samverkan_cli.render import json_changes, text_log
from samverkan_cli.render.json_parts import written
from samverkan_cli.render.page import Page
from samverkan_cli.store.files import Folder
from samverkan_cli.store.register import read
from tests.examples import SOUND
from tests.flows.told import Tale

KOM, STAFF = "terms/guarantees/kom.yaml", "staffing/kom.yaml"
Files = dict[str, str]


def with_(files: Files, path: str, old: str, new: str) -> Files:
    """Return files with one text changed."""
    assert old in files[path]
    return files | {path: files[path].replace(old, new)}


OPEN = with_(SOUND, STAFF, "title: Samordnare", "title: Operativ samordnare")
GUARDED = with_(OPEN, KOM, "samordnare, kind", "samordnare, protected: true, kind")
BROKEN = GUARDED | {KOM: GUARDED[KOM] + "{\n"}
GONE = {path: text for path, text in GUARDED.items() if path != KOM}
MOVED = with_(GUARDED, KOM, "id: samordnare,", "id: annan,")
TERMS = (OPEN, GUARDED, BROKEN, GONE, MOVED)
PAIRS = list(product(TERMS, repeat=2))


def released(files: Files) -> Files:
    """Return files in which the holder is released."""
    return with_(files, STAFF, "from: 2024-01-01}", "from: 2024-01-01, until: 2024-02-01}")


def shown(answer: Diff | Entry) -> str:
    """Return what people and programs are told."""
    spoken, page = tongue("en"), Page(tongue("en"), 200)
    if isinstance(answer, Diff):
        text_log.diff(page, answer)
        text_log.diff_concise(page, answer)
        return page.plain() + written(json_changes.diff(answer, spoken))
    text_log.entry(page, answer, every=True)
    text_log.concise(page, answer)
    return page.plain() + written(json_changes.entry(answer, spoken))


def side(files: Files) -> Side:
    """Return one side of a comparison."""
    return Side("x", read(Folder({path: text.encode() for path, text in files.items()})))


class Said(Tale):
    """A history whose revisions are called as is said."""

    def __init__(self, *versions: Mapping[str, str], message: str) -> None:
        """Take the files, and what every message says."""
        super().__init__(*versions)
        self.message = message

    def revision(self, id_: str) -> Revision:
        """Return a revision's own words."""
        return super().revision(id_).replaced(message=self.message)


def of_holder(answer: Diff | Entry) -> list[bool]:
    """Return of each change of an assignment whether it is hidden."""
    return [one.hidden for one in answer.changes if one.kind is Kind.ASSIGNMENT]


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_a_comparison_names_no_holder_where_a_side_may_protect(one: Files, other: Files) -> None:
    answer = between(side(one), side(released(other)))
    is_open = OPEN in (one, other) and GUARDED not in (one, other) and BROKEN not in (one, other)
    assert of_holder(answer) == [not is_open]
    assert ("kom-1" in shown(answer)) is is_open


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_no_revision_names_a_holder_where_the_terms_may_protect(one: Files, other: Files) -> None:
    newest = next(log(Tale(one, released(other))))
    # What a revision mends is read there, and need not be read before.
    is_open = OPEN in (one, other) and GUARDED not in (one, other) and other is not BROKEN
    assert of_holder(newest) == [not is_open]
    assert ("kom-1" in shown(newest)) is is_open


@pytest.mark.parametrize("terms", [BROKEN, GONE])
def test_what_was_protected_stays_so_when_its_terms_are_lost(terms: Files) -> None:
    newest, before, *_ = log(Tale(GUARDED, terms, released(terms)))
    assert of_holder(newest) == [True]
    assert "kom-1" not in shown(newest) + shown(before)


def test_terms_that_are_a_link_are_not_read_as_open() -> None:
    class Linked(Tale):
        def step(self, number: int) -> Step:
            found = super().step(number)
            changes = [
                one._replace(mode=0o120000) if number == 1 and one.path == KOM.encode() else one
                for one in found.changes
            ]
            return found._replace(changes=tuple(changes))

    terms = OPEN | {KOM: "../x"}
    assert of_holder(next(log(Linked(GUARDED, terms, released(terms))))) == [True]


MESSAGES = (
    "Bemanna kom-sam/samordnare med kom-1 från och med den 1 januari 2024\n",
    "Bemanna rollen\n\nSamverkan-Verb: assign\nSamverkan-Post: kom-1\nSamverkan-Slot: kom-sam/x\n",
    "OPERATIV SAMORDNARE slutar\n",
    "Revert\n\nSkäl: kom-1.\n\nSamverkan-Verb: release\n",
)
OTHERS = (
    "Bemanna kom-sam/samordnare från och med den 1 januari 2024\n",
    "Någon slutar\n\nPensionsavgång.\n\nSamverkan-Verb: release\n",
)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_that_names_the_holder_is_kept_back(message: str) -> None:
    newest = next(log(Said(GUARDED, released(GUARDED), message=message)))
    assert newest.revision.subject == "…"
    told = shown(newest)
    assert "Its message names who holds a protected function, and is not told." in told
    assert not [word for word in ("kom-1", "OPERATIV", "Bemanna", "Skäl") if word in told]


@pytest.mark.parametrize("message", OTHERS)
def test_a_message_that_names_nobody_is_told(message: str) -> None:
    newest = next(log(Said(GUARDED, released(GUARDED), message=message)))
    assert newest.revision.message == message
    assert "is not told." not in shown(newest)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_told_where_nothing_is_protected(message: str) -> None:
    newest = next(log(Said(OPEN, released(OPEN), message=message)))
    assert newest.revision.message == message


def test_a_message_is_kept_back_also_where_another_thing_of_the_revision_is_asked_for() -> None:
    after = with_(released(GUARDED), STAFF, "Operativ samordnare", "Chef")
    newest = next(log(Said(GUARDED, after, message=MESSAGES[0]), Wish("kom-1")))
    assert [one.kind for one in newest.changes] == [Kind.POST]
    assert newest.revision.subject == "…"
