"""`log` and `diff` as Markdown; whatever comes out of files is text, and never markup (O7)."""

from collections.abc import Iterator, Mapping

from samverkan_cli.evaluate.change import Change
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.log import Entry
from samverkan_cli.language.changed import WEIGHTS
from samverkan_cli.language.markup import escaped
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.words import say
from samverkan_cli.render.page import Page
from samverkan_cli.render.text_log import claims, diff_remarks, grouped, name, remarks, subject


def bullets(
    changes: tuple[Change, ...], titles: Mapping[str, str], tongue: Tongue
) -> Iterator[str]:
    """Yield a line for every change."""
    for weight, _, words in grouped(changes, titles, every=False):
        yield f"- **{escaped(tongue(WEIGHTS[weight]))}** {escaped(tongue(words))}"


def entry(entry: Entry, tongue: Tongue) -> str:
    """Return a revision."""
    revision = entry.revision
    day = tongue.day(revision.committed) if revision.committed else tongue(say("no day"))
    lines = [f"### {escaped(day)} `{revision.short}`", "", escaped(subject(entry)), ""]
    for words in claims(entry):
        lines += [f"*{escaped(tongue(words))}*", ""]
    lines += bullets(entry.changes, entry.titles, tongue)
    lines += [f"- *{escaped(tongue(words))}*" for words in remarks(entry)]
    return "\n".join([*lines, "", ""])


def page(page: Page, answer: Diff) -> None:
    """Write the answer of `diff`."""
    tongue = page.tongue
    heading = say("From {before} to {after}", before=name(answer.before), after=name(answer.after))
    page.add(f"## {escaped(tongue(heading))}")
    page.gap()
    for line in bullets(answer.changes, answer.titles, tongue):
        page.add(line)
    for words in diff_remarks(answer):
        page.add(f"- *{escaped(tongue(words))}*")
