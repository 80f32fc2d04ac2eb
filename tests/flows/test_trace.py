"""What `trace` answers about a document and the items that cite it."""

from datetime import date
from pathlib import Path

import pytest

from samverkan_cli.evaluate.passages import digest
from samverkan_cli.evaluate.trace import Match
from samverkan_cli.flows.trace import file_digest, trace_document
from samverkan_cli.store.register import Register, read_at
from tests.cli.broken import BROKEN_AGREEMENT
from tests.examples import SOUND, example

TEXT = "Parterna\n\nKommunen lovar\nen samordnare.\n"
DAY = date(2025, 3, 1)


def citing(root: Path, lines: str, passage: list[str], *, whole: str = "") -> Register:
    """Return an agreement in which one promise cites a passage."""
    source = f'source: {{heading: Parterna, lines: {lines}, digest: "{digest(passage)[:23]}"}}\n'
    promise = SOUND["terms/guarantees/kom.yaml"].replace(
        "    title: Samordnare\n", f"    title: Samordnare\n    {source}"
    )
    frame = SOUND["terms/agreement.yaml"]
    if whole:
        frame += f'document: {{title: Exempel, digest: "{file_digest(whole.encode())}"}}\n'
    text = f"# terms/guarantees/kom.yaml\n{promise}# terms/agreement.yaml\n{frame}"
    register = read_at(example(text).write(root))
    assert register.faults == ()
    return register


PASSAGE = ["Kommunen lovar", "en samordnare."]


def matches(register: Register, text: str) -> dict[Match, list[tuple[int, int]]]:
    """Return the lines of the passages that stand in each way."""
    answer = trace_document(register, "document.txt", text.encode())
    return {
        match: [(one.first_line, one.last_line) for one in answer.those(match)]
        for match in Match
        if answer.those(match)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TEXT, {Match.CITED: [(3, 4)], Match.UNCITED: [(1, 1)]}),
        (TEXT.replace("\n", "\r\n"), {Match.CITED: [(3, 4)], Match.UNCITED: [(1, 1)]}),
        (TEXT.replace("lovar", "avser"), {Match.CHANGED: [(3, 4)], Match.UNCITED: [(1, 1)]}),
        ("\n" + TEXT, {Match.MOVED: [(3, 4)], Match.UNCITED: [(2, 2)]}),
        ("Parterna\n", {Match.GONE: [(3, 4)], Match.UNCITED: [(1, 1)]}),
    ],
)
def test_a_passage_is_cited_changed_moved_or_gone(
    tmp_path: Path, text: str, wanted: dict[Match, list[tuple[int, int]]]
) -> None:
    assert matches(citing(tmp_path, "3-4", PASSAGE), text) == wanted


def test_the_items_that_cite_a_passage_are_named(tmp_path: Path) -> None:
    register = citing(tmp_path, "3-4", PASSAGE)
    answer = trace_document(register, "d", TEXT.replace("lovar", "avser").encode())
    (changed,) = answer.those(Match.CHANGED)
    assert changed.items == ("kom-sam",)


@pytest.mark.parametrize(
    ("whole", "text", "same"),
    [("", TEXT, None), (TEXT, TEXT, True), (TEXT, TEXT.replace("\n", "\r\n"), False)],
)
def test_the_document_is_held_against_the_signed_one_to_the_byte(
    tmp_path: Path, whole: str, text: str, *, same: bool | None
) -> None:
    register = citing(tmp_path, "3-4", PASSAGE, whole=whole)
    assert trace_document(register, "d", text.encode()).same is same


def test_a_document_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnicodeDecodeError):
        trace_document(citing(tmp_path, "3-4", PASSAGE), "d", b"\xff\xfe")


def test_nothing_is_traced_where_no_agreement_can_be_read(tmp_path: Path) -> None:
    register = read_at(example(BROKEN_AGREEMENT).write(tmp_path))
    with pytest.raises(LookupError):
        trace_document(register, "d", b"")
