"""What the tests of wishes share: agreements, and an answer as steps or in words."""

from datetime import date
from pathlib import Path

from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.intent import Intent, Refusal
from samverkan_cli.store.register import read_at
from tests.examples import example

ENGLISH = tongue("en")
TODAY = date(2025, 3, 1)
TWO_ROLES = """\
# terms/guarantees/kom.yaml
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - id: resurser
        kind: operative
        holders: {at-least: 2}
        functions: [{id: ute, forms: [grannar]}, {id: inne, forms: [grannar]}]
"""


def agreement_of(text: str, root: Path) -> Agreement:
    """Return the small agreement with some files changed."""
    found = read_at(example(text).write(root)).agreement
    assert found is not None
    return found


def said(answer: Intent | Refusal) -> str:
    """Return why a wish is refused, with the cure."""
    assert isinstance(answer, Refusal)
    return " ".join(ENGLISH(words) for words in answer if words)


def steps(answer: Intent | Refusal) -> tuple[object, ...]:
    assert isinstance(answer, Intent), said(answer)
    return answer.steps
