"""What `status` says of gaps, in words."""

import re

import pytest

from tests.cli.broken import BROKEN_STAFFING, DAY
from tests.conftest import Run, Write

AT_RISK = """\
# on: 2025-03-01
# staffing/kom.yaml
party: kom
posts:
  - {id: kom-1, title: Samordnare}
assignments:
  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01, until: 2025-01-14}
# staffing/pol.yaml
party: pol
posts:
  - {id: pol-1, title: Kommunpolis}
assignments:
  - {post: pol-1, slot: pol-sam/samordnare, from: 2024-01-01, until: 2025-04-14}
"""


def test_counterpart_alone_and_cover_that_ends_are_told(samverkan: Run, agreement: Write) -> None:
    agreement(AT_RISK)
    out = samverkan("status", "--on", DAY).out
    assert "Counterpart alone  1\n  · Grannsamverkan: Exempelköpings kommun has nobody" in out
    assert "Covered no longer within 90 days  1\n  · Samordnare: until 14 April 2025" in out


@pytest.mark.parametrize("format_", ["text", "concise"])
def test_staffing_that_is_not_read_is_told_as_such(
    samverkan: Run, agreement: Write, format_: str
) -> None:
    agreement(BROKEN_STAFFING)
    out = samverkan("status", "--on", DAY, "--format", format_).out
    assert "not read" in out
    assert "nothing recorded" not in out


def test_no_state_is_told_twice(samverkan: Run) -> None:
    out = samverkan("status", "--example", "--on", DAY, "--format", "concise").out
    assert "vacant since" in out
    assert re.findall(r": (\w+): \1\b", out) == []


def test_absence_as_long_as_the_agreement_is_told_with_its_end(samverkan: Run) -> None:
    day = ("--example", "--on", "2026-11-23")
    assert "seconded until 31 December 2026" in samverkan("status", *day).out
    said = samverkan("check", *day, "--format", "concise").out
    assert "“Samordnare för ordningsvakter” until 31 December 2026" in said
