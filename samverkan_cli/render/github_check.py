"""`check` in a log of GitHub Actions: the text in a group, and annotations at the lines at fault.

The runner takes commands from the beginning of lines (threat O3). Only `Page.command` writes such
lines; the values in them are escaped here, and no other line begins so.
"""

from collections import Counter

from samverkan_cli.flows.check import Checked
from samverkan_cli.flows.judge import ORDER, Located
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.language.visible import visible
from samverkan_cli.model.finding import Severity
from samverkan_cli.model.words import say_n
from samverkan_cli.render import text_check
from samverkan_cli.render.check_parts import Around, headline, in_full, message
from samverkan_cli.render.page import Page

MOST = 10
"""The platform shows no more annotations of a kind from one step, and drops the rest in silence."""
KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = {**DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def check(page: Page, answer: Checked, around: Around) -> None:
    """Write the answer."""
    tongue = page.tongue
    title = f"samverkan: {tongue(headline(answer))}"
    page.command(f"::group::{title.translate(DATA)}")
    text_check.full(page, answer, around._replace(folder=around.inside))
    page.command("::endgroup::")
    those = in_full(answer, around)
    chosen = annotated(those, answer.base.files if answer.base else frozenset())
    for one in chosen:
        page.command(annotation(one, tongue, around.inside))
    left = len(those) - len(chosen)
    if left:
        words = say_n(
            left,
            "and {n} more without an annotation, told in the group above",
            "and {n} more without an annotation, told in the group above",
        )
        page.add(tongue(words))


def annotated(those: tuple[Located, ...], files: frozenset[str]) -> list[Located]:
    """Return what becomes annotations: of each kind as many as are shown, the gravest first.

    What lies in the files that the change touches goes first.
    """
    number = Counter[Severity]()
    chosen = []
    for one in sorted(those, key=lambda one: order(one, files)):
        severity = one.finding.severity
        number[severity] += 1
        if number[severity] <= MOST:
            chosen.append(one)
    return chosen


def order(one: Located, files: frozenset[str]) -> tuple[int, bool]:
    """Return what findings are put in order by."""
    return ORDER[one.finding.severity], one.finding.hit.place.file not in files


def annotation(located: Located, tongue: Tongue, inside: str) -> str:
    """Return the command that shows a finding at its line."""
    found, span = located.finding, located.span
    where: dict[str, str | int] = {}
    if found.hit.place.file:
        where = {
            "file": visible(inside + found.hit.place.file),
            "line": span.line,
            "endLine": span.end_line,
        }
        if span.line == span.end_line:
            # Columns mean something on one line alone.
            where |= {"col": span.column, "endColumn": span.end_column}
    where["title"] = found.rule
    given = ",".join(f"{name}={str(value).translate(PROPERTY)}" for name, value in where.items())
    return f"::{KINDS[found.severity]} {given}::{message(located, tongue).translate(DATA)}"
