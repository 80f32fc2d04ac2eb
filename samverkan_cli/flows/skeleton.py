"""The first text of a register's own files: what is known, and in comments what comes next.

Every example in a comment can be uncommented as it stands; the tests do.
"""

from collections.abc import Iterator
from textwrap import wrap

from samverkan_cli.language.terms import KINDS
from samverkan_cli.language.tongue import Tongue
from samverkan_cli.model.agreement import Agreement
from samverkan_cli.model.frame import Party
from samverkan_cli.model.promise import SlotKind
from samverkan_cli.model.words import Words, say
from samverkan_cli.store.kinds import AGREEMENT_FILE, kind_of
from samverkan_cli.store.written import scalar

WIDTH = 96
NEXT: tuple[tuple[str, Words], ...] = (
    ("document", say("the title and digest of the signed document, for “samverkan trace”")),
    ("purposes, goals", say("what the parties want to reach")),
    ("follow-ups", say("when it is followed up, and who is told")),
    ("signatories, accountable", say("who signed, and which role answers for it")),
    ("guarantees/", say("a file for each party: what it promises to keep staffed")),
    ("forms/", say("a file for each way of working together: bodies, duties, follow-up")),
    ("readings.yaml", say("how an unclear wording is read, and who decided so")),
)


def modeline(path: str) -> str:
    """Return the line by which an editor finds the schema of the file at `path`, offline."""
    up = "../" * (path.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{kind_of(path)}.schema.json"


def comment(text: str, *, hang: str = "") -> list[str]:
    """Return a text as lines of comment; every line but the first begins with `hang`."""
    lines = wrap(
        text, WIDTH, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )
    return [f"# {line}" for line in lines]


def example(*lines: str) -> list[str]:
    """Return lines of YAML as comments."""
    return [f"#   {line}" for line in lines]


def content(lines: list[str]) -> bytes:
    """Return lines as the bytes of a file."""
    return ("\n".join(lines) + "\n").encode()


def terms(agreement: Agreement, spoken: Tongue) -> dict[str, bytes]:
    """Return the terms of an agreement of which only the parties and the period are known."""
    files = {
        f"terms/guarantees/{party.id}.yaml": guarantees(party, spoken)
        for party in agreement.parties
    }
    return {**files, AGREEMENT_FILE: frame(agreement, spoken)}


def frame(agreement: Agreement, spoken: Tongue) -> bytes:
    """Return the file that names the agreement, its period and its parties."""
    about = say("The frame of the agreement: its parties, its period and what they agree on.")
    more = say(
        "What more the signed document says is written here, and in the files beside this one. An "
        "editor that knows the YAML language server completes the fields and explains them:"
    )
    period = agreement.period
    lines = [
        modeline(AGREEMENT_FILE),
        *comment(spoken(about)),
        f"id: {scalar(agreement.id)}",
        f"title: {scalar(agreement.title)}",
        f"language: {agreement.language}",
        "period:",
        f"  from: {period.first}",
    ]
    lines += [] if period.is_open else [f"  until: {period.last}"]
    lines += ["", "parties:", *(line for one in agreement.parties for line in of_party(one)), ""]
    lines += comment(spoken(more))
    for name, words in NEXT:
        lines += comment(f"- {name}: {spoken(words)}", hang="  ")
    return content(lines)


def of_party(party: Party) -> Iterator[str]:
    """Yield the lines of a party."""
    yield f"  - id: {scalar(party.id)}"
    yield f"    title: {scalar(party.title)}"
    yield f"    kind: {party.kind}"


def stem(party: Party, spoken: Tongue) -> str:
    """Return the id of a promise that the party might make, for the examples."""
    role = spoken(KINDS[SlotKind.COORDINATOR])
    return f"{party.id[:40].rstrip('-')}-{role}"


def guarantees(party: Party, spoken: Tongue) -> bytes:
    """Return the file of what a party promises: nothing yet."""
    role = spoken(KINDS[SlotKind.COORDINATOR])
    return content(
        [
            modeline(f"terms/guarantees/{party.id}.yaml"),
            *comment(spoken(say("What {party} promises to keep staffed.", party=party.title))),
            f"party: {scalar(party.id)}",
            "",
            *comment(
                spoken(say("One promise for each item of the document, in place of [], such as:"))
            ),
            *example(
                f"- id: {stem(party, spoken)}",
                f"  title: {role.capitalize()}",
                "  slots:",
                f"    - {{id: {role}, kind: coordinator, holders: {{exactly: 1}}}}",
            ),
            "guarantees: []",
        ]
    )


def slot_of(party: Party, agreement: Agreement, spoken: Tongue) -> str:
    """Return the name of a slot of the party: its first, or the one in the example."""
    for guarantee in agreement.guarantees:
        if guarantee.party == party.id:
            return f"{guarantee.id}/{guarantee.slots[0].id}"
    return f"{stem(party, spoken)}/{spoken(KINDS[SlotKind.COORDINATOR])}"


def staffing(party: Party, agreement: Agreement, spoken: Tongue) -> bytes:
    """Return the file of a party's posts: none yet."""
    about = say(
        "The staffing of {party}. Posts stand here, never persons: git does not forget.",
        party=party.title,
    )
    posts = say("The posts that can bear a role, in place of [], such as:")
    assignments = say("Which post bears which role, and when; “samverkan assign” writes it.")
    absences = say("When a post is vacant or away; “samverkan absent” writes it.")
    post, first = f"{stem(party, spoken)}-1", agreement.period.first
    slot = slot_of(party, agreement, spoken)
    title = spoken(KINDS[SlotKind.COORDINATOR]).capitalize()
    return content(
        [
            modeline(f"staffing/{party.id}.yaml"),
            *comment(spoken(about)),
            f"party: {scalar(party.id)}",
            "",
            *comment(spoken(posts)),
            *example(f"- {{id: {post}, title: {title}}}"),
            "posts: []",
            "",
            *comment(spoken(assignments)),
            *example(f"- {{post: {post}, slot: {slot}, from: {first}}}"),
            "assignments: []",
            "",
            *comment(spoken(absences)),
            *example(f"- {{post: {post}, from: {first}, reason: vacant}}"),
            "absences: []",
        ]
    )


def records(path: str, year: int, spoken: Tongue) -> bytes:
    """Return the file of what was done in a year: nothing yet."""
    about = say(
        "What was done in {year}, with day and reference; “samverkan record” writes it.", year=year
    )
    return content([modeline(path), *comment(spoken(about)), "records: []"])


def waivers(spoken: Tongue) -> bytes:
    """Return the file of the findings that are accepted: none yet."""
    about = say(
        "Findings that the parties accept for a time, with reason, owner and last day; “samverkan "
        "waive” writes them."
    )
    return content([modeline("waivers.yaml"), *comment(spoken(about)), "waivers: []"])


def rest(agreement: Agreement, spoken: Tongue) -> dict[str, bytes]:
    """Return the files beside the terms, with nobody assigned and nothing done."""
    year = agreement.period.first.year
    record = f"records/{year}.yaml"
    files = {
        f"staffing/{party.id}.yaml": staffing(party, agreement, spoken)
        for party in agreement.parties
    }
    return {**files, record: records(record, year, spoken), "waivers.yaml": waivers(spoken)}
