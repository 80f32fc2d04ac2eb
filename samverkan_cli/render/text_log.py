"""`log` and `diff` for people: a revision in a line, and under it what it changed."""

from collections.abc import Iterable, Iterator, Mapping

from samverkan_cli.evaluate.change import Change, Weight, What
from samverkan_cli.evaluate.personal import masked
from samverkan_cli.flows.diff import Diff
from samverkan_cli.flows.log import Entry
from samverkan_cli.language.changed import KINDS, WEIGHTS
from samverkan_cli.language.visible import visible
from samverkan_cli.model.revision import KEPT_BACK
from samverkan_cli.model.words import Value, Words, few, say, say_n
from samverkan_cli.render.change_values import quoted
from samverkan_cli.render.change_words import sentence
from samverkan_cli.render.page import Page, Piece, Style

ALIKE = 5
"""More of one kind that came or went at once are told in one line."""
NAMED = 8
LONGEST_REASON = 240

STYLES = {
    What.REMOVED: Style.BAD,
    What.LOWERED: Style.WARN,
    What.WEAKENED: Style.WARN,
    What.SHORTENED: Style.WARN,
    What.ENDED: Style.WARN,
}


def together(changes: list[Change]) -> Words:
    """Return many alike changes in one sentence."""
    first = changes[0]
    names = tuple(dict.fromkeys(one.subject for one in changes))
    told = few(names, NAMED)
    if first.what is What.REMOVED:
        return say(
            "removed: {kind}, {n}: {names}", kind=KINDS[first.kind], n=len(changes), names=told
        )
    return say("new: {kind}, {n}: {names}", kind=KINDS[first.kind], n=len(changes), names=told)


def grouped(
    changes: Iterable[Change], titles: Mapping[str, str], *, every: bool
) -> Iterator[tuple[Weight, What, Words]]:
    """Yield what is to be said; many alike are told together unless `every` one is asked for."""
    alike: dict[tuple[object, ...], list[Change]] = {}
    for number, change in enumerate(changes):
        whole = not change.field and not change.hidden and not every
        key = (change.kind, change.what) if whole else (number,)
        alike.setdefault(key, []).append(change)
    for group in alike.values():
        if len(group) > ALIKE:
            yield group[0].weight, group[0].what, together(group)
        else:
            told = dict.fromkeys(sentence(one, titles) for one in group)
            yield from ((group[0].weight, group[0].what, words) for words in told)


def changes_lines(
    page: Page, changes: tuple[Change, ...], titles: Mapping[str, str], *, every: bool
) -> None:
    """Write changes, those of one weight under its name."""
    current: Weight | None = None
    for weight, what, words in grouped(changes, titles, every=every):
        if weight is not current:
            page.add("  ", Piece(page.tongue(WEIGHTS[weight]), Style.DIM))
            current = weight
        page.flow("    ", Piece(page.tongue(words), STYLES.get(what, Style.PLAIN)), hang=6)


def moved(folder: str) -> Words:
    """Return what is said of a revision that moved the agreement's folder."""
    if not folder:
        return say("The agreement’s folder was moved here from the top of the repository.")
    return say("The agreement’s folder was moved here from “{folder}”.", folder=masked(folder))


def remarks(entry: Entry) -> Iterator[Words]:
    """Yield what is to be said of a revision beside its changes."""
    if entry.moved_from is not None:
        yield moved(entry.moved_from)
    if entry.is_cut:
        yield say("The clone ends here; what this revision changed cannot be told.")
        return
    if entry.unread:
        yield say_n(
            len(entry.unread),
            "{paths} cannot be read here; what changed in it is told where it can be.",
            "{paths} cannot be read here; what changed in them is told where they can be.",
            paths=few(entry.unread),
        )
    if entry.revision.message == KEPT_BACK:
        yield say("Its message names who holds a protected function, and is not told.")
    if entry.revision.oddities:
        yield say("The commit is written in an odd way; its day, author and message are no proof.")
    if not entry.changes and not entry.unread:
        yield say("Nothing changed in meaning.")


def subject(entry: Entry) -> str:
    """Return the message's first line, fit to be shown."""
    return visible(masked(entry.revision.subject))


def author(entry: Entry) -> str:
    """Return who made a revision, as the commit says; anybody can write any name there (G7)."""
    return quoted(entry.revision.author)


def reason(entry: Entry) -> str:
    """Return why a revision was made, as its message says, shortened to a few lines."""
    text = masked(entry.revision.reason)
    if len(text) <= LONGEST_REASON:
        return text
    cut = text[: LONGEST_REASON - 1]
    return f"{cut.rpartition(' ')[0] or cut}…"


def claims(entry: Entry) -> Iterator[Words]:
    """Yield what a commit says of itself: its author, and the reason given."""
    who, why = author(entry), reason(entry)
    if who:
        yield say("authored by “{name}”, as git has it", name=who)
    if why:
        yield say("reason given: “{reason}”", reason=why)


def entry(page: Page, entry: Entry, *, every: bool = False) -> None:
    """Write a revision."""
    tongue, revision = page.tongue, entry.revision
    day = tongue.day(revision.committed) if revision.committed else tongue(say("no day"))
    page.flow(
        Piece(revision.short, Style.NOTE), f"  {day}  ", Piece(subject(entry), Style.STRONG), hang=2
    )
    for words in claims(entry):
        page.prose(tongue(words), indent=4, style=Style.DIM)
    changes_lines(page, entry.changes, entry.titles, every=every)
    for words in remarks(entry):
        page.prose(tongue(words), indent=4, style=Style.DIM)
    page.gap()


def concise(page: Page, entry: Entry) -> None:
    """Write a revision with every change, and who made it, in a line of its own."""
    tongue, revision, who = page.tongue, entry.revision, author(entry)
    day = revision.committed.isoformat() if revision.committed else "-"
    end = f" [{tongue(say('“{name}”, as git has it', name=who))}]" if who else ""
    told = [sentence(change, entry.titles) for change in entry.changes]
    for words in (*dict.fromkeys(told), *remarks(entry)):
        page.add(f"{revision.short} {day} {tongue(words)}{end}")


def diff_remarks(answer: Diff) -> Iterator[Words]:
    """Yield what is to be said beside the changes."""
    if answer.unread:
        yield say_n(
            len(answer.unread),
            "{paths} cannot be read on one of the sides, and is left out.",
            "{paths} cannot be read on one of the sides, and are left out.",
            paths=few(answer.unread),
        )
    if not answer.changes and not answer.unread:
        yield say("Nothing differs in meaning.")


def diff(page: Page, answer: Diff) -> None:
    """Write the answer of `diff`."""
    tongue = page.tongue
    heading = say("From {before} to {after}", before=name(answer.before), after=name(answer.after))
    page.flow(Piece(tongue(heading), Style.STRONG), hang=2)
    changes_lines(page, answer.changes, answer.titles, every=False)
    for words in diff_remarks(answer):
        page.prose(tongue(words), indent=4, style=Style.DIM)
    if answer.changes:
        n = len(answer.changes)
        page.gap()
        page.prose(tongue(say_n(n, "{n} change", "{n} changes")))


def diff_concise(page: Page, answer: Diff) -> None:
    """Write every change in a line of its own."""
    told = [sentence(change, answer.titles) for change in answer.changes]
    for words in (*dict.fromkeys(told), *diff_remarks(answer)):
        page.add(page.tongue(words))


def name(side: str) -> Value:
    """Return what a side is called."""
    return side or say("the working tree")
