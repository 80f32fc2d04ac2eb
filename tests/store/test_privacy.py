"""Personal data is found however it is spelled, and goes no further than the file it stands in."""

import json

import pytest

from samverkan_cli.store.kinds import Kind
from samverkan_cli.store.register import read_document
from tests.conftest import Run, Write

STAFFING = "party: kom\nposts:\n  - {id: kom-1, title: Samordnare}\n  - id: kom-2\n    title: "


def spots(title: str) -> list[tuple[int, int]]:
    """Return where personal data is told of in a staffing file with the title."""
    document, text = read_document(
        "staffing/kom.yaml", f"{STAFFING}{title}\n".encode(), Kind.STAFFING
    )
    assert "9805" not in text
    found = [fault.hit for fault in document.faults if fault.rule == "personal-data"]
    assert all("9805" not in str(hit) for hit in found)
    return [(hit.span.line, hit.span.column) for hit in found if hit.span]


@pytest.mark.parametrize(
    "title",
    [
        '"\\x38507099805"',
        '"Anna \\u003850709-9805"',
        "850709-\n      9805",
        "8507\n      099805",
        '"850709\\\n      9805"',
        ">-\n      850709-\n      9805",
        "|-\n      Anna 850709-\n      9805",
    ],
)
def test_a_number_that_is_only_meant_is_found_at_its_value(title: str) -> None:
    assert spots(title) == [(5, 12)]


def test_a_number_in_a_comment_beside_its_value_is_told_once_for_each() -> None:
    assert spots("850709-9805 # 850709-9805") == [(5, 12), (5, 26)]


def test_a_field_name_spelled_with_escapes_is_found_and_not_repeated() -> None:
    text = 'party: kom\nposts:\n  - {id: kom-1, title: S, "\\x38507099805": 1}\n'
    document, _ = read_document("staffing/kom.yaml", text.encode(), Kind.STAFFING)
    assert "personal-data" in {fault.rule for fault in document.faults}
    hits = [fault.hit for fault in document.faults]
    assert "8507099805" not in str([(hit.subject, hit.message, hit.hint) for hit in hits])


LEAKY = """
# staffing/kom.yaml
party: kom
posts:
  - {id: kom-8507099805, title: Anna 850709-9805}
  - {id: kom-8507099805, title: anna.ek@orebro.se 070-123 45 67}
assignments:
  - {post: kom-8507099805, slot: kom-sam/samordnare, from: 2024-01-01}
  - {post: kom-8507099805, slot: kom-sam/samordnare, from: 2024-01-01}
"""


@pytest.mark.parametrize("command", [("check", "--all"), ("status",), ("show", "kom-sam")])
@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_no_answer_repeats_personal_data(
    command: tuple[str, ...], form: str, samverkan: Run, agreement: Write
) -> None:
    agreement(LEAKY.strip())
    answer = samverkan(*command, "--on", "2025-03-01", "--format", form)
    assert answer.out
    for part in ("9805", "ek@", "45 67"):
        assert part not in answer.out + answer.err
    if form == "json":
        assert json.loads(answer.out)


def test_lines_of_a_source_that_look_like_a_number_end_nothing(
    samverkan: Run, agreement: Write
) -> None:
    guarantee = """
# terms/guarantees/kom.yaml
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    source: {lines: 850709-9805, digest: "sha256:0123456789abcdef"}
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
"""
    agreement(guarantee.strip())
    assert samverkan("check", "--on", "2025-03-01").code == 1


@pytest.mark.parametrize("content", [b"&x {850709-9805", b"a: [850709-9805", b"a: '850709-9805"])
def test_a_number_in_what_is_never_closed_is_told_and_not_shown(content: bytes) -> None:
    document, text = read_document("staffing/kom.yaml", content, Kind.STAFFING)
    rules = {fault.rule for fault in document.faults}
    assert {"personal-data", "yaml-syntax"} <= rules
    assert "9805" not in text
