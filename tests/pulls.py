"""Twelve pull requests against one register, each with a branch of its own, on fixed days.

The base is of January 2025 and the changes of February; they are judged on 1 March, or on the day
that a pull request names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.examples import SOUND
from tests.history.repository import commit, git, write

BASE, LATER = "2025-01-10", "2025-02-20"
KOM, POL = "agreement/staffing/kom.yaml", "agreement/staffing/pol.yaml"
RECORDS, TERMS = "agreement/records/2024.yaml", "agreement/terms/guarantees/kom.yaml"
CONFIG, WAIVERS = "agreement/config.yaml", "agreement/waivers.yaml"

GUARANTEES = """\
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
      - {id: ute, kind: operative, holders: {at-least: 2}, forms: [grannar]}
"""
STAFFING = """\
party: kom
posts:
  - {id: kom-1, title: Samordnare}
  - {id: kom-2, title: Fältassistent}
  - {id: kom-3, title: Utredare}
assignments:
  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
  - {post: kom-2, slot: kom-sam/ute, from: 2024-01-01, share: 60 %}
  - {post: kom-3, slot: kom-sam/ute, from: 2024-01-01, share: 60 %}
"""
FORM, AGREEMENT = "agreement/terms/forms/grannar.yaml", "agreement/terms/agreement.yaml"
WALK = """\
  - id: grannar-vandring
    title: Trygghetsvandring
    who: {all: [kom, pol]}
    cadence: once
    by: 2025-09-30
    firmness: shall
    to: [Trygghetsrådet]
"""
WALKED = "records:\n  - {duty: grannar-vandring, on: 2025-02-15, reference: KS 2025/7}\n"
REVISION = """\
revisions:
  - number: 2
    reason: Vandringen ersätts
    decision: {body: Styrgruppen, date: 2025-02-10}
"""
WAIVED = """\
waivers:
  - rule: holder-away
    subject: pol-sam/samordnare/samordnare
    reason: Ersättare söks
    owner: Lokalpolisområdeschef
    until: 2025-02-15
"""
AWAY = """\
absences:
  - {post: pol-1, from: 2025-01-01, until: 2025-06-30, reason: seconded}
"""
IGNORING = """\
severity:
  - {rule: staffing-unknown, level: ignore}
  - {rule: function-uncovered, level: ignore}
"""
FOR_ITSELF = """\
  - rule: staffing-unknown
    subject: kom-sam/samordnare
    reason: Rekrytering
    owner: Chef
    until: 2026-01-01
"""
HOSTILE = """\
party: kom
posts:
  - {id: kom-1, title: "::error file=x::y"}
  - {id: kom-2, title: "##[add-mask]<img src=x> [a](https://x.invalid) @alla"}
  - {id: kom-3, title: "=1+1|`x`"}
assignments:
  - {post: kom-2, slot: kom-sam/ute, from: 2024-01-01, share: 60 %}
  - {post: kom-3, slot: kom-sam/ute, from: 2024-01-01, share: 60 %}
"""


@dataclass(frozen=True)
class Pull:
    """A pull request: what it does, in words, and what it is judged with."""

    name: str
    make: Callable[[Path], None]
    options: tuple[str, ...] = ("--base", "main")
    platform: bool = False


def rewrite(folder: Path, path: str, *pairs: tuple[str, str]) -> None:
    """Write other words into a file, each of them once."""
    text = (folder / path).read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    write(folder, {path: text})


def vacancy(folder: Path) -> None:
    rewrite(
        folder,
        KOM,
        ("samordnare, from: 2024-01-01}", "samordnare, from: 2024-01-01, until: 2025-02-18}"),
    )


def lowered(folder: Path) -> None:
    rewrite(folder, TERMS, ("at-least: 2", "at-least: 1"))


def record_rewritten(folder: Path) -> None:
    rewrite(folder, RECORDS, ("2024-12-10", "2024-11-10"))


def file_moved(folder: Path) -> None:
    git(folder, "mv", RECORDS, "agreement/records/aldre.yaml")


def text_moved(folder: Path) -> None:
    write(folder, {TERMS: f"# Garantierna,\n# som de undertecknades\n{GUARANTEES}"})


def both_changed(folder: Path) -> None:
    """Let the base open a vacancy of its own, and the change record that work was done."""
    rewrite(
        folder, RECORDS, ("KS 2024/1}", "KS 2024/1}\n  - {follow-up: grannar-uppf, on: 2025-02-10}")
    )
    commit(folder, "Redovisa uppföljningen", LATER)
    git(folder, "switch", "--quiet", "main")
    rewrite(folder, POL, ("from: 2024-01-01}", "from: 2024-01-01, until: 2025-02-01}"))
    commit(folder, "Avsluta polisens bemanning", LATER)
    git(folder, "switch", "--quiet", "both-changed")


def merge_breaks(folder: Path) -> None:
    """Let the change take away a duty while the base records that it was done."""
    rewrite(folder, FORM, (WALK, ""))
    write(folder, {AGREEMENT: SOUND["terms/agreement.yaml"] + REVISION})
    commit(folder, "Stryk trygghetsvandringen", LATER)
    git(folder, "switch", "--quiet", "main")
    write(folder, {"agreement/records/2025.yaml": WALKED})
    commit(folder, "Redovisa trygghetsvandringen", LATER)
    git(folder, "merge", "--quiet", "--no-edit", "merge-breaks", day=LATER)
    git(folder, "switch", "--quiet", "--detach")


def renamed(folder: Path) -> None:
    text = (folder / KOM).read_text("utf-8")
    write(folder, {KOM: text.replace("kom-1", "kom-samordnare")})


def broken_head(folder: Path) -> None:
    rewrite(folder, POL, ("until: 2025-06-30, reason", "until: 2025-06-30 reason"))


def broken(folder: Path) -> None:
    rewrite(
        folder, KOM, ("  - {post: kom-3, slot: kom-sam/ute", "  - {post: kom-3 slot: kom-sam/ute")
    )


def broken_base(folder: Path) -> None:
    git(folder, "switch", "--quiet", "main")
    broken(folder)
    commit(folder, "Bryt filen", BASE)
    git(folder, "switch", "--quiet", "-C", "broken-base")
    write(folder, {KOM: STAFFING})


def expired(folder: Path) -> None:
    write(folder, {"README.md": "Ett avtal, och lite till.\n"})


def hostile(folder: Path) -> None:
    """Leave a role without anybody, and have that, and worse, not told."""
    write(folder, {KOM: HOSTILE, CONFIG: IGNORING, WAIVERS: WAIVED + FOR_ITSELF})
    (folder / RECORDS).unlink()
    (folder / RECORDS).symlink_to("/etc/passwd")


PULLS = (
    Pull("vacancy", vacancy),
    Pull("lowered", lowered),
    Pull("record-rewritten", record_rewritten),
    Pull("file-moved", file_moved),
    Pull("text-moved", text_moved),
    Pull("both-changed", both_changed),
    Pull("merge-breaks", merge_breaks, ("--base",), platform=True),
    Pull("renamed", renamed),
    Pull("broken-head", broken_head),
    Pull("broken-base", broken_base),
    Pull("expired", expired),
    Pull("hostile", hostile),
)


def begin(folder: Path) -> Path:
    """Make the register that all of them start from."""
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    write(folder, {f"agreement/{path}": text for path, text in SOUND.items()})
    form = SOUND["terms/forms/grannar.yaml"].replace("follow-up:\n", f"{WALK}follow-up:\n")
    write(
        folder,
        {
            "README.md": "Ett avtal.\n",
            FORM: form,
            TERMS: GUARANTEES,
            KOM: STAFFING,
            POL: SOUND["staffing/pol.yaml"] + AWAY,
            WAIVERS: WAIVED,
        },
    )
    commit(folder, "Teckna avtalet", BASE)
    return folder


def request(folder: Path, pull: Pull) -> None:
    """Make a pull request's branch, and stand on its newest revision."""
    git(folder, "switch", "--quiet", "-c", pull.name)
    pull.make(folder)
    if git(folder, "status", "--porcelain"):
        commit(folder, f"Ändra: {pull.name}", LATER)
