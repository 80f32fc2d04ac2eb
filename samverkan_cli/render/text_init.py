"""The answer of `init` for people: what was written, what is left to do, and what comes next."""

import shlex
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from samverkan_cli.flows.init import REGISTER, SCHEMAS, Begun, Outline
from samverkan_cli.flows.surroundings import OWNERS, WORKFLOW
from samverkan_cli.language.terms import PARTY_KINDS
from samverkan_cli.language.visible import visible
from samverkan_cli.model.revision import SHORT
from samverkan_cli.model.words import Words, say
from samverkan_cli.render.page import Page, Piece, Style
from samverkan_cli.render.text_parts import section
from samverkan_cli.store.kinds import AGREEMENT_FILE


def begun(page: Page, answer: Begun) -> None:
    """Write the answer."""
    outline = answer.outline
    known = outline.agreement
    page.flow(Piece(visible(known.title), Style.STRONG), hang=2)
    page.prose(page.tongue(done(answer)))
    section(page, say("The parties"))
    for party in known.parties:
        words = say("{title} ({kind})", title=party.title, kind=PARTY_KINDS[party.kind])
        page.flow(f"  {party.id}: {page.tongue(words)}", hang=4)
    section(page, say("The files"))
    for name, number in names(outline):
        page.add("  ", name if number == 1 else f"{name} ({number})")
    if not answer.is_written:
        agreement_lines(page, outline)
    for words in remarks(outline):
        page.gap()
        page.prose(page.tongue(words))
    if answer.is_written:
        section(page, say("Next"))
        for command, words in following(answer):
            page.add("  ", Piece(command, Style.NOTE))
            page.prose(page.tongue(words), indent=6)


def done(answer: Begun) -> Words:
    """Return what became of it."""
    path = str(answer.outline.root)
    if not answer.is_written:
        return say("Nothing is written. This is what would be, in {path}:", path=path)
    if answer.first is None:
        return say("Written in {path}, and not committed.", path=path)
    revision = answer.first.revision[:SHORT]
    if answer.first.is_new:
        return say(
            "Committed as {id}, the first in a new repository: {path}", id=revision, path=path
        )
    return say("Committed as {id}, in the repository of {path}", id=revision, path=path)


def names(outline: Outline) -> Iterator[tuple[str, int]]:
    """Yield what is written, with the number of files; the schemas are told in one line."""
    for is_schema, paths in groupby(outline.files, lambda path: path.startswith(f"{SCHEMAS}/")):
        every = [*paths]
        yield from [(f"{SCHEMAS}/", len(every))] if is_schema else ((path, 1) for path in every)


def agreement_lines(page: Page, outline: Outline) -> None:
    """Write the file that names the agreement, as it would be."""
    path = f"{REGISTER}/{AGREEMENT_FILE}"
    section(page, say("In {path}", path=path))
    for line in outline.files[path].decode("utf-8").splitlines():
        page.add("  ", visible(line))


def remarks(outline: Outline) -> Iterator[Words]:
    """Yield what was not written, and what somebody has to fill in."""
    if outline.kept:
        yield say("There already, and left as it was: {files}.", files=outline.kept)
    if outline.left_out:
        yield say(
            "Left out, because they are looked for at the top of a repository only: {files}.",
            files=outline.left_out,
        )
    if OWNERS in outline.files:
        yield say("Fill in who approves what in {file}; until then it does nothing.", file=OWNERS)
    if WORKFLOW in outline.files and not outline.origin:
        yield say(
            "Fill in where the program is fetched from in {file}; until then the check of every "
            "change fails.",
            file=WORKFLOW,
        )


def following(answer: Begun) -> Iterator[tuple[str, Words]]:
    """Yield what to do next: a command or a file, and what it is for."""
    outline = answer.outline
    if outline.root != Path.cwd():
        yield f"cd {shlex.quote(visible(str(outline.root)))}", say("go to the folder")
    if answer.first is None:
        first = "git init -b main && " if outline.top is None else ""
        yield f"{first}git add . && git commit", say("make it the first commit")
    yield "samverkan status", say("see how it stands today")
    if not outline.agreement.guarantees:
        yield (
            f"{REGISTER}/terms/guarantees/",
            say("write what each party promises; then: samverkan check"),
        )
        yield "samverkan revise", say("commit the promises, with reason and decision")
    yield "samverkan assign", say("say which post keeps a promise")
