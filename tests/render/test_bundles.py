"""Where nobody has recorded anything yet, the same is not told over and over."""

import json

import pytest

from tests.cli.broken import DAY
from tests.conftest import Run, Write

ROLES = ("ett", "två", "tre", "fyra", "fem")
SLOT = "      - {{id: {id}, kind: coordinator, holders: {{exactly: 1}}, forms: [grannar]}}\n"
WAIVED = """\
# waivers.yaml
waivers:
  - rule: staffing-unknown
    subject: kom-sam/tre
    reason: Rekrytering.
    owner: Kommunpolis
    until: 2025-01-31
"""


def promised(number: int) -> str:
    """Return an example in which a party promises so many roles, and has nobody."""
    slots = "".join(SLOT.format(id=role) for role in ROLES[:number])
    head = "party: kom\nguarantees:\n  - id: kom-sam\n    title: Samordnare\n    slots:\n"
    return f"# terms/guarantees/kom.yaml\n{head}{slots}# staffing/kom.yaml\nparty: kom\n"


def test_many_that_are_alike_are_told_in_one(samverkan: Run, agreement: Write) -> None:
    agreement(promised(5))
    told = samverkan("check", "--on", DAY, "--lang", "sv").out
    assert told.count("[staffing-unknown]") == 1
    assert (
        "detsamma gäller 4 till i filen: kom-sam/två, kom-sam/tre, kom-sam/fyra, kom-sam/fem"
        in (" ".join(told.split()))
    )
    every = samverkan("check", "--on", DAY, "--all").out
    assert every.count("[staffing-unknown]") == 5
    assert "the same holds" not in every


@pytest.mark.parametrize("format_", ["concise", "json"])
def test_each_is_a_finding_of_its_own(samverkan: Run, agreement: Write, format_: str) -> None:
    agreement(promised(5))
    told = samverkan("check", "--on", DAY, "--format", format_).out
    assert told.count("staffing-unknown") == 5
    if format_ == "json":
        found = [one for one in json.loads(told)["findings"] if one["rule"] == "staffing-unknown"]
        assert {one["subject"] for one in found} == {f"kom-sam/{role}" for role in ROLES}


def test_few_are_told_one_by_one(samverkan: Run, agreement: Write) -> None:
    agreement(promised(3))
    told = samverkan("check", "--on", DAY).out
    assert told.count("[staffing-unknown]") == 3


def test_one_of_which_more_is_said_stands_alone(samverkan: Run, agreement: Write) -> None:
    agreement(promised(5) + WAIVED)
    told = " ".join(samverkan("check", "--on", DAY).out.split())
    assert told.count("[staffing-unknown]") == 2
    assert "the same holds for 3 more in the file: kom-sam/två, kom-sam/fyra, kom-sam/fem" in told
    assert "It was accepted until 31 January 2025" in told
