"""Thousands of one thing in sound files, to keep the rules and the comparison busy."""

from tests.examples import SOUND
from tests.history.repository import git, write
from tests.hostile.case import BASE, case
from tests.hostile.pull import GONE, Pull
from tests.hostile.yaml_bombs import grown, text
from tests.pulls import FORM, KOM, WAIVERS


@case(BASE, shows=GONE)
def thousands_of_waivers(pull: Pull) -> None:
    """Bring as many waivers as a file holds, each for something of its own, and ended."""
    pull.open_gap()
    line = "  - {{rule: slot-short, subject: a{n}, reason: x, owner: x, until: 2025-01-01}}\n"
    text(pull, WAIVERS, grown("waivers:\n", line))


@case(BASE, shows=GONE)
def thousands_of_waivers_of_one(pull: Pull) -> None:
    """Bring as many waivers as a file holds, all for one finding."""
    pull.open_gap()
    line = (
        "  - {rule: staffing-unknown, subject: kom-sam, reason: x, owner: x, until: 2026-01-01}\n"
    )
    text(pull, WAIVERS, "waivers:\n" + line * 1800)


def based(pull: Pull, files: dict[str, str]) -> None:
    """Let the base hold these files as well, and the change go on from it."""
    git(pull.path, "switch", "--quiet", "main")
    write(pull.path, files)
    pull.commit()
    git(pull.path, "switch", "--quiet", "-C", "change")


@case(BASE, shows="id-renamed", slow=True)
def thousands_renamed(pull: Pull) -> None:
    """Give thousands of posts another id, each of them a title of its own."""
    lines = ("  - {{id: a-{n}, title: Nr {n}}}\n", "  - {{id: b-{n}, title: Nr {n}}}\n")
    before, after = (grown("party: kom\nposts:\n", line) for line in lines)
    based(pull, {"agreement/staffing/mer.yaml": before})
    text(pull, "agreement/staffing/mer.yaml", after)


@case(BASE, slow=True)
def thousands_renamed_alike(pull: Pull) -> None:
    """Give thousands of posts another id, all of them with one title."""
    lines = ("  - {{id: a-{n}, title: X}}\n", "  - {{id: b-{n}, title: X}}\n")
    before, after = (grown("party: kom\nposts:\n", line) for line in lines)
    based(pull, {"agreement/staffing/mer.yaml": before})
    text(pull, "agreement/staffing/mer.yaml", after)


@case(BASE, slow=True)
def thousands_with_one_fingerprint(pull: Pull) -> None:
    """Let thousands of findings be about the same, on both sides."""
    line = "  - {post: kom-9, slot: kom-sam/ute, from: 2024-01-01}\n"
    head = "party: kom\nassignments:\n"
    based(pull, {"agreement/staffing/mer.yaml": head + line * 1000})
    text(pull, "agreement/staffing/mer.yaml", head + line * 2600)


@case(BASE, slow=True)
def thousands_of_unknown_names(pull: Pull) -> None:
    """Name thousands of posts that are not there, each like thousands that are."""
    posts = grown("party: kom\nposts:\n", "  - {{id: samordnare-for-trygghet-{n}, title: X}}\n")
    line = "  - {{post: samordnare-fran-trygghet-{n}, slot: kom-sam/ute, from: 2024-01-01}}\n"
    wrong = grown("party: kom\nassignments:\n", line)
    write(pull.path, {"agreement/staffing/mer.yaml": posts, "agreement/staffing/mest.yaml": wrong})
    pull.commit()


def days(number: int) -> list[str]:
    """Return so many days in a row, but for those that some months lack."""
    return [f"20{20 + n // 336}-{1 + n // 28 % 12:02}-{1 + n % 28:02}" for n in range(number)]


@case(BASE, slow=True)
def thousands_of_segments(pull: Pull) -> None:
    """Let thousands of assignments of one post to one slot begin on days of their own."""
    lines = "".join(f"  - {{post: kom-2, slot: kom-sam/ute, from: {day}}}\n" for day in days(2000))
    text(pull, KOM, f"party: kom\nposts: [{{id: kom-2, title: X}}]\nassignments:\n{lines}")


@case(BASE, slow=True)
def thousands_of_holders(pull: Pull) -> None:
    """Let more and more posts hold one slot, one from each day on, none of them ever ending."""
    posts = "".join(f"  - {{id: p{n}, title: X}}\n" for n in range(1600))
    lines = "".join(
        f"  - {{post: p{n}, slot: kom-sam/ute, from: {day}}}\n" for n, day in enumerate(days(1600))
    )
    text(pull, KOM, f"party: kom\nposts:\n{posts}assignments:\n{lines}")


@case(BASE, slow=True)
def thousands_of_absences(pull: Pull) -> None:
    """Let somebody be away thousands of times."""
    lines = "".join(f"  - {{post: kom-2, from: {day}, reason: other}}\n" for day in days(2000))
    text(pull, "agreement/staffing/mer.yaml", f"party: kom\nabsences:\n{lines}")


@case(BASE)
def thousands_of_guarantees(pull: Pull) -> None:
    """Promise thousands of slots, all of them short."""
    line = "  - id: g{n}\n    title: X\n    slots:\n"
    line += "      - {{id: a, kind: operative, holders: {{at-least: 2}}}}\n"
    text(pull, "agreement/terms/guarantees/mer.yaml", grown("party: kom\nguarantees:\n", line))


@case(BASE)
def duties_of_every_day(pull: Pull) -> None:
    """Promise work of every day, in a period that never ends."""
    path = "terms/agreement.yaml"
    agreement = SOUND[path].replace("2024-01-01", "0001-01-01").replace("2026-12-31", "9999-12-30")
    write(pull.path, {f"agreement/{path}": agreement})
    duties(pull, "Nr", "daily", 60_000)


@case(BASE, slow=True)
def duties_worded_alike(pull: Pull) -> None:
    """Word very many duties almost alike, and long."""
    words = "samverka kring trygghet och brottsförebyggande arbete i området"
    duties(pull, words, "weekly", 200_000)


def duties(pull: Pull, words: str, cadence: str, size: int) -> None:
    """Commit a form with very many duties, worded alike but for a number."""
    line = "  - {{id: d{n}, title: WORDS {n}, who: {{all: [kom, pol]}}, cadence: OFTEN}}\n"
    line = line.replace("WORDS", words).replace("OFTEN}", f"{cadence}, firmness: shall}}")
    head, tail = SOUND["terms/forms/grannar.yaml"].split("follow-up:")
    text(pull, FORM, f"{grown(head, line, size)}follow-up:{tail}")


@case(BASE, slow=True)
def thousands_of_records(pull: Pull) -> None:
    """Record one duty thousands of times, for periods of many years."""
    line = "  - {{duty: grannar-analys, periods: 2024..2026, on: 2024-12-10, reference: KS {n}}}\n"
    text(pull, "agreement/records/mer.yaml", grown("records:\n", line))


@case(BASE, slow=True)
def records_rewritten(pull: Pull) -> None:
    """Rewrite thousands of records that are alike."""
    line = "  - {{duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS {n}}}\n"
    based(pull, {"agreement/records/mer.yaml": grown("records:\n", line)})
    line = line.replace("12-10", "12-11")
    text(pull, "agreement/records/mer.yaml", grown("records:\n", line, start=1))
