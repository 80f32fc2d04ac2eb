"""A small sound agreement, and examples that change a file or two of it.

An example is one block of YAML in which a comment with a path begins each file:

    # on: 2025-03-01            the day to judge (2025-03-01 unless said)
    # staffing/kom.yaml         the file that follows takes the place of the sound one
    # before: PATH              what stood in the file before the change that is judged
    # missing: PATH             the sound file is left out
    # link: PATH                a symbolic link stands there
    # FILL                      grows until the limit on length is passed
    <byte E5> <U+00AD>          a byte or character that cannot be shown
"""

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from samverkan_cli.flows.baseline import Base, check_against
from samverkan_cli.flows.check import check
from samverkan_cli.flows.judge import Located, case_of, judge
from samverkan_cli.model.finding import Finding
from samverkan_cli.rules.catalogue import RULES
from samverkan_cli.rules.rule import CHANGING, Case, Rule
from samverkan_cli.store.kinds import kind_of
from samverkan_cli.store.register import Register, read_at

DAY = date(2025, 3, 1)
YAML = (".yaml", ".yml")

SOUND = {
    "terms/agreement.yaml": """\
id: exempel
title: Exempel på överenskommelse
language: sv
period: {from: 2024-01-01, until: 2026-12-31}
parties:
  - {id: kom, title: Exempelköpings kommun, kind: municipality}
  - {id: pol, title: Lokalpolisområde Exempelköping, kind: police-area}
""",
    "terms/guarantees/kom.yaml": """\
party: kom
guarantees:
  - id: kom-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
""",
    "terms/guarantees/pol.yaml": """\
party: pol
guarantees:
  - id: pol-sam
    title: Samordnare
    slots:
      - {id: samordnare, kind: coordinator, holders: {exactly: 1}, forms: [grannar]}
""",
    "terms/forms/grannar.yaml": """\
id: grannar
title: Grannsamverkan
lead: [kom, pol]
duties:
  - id: grannar-analys
    title: Årsanalys
    who: {all: [kom, pol]}
    cadence: yearly
    month: 12
    firmness: shall
    to: [Trygghetsrådet]
follow-up:
  {id: grannar-uppf, title: Uppföljning, month: 2026-11, scope: whole, to: [Trygghetsrådet]}
""",
    "staffing/kom.yaml": """\
party: kom
posts:
  - {id: kom-1, title: Samordnare}
assignments:
  - {post: kom-1, slot: kom-sam/samordnare, from: 2024-01-01}
""",
    "staffing/pol.yaml": """\
party: pol
posts:
  - {id: pol-1, title: Kommunpolis}
assignments:
  - {post: pol-1, slot: pol-sam/samordnare, from: 2024-01-01}
""",
    "records/2024.yaml": """\
records:
  - {duty: grannar-analys, period: 2024, on: 2024-12-10, reference: KS 2024/1}
""",
    "waivers.yaml": "waivers: []\n",
}


@dataclass
class Example:
    """The files of an example, and the day on which it is judged."""

    files: dict[str, bytes]
    links: list[str] = field(default_factory=list)
    day: date = DAY
    earlier: dict[str, bytes] = field(default_factory=dict)

    @property
    def before(self) -> "Example":
        """Return what was there before: the sound agreement, but for what is told of it."""
        sound = {path: content.encode() for path, content in SOUND.items()}
        return Example(sound | self.earlier, day=self.day)

    def write(self, root: Path) -> Path:
        """Write the files below `root`."""
        for path, content in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        for path in self.links:
            (root / path).symlink_to("/etc/hostname")
        return root


def expand(text: str) -> bytes:
    """Return the bytes of a file of an example."""
    text = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"<byte ([0-9A-F]{2})>", lambda match: chr(0xDC00 + int(match[1], 16)), text)
    text = (
        re.sub(r"# FILL", "x" * 17_000, text)
        if "title" in text
        else text.replace("# FILL", "#" + "x" * 300_000)
    )
    return text.encode("utf-8", "surrogateescape")


def names_file(line: str, words: str) -> bool:
    """Tell whether a comment begins a file."""
    before = line.startswith("# before: ")
    return before or (line.startswith("# ") and bool(kind_of(words) or words.endswith(YAML)))


def example(text: str) -> Example:
    """Return the sound agreement with the example's changes."""
    found = Example({path: content.encode() for path, content in SOUND.items()})
    files: dict[str, list[str]] = {}
    path = ""
    for line in text.splitlines(keepends=True):
        words = line.removeprefix("# ").strip()
        if line.startswith("# on: "):
            found.day = date.fromisoformat(words.removeprefix("on: "))
        elif line.startswith("# missing: "):
            del found.files[words.removeprefix("missing: ")]
        elif line.startswith("# link: "):
            link = words.removeprefix("link: ")
            found.files.pop(link, None)
            found.links.append(link)
        elif names_file(line, words):
            path = words
            files[path] = []
        else:
            files[path].append(line)
    for name, lines in files.items():
        old, is_before = name.removeprefix("before: "), name.startswith("before: ")
        (found.earlier if is_before else found.files)[old] = expand("".join(lines))
    return found


def located(rule: Rule, given: Example, root: Path) -> tuple[Register, list[Located]]:
    """Return what a rule finds in an example that is written below `root`, and where."""
    register = read_at(given.write(root / "after"))
    if rule.group == CHANGING:
        base = Base("main", None, read_at(given.before.write(root / "before")))
        found = check_against(base, register, given.day).findings
    elif rule.id == "waiver-idle":
        found = check(register, given.day).findings
    else:
        found = judge(register, case_of(register, given.day), [rule])
    return register, [one for one in found if one.finding.rule == rule.id]


def judged(register: Register, day: date) -> list[Finding]:
    """Return what every rule finds in a register."""
    case = Case(register.agreement, day, register.faults, register.unread)
    return [finding for rule in RULES for finding in rule.findings(case)]


def findings(text: str, root: Path) -> list[Finding]:
    """Return what every rule finds in an example that is written below `root`."""
    given = example(text)
    return judged(read_at(given.write(root)), given.day)
