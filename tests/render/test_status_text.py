"""What `status` says of gaps, in words."""

import json
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


ACCEPTED = """
# waivers.yaml
waivers:
  - {rule: duty-late, subject: grannar-analys/2024, reason: Sen, owner: chefen, until: 2025-06-01}
  - {rule: function-uncovered, subject: kom-sam, reason: Sökt, owner: chefen, until: 2025-03-01}
  - {rule: duty-late, subject: grannar-uppf, reason: Förut, owner: chefen, until: 2025-02-28}
"""


def test_what_is_accepted_on_the_day_is_told(samverkan: Run, agreement: Write) -> None:
    agreement(AT_RISK + ACCEPTED)
    out = " ".join(samverkan("status", "--on", DAY).out.split())
    told = (
        "Accepted for a time 2"
        " · function-uncovered for kom-sam, until 1 March 2025; chefen answers for it"
        " · duty-late for grannar-analys/2024, until 1 June 2025; chefen answers for it"
    )
    assert told in out
    assert "grannar-uppf, until" not in out
    lines = samverkan("status", "--on", DAY, "--format", "concise").out.splitlines()
    assert "Accepted for a time: 2" in lines
    whole = json.loads(samverkan("status", "--on", DAY, "--format", "json").out)
    assert whole["accepted"][1:] == [
        {
            "rule": "duty-late",
            "subject": "grannar-analys/2024",
            "reason": "Sen",
            "owner": "chefen",
            "until": "2025-06-01",
        }
    ]
    assert "Accepted for a time" not in samverkan("status", "--on", "2025-06-02").out


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
