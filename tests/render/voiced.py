"""What the tests of the formats of `check` share: answers, and how they are told."""

from collections.abc import Iterator
from typing import Any

from samverkan_cli.cli.check_voices import voices
from samverkan_cli.flows.check import Accepted, Checked
from samverkan_cli.flows.judge import Located
from samverkan_cli.language.tongue import tongue
from samverkan_cli.model.finding import Severity
from samverkan_cli.render.page import Page
from tests.render.canned import AGAINST, ANSWER, AROUND, CLEAN, WAIVED, duty

LANGUAGES = ("sv", "en")
PAGES = ("text", "concise", "github", "markdown")
TEXTS = ("json", "jsonl", "sarif", "gitlab", "junit")
ANSWERS = {"against": AGAINST, "clean": CLEAN, "alone": ANSWER}
NOTHING = Checked(agreement=None, day=AGAINST.day, files=1, unread=(), findings=())


def told(answer: Checked, name: str, language: str = "en", *, every: bool = True) -> str:
    """Return an answer in one format."""
    spoken = tongue(language)
    pages, texts = voices(answer, AROUND._replace(every=every), spoken)
    if name in texts:
        return texts[name]()
    page = Page(spoken, 100)
    pages[name](page)
    return page.plain()


def many(
    number: int, rule: str = "duty-late", severity: Severity = Severity.WARNING
) -> Iterator[Located]:
    """Yield findings on so many duties."""
    return (duty(rule, severity, f"grannar-{one}", one + 1) for one in range(number))


def brought(those: tuple[Located, ...], **changes: Any) -> Checked:
    """Return the answer about a change that brings findings, and nothing else."""
    base = CLEAN.base
    assert base
    return CLEAN.replaced(
        findings=those, base=base.replaced(new=those, kept=(), **changes), unread=()
    )


def accepted(number: int) -> tuple[Accepted, ...]:
    """Return so many findings that are accepted."""
    return tuple(Accepted(one, WAIVED.waiver) for one in many(number, "duty-without-owner"))
