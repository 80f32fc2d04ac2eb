"""Ids that were changed, and what follows from them."""

from pathlib import Path

from samverkan_cli.evaluate.change import Change, Kind
from samverkan_cli.evaluate.diff import diff
from samverkan_cli.evaluate.renames import renames, unexplained
from samverkan_cli.evaluate.wrongs import RESOURCES, lowered
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.store.register import read_at
from tests.examples import SOUND, example

KOM = "staffing/kom.yaml"


def agreement(text: str, root: Path) -> Agreement:
    found = read_at(example(text).write(root)).agreement
    assert found
    return found


def changes(path: str, text: str, root: Path) -> tuple[Change, ...]:
    return diff(agreement("", root / "old"), agreement(f"# {path}\n{text}", root / "new"))


def test_a_post_that_is_called_otherwise(tmp_path: Path) -> None:
    found = changes(KOM, SOUND[KOM].replace("kom-1", "kom-7"), tmp_path)
    assert [(one.kind, one.old, one.new) for one in renames(found)] == [
        (Kind.POST, "kom-1", "kom-7")
    ]
    assert len(found) == 4
    assert unexplained(found) == ()


def test_more_than_the_id_is_no_rename(tmp_path: Path) -> None:
    text = SOUND[KOM].replace("kom-1", "kom-7").replace("title: Samordnare", "title: Chef")
    found = changes(KOM, text, tmp_path)
    assert renames(found) == ()
    assert unexplained(found) == found


def test_of_two_alike_none_is_known_again(tmp_path: Path) -> None:
    text = SOUND[KOM].replace(
        "  - {id: kom-1, title: Samordnare}\n",
        "  - {id: kom-7, title: Samordnare}\n  - {id: kom-8, title: Samordnare}\n",
    )
    found = changes(KOM, text.replace("kom-1", "kom-7"), tmp_path)
    assert renames(found) == ()


def test_what_changed_besides_is_left(tmp_path: Path) -> None:
    text = SOUND[KOM].replace("kom-1", "kom-7") + (
        "  - {post: kom-7, slot: kom-sam/samordnare, from: 2020-01-01, until: 2020-02-01}\n"
    )
    found = changes(KOM, text, tmp_path)
    assert len(renames(found)) == 1
    left = unexplained(found)
    assert [(one.kind, one.item.period.first.year) for one in left] == [(Kind.ASSIGNMENT, 2020)]


def test_a_guarantee_takes_its_staffing_along(tmp_path: Path) -> None:
    guarantees = "terms/guarantees/kom.yaml"
    text = (
        f"# {guarantees}\n{SOUND[guarantees].replace('kom-sam', 'kom-ny')}"
        f"# {KOM}\n{SOUND[KOM].replace('kom-sam', 'kom-ny')}"
    )
    found = diff(agreement("", tmp_path / "old"), agreement(text, tmp_path / "new"))
    assert [(one.old, one.new) for one in renames(found)] == [("kom-sam", "kom-ny")]
    assert unexplained(found) == ()


def test_a_form_takes_along_what_is_promised_in_it(tmp_path: Path) -> None:
    text = "".join(f"# {path}\n{content}" for path, content in SOUND.items())
    text = text.replace("id: grannar\n", "id: granne\n").replace("[grannar]", "[granne]")
    old, new = agreement("", tmp_path / "old"), agreement(text, tmp_path / "new")
    found = diff(old, new)
    assert Kind.FORM in {one.kind for one in renames(found)}
    assert not [one for one in unexplained(found) if one.field == "forms"]
    assert [*lowered(found, RESOURCES)] == []
