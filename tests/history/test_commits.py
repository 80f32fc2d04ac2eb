"""Commits that other programs read differently, or not at all: a remark, never a crash."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan_cli.history.commits import revision
from samverkan_cli.history.objects import Object
from samverkan_cli.history.walk import commits, revisions
from samverkan_cli.model.revision import Oddity, Revision
from tests.conftest import Run
from tests.history.conftest import Repository
from tests.history.repository import git, raw_commit

TREE = b"tree " + b"a" * 40 + b"\n"
AUTHOR = b"author A <a@b> 1740654000 +0100\n"
COMMITTER = b"committer A <a@b> 1740654000 +0100\n"
SOUND = TREE + AUTHOR + COMMITTER
DAY = date(2025, 2, 27)


def read(content: bytes) -> Revision:
    """Return what a commit of these bytes says."""
    return revision(Object("b" * 40, "commit", len(content), content))


def test_a_sound_commit() -> None:
    found = read(SOUND + b"gpgsig x\n y\n \n z\n\nTeckna \xc3\xa5tagandet\n\nText.\n")
    assert found.subject == "Teckna åtagandet"
    assert (found.authored, found.committed, found.seconds) == (DAY, DAY, 1740654000)
    assert (found.oddities, found.parents, found.short) == ((), (), "bbbbbbb")
    assert found.author == "A"


AUTHORS = {
    "spaces": (b"  A  B  <a@b> 1 +0000", "A  B", ()),
    "nobody": (b" <a@b> 1 +0000", "", ()),
    "no mail": (b"A 1 +0000", "", (Oddity.DATE_BROKEN,)),
    "signs": (b"A\x1b[31m\xe2\x80\xaeB <a@b> 1 +0000", "A\x1b[31m\u202eB", ()),
    "hidden": (b"A\0B <a@b> 1 +0000", "A\0B", (Oddity.HIDDEN_TEXT,)),
    "not utf-8": (b"\xc5sa <a@b> 1 +0000", "Åsa", (Oddity.NOT_UTF8,)),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_the_author_is_who_the_commit_says(name: str) -> None:
    line, author, oddities = AUTHORS[name]
    found = read(TREE + b"author " + line + b"\n" + COMMITTER + b"\nx")
    assert (found.author, found.oddities) == (author, oddities)


def test_of_two_authors_the_first_is_told_and_the_commit_is_odd() -> None:
    found = read(TREE + AUTHOR + AUTHOR.replace(b"A <", b"B <") + COMMITTER + b"\nx")
    assert (found.author, found.oddities) == ("A", (Oddity.FIELD_TWICE,))


OURS = "\n\nSamverkan-Verb: assign\nSamverkan-Post: kom-1\n"
REASONS = {
    f"Bemanna\n\nEtt skäl,\ni två rader.{OURS}": "Ett skäl, i två rader.",
    f"Bemanna\n\nEtt skäl.\n\n\nOch ett till.{OURS}": "Ett skäl. Och ett till.",
    f"Bemanna\r\n\r\nEtt skäl.{OURS}".replace("\n", "\r\n"): "Ett skäl.",
    f"Bemanna en tjänst som…\n\nBemanna en tjänst som är ny.\n\nEtt skäl.{OURS}": "Ett skäl.",
    f"Bemanna…\n\nEtt skäl.{OURS}": "Ett skäl.",
    f"Bemanna{OURS}": "",
    "Bemanna\n\nEtt skäl.\n": "",
    "Bemanna\n\nEtt skäl.\n\nSamverkan-Verb: assign\nMed mera.\n": "",
    "Bemanna\n\nEtt skäl.\n\nsamverkan-verb: assign\n": "",
    "Bemanna": "",
    "Samverkan-Verb: assign": "",
    "": "",
}


@pytest.mark.parametrize("message", REASONS)
def test_the_reason_stands_before_our_fields_and_nowhere_else(message: str) -> None:
    assert Revision(id="b" * 40, message=message).reason == REASONS[message]


PERSON = b"committer A <a@b> "
ODD = {
    "no message": (SOUND, ()),
    "no head": (b"", (Oddity.FIELD_MISSING, Oddity.DATE_BROKEN)),
    "two authors": (TREE + AUTHOR + AUTHOR + COMMITTER + b"\nx", (Oddity.FIELD_TWICE,)),
    "two committers": (SOUND + COMMITTER + b"\nx", (Oddity.FIELD_TWICE,)),
    "no author": (TREE + COMMITTER + b"\nx", (Oddity.FIELD_MISSING, Oddity.DATE_BROKEN)),
    "huge date": (TREE + AUTHOR + PERSON + b"9" * 18 + b" +0000\n\nx", (Oddity.DATE_BROKEN,)),
    "beyond numbers": (TREE + AUTHOR + PERSON + b"9" * 99 + b" +0000\n\nx", (Oddity.DATE_BROKEN,)),
    "year 10000": (TREE + AUTHOR + PERSON + b"253402300800 +0000\n\nx", (Oddity.DATE_BROKEN,)),
    "bad zone": (TREE + AUTHOR + PERSON + b"1 +99999999\n\nx", (Oddity.DATE_BROKEN,)),
    "odd zone": (TREE + AUTHOR + PERSON + b"1 +9999\n\nx", (Oddity.DATE_BROKEN,)),
    "before 1970": (TREE + AUTHOR + PERSON + b"-5 +0000\n\nx", (Oddity.DATE_BROKEN,)),
    "no date": (TREE + AUTHOR + b"committer A <a@b>\n\nx", (Oddity.DATE_BROKEN,)),
    "latin-1": (SOUND + b"\n\xe5tagande", (Oddity.NOT_UTF8,)),
    "latin-1, said so": (SOUND + b"encoding ISO-8859-1\n\n\xe5tagande", ()),
    "unknown encoding": (SOUND + b"encoding rot13\n\n\xe5", (Oddity.NOT_UTF8,)),
    "hidden text": (SOUND + b"\nsyns\0syns inte", (Oddity.HIDDEN_TEXT,)),
}


@pytest.mark.parametrize("name", ODD)
def test_what_is_odd_is_a_remark(name: str) -> None:
    content, oddities = ODD[name]
    assert read(content).oddities == oddities
    if name.startswith("latin"):
        assert read(content).subject == "åtagande"


@given(st.binary() | st.binary().map(lambda some: SOUND + some) | st.binary().map(TREE.__add__))
def test_no_bytes_end_the_reading(content: bytes) -> None:
    found = read(content)
    assert all(isinstance(one, str) for one in (found.subject, found.author, found.reason))


def test_a_walk_goes_through_what_git_log_dies_of(samverkan: Run, repository: Repository) -> None:
    tree = git(repository.path, "rev-parse", "HEAD^{tree}").encode()
    parent = repository.ids[2].encode()
    made = []
    for lines in (
        b"author A <a@b> 1 +99999999\ncommitter A <a@b> 1 +99999999\n",
        b"author A <a@b> 1 +0000\nauthor B <b@b> 2 +0000\ncommitter C <c@c> 99999999999999 +0000\n",
        AUTHOR + COMMITTER,
    ):
        message = b"\n\xe5 \x1b[31m\n"
        text = b"tree " + tree + b"\nparent " + parent + b"\n" + lines + message
        made.append(raw_commit(repository.path, text))
        parent = made[-1].encode()
    git(repository.path, "update-ref", "refs/heads/main", made[-1])
    found = list(commits(repository.git, made[-1]))
    assert [one.id for one in found] == [*reversed(made), *reversed(repository.ids)]
    assert found[2].oddities == (Oddity.DATE_BROKEN, Oddity.NOT_UTF8)
    for name in made:
        answer = samverkan("status", "--on", "2025-03-01", "--as-of", name)
        assert answer.code == 0
        assert name[:7] in answer.out
    assert "of no day that can be read" in samverkan("status", "--as-of", made[0]).out
    assert samverkan("status", "--as-of", "2025-02-27").out.count(made[2][:7]) == 1


def test_a_walk_tells_what_each_revision_changed(repository: Repository) -> None:
    found = list(revisions(repository.git, repository.ids[2], b"agreement/"))
    assert [one.id for one in found] == repository.ids[::-1]
    assert [[change.path for change in one.changes] for one in found[:2]] == [
        [b"staffing/kom.yaml"],
        [b"staffing/kom.yaml"],
    ]
    newest, middle, oldest = found
    assert newest.changes[0].old_id == middle.changes[0].id
    assert newest.changes[0].id == middle.changes[0].old_id
    assert len(oldest.changes) == 8
    assert {change.old_id for change in oldest.changes} == {""}
    assert not any(one.is_cut for one in found)


def test_a_merge_is_held_against_its_first_parent(repository: Repository) -> None:
    folder = repository.path
    git(folder, "checkout", "--quiet", "-b", "sidan", repository.ids[1])
    (folder / "agreement" / "records" / "2025.yaml").write_text("records: []\n", "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "På sidan")
    git(folder, "checkout", "--quiet", "main")
    git(folder, "merge", "--quiet", "--no-commit", "--no-ff", "sidan")
    (folder / "agreement" / "waivers.yaml").write_text("waivers: [] # smuget\n", "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "Slå ihop")
    start = git(folder, "rev-parse", "HEAD")
    found = list(revisions(repository.git, start, b"agreement/"))
    words = list(commits(repository.git, start, b"agreement/"))
    assert [one.id for one in found] == [one.id for one in words]
    assert [one.subject for one in words][:2] == ["Slå ihop", "Bemanna igen"]
    assert [change.path for change in found[0].changes] == [b"records/2025.yaml", b"waivers.yaml"]
    assert len(words[0].parents) == 2


def test_what_lies_outside_the_folder_is_left_out(repository: Repository) -> None:
    (repository.path / "README.md").write_text("Annat.\n", "utf-8")
    git(repository.path, "commit", "--quiet", "-am", "Annat")
    start = git(repository.path, "rev-parse", "HEAD")
    within = [one.id for one in revisions(repository.git, start, b"agreement/")]
    assert within == repository.ids[::-1]
    assert len(list(revisions(repository.git, start))) == 4


def test_a_shallow_clone_says_where_it_is_cut(repository: Repository) -> None:
    url, folder = f"file://{repository.path}", repository.path.parent
    git(folder, "clone", "--quiet", "--depth=2", url, "shallow")
    shallow = Repository(folder / "shallow", repository.ids)
    found = list(revisions(shallow.git, repository.ids[2], b"agreement/"))
    assert [one.is_cut for one in found] == [False, True]
    assert len(found[0].changes) == 1
